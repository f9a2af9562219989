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
