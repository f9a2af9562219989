import { Aspects, RemovalPolicy, type Stack } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { CfnLogGroup } from "aws-cdk-lib/aws-logs";
import type { Configuration } from "../configuration/configuration.ts";

/** Protects the logs of the stack as configured. Returns the key of logs and trail, where there is one. */
export function protectLogs(
  stack: Stack,
  { auditTrail, logEncryption, logDataProtection }: Configuration,
): Key | undefined {
  if (logDataProtection) eachLogGroup(stack, (group) => (group.dataProtectionPolicy = MASKING));
  if (!auditTrail && !logEncryption) return undefined;
  const key = logKey(stack);
  if (logEncryption) eachLogGroup(stack, (group) => (group.kmsKeyId = key.keyArn));
  return key;
}

/** It is retained with the trail, which cannot be read without it. */
function logKey(stack: Stack): Key {
  const key = new Key(stack, "LogKey", {
    description: "LED onboarding: logs",
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: "AllowLogsOfThisAccount",
      principals: [new ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
      actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
      resources: ["*"],
      conditions: {
        ArnLike: {
          "kms:EncryptionContext:aws:logs:arn": stack.formatArn({ service: "logs", resource: "log-group:*" }),
        },
      },
    }),
  );
  return key;
}

/** As it is written on an identity card. Without its points it would match any number of eleven digits. */
const REGISTER_NUMBER = {
  Name: "NationalRegisterNumber",
  Regex: String.raw`\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}`,
};
const DataIdentifier = ["arn:aws:dataprotection::aws:data-identifier/EmailAddress", REGISTER_NUMBER.Name];
/**
 * The product logs neither mail addresses nor national register numbers (design, rule 12). This is for the day on which a
 * library or a fault does. Who may `logs:Unmask` still reads them.
 */
const MASKING = {
  Name: "personal-data",
  Description: "LED onboarding: personal data in logs are masked",
  Version: "2021-06-01",
  Configuration: { CustomDataIdentifier: [REGISTER_NUMBER] },
  Statement: [
    { Sid: "find", DataIdentifier, Operation: { Audit: { FindingsDestination: {} } } },
    { Sid: "mask", DataIdentifier, Operation: { Deidentify: { MaskConfig: {} } } },
  ],
};

function eachLogGroup(stack: Stack, change: (group: CfnLogGroup) => void): void {
  Aspects.of(stack).add({
    visit: (node) => {
      if (node instanceof CfnLogGroup) change(node);
    },
  });
}
