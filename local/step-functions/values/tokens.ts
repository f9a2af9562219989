import { randomBytes } from "node:crypto";

/** Where a task token leads: which execution and which of its branches. The rest of the token is chance. */
export type TokenAddress = { sequence: number; branch: number };

const PREFIX = "AQCEAAAAKgAAAAMAAAAAAAAAA";
const CHANCE_BYTES = 48;

/** A token says where it leads, so that no index of tokens is needed; it is good only while a task holds it whole. */
export function newToken({ sequence, branch }: TokenAddress): string {
  const address = `${sequence}.${branch}.${randomBytes(CHANCE_BYTES).toString("base64url")}`;
  return PREFIX + Buffer.from(address).toString("base64url");
}

/** Undefined for what was never a token. */
export function readToken(token: string): TokenAddress | undefined {
  if (!token.startsWith(PREFIX)) return undefined;
  const text = Buffer.from(token.slice(PREFIX.length), "base64url").toString();
  const parts = /^(\d+)\.(\d+)\.[\w-]{64}$/.exec(text);
  return parts ? { sequence: Number(parts[1]), branch: Number(parts[2]) } : undefined;
}
