import { HeadObjectCommand, type S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import type { StoredDocument } from "../../domain/documents.ts";
import { keys } from "../dynamodb/keys.ts";
import { alarmUnreadable } from "../shared/observability.ts";
import { translatedS3 } from "./errors.ts";

/** Without the permission to list, S3 answers "access denied" for a missing object. */
const ABSENT = [403, 404];

export const isAbsent = (error: unknown): boolean =>
  error instanceof S3ServiceException && ABSENT.includes(error.$metadata.httpStatusCode ?? 0);

/** Alarms operators: the file of a record is missing, so it was deleted outside the system. */
export function alarmGone({ dossierId, id }: StoredDocument): void {
  const { pk, sk } = keys.document(dossierId, id);
  alarmUnreadable([`${pk} ${sk}`]);
}

export const fileIsThere = (
  { client, name: Bucket }: { client: S3Client; name: string },
  document: StoredDocument,
): Promise<boolean> =>
  translatedS3(document.id, async () => {
    const { s3Key: Key, s3VersionId: VersionId } = document;
    try {
      await client.send(new HeadObjectCommand({ Bucket, Key, VersionId }));
      return true;
    } catch (error) {
      if (!isAbsent(error)) throw error;
      alarmGone(document);
      return false;
    }
  });
