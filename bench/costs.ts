import type { METRICS } from "../functions/adapters/shared/observability.ts";
import { STAGES } from "../functions/domain/process.ts";
import { dictionaryOf, listOf, stringOf } from "../local/foundation/json.ts";
import { ofType, type Resource, type Template } from "../test/infra/synthesized.ts";
import type { ColdStart } from "./cold-start.ts";
import prices from "./prices.json" with { type: "json" };
import type { StraightPath } from "./straight-path.ts";

export type PriceName = keyof typeof prices.lines;
/** An amount of something with a price: `amount` units of `line`, in a month or for one onboarding. */
export type CostLine = { line: PriceName; what: string; amount: number };
export type Measured = { straightPath: StraightPath; coldStarts: ColdStart[] };

const GB = 1024 ** 3;
const { assumptions } = prices;
const SWEEPS_A_MONTH = (730 * 60) / 5;

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

export const usdOf = ({ line, amount }: Pick<CostLine, "line" | "amount">): number =>
  prices.lines[line].usd * amount;
export const totalOf = (lines: readonly CostLine[]): number =>
  lines.reduce((total, line) => total + usdOf(line), 0);

/** Why a type of resource costs nothing by itself, or which lines hold its price. */
export const PRICED: Record<string, { free: string } | { lines: readonly PriceName[] }> = {
  "AWS::ApiGateway::Account": { free: "a setting" },
  "AWS::ApiGateway::BasePathMapping": { free: "a setting" },
  "AWS::ApiGateway::Deployment": { free: "part of the API" },
  "AWS::ApiGateway::DomainName": { free: "no price for a regional domain" },
  "AWS::ApiGateway::GatewayResponse": { free: "part of the API" },
  "AWS::ApiGateway::Method": { free: "part of the API" },
  "AWS::ApiGateway::Resource": { free: "part of the API" },
  "AWS::ApiGateway::RestApi": { lines: ["api-request", "data-out"] },
  "AWS::ApiGateway::Stage": { free: "no cache" },
  "AWS::Backup::BackupPlan": { lines: ["table-backup", "object-storage"] },
  "AWS::Backup::BackupSelection": { free: "a setting" },
  "AWS::Backup::BackupVault": { free: "its backups are priced by the plan" },
  "AWS::Budgets::Budget": { free: "a budget without actions" },
  "AWS::CloudTrail::Trail": { lines: ["trail-event", "object-storage"] },
  "AWS::CloudWatch::Alarm": { lines: ["alarm"] },
  "AWS::CloudWatch::CompositeAlarm": { lines: ["alarm"] },
  "AWS::CloudWatch::Dashboard": { lines: ["dashboard"] },
  "AWS::Cognito::UserPool": { lines: ["colleague"] },
  "AWS::Cognito::UserPoolClient": { free: "part of the pool" },
  "AWS::Cognito::UserPoolDomain": { free: "part of the pool" },
  "AWS::Cognito::UserPoolGroup": { free: "part of the pool" },
  "AWS::Cognito::UserPoolResourceServer": { free: "part of the pool" },
  "AWS::DynamoDB::Table": { lines: ["table-read", "table-write", "table-storage", "table-recovery"] },
  "AWS::Events::Rule": { free: "events of AWS services and schedules" },
  "AWS::GuardDuty::MalwareProtectionPlan": { lines: ["malware-object", "malware-gb"] },
  "AWS::IAM::Policy": { free: "IAM" },
  "AWS::IAM::ManagedPolicy": { free: "IAM" },
  "AWS::IAM::Role": { free: "IAM" },
  "AWS::KMS::Alias": { free: "part of the key" },
  "AWS::KMS::Key": { lines: ["key", "key-request"] },
  "AWS::Lambda::EventInvokeConfig": { free: "a setting" },
  "AWS::Lambda::Function": { lines: ["lambda-request", "lambda-gb-second"] },
  "AWS::Lambda::Permission": { free: "IAM" },
  "AWS::Logs::DeliverySource": { free: "a setting" },
  "AWS::Logs::LogGroup": { lines: ["log-written", "log-kept", "log-protected"] },
  "AWS::Logs::MetricFilter": { lines: ["metric"] },
  "AWS::Logs::QueryDefinition": { free: "a saved query; a run is priced by what it scans" },
  "AWS::Logs::ResourcePolicy": { free: "IAM" },
  "AWS::Route53::RecordSet": { free: "part of the zone" },
  "AWS::S3::Bucket": { lines: ["object-write", "object-read", "object-storage"] },
  "AWS::S3::BucketPolicy": { free: "IAM" },
  "AWS::SES::ConfigurationSet": { free: "a setting" },
  "AWS::SES::ConfigurationSetEventDestination": { free: "a setting" },
  "AWS::SES::EmailIdentity": { lines: ["mail"] },
  "AWS::SES::ReceiptRule": { lines: ["mail-in"] },
  "AWS::SES::ReceiptRuleSet": { free: "a setting" },
  "AWS::SNS::Subscription": { free: "part of the topic" },
  "AWS::SNS::Topic": { lines: ["topic-request"] },
  "AWS::SNS::TopicPolicy": { free: "IAM" },
  "AWS::SQS::Queue": { lines: ["queue-request"] },
  "AWS::SQS::QueuePolicy": { free: "IAM" },
  "AWS::SecretsManager::Secret": { lines: ["secret"] },
  "AWS::StepFunctions::StateMachine": { lines: ["state-transition", "trace"] },
  "AWS::WAFv2::IPSet": { free: "part of a rule" },
  "AWS::WAFv2::LoggingConfiguration": { free: "priced as logs" },
  "AWS::WAFv2::WebACL": { lines: ["firewall", "firewall-rule", "firewall-request"] },
  "AWS::WAFv2::WebACLAssociation": { free: "part of the firewall" },
};

/** Costs of a month without onboardings. */
export function atRest(template: Template, { straightPath, coldStarts }: Measured): CostLine[] {
  const count = (type: string) => ofType(template, type).length;
  const rules = ofType(template, "AWS::WAFv2::WebACL").map(
    ([, acl]) => listOf(acl.Properties["Rules"]).length,
  );
  const sweep = functionNamed(template, "follow-up");
  const { readUnits, writeUnits, calls } = straightPath.sweep;
  const recorded = count("AWS::CloudTrail::Trail") * SWEEPS_A_MONTH * calls;
  return [
    { line: "alarm", what: "metrics of alarms", amount: alarmMetricsIn(template) },
    { line: "metric", what: "metrics of the product that are sent each hour", amount: OWN_METRICS },
    { line: "dashboard", what: "dashboards", amount: count("AWS::CloudWatch::Dashboard") },
    { line: "firewall", what: "firewalls", amount: count("AWS::WAFv2::WebACL") },
    { line: "firewall-rule", what: "their rules", amount: sum(rules) },
    { line: "key", what: "keys", amount: count("AWS::KMS::Key") },
    { line: "key-request", what: "requests to keys by sweeps", amount: SWEEPS_A_MONTH },
    { line: "secret", what: "secrets", amount: count("AWS::SecretsManager::Secret") },
    { line: "colleague", what: "colleagues who sign in", amount: assumptions.colleagues },
    { line: "table-read", what: "read by sweeps", amount: SWEEPS_A_MONTH * readUnits },
    { line: "table-write", what: "written by sweeps", amount: SWEEPS_A_MONTH * writeUnits },
    { line: "lambda-request", what: "sweeps", amount: SWEEPS_A_MONTH },
    {
      line: "lambda-gb-second",
      what: "GB-seconds of sweeps",
      amount: SWEEPS_A_MONTH * gigabytesOf(sweep) * secondsOf(sweep, coldStarts),
    },
    { line: "trace", what: "traces of sweeps", amount: SWEEPS_A_MONTH },
    { line: "trail-event", what: "data events of sweeps", amount: recorded },
    {
      line: "object-storage",
      what: "GB of the trail of sweeps, kept for a year",
      amount: (12 * recorded * assumptions.bytesOfAnEventInTheTrail) / GB,
    },
  ];
}

/** Costs of one onboarding on the straight path, without storage. Each invocation is a cold start. */
export function ofOneOnboarding(template: Template, { straightPath, coldStarts }: Measured): CostLine[] {
  const { path, mailEvents, followUp, invocations } = straightPath;
  const functions = Object.entries(invocations).map(([name, times]) => ({
    times,
    made: functionNamed(template, name.replace(/^led-dev-/, "")),
  }));
  const requests = sum(
    Object.entries(invocations).map(([name, times]) => (name.endsWith("-web") ? times : 0)),
  );
  const all = sum(functions.map(({ times }) => times));
  const objects = straightPath.objectWrites + straightPath.objectReads;
  const documents = assumptions.documentsOfAnOnboarding;
  const isRecorded = ofType(template, "AWS::CloudTrail::Trail").length;
  const isChecked = ofType(template, "AWS::GuardDuty::MalwareProtectionPlan").length;
  const isMasked = ofType(template, "AWS::Logs::LogGroup").some(
    ([, { Properties }]) => "DataProtectionPolicy" in Properties,
  );
  const calls = path.calls + mailEvents.calls + followUp.calls + objects;
  return [
    { line: "mail", what: "mails", amount: straightPath.mails },
    { line: "state-transition", what: "state transitions", amount: straightPath.transitions },
    {
      line: "table-write",
      what: "units written",
      amount: path.writeUnits + mailEvents.writeUnits + followUp.writeUnits,
    },
    {
      line: "table-read",
      what: "units read",
      amount: path.readUnits + mailEvents.readUnits + followUp.readUnits,
    },
    { line: "lambda-request", what: "invocations", amount: all },
    {
      line: "lambda-gb-second",
      what: "GB-seconds, each invocation a cold start",
      amount: sum(
        functions.map(({ times, made }) => times * gigabytesOf(made) * secondsOf(made, coldStarts)),
      ),
    },
    { line: "api-request", what: "requests to the API", amount: requests },
    { line: "firewall-request", what: "requests to the firewall", amount: requests },
    { line: "trace", what: "traces", amount: all },
    { line: "object-write", what: "objects written or listed", amount: straightPath.objectWrites },
    { line: "object-read", what: "objects read", amount: straightPath.objectReads },
    { line: "key-request", what: "requests to keys, at most", amount: all + objects },
    { line: "malware-object", what: "files checked for malware", amount: isChecked * documents },
    {
      line: "malware-gb",
      what: "GB checked for malware",
      amount: (isChecked * documents * assumptions.megabytesOfADocument) / 1024,
    },
    { line: "trail-event", what: "data events, at most", amount: isRecorded * calls },
    { line: "log-written", what: "GB of logs", amount: straightPath.logBytes / GB },
    {
      line: "log-protected",
      what: "GB of logs that are searched for personal data",
      amount: isMasked ? straightPath.logBytes / GB : 0,
    },
    { line: "data-out", what: "GB of pages", amount: (requests * assumptions.kilobytesOfAPage) / 1024 ** 2 },
    { line: "topic-request", what: "events of mails", amount: straightPath.mails },
  ];
}

/** Costs of a month of storage for a number of onboardings: items, files of the system, and documents. */
export function kept(onboardings: number, { straightPath }: Measured): CostLine[] {
  const { documentsOfAnOnboarding, megabytesOfADocument } = assumptions;
  const table = (onboardings * straightPath.tableBytes) / GB;
  const documents = documentsOfAnOnboarding * megabytesOfADocument * 1024 ** 2;
  return [
    { line: "table-storage", what: "GB of items", amount: table },
    { line: "table-recovery", what: "GB that can be recovered", amount: table },
    {
      line: "object-storage",
      what: "GB of documents and mails",
      amount: (onboardings * (straightPath.objectBytes + documents)) / GB,
    },
    { line: "log-kept", what: "GB of logs, for a year", amount: (onboardings * straightPath.logBytes) / GB },
  ];
}

/**
 * Metrics that follow-up sends in every hour, with their values: per stage, per side, or one. A metric is charged by the
 * hour in which it is sent, so metrics of rare events cost next to nothing.
 */
const HOURLY: Partial<Record<keyof typeof METRICS, number>> = {
  dossiersInStage: STAGES.length,
  openTasks: 2,
  lateTasks: 2,
  dossiersOnHold: 1,
  dossiersStopped: 1,
  oldestUndelivered: 1,
  oldestUnsentMail: 1,
};
const OWN_METRICS = sum(Object.values(HOURLY));

/** An alarm costs as much for each metric that it reads. */
const alarmMetricsIn = (template: Template): number =>
  sum(
    ofType(template, "AWS::CloudWatch::Alarm").map(([, { Properties }]) =>
      Math.max(1, listOf(Properties["Metrics"]).filter((one) => "MetricStat" in dictionaryOf(one)).length),
    ),
  );

function functionNamed(template: Template, name: string): Resource {
  const [found] = ofType(template, "AWS::Lambda::Function").filter(([, { Properties }]) =>
    stringOf(Properties["FunctionName"]).endsWith(`-${name}`),
  );
  if (!found) throw new Error(`The template has no function ${name}`);
  return found[1];
}

const gigabytesOf = ({ Properties }: Resource): number => Number(Properties["MemorySize"] ?? 128) / 1024;

/** Seconds of a cold start: the import of a bundle, as measured, and the work itself. */
function secondsOf({ Properties }: Resource, coldStarts: ColdStart[]): number {
  const name = stringOf(Properties["FunctionName"]);
  const own = coldStarts.find(({ bundle }) => name.endsWith(`-${bundle}`));
  const all = coldStarts.map(({ importMs }) => importMs).sort((one, other) => one - other);
  const importMs = own?.importMs ?? all[Math.floor(all.length / 2)] ?? 0;
  return importMs / 1000 + assumptions.warmSecondsOfAnInvocation;
}
