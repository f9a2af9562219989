import type { NewId } from "../domain/ports.ts";

const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** The id that a form carries, so that a message sent twice is one; a fresh one for a fresh form. */
export const messageId = (given: string | null | undefined, newId: NewId): string =>
  given && ULID.test(given) ? given : newId();
