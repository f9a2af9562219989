import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Cloud } from "../cloud.ts";

const STACK = "led-onboarding-dev";

/**
 * Writes what an operator of this local cloud exports in a shell, for the AWS CLI and the commands of docs/runbook.md; returns
 * the path of the file.
 */
export function writeOperatorEnvironment(cloud: Cloud, stateFolder: string): string {
  const { endpoint, region, credentials } = cloud.operator;
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const variables: Record<string, string> = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
    LED_URL: cloud.url,
    LED_ISSUER: cloud.issuerUrl,
    LED_CLIENT_ID: cloud.siteClientId,
    LED_STACK: STACK,
    TABLE_NAME: cloud.physicalName("AWS::DynamoDB::Table"),
    LOG_BUCKET_NAME: cloud.physicalName("AWS::S3::Bucket", "LogDigestsBucket"),
  };
  const path = join(stateFolder, "operator.env");
  const lines = Object.entries(variables).map(([name, value]) => `export ${name}='${value}'\n`);
  writeFileSync(path, lines.join(""), { mode: 0o600 });
  return path;
}
