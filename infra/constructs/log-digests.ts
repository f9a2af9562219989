import { Duration, RemovalPolicy } from "aws-cdk-lib";
import type { Key } from "aws-cdk-lib/aws-kms";
import * as s3 from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import type { Configuration } from "../configuration/configuration.ts";
import type { AnyFunction } from "./service-function.ts";

export type LogDigestsProps = {
  readonly key: Key;
  /** Who may shorten a lock: somebody with a permission of its own (`governance`), or nobody (`compliance`). */
  readonly logLock: Configuration["logLock"];
  /** Years for which a version that names no moment itself is locked. */
  readonly leastYears: number;
  readonly accessLogs: s3.IBucket;
};

/**
 * The digests of the log of each dossier, one a day, in a bucket of their own with object lock. The digests hold no
 * personal data, so the erasure of a dossier leaves them.
 */
export class LogDigests extends Construct {
  readonly environment: { LOG_BUCKET_NAME: string; LOG_LOCK_MODE: string };
  readonly bucket: s3.Bucket;
  readonly #key: Key;

  constructor(scope: Construct, id: string, { key, logLock, leastYears, accessLogs }: LogDigestsProps) {
    super(scope, id);
    this.#key = key;
    this.bucket = new s3.Bucket(this, "Bucket", {
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: s3.ObjectLockRetention[logLock](Duration.days(365 * leastYears)),
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: "log-digests/",
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    if (this.bucket.node.defaultChild instanceof s3.CfnBucket)
      this.bucket.node.defaultChild.overrideLogicalId("LogDigestsBucket");
    this.environment = { LOG_BUCKET_NAME: this.bucket.bucketName, LOG_LOCK_MODE: logLock.toUpperCase() };
  }

  /** Keep a digest until a moment, or read the one that is there. Nobody may delete one. */
  grantKeep(to: AnyFunction): void {
    to.allow(["s3:PutObject", "s3:PutObjectRetention", "s3:GetObject"], [this.bucket.arnForObjects("*")]);
    to.allow(["kms:GenerateDataKey", "kms:Decrypt"], [this.#key.keyArn]);
  }

  /** Read every digest in its first version. */
  grantVerify(to: AnyFunction): void {
    to.allow(["s3:ListBucketVersions"], [this.bucket.bucketArn]);
    to.allow(["s3:GetObjectVersion"], [this.bucket.arnForObjects("*")]);
    to.allow(["kms:Decrypt"], [this.#key.keyArn]);
  }
}
