import { createHash } from "node:crypto";

/** Identity of a deployed resource: its name, the value of `Ref`, and its attributes. */
export type Physical = { name: string; ref: string; attributes: Record<string, string> };

export type Naming = {
  logicalId: string;
  /** The name in the template, or one generated from stack and logical id. */
  name: string;
  /** Hexadecimal digits that are stable for this stack and logical id. */
  hash: string;
  region: string;
  account: string;
  /** The resolved text of a property, empty when absent. */
  property: (name: string) => string;
};

/** The property with the name of a resource, by type. */
export const NAME_PROPERTIES: Record<string, string> = {
  "AWS::DynamoDB::Table": "TableName",
  "AWS::DynamoDB::GlobalTable": "TableName",
  "AWS::S3::Bucket": "BucketName",
  "AWS::KMS::Alias": "AliasName",
  "AWS::Lambda::Function": "FunctionName",
  "AWS::Lambda::Alias": "Name",
  "AWS::IAM::Role": "RoleName",
  "AWS::IAM::ManagedPolicy": "ManagedPolicyName",
  "AWS::StepFunctions::StateMachine": "StateMachineName",
  "AWS::SQS::Queue": "QueueName",
  "AWS::SNS::Topic": "TopicName",
  "AWS::Events::Rule": "Name",
  "AWS::Scheduler::Schedule": "Name",
  "AWS::Scheduler::ScheduleGroup": "Name",
  "AWS::Logs::LogGroup": "LogGroupName",
  "AWS::ApiGateway::Stage": "StageName",
  "AWS::Cognito::UserPoolDomain": "Domain",
  "AWS::Cognito::UserPoolGroup": "GroupName",
  "AWS::Cognito::UserPoolResourceServer": "Identifier",
  "AWS::SES::EmailIdentity": "EmailIdentity",
  "AWS::SES::ConfigurationSet": "Name",
  "AWS::CloudWatch::Alarm": "AlarmName",
  "AWS::CloudWatch::CompositeAlarm": "AlarmName",
  "AWS::CloudWatch::Dashboard": "DashboardName",
  "AWS::SecretsManager::Secret": "Name",
  "AWS::SSM::Parameter": "Name",
  "AWS::WAFv2::WebACL": "Name",
};

const arn = ({ region, account }: Naming, service: string, resource: string) =>
  `arn:aws:${service}:${region}:${account}:${resource}`;

/** A resource with a name and an ARN. */
const named = (service: string, resource: (name: string) => string) => (naming: Naming) => ({
  ref: naming.name,
  attributes: { Arn: arn(naming, service, resource(naming.name)) },
});
/** A resource whose `Ref` is its ARN. */
const byArn =
  (
    service: string,
    resource: (name: string) => string,
    attributes: (naming: Naming) => Record<string, string>,
  ) =>
  (naming: Naming) => {
    const ref = arn(naming, service, resource(naming.name));
    return { ref, attributes: { Arn: ref, ...attributes(naming) } };
  };
/** A resource with an id that AWS generates. */
const identified = (length: number, attribute: string) => (naming: Naming) => {
  const ref = naming.hash.slice(0, length);
  return { ref, attributes: { [attribute]: ref } };
};

const table = named("dynamodb", (name) => `table/${name}`);
const uuid = (hash: string) => hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");

const KINDS: Record<string, (naming: Naming) => Omit<Physical, "name">> = {
  "AWS::DynamoDB::Table": table,
  "AWS::DynamoDB::GlobalTable": table,
  "AWS::S3::Bucket": ({ name, region }) => ({
    ref: name,
    attributes: {
      Arn: `arn:aws:s3:::${name}`,
      DomainName: `${name}.s3.amazonaws.com`,
      RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
    },
  }),
  "AWS::KMS::Key": (naming) => {
    const id = uuid(naming.hash);
    return { ref: id, attributes: { KeyId: id, Arn: arn(naming, "kms", `key/${id}`) } };
  },
  "AWS::Lambda::Function": named("lambda", (name) => `function:${name}`),
  "AWS::Lambda::Version": (naming) => ({
    ref: `${functionArn(naming)}:1`,
    attributes: { Version: "1", FunctionArn: `${functionArn(naming)}:1` },
  }),
  "AWS::Lambda::Alias": (naming) => {
    const ref = `${functionArn(naming)}:${naming.name}`;
    return { ref, attributes: { AliasArn: ref } };
  },
  "AWS::IAM::Role": ({ name, account, hash, property }) => ({
    ref: name,
    attributes: {
      Arn: `arn:aws:iam::${account}:role${property("Path") || "/"}${name}`,
      RoleId: `AROA${hash.slice(0, 17).toUpperCase()}`,
    },
  }),
  "AWS::IAM::ManagedPolicy": ({ name, account, property }) => {
    const ref = `arn:aws:iam::${account}:policy${property("Path") || "/"}${name}`;
    return { ref, attributes: { PolicyArn: ref } };
  },
  "AWS::StepFunctions::StateMachine": byArn(
    "states",
    (name) => `stateMachine:${name}`,
    ({ name }) => ({ Name: name }),
  ),
  "AWS::SQS::Queue": (naming) => {
    const ref = `https://sqs.${naming.region}.amazonaws.com/${naming.account}/${naming.name}`;
    return {
      ref,
      attributes: { Arn: arn(naming, "sqs", naming.name), QueueName: naming.name, QueueUrl: ref },
    };
  },
  "AWS::SNS::Topic": (naming) => {
    const ref = arn(naming, "sns", naming.name);
    return { ref, attributes: { TopicArn: ref, TopicName: naming.name } };
  },
  "AWS::Events::Rule": named("events", (name) => `rule/${name}`),
  "AWS::Scheduler::Schedule": named("scheduler", (name) => `schedule/default/${name}`),
  "AWS::Scheduler::ScheduleGroup": named("scheduler", (name) => `schedule-group/${name}`),
  "AWS::Logs::LogGroup": named("logs", (name) => `log-group:${name}:*`),
  "AWS::ApiGateway::RestApi": ({ hash }) => ({
    ref: hash.slice(0, 10),
    attributes: { RestApiId: hash.slice(0, 10), RootResourceId: hash.slice(10, 20) },
  }),
  "AWS::ApiGateway::Resource": identified(10, "ResourceId"),
  "AWS::ApiGateway::Deployment": identified(10, "DeploymentId"),
  "AWS::Cognito::UserPool": (naming) => {
    const ref = `${naming.region}_${naming.hash.slice(0, 9)}`;
    const provider = `cognito-idp.${naming.region}.amazonaws.com/${ref}`;
    return {
      ref,
      attributes: {
        Arn: arn(naming, "cognito-idp", `userpool/${ref}`),
        ProviderName: provider,
        ProviderURL: `https://${provider}`,
        UserPoolId: ref,
      },
    };
  },
  "AWS::Cognito::UserPoolClient": (naming) => {
    const ref = naming.hash.slice(0, 26);
    return { ref, attributes: { ClientId: ref, Name: naming.property("ClientName") || naming.logicalId } };
  },
  "AWS::SES::EmailIdentity": named("ses", (name) => `identity/${name}`),
  "AWS::SES::ConfigurationSet": named("ses", (name) => `configuration-set/${name}`),
  "AWS::CloudWatch::Alarm": named("cloudwatch", (name) => `alarm:${name}`),
  "AWS::CloudWatch::CompositeAlarm": named("cloudwatch", (name) => `alarm:${name}`),
  "AWS::SecretsManager::Secret": (naming) => {
    const ref = arn(naming, "secretsmanager", `secret:${naming.name}-${naming.hash.slice(0, 6)}`);
    return { ref, attributes: { Id: ref } };
  },
  "AWS::SSM::Parameter": ({ name, property }) => ({
    ref: name,
    attributes: { Type: property("Type"), Value: property("Value") },
  }),
  "AWS::WAFv2::WebACL": (naming) => {
    const id = uuid(naming.hash);
    return {
      ref: `${naming.name}|${id}|REGIONAL`,
      attributes: { Id: id, Arn: arn(naming, "wafv2", `regional/webacl/${naming.name}/${id}`) },
    };
  },
};

function functionArn(naming: Naming): string {
  const name = naming.property("FunctionName");
  return name.startsWith("arn:") ? name : arn(naming, "lambda", `function:${name}`);
}

/** Physical identity of a resource. An unknown type has only a name, without attributes. */
export function physicalOf(type: string, naming: Naming): Physical {
  const kind = KINDS[type];
  return { name: naming.name, ...(kind ? kind(naming) : { ref: naming.name, attributes: {} }) };
}

export const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

/** The name that CloudFormation would generate: `stack-LogicalId-suffix`; in lower case for buckets. */
export function generatedName(type: string, stackName: string, logicalId: string, hash: string): string {
  const suffix = hash.slice(0, 12).toUpperCase();
  const name = `${stackName}-${logicalId}`.slice(0, 50);
  return type === "AWS::S3::Bucket" ? `${name}-${suffix}`.toLowerCase() : `${name}-${suffix}`;
}
