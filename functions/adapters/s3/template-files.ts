import { GetObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import * as z from "zod";
import { FILE_REFUSALS, type FileRefusal } from "../../domain/documents.ts";
import { GiveUp } from "../../domain/errors.ts";
import type { TemplateFiles } from "../../domain/ports.ts";
import { translatedS3 } from "./errors.ts";
import { isAbsent } from "./file-is-there.ts";
import { checkedTemplateKey, REFUSED, templateUploadKey } from "./template-arrivals.ts";

/** Templates in use or used before, by the SHA-256 of their bytes. */
const ACCEPTED_PREFIX = "templates/accepted/";
const Refusal = z.enum(FILE_REFUSALS);
const UPLOAD_SECONDS = 30 * 60;
/** As much as S3 takes in one form; what is too large is refused on a page. */
const LARGEST_BYTES = 5 * 1024 ** 3;

export function createTemplateFiles({
  client,
  name: Bucket,
}: {
  client: S3Client;
  name: string;
}): TemplateFiles {
  const read = async (Key: string): Promise<Uint8Array | FileRefusal | undefined> => {
    try {
      const { Body, Metadata } = await client.send(new GetObjectCommand({ Bucket, Key }));
      const refused = Refusal.safeParse(Metadata?.[REFUSED]);
      if (refused.success) return refused.data;
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
          Key: templateUploadKey(id),
          Conditions: [["content-length-range", 0, LARGEST_BYTES]],
          Fields: { success_action_redirect: returnTo },
          Expires: UPLOAD_SECONDS,
        });
      }),

    readUpload: (id) => translatedS3(id, () => read(checkedTemplateKey(id))),

    read: (sha256) =>
      translatedS3(sha256, async () => {
        const bytes = await read(`${ACCEPTED_PREFIX}${sha256}`);
        if (!(bytes instanceof Uint8Array)) throw new GiveUp("TEMPLATE_MISSING", { template: sha256 });
        return bytes;
      }),

    store: (sha256, bytes) =>
      translatedS3(sha256, async () => {
        await client.send(new PutObjectCommand({ Bucket, Key: `${ACCEPTED_PREFIX}${sha256}`, Body: bytes }));
      }),
  };
}
