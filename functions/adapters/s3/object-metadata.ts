import * as z from "zod";
import { Actor } from "../../domain/people.ts";

/** Metadata of an upload: its sender, the name of the file, and the title of a document outside a task. */
export type UploadFacts = { by: Actor; name: string; title?: string };

export const BY = "by";
export const TITLE = "title";
export const FILE_NAME = "file-name";

/** Metadata must be ASCII and at most 2 KB in total. This encoding takes a third of the size of percent-encoding. */
export const encodeActor = (by: Actor): string => Buffer.from(JSON.stringify(by)).toString("base64url");
export const encodeTitle = (title: string): string => Buffer.from(title).toString("base64url");

/**
 * Undefined for metadata that this system did not write. `named` is the name in the key of an upload of an earlier
 * version.
 */
export function readFacts(
  metadata: Record<string, string>,
  named: string | undefined,
): UploadFacts | undefined {
  const by = metadata[BY] === undefined ? readEarlierActor(metadata) : readActor(metadata[BY]);
  if (!by) return undefined;
  const { [TITLE]: title, [FILE_NAME]: name = "" } = metadata;
  return {
    ...{ by, name: named ?? decodeName(name) },
    ...(title !== undefined && { title: Buffer.from(title, "base64url").toString() }),
  };
}

function readActor(encoded: string): Actor | undefined {
  try {
    return Actor.safeParse(JSON.parse(Buffer.from(encoded, "base64url").toString())).data;
  } catch {
    return undefined;
  }
}

const Earlier = z.object({ "by-role": z.string(), "by-id": z.string(), "by-name": z.string() });

function readEarlierActor(metadata: Record<string, string>): Actor | undefined {
  const { data } = Earlier.safeParse(metadata);
  if (!data) return undefined;
  const [id, name] = [data["by-id"], data["by-name"]].map(decodeURIComponent);
  return Actor.safeParse({ role: data["by-role"], id, name }).data;
}

const ENCODED_WORD = /=\?utf-8\?([bq])\?([^?]*)\?=(\s+(?==\?))?/gi;

/**
 * Decodes a file name from the browser. S3 returns non-ASCII metadata as RFC 2047 encoded words, and some of its
 * interfaces read UTF-8 as Latin-1. Browsers write a quote in a file name as %22.
 */
export function decodeName(value: string): string {
  const text = value.replace(ENCODED_WORD, (_word, kind: string, coded: string) =>
    Buffer.from(kind.toLowerCase() === "b" ? Buffer.from(coded, "base64") : quotedBytes(coded)).toString(),
  );
  return asUtf8(text).replaceAll("%22", '"');
}

const quotedBytes = (coded: string): Buffer =>
  Buffer.from(
    coded
      .replaceAll("_", " ")
      .replace(/=([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    "latin1",
  );

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Decodes text that consists of bytes as UTF-8, where those bytes are valid UTF-8. */
function asUtf8(text: string): string {
  if (!/[\u0080-\u00FF]/.test(text) || /[\u{100}-\u{10FFFF}]/u.test(text)) return text;
  try {
    return utf8.decode(Buffer.from(text, "latin1"));
  } catch {
    return text;
  }
}
