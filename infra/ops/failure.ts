/** Exit codes of `npm run ops`. */
export const EXIT = {
  done: 0,
  /** A rule refused it, or something was not found or differs. */
  refused: 1,
  usage: 2,
  /** Not signed in, or without the role. */
  forbidden: 3,
  /** The site, the issuer or AWS does not answer. */
  unavailable: 4,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends the command with a message and a code, without a stack trace. */
export class Failure extends Error {
  readonly code: ExitCode;

  constructor(code: keyof typeof EXIT, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "Failure";
    this.code = EXIT[code];
  }
}

/** Errors of the AWS SDK before or at the gate: no credentials or region, or no permission. */
const NOT_ALLOWED =
  /Credentials|AccessDenied|ExpiredToken|InvalidClientTokenId|UnrecognizedClient|Region is missing/;

/** Any error as a failure with a code: of AWS where it is no other. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const told = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return NOT_ALLOWED.test(told)
    ? new Failure("forbidden", `AWS refuses: ${told}`, error)
    : new Failure("unavailable", told, error);
}
