import { GetObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { GiveUp } from "../../domain/errors.ts";
import type { TemplateFiles } from "../../domain/ports.ts";
import { translatedS3 } from "./errors.ts";
import { isAbsent } from "./file-is-there.ts";

/** Templates in use or used before, by the SHA-256 of their bytes. */
const ACCEPTED_PREFIX = "templates/accepted/";
/** Templates that somebody uploaded and has not put in use. A lifecycle rule in infra deletes them. */
const UPLOADED_PREFIX = "templates/uploaded/";
const UPLOAD_SECONDS = 30 * 60;
/** Far more than a template has. */
const LARGEST_BYTES = 25 * 1024 * 1024;

export function createTemplateFiles({
  client,
  name: Bucket,
}: {
  client: S3Client;
  name: string;
}): TemplateFiles {
  const read = async (Key: string): Promise<Uint8Array | undefined> => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      return Body ? await Body.transformToByteArray() : new Uint8Array();
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  };
  return {
    prepareUpload: (id, returnTo) =>
      translatedS3(id, async () => {
        const { createPresignedPost } = await import("@aws-sdk/s3-presigned-post");
        return createPresignedPost(client, {
          Bucket,
          Key: `${UPLOADED_PREFIX}${id}`,
          Conditions: [["content-length-range", 0, LARGEST_BYTES]],
          Fields: { success_action_redirect: returnTo },
          Expires: UPLOAD_SECONDS,
        });
      }),

    readUpload: (id) => translatedS3(id, () => read(`${UPLOADED_PREFIX}${id}`)),

    read: (sha256) =>
      translatedS3(sha256, async () => {
        const bytes = await read(`${ACCEPTED_PREFIX}${sha256}`);
        if (!bytes) throw new GiveUp("TEMPLATE_MISSING", { template: sha256 });
        return bytes;
      }),

    store: (sha256, bytes) =>
      translatedS3(sha256, async () => {
        await client.send(new PutObjectCommand({ Bucket, Key: `${ACCEPTED_PREFIX}${sha256}`, Body: bytes }));
      }),
  };
}
