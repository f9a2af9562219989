import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import type { FileRefusal } from "../../domain/documents.ts";
import { QUARANTINE_PREFIX, UPLOADS_PREFIX } from "./document-key.ts";
import { translatedS3 } from "./errors.ts";
import { isAbsent } from "./file-is-there.ts";
import { type Bucket, hasVersion, removeVersionsBelow } from "./remove-versions.ts";

/** In place of a dossier, in the key of a protocol template. */
const TEMPLATES = "templates/";
/** Templates that were checked, and that nobody has put in use. A lifecycle rule in infra deletes them. */
const CHECKED_PREFIX = "templates/uploaded/";
/** Metadata of an empty object in place of a template that was refused: why. */
export const REFUSED = "refused";

export const templateUploadKey = (id: string): string => `${UPLOADS_PREFIX}${TEMPLATES}${id}`;
export const checkedTemplateKey = (id: string): string => `${CHECKED_PREFIX}${id}`;
const quarantinedKey = (id: string): string => `${QUARANTINE_PREFIX}${TEMPLATES}${id}`;

/** The id of an uploaded template, from a key where it arrives or is checked; undefined for other keys. */
export const templateIdOf = (key: string): string | undefined =>
  /^(?:uploads|quarantine)\/templates\/([0-9A-Z]{26})$/.exec(key)?.[1];

export type ArrivedTemplate = { id: string; key: string; versionId?: string };

/** An uploaded template on its way: it arrives, is checked for malware, and is then offered or refused. */
export interface TemplateArrivals {
  /** Undefined when this version no longer exists. A larger file is not read. */
  read(object: ArrivedTemplate, mostBytes: number): Promise<Uint8Array | "too-large" | undefined>;
  quarantine(id: string, bytes: Uint8Array): Promise<void>;
  /** Where the team finds it. */
  offer(id: string, bytes: Uint8Array): Promise<void>;
  refuse(id: string, reason: FileRefusal): Promise<void>;
  /** Permanently deletes every version under its key. */
  remove(object: ArrivedTemplate): Promise<void>;
}

export function createTemplateArrivals(bucket: Bucket): TemplateArrivals {
  const { client, name: Bucket } = bucket;
  const put = (id: string, Key: string, Body: Uint8Array, Metadata?: Record<string, string>) =>
    translatedS3(id, async () => {
      await client.send(new PutObjectCommand({ Bucket, Key, Body, Metadata }));
    });
  return {
    read: ({ id, key: Key, versionId: VersionId }, mostBytes) =>
      translatedS3(id, async () => {
        const asked = new GetObjectCommand({ Bucket, Key, VersionId });
        const found = await client.send(asked).catch(async (error: unknown) => {
          // S3 answers "access denied" for a missing object; only the list of versions shows which it is.
          if (isAbsent(error) && !(await hasVersion(bucket, Key, VersionId))) return undefined;
          throw error;
        });
        if (!found) return undefined;
        if ((found.ContentLength ?? 0) > mostBytes) {
          await found.Body?.transformToWebStream().cancel();
          return "too-large";
        }
        return found.Body ? await found.Body.transformToByteArray() : new Uint8Array();
      }),
    quarantine: (id, bytes) => put(id, quarantinedKey(id), bytes),
    offer: (id, bytes) => put(id, checkedTemplateKey(id), bytes),
    refuse: (id, reason) => put(id, checkedTemplateKey(id), new Uint8Array(), { [REFUSED]: reason }),
    remove: ({ id, key }) => translatedS3(id, () => removeVersionsBelow(bucket, key)),
  };
}
