import type { Permission } from "../iam/statements.ts";
import { type Dictionary, stringOf } from "../foundation/json.ts";
import type { Bucket } from "./buckets.ts";

type Need = { action: string; target: "bucket" | "object"; key?: "kms:Decrypt" | "kms:GenerateDataKey" };

/** Permissions of each operation, with its ARN, and of the bucket's customer-managed key. */
const NEEDS: Record<string, Need> = {
  GetObject: { action: "s3:GetObject", target: "object", key: "kms:Decrypt" },
  HeadObject: { action: "s3:GetObject", target: "object", key: "kms:Decrypt" },
  PutObject: { action: "s3:PutObject", target: "object", key: "kms:GenerateDataKey" },
  PostObject: { action: "s3:PutObject", target: "object", key: "kms:GenerateDataKey" },
  CopyObject: { action: "s3:PutObject", target: "object", key: "kms:GenerateDataKey" },
  DeleteObject: { action: "s3:DeleteObject", target: "object" },
  DeleteObjects: { action: "s3:DeleteObject", target: "object" },
  ListObjectsV2: { action: "s3:ListBucket", target: "bucket" },
  ListObjectVersions: { action: "s3:ListBucketVersions", target: "bucket" },
  HeadBucket: { action: "s3:ListBucket", target: "bucket" },
};
const OF_VERSION: Record<string, string> = {
  "s3:GetObject": "s3:GetObjectVersion",
  "s3:DeleteObject": "s3:DeleteObjectVersion",
};

type Deletion = { key: string; versionId?: string | undefined };

/** `input`: bucket, key, versionId, copySource `{ bucket, key }` and deletions, as far as the operation has them. */
export function permissionsOf(
  operation: string,
  input: Dictionary,
  buckets: readonly Bucket[],
  deletions: Deletion[] = [],
): Permission[] {
  const need = NEEDS[operation];
  if (!need) return [];
  const bucket = buckets.find(({ name }) => name === input["bucket"]);
  const arn = bucket?.arn ?? `arn:aws:s3:::${stringOf(input["bucket"])}`;
  const one = (key: string, versionId: unknown): Permission => ({
    action: versionId === undefined ? need.action : (OF_VERSION[need.action] ?? need.action),
    resource: need.target === "bucket" ? arn : `${arn}/${key}`,
    ...(typeof input["prefix"] === "string" && { context: { "s3:prefix": [input["prefix"]] } }),
  });
  const permissions =
    operation === "DeleteObjects"
      ? deletions.map(({ key, versionId }) => one(key, versionId))
      : [one(stringOf(input["key"]), input["versionId"])];
  if (input["retains"] === true)
    permissions.push({ ...one(stringOf(input["key"]), undefined), action: "s3:PutObjectRetention" });
  if (need.key && bucket?.keyArn) permissions.push({ action: need.key, resource: bucket.keyArn });
  return permissions;
}
