import type * as z from "zod";
import { Unreadable } from "../../domain/errors.ts";
import type { Tombstone } from "../../domain/tombstone.ts";
import type { Reason } from "../../domain/verdict.ts";
import type { TooOften } from "../../limits/within-limits.ts";

/** Kinds of refused request, with their status. The catalogue has their texts. */
export const REFUSALS = {
  "bad-request": 400,
  "broken-text": 400,
  /** A program sent a name that does not exist. Otherwise a misspelt name would be ignored. */
  "name-unknown": 400,
  "key-missing": 400,
  "key-too-long": 400,
  "sign-in": 401,
  "no-role": 403,
  "not-your-form": 403,
  "form-expired": 403,
  "link-unknown": 404,
  /** The link expired while somebody typed; the input was kept. */
  "link-over": 404,
  "page-unknown": 404,
  "file-gone": 404,
  "method-unknown": 405,
  conflict: 409,
  /** The form with typed input asks for its page, which cannot be shown now. */
  "page-asked": 409,
  "form-reused": 409,
  unreadable: 409,
  "dossier-deleted": 410,
  /** `If-Match` names another state of the dossier. */
  "dossier-changed": 412,
  "too-large": 413,
  "media-type": 415,
  "wrong-input": 422,
  /** A program sent the same `Idempotency-Key` with something else. */
  "key-reused": 422,
  "too-often": 429,
  failure: 500,
  "retry-later": 503,
} as const;
export type RefusalKind = keyof typeof REFUSALS;

/** Ends a request; `onError` makes the answer. */
export class Refusal extends Error {
  readonly kind: RefusalKind;

  constructor(kind: RefusalKind) {
    super(kind);
    this.name = "Refusal";
    this.kind = kind;
  }
}

/** The dossier was deleted; the tombstone has the date and the rule. */
export class DossierDeleted extends Refusal {
  readonly tombstone: Tombstone;

  constructor(tombstone: Tombstone) {
    super("dossier-deleted");
    this.tombstone = tombstone;
  }
}

/** Input of the wrong shape, with all its problems. */
export class WrongInput extends Refusal {
  readonly issues: readonly z.core.$ZodIssue[];

  constructor(
    issues: readonly z.core.$ZodIssue[],
    kind: "wrong-input" | "bad-request" | "name-unknown" = "wrong-input",
  ) {
    super(kind);
    this.issues = issues;
  }
}

/** Input that a rule refuses until the person has checked it. */
export class HeldBack extends Refusal {
  readonly reasons: readonly Reason[];

  constructor(reasons: readonly Reason[]) {
    super("wrong-input");
    this.reasons = reasons;
  }
}

/** A reached limit, where there is no form to show again. */
export class HeldByLimit extends Refusal {
  readonly reasons: readonly Reason[];

  constructor({ reasons }: TooOften) {
    super("too-often");
    this.reasons = reasons;
  }
}

/**
 * The cause of a failure that may be shown outside, from the name of the error, which is also the retry policy of the
 * workflow.
 */
export function refusalOf(error: Error): RefusalKind {
  if (error instanceof Refusal) return error.kind;
  if (error.name === "RetryLater") return "retry-later";
  if (error.name === "Conflict") return "conflict";
  if (error instanceof Unreadable) return "unreadable";
  // The cursor of a list is part of the address, so a wrong one is a mistake of the client.
  if (error.message.startsWith("CURSOR_UNREADABLE")) return "bad-request";
  return "failure";
}

/** Seconds until a retry makes sense. */
export const RETRY_AFTER = "10";
