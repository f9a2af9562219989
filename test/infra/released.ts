import { type Template, textOf } from "./synthesized.ts";

/**
 * Types whose replacement or deletion hurts: data, mailed links, running executions, sign-in, a subscription that somebody
 * confirmed. With each, the properties whose change makes CloudFormation replace the resource, or fail.
 * Source: the CloudFormation resource reference ("Update requires: Replacement").
 */
const PINNED: Record<string, readonly string[]> = {
  "AWS::DynamoDB::Table": ["TableName", "KeySchema", "ImportSourceSpecification"],
  "AWS::S3::Bucket": ["BucketName", "ObjectLockEnabled"],
  "AWS::KMS::Key": ["KeySpec", "KeyUsage", "MultiRegion"],
  "AWS::Cognito::UserPool": ["UsernameAttributes", "AliasAttributes", "UsernameConfiguration", "Schema"],
  "AWS::Cognito::UserPoolClient": ["UserPoolId", "GenerateSecret"],
  "AWS::Cognito::UserPoolDomain": ["UserPoolId", "Domain"],
  "AWS::Cognito::UserPoolGroup": ["UserPoolId", "GroupName"],
  "AWS::Cognito::UserPoolResourceServer": ["UserPoolId", "Identifier"],
  "AWS::ApiGateway::RestApi": [],
  "AWS::ApiGateway::Stage": ["RestApiId", "StageName"],
  "AWS::ApiGateway::DomainName": ["DomainName"],
  "AWS::Lambda::Function": ["FunctionName", "PackageType"],
  "AWS::StepFunctions::StateMachine": ["StateMachineName", "StateMachineType"],
  "AWS::SES::EmailIdentity": ["EmailIdentity"],
  "AWS::SES::ConfigurationSet": ["Name"],
  "AWS::SQS::Queue": ["QueueName", "FifoQueue"],
  "AWS::SNS::Topic": ["TopicName", "FifoTopic"],
  "AWS::SNS::Subscription": ["TopicArn", "Protocol", "Endpoint"],
  "AWS::GuardDuty::MalwareProtectionPlan": ["Role"],
};
/** Changed in place, one per deployment: CloudFormation refuses two index changes at once. */
const INDEXES = "GlobalSecondaryIndexes";

export type Pinned = { type: string; fixed: Record<string, unknown>; indexes?: unknown[] };
export type Release = Record<string, Pinned>;

/** What a template pins, by logical id. */
export function pinnedIn(template: Template): Release {
  const pinned = Object.entries(template.Resources).flatMap(([id, { Type, Properties }]) => {
    const fixed = PINNED[Type];
    if (!fixed) return [];
    const found = fixed.filter((name) => name in Properties).map((name) => [name, asText(Properties[name])]);
    const indexes = Properties[INDEXES];
    return [
      [
        id,
        {
          type: Type,
          fixed: Object.fromEntries(found) as Record<string, unknown>,
          ...(Array.isArray(indexes) && { indexes: indexes as unknown[] }),
        },
      ] as const,
    ];
  });
  return Object.fromEntries(pinned.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** An intrinsic as text; other values as they are. */
function asText(value: unknown): unknown {
  try {
    return textOf(value);
  } catch {
    return value;
  }
}

/** What a deployment of `next` would delete or replace of `released`, one sentence each, by logical id. */
export function replacedBy(released: Release, next: Release): Map<string, string> {
  const replaced = new Map<string, string>();
  for (const [id, before] of Object.entries(released)) {
    const after = next[id];
    if (!after) replaced.set(id, `${id} (${before.type}) would be deleted`);
    else if (after.type !== before.type) replaced.set(id, `${id} would become ${after.type}`);
    else {
      const names = new Set([...Object.keys(before.fixed), ...Object.keys(after.fixed)]);
      const changed = [...names].filter((name) => !isSame(before.fixed[name], after.fixed[name]));
      if (changed.length > 0)
        replaced.set(id, `${id} (${before.type}) would be replaced: ${changed.join(", ")} changed`);
    }
  }
  return replaced;
}

/** Names of the indexes that a deployment would add, remove or change. */
export function changedIndexes({ indexes: before = [] }: Pinned, { indexes: after = [] }: Pinned): string[] {
  const nameOf = (index: unknown): string => {
    const name: unknown = Reflect.get(Object(index) as object, "IndexName");
    return typeof name === "string" ? name : "";
  };
  const names = new Set([...before, ...after].map(nameOf));
  const find = (all: unknown[], name: string) => all.find((index) => nameOf(index) === name);
  return [...names].filter((name) => !isSame(find(before, name), find(after, name)));
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The next release: what is new is added, and what was named as replaced takes its new form. */
export function nextRelease(released: Release, next: Release, named: readonly string[]): Release {
  const replaced = replacedBy(released, next);
  const kept = Object.entries(released).filter(([id]) => replaced.has(id) && !named.includes(id));
  return Object.fromEntries(
    Object.entries({ ...next, ...Object.fromEntries(kept) }).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
