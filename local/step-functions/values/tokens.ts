import { randomBytes } from "node:crypto";

/** The execution and branch of a task token. The rest of the token is random. */
export type TokenAddress = { sequence: number; branch: number };

const PREFIX = "AQCEAAAAKgAAAAMAAAAAAAAAA";
const CHANCE_BYTES = 48;

/** A token contains its address, so that no index is needed; it is valid only while a task has exactly this token. */
export function newToken({ sequence, branch }: TokenAddress): string {
  const address = `${sequence}.${branch}.${randomBytes(CHANCE_BYTES).toString("base64url")}`;
  return PREFIX + Buffer.from(address).toString("base64url");
}

/** Undefined for an invalid token. */
export function readToken(token: string): TokenAddress | undefined {
  if (!token.startsWith(PREFIX)) return undefined;
  const text = Buffer.from(token.slice(PREFIX.length), "base64url").toString();
  const parts = /^(\d+)\.(\d+)\.[\w-]{64}$/.exec(text);
  return parts ? { sequence: Number(parts[1]), branch: Number(parts[2]) } : undefined;
}
