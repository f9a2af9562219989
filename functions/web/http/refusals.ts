import type * as z from "zod";
import { Unreadable } from "../../domain/errors.ts";
import type { Tombstone } from "../../domain/tombstone.ts";
import type { Reason } from "../../domain/verdict.ts";
import type { TooOften } from "../../limits/within-limits.ts";

/** Requests that are not served, and the status that says so. Their words stand in the catalogue. */
export const REFUSALS = {
  "bad-request": 400,
  "broken-text": 400,
  "key-missing": 400,
  "key-too-long": 400,
  "sign-in": 401,
  "no-role": 403,
  "not-your-form": 403,
  "form-expired": 403,
  "link-unknown": 404,
  "page-unknown": 404,
  "file-gone": 404,
  "method-unknown": 405,
  conflict: 409,
  /** Somebody asks the page of a form of what was typed: answered so while that cannot be shown. */
  "page-asked": 409,
  "form-reused": 409,
  unreadable: 409,
  "dossier-deleted": 410,
  "too-large": 413,
  "media-type": 415,
  "wrong-input": 422,
  "too-often": 429,
  failure: 500,
  "retry-later": 503,
} as const;
export type RefusalKind = keyof typeof REFUSALS;

/** Thrown where a request goes no further; `onError` makes the answer. */
export class Refusal extends Error {
  readonly kind: RefusalKind;

  constructor(kind: RefusalKind) {
    super(kind);
    this.name = "Refusal";
    this.kind = kind;
  }
}

/** The dossier was deleted: what is left says when, and under which rule. */
export class DossierDeleted extends Refusal {
  readonly tombstone: Tombstone;

  constructor(tombstone: Tombstone) {
    super("dossier-deleted");
    this.tombstone = tombstone;
  }
}

/** Input of the wrong shape, with all that is wrong with it. */
export class WrongInput extends Refusal {
  readonly issues: readonly z.core.$ZodIssue[];

  constructor(issues: readonly z.core.$ZodIssue[]) {
    super("wrong-input");
    this.issues = issues;
  }
}

/** Input that a rule holds back until the person has looked at it again. */
export class HeldBack extends Refusal {
  readonly reasons: readonly Reason[];

  constructor(reasons: readonly Reason[]) {
    super("wrong-input");
    this.reasons = reasons;
  }
}

/** Something that a limit holds back, where there is no form to show again. */
export class HeldByLimit extends Refusal {
  readonly reasons: readonly Reason[];

  constructor({ reasons }: TooOften) {
    super("too-often");
    this.reasons = reasons;
  }
}

/** What went wrong, as far as the outside may know: by the name of the error, which is also the workflow's retry policy. */
export function refusalOf(error: Error): RefusalKind {
  if (error instanceof Refusal) return error.kind;
  if (error.name === "RetryLater") return "retry-later";
  if (error.name === "Conflict") return "conflict";
  if (error instanceof Unreadable) return "unreadable";
  // Where a list goes on is part of the address: a wrong one is the caller's mistake.
  if (error.message.startsWith("CURSOR_UNREADABLE")) return "bad-request";
  return "failure";
}

/** Seconds after which it makes sense to try again. */
export const RETRY_AFTER = "10";
