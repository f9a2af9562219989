import { asOurs } from "../shared/foreign-error.ts";

/** Runs something against S3; what goes wrong comes out as one of our errors, with the key that it was about. */
export async function translatedS3<Result>(key: string, command: () => Promise<Result>): Promise<Result> {
  try {
    return await command();
  } catch (error) {
    throw asOurs("BUCKET", error, { key });
  }
}
