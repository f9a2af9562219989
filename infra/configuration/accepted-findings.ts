import type { Stack } from "aws-cdk-lib";
import { Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";
import { FINDINGS_OF_PACKS } from "./accepted-of-packs.ts";
import { stateMachineName, WORKFLOWS } from "../../statemachine/contract.ts";

type Finding = { id: string; reason: string };

/** Findings of cdk-nag that are accepted in the whole stack, each with the reason. */
const findings = ({ environment, region }: { environment: string; region: string }): Finding[] => [
  {
    id: "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]",
    reason: "The role is AWS Backup's own, with the policy that AWS keeps for it.",
  },
  {
    id: "AwsSolutions-IAM5[Resource::<DocumentsBucket.Arn>/dossiers/*]",
    reason: "A function serves every dossier: the prefix is the narrowest name there is.",
  },
  {
    id: "AwsSolutions-IAM5[Resource::<DocumentsBucket.Arn>/uploads/*]",
    reason: "A function takes in the files of every dossier: the prefix is the narrowest name there is.",
  },
  {
    id: "AwsSolutions-IAM5[Resource::<DocumentsBucket.Arn>/templates/accepted/*]",
    reason:
      "A function reads every version of the protocol template: the prefix is the narrowest name there is.",
  },
  {
    id: "AwsSolutions-IAM5[Resource::<DocumentsBucket.Arn>/templates/uploaded/*]",
    reason: "Each upload of a template has its own key: the prefix is the narrowest name there is.",
  },
  {
    id: "AwsSolutions-IAM5[Resource::<DocumentsBucket.Arn>/uploads/templates/*]",
    reason: "As the uploaded templates: what the team uploads is checked under a key of its own.",
  },
  {
    id: "AwsSolutions-IAM5[Resource::<DocumentsBucket.Arn>/quarantine/*]",
    reason:
      "The check for malware is of the files of every dossier: the prefix is the narrowest name there is.",
  },
  {
    id: `AwsSolutions-IAM5[Resource::arn:aws:events:${region}:<AWS::AccountId>:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*]`,
    reason: "GuardDuty names its own rule, with a suffix that it chooses.",
  },
  {
    id: "AwsSolutions-IAM5[Resource::<DocumentsBucket.Arn>/mails/*]",
    reason: "A function mails for every dossier: the prefix is the narrowest name there is.",
  },
  {
    id: "AwsSolutions-IAM5[Resource::<DocumentsBucket.Arn>/received/*]",
    reason:
      "SES gives each mail that it receives an id of its own: the prefix is the narrowest name there is.",
  },
  {
    id: "AwsSolutions-IAM5[Resource::<DocumentsBucket.Arn>/exports/*]",
    reason: "A function exports any dossier: the prefix is the narrowest name there is.",
  },
  {
    id: "AwsSolutions-IAM5[Resource::<LogDigestsBucket.Arn>/*]",
    reason: "The bucket holds the digests of every dossier and nothing else; nobody may delete any.",
  },
  ...WORKFLOWS.map((workflow) => ({
    id: `AwsSolutions-IAM5[Resource::arn:aws:states:${region}:<AWS::AccountId>:execution:${stateMachineName(environment, workflow)}:*]`,
    reason: "The executions of this one state machine: each dossier has its own.",
  })),
  {
    id: "AwsSolutions-APIG2",
    reason: "Every input is parsed by a zod schema in the function, which answers in the reader's language.",
  },
  {
    id: "AwsSolutions-APIG4",
    reason:
      "Applicants come by a mailed link and have no account; the admin function checks sign-in and roles itself.",
  },
  {
    id: "AwsSolutions-COG4",
    reason: "As APIG4: the issuer is a matter of configuration, which a Cognito authorizer cannot be.",
  },
  {
    id: "AwsSolutions-APIG6",
    reason:
      "An execution log holds the paths, in which the secrets of mailed links stand; the access log does not.",
  },
  {
    id: "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]",
    reason: "The role that AWS prescribes for API Gateway's logs, one per account.",
  },
  {
    id: "AwsSolutions-COG8",
    reason:
      "A dozen accounts, made by hand, with a second factor required: threat protection adds a cost, not safety.",
  },
];

export function acceptFindings(stack: Stack, environment: string): void {
  Validations.of(stack).acknowledge(...findings({ environment, region: stack.region }), ...FINDINGS_OF_PACKS);
}

/** Accepts `*` for one role; a template test allows it for these actions only. */
export function acceptAnyResource(role: IConstruct): void {
  Validations.of(role).acknowledge({
    id: "AwsSolutions-IAM5[Resource::*]",
    reason: "X-Ray, the delivery of Step Functions logs and the suppression list of SES know no resources.",
  });
}

export function acceptDeadLetterQueue(queue: IConstruct): void {
  Validations.of(queue).acknowledge({
    id: "AwsSolutions-SQS3",
    reason: "It is a dead-letter queue itself, and has an alarm.",
  });
}
