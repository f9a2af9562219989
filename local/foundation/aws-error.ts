/** An error in the format of AWS: `name` is the error code, `status` the HTTP status. */
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

/** An unsupported feature: refused by name, never silently ignored. */
export class NotSupported extends Error {
  override name = "NotSupported";
}
