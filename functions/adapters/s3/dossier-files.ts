import { DeleteObjectCommand, ListObjectVersionsCommand, type S3Client } from "@aws-sdk/client-s3";
import { SHORT_KEPT } from "../../domain/retention.ts";
import type { DossierFiles } from "../../domain/ports.ts";
import { DOCUMENTS_PREFIX } from "./document-key.ts";
import { translatedS3 } from "./errors.ts";
import { EXPORTS_PREFIX } from "./exports.ts";
import { MAILS_PREFIX } from "./mail-archive.ts";

/** Everything of a dossier stands below one of these, followed by its id. */
const PREFIXES = [DOCUMENTS_PREFIX, MAILS_PREFIX, `${MAILS_PREFIX}${SHORT_KEPT}/`, EXPORTS_PREFIX];

type Version = { Key: string; VersionId?: string };

/** The bucket keeps versions, so deleting for good is deleting each of them, delete markers included. */
export function createDossierFiles({
  client,
  name: Bucket,
}: {
  client: S3Client;
  name: string;
}): DossierFiles {
  const removeBelow = async (Prefix: string): Promise<void> => {
    let KeyMarker: string | undefined;
    let VersionIdMarker: string | undefined;
    do {
      const page = await client.send(
        new ListObjectVersionsCommand({ Bucket, Prefix, KeyMarker, VersionIdMarker, EncodingType: "url" }),
      );
      const found = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
      for (const { Key = "", VersionId } of found) await remove({ Key: decoded(Key), VersionId });
      KeyMarker = page.IsTruncated ? decoded(page.NextKeyMarker ?? "") : undefined;
      VersionIdMarker = page.IsTruncated ? page.NextVersionIdMarker : undefined;
    } while (KeyMarker !== undefined);
  };
  const remove = (version: Version) => client.send(new DeleteObjectCommand({ Bucket, ...version }));

  return {
    removeAll: (dossierId) =>
      translatedS3(dossierId, async () => {
        for (const prefix of PREFIXES) await removeBelow(`${prefix}${dossierId}/`);
      }),
  };
}

/** A file name may hold what XML cannot, so keys come encoded as in a form. */
const decoded = (key: string): string => decodeURIComponent(key.replaceAll("+", " "));
