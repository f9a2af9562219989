/**
 * Findings of the NIST 800-53 (rev. 5) and Serverless packs of cdk-nag that are accepted in the whole stack, by the part of
 * the id after `NIST.800.53.R5-` or `Serverless-`. AwsSolutions: accepted-findings.ts.
 */
const NIST: Readonly<Record<string, string>> = {
  DynamoDBInBackupPlan:
    "Point-in-time recovery keeps 35 days of every second; a backup plan is the choice of the configuration.",
  S3BucketReplicationEnabled:
    "Documents and digests are versioned and S3 keeps them in three zones; a copy in another region doubles personal data.",
  S3BucketVersioningEnabled: "The bucket without versions holds access logs only, which nobody overwrites.",
  S3DefaultEncryptionKMS: "S3 delivers access logs to a bucket with its own key only (SSE-S3).",
  IAMNoInlinePolicy: "A policy belongs to the one role of one function, and lives and dies with it.",
  CloudWatchLogGroupEncrypted:
    "In dev, logs are encrypted by CloudWatch and hold codes and ids, no personal data (rule 12).",
  CloudTrailCloudWatchLogsEnabled:
    "The trail is read from its bucket when a leak is suspected: a second copy in CloudWatch Logs adds nothing.",
  APIGWCacheEnabledAndEncrypted: "Pages are personal: a cache would show one person's page to another.",
  APIGWExecutionLoggingEnabled:
    "An execution log holds the paths, in which the secrets of mailed links stand; the access log does not.",
  APIGWSSLEnabled:
    "The integrations are Lambda functions, called by IAM; there is no back end to show a certificate to.",
  LambdaConcurrency:
    "A reserve per function takes from the others; throttling has an alarm, and every call is retried.",
  LambdaDLQ:
    "A function that is called asynchronously has an on-failure destination; the others answer their caller.",
  LambdaInsideVPC: "The functions use AWS services only, over TLS, by IAM; a VPC adds no boundary to them.",
};
const SERVERLESS: Readonly<Record<string, string>> = {
  SNSRedrivePolicy:
    "The subscription is a mailbox, which has no dead letters; SNS retries the delivery itself.",
  SQSRedrivePolicy: "The queues are dead-letter queues themselves, each with an alarm.",
  APIGWXrayEnabled: "A trace of the gateway holds the paths, in which the secrets of mailed links stand.",
  LambdaDLQ: NIST["LambdaDLQ"] ?? "",
};

const under = (prefix: string, accepted: Readonly<Record<string, string>>) =>
  Object.entries(accepted).map(([rule, reason]) => ({ id: `${prefix}-${rule}`, reason }));

export const FINDINGS_OF_PACKS = [...under("NIST.800.53.R5", NIST), ...under("Serverless", SERVERLESS)];
