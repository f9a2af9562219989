import type { Bucket } from "./buckets.ts";
import type { StoredObject } from "./objects.ts";

/** Kinds of change: the last part of S3's event name, and the `reason` of EventBridge's event. */
export const CHANGES = {
  PutObject: { event: "ObjectCreated:Put", reason: "PutObject", detailType: "Object Created" },
  PostObject: { event: "ObjectCreated:Post", reason: "POST Object", detailType: "Object Created" },
  CopyObject: { event: "ObjectCreated:Copy", reason: "CopyObject", detailType: "Object Created" },
  DeleteObject: { event: "ObjectRemoved:Delete", reason: "DeleteObject", detailType: "Object Deleted" },
} as const;
export type Change = keyof typeof CHANGES;

export type ObjectChange = { change: Change; bucket: Bucket; object: StoredObject; requestId: string };

const describe = ({ key, size, etag, version, sequence }: StoredObject, versioned: boolean) => ({
  key,
  size,
  ...(versioned ? { version } : {}),
  etag,
  sequencer: sequence.toString(16).toUpperCase().padStart(18, "0"),
});

/** Detail of the event on EventBridge. https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html */
export function eventDetail({ change, bucket, object, requestId }: ObjectChange) {
  const { version, ...described } = describe(object, bucket.versioned);
  return {
    version: "0",
    bucket: { name: bucket.name },
    object: { ...described, ...(version === undefined ? {} : { "version-id": version }) },
    "request-id": requestId,
    requester: "local",
    "source-ip-address": "127.0.0.1",
    reason: CHANGES[change].reason,
  };
}

/** The notification for a function; the key is form-encoded. */
export function notification({ change, bucket, object, requestId }: ObjectChange, region: string) {
  const { version, ...described } = describe(object, bucket.versioned);
  const key = encodeURIComponent(object.key).replaceAll("%20", "+").replaceAll("%2F", "/");
  return {
    Records: [
      {
        eventVersion: "2.1",
        eventSource: "aws:s3",
        awsRegion: region,
        eventTime: new Date(object.modified).toISOString(),
        eventName: CHANGES[change].event,
        responseElements: { "x-amz-request-id": requestId },
        s3: {
          s3SchemaVersion: "1.0",
          bucket: { name: bucket.name, arn: bucket.arn },
          object: { ...described, key, ...(version === undefined ? {} : { versionId: version }) },
        },
      },
    ],
  };
}
