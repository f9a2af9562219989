import * as z from "zod";
import { NotSupported } from "../foundation/aws-error.ts";
import { isLocked } from "./object-lock.ts";
import type { Objects, StoredObject } from "./objects.ts";

const DAY = 86_400_000;

/** A lifecycle rule of the template. Multipart uploads are not supported, so nothing needs aborting. */
const Rule = z.strictObject({
  Id: z.string().optional(),
  Status: z.enum(["Enabled", "Disabled"]),
  Prefix: z.string().default(""),
  ExpirationInDays: z.number().optional(),
  ExpiredObjectDeleteMarker: z.boolean().default(false),
  NoncurrentVersionExpiration: z.strictObject({ NoncurrentDays: z.number() }).optional(),
  AbortIncompleteMultipartUpload: z.unknown().optional(),
});
export type LifecycleRule = z.infer<typeof Rule>;

type Expiring = { name: string; versioned: boolean; lifecycle: readonly LifecycleRule[] };

/** The rules of a bucket; unsupported ones are refused by name. */
export function readLifecycle(bucket: string, rules: unknown[]): LifecycleRule[] {
  const read = rules.map((rule) => Rule.safeParse(rule));
  for (const { error } of read)
    if (error)
      throw new NotSupported(`A lifecycle rule of ${bucket} is not supported: ${z.prettifyError(error)}`);
  return read.flatMap(({ data }) => (data?.Status === "Enabled" ? [data] : []));
}

/**
 * Expires objects by the virtual clock, as S3 does once a day. A current version gets a delete marker on top of it, or
 * is deleted in a bucket without versions. A noncurrent version is deleted a number of days after its successor came. A
 * marker without versions below it is deleted too.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html
 */
export async function expireObjects(
  buckets: readonly Expiring[],
  objects: Objects,
  now: number,
): Promise<void> {
  for (const bucket of buckets)
    for (const rule of bucket.lifecycle) await expireBelow(bucket, rule, objects, now);
}

async function expireBelow(
  bucket: Expiring,
  rule: LifecycleRule,
  objects: Objects,
  now: number,
): Promise<void> {
  const isOver = (since: number, days: number | undefined) => days !== undefined && since + days * DAY <= now;
  let newer: StoredObject | undefined;
  // In order of key, then newest first.
  for (const object of objects.list(bucket.name, rule.Prefix)) {
    const successor = newer?.key === object.key ? newer : undefined;
    newer = object;
    const { key, version, file, modified } = object;
    const end = async (one?: string) => {
      if (one === undefined || !isLocked(object, now))
        await objects.remove(bucket.name, key, now, bucket.versioned, one);
    };
    if (successor) {
      if (isOver(successor.modified, rule.NoncurrentVersionExpiration?.NoncurrentDays)) await end(version);
    } else if (file !== null) {
      if (isOver(modified, rule.ExpirationInDays)) await end();
    } else if (hidesNothing(object, objects) && (rule.ExpiredObjectDeleteMarker || rule.ExpirationInDays)) {
      await end(version);
    }
  }
}

const hidesNothing = ({ bucket, key }: StoredObject, objects: Objects): boolean =>
  objects.versions(bucket, key).length === 1;
