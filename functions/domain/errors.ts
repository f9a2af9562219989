import { ERRORS } from "../../statemachine/contract.ts";

/**
 * Technical failures. The name of the error selects the retry policy of the workflow (statemachine/contract.ts). Each
 * class sets its name to a literal, because bundles are minified. The message is a code with keys, never a typed value:
 * it is stored in the history of the execution.
 */
export class NamedFailure extends Error {
  constructor(
    name: keyof typeof ERRORS,
    code: string,
    details: Record<string, string | number> = {},
    cause?: unknown,
  ) {
    const keys = Object.entries(details).map(([key, value]) => ` ${key}=${value}`);
    super(code + keys.join(""), { cause });
    this.name = ERRORS[name];
  }
}

type Details = Record<string, string | number>;

/** A transient error of a service (throttling, a connection, an outage): the workflow retries. */
export class RetryLater extends NamedFailure {
  constructor(code: string, details?: Details, cause?: unknown) {
    super("RetryLater", code, details, cause);
  }
}

/** Another process is performing the same act. It finishes soon, or its claim expires and can be taken over. */
export class InProgress extends RetryLater {}

/** Optimistic locking failed: another write came first. Re-read and re-evaluate. */
export class Conflict extends NamedFailure {
  constructor(code: string, details?: Details, cause?: unknown) {
    super("Conflict", code, details, cause);
  }
}

/** A permanent failure: the workflow does not retry, and the dossier is parked for the team. */
export class GiveUp extends NamedFailure {
  constructor(code: string, details?: Details, cause?: unknown) {
    super("GiveUp", code, details, cause);
  }
}

/** A stored item does not parse: a fault of the system in one item, named by its key. */
export class Unreadable extends GiveUp {
  readonly key: string;

  constructor(key: string, cause?: unknown) {
    super("ITEM_UNREADABLE", { item: key }, cause);
    this.key = key;
  }
}

/** SES refuses the address or the content of a mail, and there is no other recipient. */
export class MailRefused extends GiveUp {
  constructor(details?: Details) {
    super("MAIL_REFUSED", details);
  }
}

/** A withdrawal is under way: the workflow closes the dossier. */
export class Withdrawn extends NamedFailure {
  constructor(details?: Details) {
    super("Withdrawn", "DOSSIER_WITHDRAWN", details);
  }
}

/** The definition of this execution is too old: a fresh one takes over at the same stage. */
export class ContinueAsNew extends NamedFailure {
  constructor(details?: Details) {
    super("ContinueAsNew", "EXECUTION_TOO_OLD", details);
  }
}

/**
 * An error for the log. The message of a named failure is a code with keys; any other message may contain typed text,
 * so it is left out.
 */
export const codeOf = (error: unknown): string => {
  if (error instanceof NamedFailure) return error.message;
  return error instanceof Error ? error.name : "Unknown";
};

/** The code alone, without its keys. */
export const shortCodeOf = (error: unknown): string => codeOf(error).split(" ")[0] ?? "";
