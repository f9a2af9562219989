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

/** The mails whose text was stored from `since` on. The text of a mail is stored just before SES gets the mail. */
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

/**
 * The key of a mail may hold slashes. A mail with a short retention is below a folder of its days, which is the id of no
 * dossier.
 */
const OF_A_DOSSIER = new RegExp(`^${MAILS_PREFIX}([^/]+)/(.+)\\.eml$`);
