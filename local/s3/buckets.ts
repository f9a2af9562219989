import * as z from "zod";
import type { Template } from "../template/template.ts";
import { type BucketLock, LOCK_MODES } from "./object-lock.ts";
import { type LifecycleRule, readLifecycle } from "./lifecycle.ts";

const Filter = z.looseObject({ Name: z.string(), Value: z.string() });
const Lambda = z.looseObject({
  Events: z.array(z.string()).optional(),
  Event: z.string().optional(),
  LambdaFunctionArn: z.string().optional(),
  Function: z.string().optional(),
  Filter: z
    .looseObject({
      Key: z.looseObject({ FilterRules: z.array(Filter) }).optional(),
      S3Key: z.looseObject({ Rules: z.array(Filter) }).optional(),
    })
    .optional(),
});
const Notifications = z.looseObject({
  EventBridgeConfiguration: z.unknown().optional(),
  LambdaFunctionConfigurations: z.array(Lambda).default([]),
  LambdaConfigurations: z.array(Lambda).default([]),
  QueueConfigurations: z.array(z.unknown()).max(0, "queue notifications are not supported").optional(),
  TopicConfigurations: z.array(z.unknown()).max(0, "topic notifications are not supported").optional(),
});
const Retention = z.strictObject({
  Mode: z.enum(LOCK_MODES),
  Days: z.number().optional(),
  Years: z.number().optional(),
});
const ObjectLock = z.strictObject({
  ObjectLockEnabled: z.literal("Enabled"),
  Rule: z.strictObject({ DefaultRetention: Retention }).optional(),
});
const BucketProperties = z.looseObject({
  ObjectLockEnabled: z.boolean().default(false),
  ObjectLockConfiguration: ObjectLock.optional(),
  VersioningConfiguration: z.looseObject({ Status: z.string() }).optional(),
  NotificationConfiguration: Notifications.optional(),
  LifecycleConfiguration: z.looseObject({ Rules: z.array(z.unknown()) }).optional(),
  BucketEncryption: z
    .looseObject({
      ServerSideEncryptionConfiguration: z.array(
        z.looseObject({
          ServerSideEncryptionByDefault: z.looseObject({ KMSMasterKeyID: z.string().optional() }).optional(),
        }),
      ),
    })
    .optional(),
});
const CustomNotifications = z.looseObject({
  BucketName: z.string(),
  NotificationConfiguration: Notifications,
});

export type FunctionNotification = { functionArn: string; events: string[]; prefix: string; suffix: string };
export type Bucket = {
  name: string;
  arn: string;
  versioned: boolean;
  lock: BucketLock | undefined;
  /** ARN of the customer-managed key. */
  keyArn: string | undefined;
  /** Whether its events go to EventBridge. */
  eventBridge: boolean;
  notifications: FunctionNotification[];
  lifecycle: LifecycleRule[];
};

function lockOf({
  ObjectLockEnabled,
  ObjectLockConfiguration,
}: z.infer<typeof BucketProperties>): Bucket["lock"] {
  if (!ObjectLockEnabled) return undefined;
  const retention = ObjectLockConfiguration?.Rule?.DefaultRetention;
  if (!retention) return {};
  return { retention: { mode: retention.Mode, days: retention.Days ?? 365 * (retention.Years ?? 0) } };
}

/** The buckets of the template, with the notifications that the CDK configures by a custom resource. */
export function bucketsOf(template: Template): Bucket[] {
  const custom = template.ofType("Custom::S3BucketNotifications", CustomNotifications);
  return template
    .ofType("AWS::S3::Bucket", BucketProperties)
    .map(({ physical: { name, attributes }, properties }) => {
      const configurations = [
        properties.NotificationConfiguration,
        ...custom
          .filter((one) => one.properties.BucketName === name)
          .map((one) => one.properties.NotificationConfiguration),
      ].filter((one) => one !== undefined);
      const key = properties.BucketEncryption?.ServerSideEncryptionConfiguration.map(
        ({ ServerSideEncryptionByDefault }) => ServerSideEncryptionByDefault?.KMSMasterKeyID,
      ).find(Boolean);
      return {
        name,
        arn: attributes["Arn"] ?? "",
        // Object lock turns versioning on.
        versioned: properties.ObjectLockEnabled || properties.VersioningConfiguration?.Status === "Enabled",
        lock: lockOf(properties),
        keyArn: key === undefined || key.startsWith("arn:") ? key : template.arn("kms", `key/${key}`),
        lifecycle: readLifecycle(name, properties.LifecycleConfiguration?.Rules ?? []),
        eventBridge: configurations.some((one) => one.EventBridgeConfiguration !== undefined),
        notifications: configurations.flatMap((one) =>
          [...one.LambdaFunctionConfigurations, ...one.LambdaConfigurations].map(notificationOf),
        ),
      };
    });
}

function notificationOf(configuration: z.infer<typeof Lambda>): FunctionNotification {
  const rules = configuration.Filter?.Key?.FilterRules ?? configuration.Filter?.S3Key?.Rules ?? [];
  const rule = (name: string) => rules.find(({ Name }) => Name.toLowerCase() === name)?.Value ?? "";
  return {
    functionArn: configuration.LambdaFunctionArn ?? configuration.Function ?? "",
    events: configuration.Events ?? [configuration.Event ?? ""],
    prefix: rule("prefix"),
    suffix: rule("suffix"),
  };
}
