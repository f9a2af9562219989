import { asOurs } from "../shared/foreign-error.ts";

/** Calls S3 and translates its errors to domain errors, with the key concerned. */
export async function translatedS3<Result>(key: string, command: () => Promise<Result>): Promise<Result> {
  try {
    return await command();
  } catch (error) {
    throw asOurs("BUCKET", error, { key });
  }
}
