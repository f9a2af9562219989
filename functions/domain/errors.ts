import { ERRORS } from "../../statemachine/contract.ts";

/**
 * Technical failures. The name of the error is the retry policy of the workflow (statemachine/contract.ts), and a
 * bundle is minified, so each class sets its name to a literal. The message is a code with keys, never a value that
 * a person typed: it ends up in the history of the execution.
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

/** A transient error outside (throttling, a connection, a service that is down): the workflow tries again. */
export class RetryLater extends NamedFailure {
  constructor(code: string, details?: Details, cause?: unknown) {
    super("RetryLater", code, details, cause);
  }
}

/** Somebody else is doing this very thing now: it is done soon, or is taken over from who did not finish it. */
export class InProgress extends RetryLater {}

/** Somebody else wrote first: read again and decide again. */
export class Conflict extends NamedFailure {
  constructor(code: string, details?: Details, cause?: unknown) {
    super("Conflict", code, details, cause);
  }
}

/** It will never work: not tried again; the dossier is parked for the team. */
export class GiveUp extends NamedFailure {
  constructor(code: string, details?: Details, cause?: unknown) {
    super("GiveUp", code, details, cause);
  }
}

/** Something stored does not parse: a fault of ours in one item, by its key. */
export class Unreadable extends GiveUp {
  readonly key: string;

  constructor(key: string, cause?: unknown) {
    super("ITEM_UNREADABLE", { item: key }, cause);
    this.key = key;
  }
}

/** SES refuses the address or the content of a mail, and nobody else can be told instead. */
export class MailRefused extends GiveUp {
  constructor(details?: Details) {
    super("MAIL_REFUSED", details);
  }
}

/** The dossier is being withdrawn: the workflow closes it. */
export class Withdrawn extends NamedFailure {
  constructor(details?: Details) {
    super("Withdrawn", "DOSSIER_WITHDRAWN", details);
  }
}

/** An error in a log. The message of a failure is a code with keys; any other message may hold what a person typed. */
export const codeOf = (error: unknown): string => {
  if (error instanceof NamedFailure) return error.message;
  return error instanceof Error ? error.name : "Unknown";
};
