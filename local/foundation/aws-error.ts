/** An error as AWS words it: `name` is the code a client sees, `status` the HTTP status. */
export class AwsError extends Error {
  readonly status: number;
  /** Further fields of the error body, such as `CancellationReasons`. */
  readonly details: Record<string, string>;

  constructor(name: string, message: string, status = 400, details: Record<string, string> = {}) {
    super(message);
    this.name = name;
    this.status = status;
    this.details = details;
  }
}

/** What the local cloud does not do, refused by name and never silently ignored. */
export class NotSupported extends Error {
  override name = "NotSupported";
}
