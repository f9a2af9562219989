/** Whether CloudFormation keeps a resource when its stack is deleted. */
export const isRetained = (policy: string | undefined): boolean =>
  policy === "Retain" || policy === "RetainExceptOnCreate";

/** The commands that delete a resource for good, by type; each loses what the resource holds. */
const DELETIONS: Readonly<Record<string, (name: string) => string>> = {
  "AWS::DynamoDB::Table": (name) =>
    `aws dynamodb update-table --table-name ${name} --no-deletion-protection-enabled && aws dynamodb delete-table --table-name ${name}`,
  "AWS::S3::Bucket": (name) =>
    `empty it in every version (S3 console, "Empty"), then: aws s3api delete-bucket --bucket ${name}`,
  "AWS::KMS::Key": (name) => `aws kms schedule-key-deletion --key-id ${name} --pending-window-in-days 30`,
  "AWS::Cognito::UserPool": (name) =>
    `aws cognito-idp update-user-pool --user-pool-id ${name} --deletion-protection INACTIVE && aws cognito-idp delete-user-pool --user-pool-id ${name}`,
  "AWS::SES::EmailIdentity": (name) => `aws sesv2 delete-email-identity --email-identity ${name}`,
  "AWS::Backup::BackupVault": (name) =>
    `delete its recovery points (AWS Backup console), then: aws backup delete-backup-vault --backup-vault-name ${name}`,
  "AWS::IAM::Role": (name) => `aws iam delete-role --role-name ${name}`,
  "AWS::ApiGateway::Account": () => "belongs to the account: leave it",
};

export const deletionOf = (type: string, name: string): string =>
  DELETIONS[type]?.(name) ?? `delete it by hand: ${name}`;

/** Types that have a way to be deleted; a test holds the retained ones of the template to them. */
export const DELETABLE: readonly string[] = Object.keys(DELETIONS);
