import { CfnOutput, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { CfnTrail } from "aws-cdk-lib/aws-cloudtrail";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Key } from "aws-cdk-lib/aws-kms";
import * as s3 from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";

export type AuditTrailProps = {
  readonly environment: string;
  /** Encrypts the trail. */
  readonly key: Key;
  readonly tableArn: string;
  /** Buckets of which each reading and writing of an object is recorded. */
  readonly buckets: readonly s3.IBucket[];
  /** Days for which the trail is kept. */
  readonly days: number;
  readonly accessLogs: s3.IBucket;
};

const CLOUDTRAIL = new ServicePrincipal("cloudtrail.amazonaws.com");

/**
 * A trail of who read and wrote items and files, by the product or around it, and of every call that changed the account.
 * With it EventBridge hears of calls on the keys. It holds keys of items, never their contents.
 */
export class AuditTrail extends Construct {
  constructor(scope: Construct, id: string, props: AuditTrailProps) {
    super(scope, id);
    const { key, tableArn, buckets } = props;
    const trailName = `led-onboarding-${props.environment}`;
    const trailArn = Stack.of(this).formatArn({
      service: "cloudtrail",
      resource: "trail",
      resourceName: trailName,
    });
    const bucket = this.#bucket(props, trailArn);
    key.addToResourcePolicy(
      new PolicyStatement({
        sid: "AllowTrail",
        principals: [CLOUDTRAIL],
        actions: ["kms:GenerateDataKey*", "kms:DescribeKey"],
        resources: ["*"],
        conditions: { StringEquals: { "aws:SourceArn": trailArn } },
      }),
    );
    const trail = new CfnTrail(this, "Trail", {
      trailName,
      isLogging: true,
      enableLogFileValidation: true,
      isMultiRegionTrail: false,
      includeGlobalServiceEvents: true,
      s3BucketName: bucket.bucketName,
      kmsKeyId: key.keyArn,
      advancedEventSelectors: [
        selector("Items", [
          is("eventCategory", "Data"),
          is("resources.type", "AWS::DynamoDB::Table"),
          is("resources.ARN", tableArn),
        ]),
        selector("Files", [
          is("eventCategory", "Data"),
          is("resources.type", "AWS::S3::Object"),
          { field: "resources.ARN", startsWith: buckets.map(({ bucketArn }) => `${bucketArn}/`) },
        ]),
        selector("Changes of the account", [is("eventCategory", "Management"), is("readOnly", "false")]),
      ],
    });
    if (bucket.policy) trail.node.addDependency(bucket.policy);
    new CfnOutput(Stack.of(this), "TrailBucket", {
      value: bucket.bucketName,
      description: "Who read and wrote, by CloudTrail",
    });
  }

  #bucket({ key, days, accessLogs }: AuditTrailProps, trailArn: string): s3.Bucket {
    const bucket = new s3.Bucket(this, "Bucket", {
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      lifecycleRules: [{ expiration: Duration.days(days) }],
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: "trail/",
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const ofTrail = { "aws:SourceArn": trailArn };
    bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [CLOUDTRAIL],
        actions: ["s3:GetBucketAcl"],
        resources: [bucket.bucketArn],
        conditions: { StringEquals: ofTrail },
      }),
    );
    bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [CLOUDTRAIL],
        actions: ["s3:PutObject"],
        resources: [bucket.arnForObjects(`AWSLogs/${Stack.of(this).account}/*`)],
        conditions: { StringEquals: { ...ofTrail, "s3:x-amz-acl": "bucket-owner-full-control" } },
      }),
    );
    return bucket;
  }
}

const is = (field: string, value: string) => ({ field, equalTo: [value] });
const selector = (name: string, fieldSelectors: CfnTrail.AdvancedFieldSelectorProperty[]) => ({
  name,
  fieldSelectors,
});
