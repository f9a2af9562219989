import type { Context } from "hono";
import { asAttachment } from "../../adapters/s3/attachment.ts";

const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
};

/** Answers with a file to keep. */
export const asFile = (c: Context, bytes: Uint8Array, type: keyof typeof TYPES, name: string): Response =>
  c.body(new Uint8Array(bytes), 200, {
    "content-type": TYPES[type],
    "content-disposition": asAttachment(name),
  });
