import { GetObjectCommand, paginateListObjectsV2, type S3Client } from "@aws-sdk/client-s3";
import PostalMime from "postal-mime";
import { MAILS_PREFIX } from "../../functions/adapters/s3/mail-archive.ts";
import { REFERENCE, readReference } from "../../functions/domain/reference.ts";

/** A mail of a dossier, read from the bucket. `key` identifies it within its dossier, as in its record. */
export type ArchivedMail = {
  dossierId: string;
  key: string;
  at: string;
  to: string[];
  subject: string;
  /** In its subject; the digest and the mails without a dossier have none. */
  reference?: string;
};

/** Mails of which the text was kept from `since` on. A text is kept just before its mail is sent. */
export async function archivedMails(
  client: S3Client,
  Bucket: string,
  since: string,
): Promise<ArchivedMail[]> {
  const mails: ArchivedMail[] = [];
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix: MAILS_PREFIX }))
    for (const { Key = "", LastModified } of Contents) {
      const at = LastModified?.toISOString();
      if (at === undefined || at < since) continue;
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      const mail = await PostalMime.parse((await Body?.transformToByteArray()) ?? new Uint8Array());
      const [, dossierId = "", key = ""] = OF_A_DOSSIER.exec(Key) ?? [];
      const subject = mail.subject ?? "";
      const reference = readReference(subject);
      mails.push({
        ...{ dossierId, key, at, subject },
        to: (mail.to ?? []).flatMap(({ address }) => (address === undefined ? [] : [address])),
        ...(REFERENCE.test(reference) ? { reference } : {}),
      });
    }
  return mails;
}

/** The key may have slashes; a mail that is forgotten by itself has the place of its days in front. */
const OF_A_DOSSIER = new RegExp(`^${MAILS_PREFIX}([^/]+)/(.+)\\.eml$`);
