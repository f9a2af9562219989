import { GiveUp, NamedFailure, RetryLater } from "../../domain/errors.ts";
import { asCause } from "../foreign-error.ts";

const PASSING = /SlowDown|InternalError|ServiceUnavailable|RequestTimeout|Throttl|TimeoutError|ECONN/;

/** Runs something against S3; what goes wrong comes out as one of our errors, with the key that it was about. */
export async function translatedS3<Result>(key: string, command: () => Promise<Result>): Promise<Result> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof Error) || error instanceof NamedFailure) throw error;
    if (PASSING.test(error.name) || PASSING.test(error.message))
      throw new RetryLater("BUCKET_UNAVAILABLE", { key }, asCause(error));
    throw new GiveUp("BUCKET_REFUSED", { key, error: error.name }, asCause(error));
  }
}
