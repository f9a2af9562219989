import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { RUNBOOK_HEADINGS } from "../../infra/constructs/alarms.ts";
import { functionName, STATES, stateMachineName, WORKFLOWS } from "../../statemachine/contract.ts";
import { optionsOf } from "./prod.ts";
import { statementsOfRole } from "./role-statements.ts";
import { ofType, synthesized, textOf, type Resource } from "./synthesized.ts";

describe.each(["dev", "prod"])("%s", (environment) => {
  const { template, stack } = synthesized(optionsOf(environment));
  const functions = ofType(template, "AWS::Lambda::Function");
  const property = (type: string, name: string) =>
    ofType(template, type).map(([, { Properties }]) => Properties[name]);
  /** Only dev takes mail, and tells programs of events. */
  const takesMail = environment === "dev";
  /** Resources on which any role may do such actions. */
  const resourcesFor = (actions: RegExp) => {
    const statements = ofType(template, "AWS::IAM::Role").flatMap(([id]) => statementsOfRole(template, id));
    const allowed = statements.filter(({ Action }) => Action.some((action) => actions.test(action)));
    return [...new Set(allowed.flatMap(({ Resource }) => Resource.map(textOf)))].sort();
  };
  const below = (...prefixes: string[]) => prefixes.map((prefix) => `\${DocumentsBucket.Arn}/${prefix}/*`);

  it("has a stack that cannot be deleted by accident, within CloudFormation's limits", () => {
    expect(stack.stackName).toBe(`led-onboarding-${environment}`);
    expect(stack.terminationProtection).toBe(true);
    expect(Object.keys(template.Resources).length).toBeLessThan(500);
    expect(Buffer.byteLength(JSON.stringify(template))).toBeLessThan(1_000_000);
  });

  it("has no warnings or errors", () => {
    expect(stack.messages.map(({ entry }) => entry.data)).toEqual([]);
  });

  it.each([
    ["DossiersTable", "AWS::DynamoDB::Table"],
    ["DocumentsBucket", "AWS::S3::Bucket"],
    ["LogDigestsBucket", "AWS::S3::Bucket"],
    ["DataKey", "AWS::KMS::Key"],
    ["UserPool", "AWS::Cognito::UserPool"],
  ])("keeps %s, under that name, when the stack is deleted", (id, type) => {
    expect(template.Resources[id]).toMatchObject({
      Type: type,
      // Except where its own creation is rolled back, so that a first deployment can be repeated.
      DeletionPolicy: "RetainExceptOnCreate",
      UpdateReplacePolicy: "Retain",
    });
  });

  it("deletes the table and the pool only where protection is off, for a first deployment", () => {
    const unprotected = synthesized({
      ...optionsOf(environment),
      overrides: { ...optionsOf(environment).overrides, protection: "off" },
    });
    const isProtected = (from: typeof template) => [
      from.Resources.DossiersTable?.Properties.DeletionProtectionEnabled,
      from.Resources.UserPool?.Properties.DeletionProtection,
    ];

    expect(isProtected(template)).toEqual([true, "ACTIVE"]);
    expect(isProtected(unprotected.template)).toEqual([false, "INACTIVE"]);
    expect(unprotected.stack.terminationProtection).toBe(false);
  });

  it("encrypts the table with its own key, and can restore it", () => {
    expect(template.Resources.DossiersTable?.Properties).toMatchObject({
      BillingMode: "PAY_PER_REQUEST",
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true, KMSMasterKeyId: { "Fn::GetAtt": ["DataKey", "Arn"] } },
      TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
    });
    expect(new Set(property("AWS::KMS::Key", "EnableKeyRotation"))).toEqual(new Set([true]));
  });

  it("projects no draft, decision or token to an index", () => {
    const Index = z.object({ Projection: z.object({ NonKeyAttributes: z.array(z.string()).default([]) }) });
    const projected = z
      .array(Index)
      .parse(template.Resources.DossiersTable?.Properties.GlobalSecondaryIndexes)
      .flatMap(({ Projection }) => Projection.NonKeyAttributes);

    expect(projected).toContain("reference");
    for (const secret of ["taskToken", "decision", "draft", "people", "intake", "protocol"])
      expect(projected).not.toContain(secret);
  });

  it("keeps every bucket private and encrypted, and versions the documents", () => {
    for (const [, { Properties }] of ofType(template, "AWS::S3::Bucket"))
      expect(Properties).toMatchObject({
        BucketEncryption: {},
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      });
    expect(template.Resources.DocumentsBucket?.Properties).toMatchObject({
      VersioningConfiguration: { Status: "Enabled" },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { KMSMasterKeyID: { "Fn::GetAtt": ["DataKey", "Arn"] } } },
        ],
      },
    });
  });

  it("deletes exports after a day, the mails of contact forms after eight, and digests and received mails after thirty, permanently", () => {
    const { Rules } = z
      .object({ Rules: z.array(z.looseObject({ Prefix: z.string().optional() })) })
      .parse(template.Resources.DocumentsBucket?.Properties.LifecycleConfiguration);

    for (const [prefix, days] of [
      ["exports/", 1],
      ["mails/kept-8-days/", 8],
      ["mails/kept-30-days/", 30],
      ["received/", 30],
    ] as const)
      expect(Rules.find(({ Prefix }) => Prefix === prefix)).toMatchObject({
        Status: "Enabled",
        ExpirationInDays: days,
        NoncurrentVersionExpiration: { NoncurrentDays: 1 },
      });
    expect(Rules.filter(({ Prefix }) => Prefix === undefined)).not.toContainEqual(
      expect.objectContaining({ ExpirationInDays: expect.anything() as unknown }),
    );
  });

  it("lists versions below the dossiers' own prefixes only, for the functions that delete and receive files", () => {
    const statements = ofType(template, "AWS::IAM::Policy").flatMap(([, { Properties }]) =>
      z
        .object({
          Statement: z.array(z.looseObject({ Action: z.unknown(), Condition: z.unknown().optional() })),
        })
        .parse(Properties.PolicyDocument)
        .Statement.filter(({ Action }) => JSON.stringify(Action).includes("ListBucket")),
    );
    // The bucket of digests holds nothing else.
    const ofFiles = statements.filter((statement) => !JSON.stringify(statement).includes("LogDigestsBucket"));

    expect(ofFiles.map(({ Condition }) => Condition)).toEqual([
      { StringLike: { "s3:prefix": ["dossiers/*", "uploads/*", "quarantine/*", "mails/*", "exports/*"] } },
      { StringLike: { "s3:prefix": ["uploads/*", "dossiers/*"] } },
      { StringLike: { "s3:prefix": "quarantine/*" } },
    ]);
  });

  it("locks the digests of the log, in the mode of the environment, and lets nobody shorten a lock", () => {
    expect(template.Resources["LogDigestsBucket"]?.Properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        Rule: { DefaultRetention: { Mode: environment === "prod" ? "COMPLIANCE" : "GOVERNANCE", Days: 365 } },
      },
      VersioningConfiguration: { Status: "Enabled" },
    });
    expect(resourcesFor(/^(s3:)?\*|BypassGovernanceRetention|ObjectLegalHold|ObjectLockConf/)).toEqual([]);
  });

  it("deletes files only, each below its prefix, and no digest of the log", () => {
    expect(resourcesFor(/^s3:DeleteObjectVersion$/)).toEqual(
      below("dossiers", "exports", "mails", "quarantine", "uploads"),
    );
    expect(resourcesFor(/^s3:DeleteObject$/)).toEqual(takesMail ? below("received") : []);
    expect(resourcesFor(/^s3:(Delete(?!Object(Version)?$)|PutLifecycle|PutBucketPolicy)/)).toEqual([]);
  });

  it("names every function after its state, and the state machine", () => {
    const ids = [...Object.keys(STATES), "PublicWeb", "AdminWeb", "FollowUp", "Documents"].concat(
      takesMail ? ["RecordDelivery", "ReceiveMail", "DeliverEvents"] : ["RecordDelivery"],
    );

    expect(property("AWS::Lambda::Function", "FunctionName").sort()).toEqual(
      ids.map((id) => functionName(environment, id)).sort(),
    );
    expect(property("AWS::StepFunctions::StateMachine", "StateMachineName").sort()).toEqual(
      WORKFLOWS.map((workflow) => stateMachineName(environment, workflow)).sort(),
    );
  });

  it("traces every function, and keeps its log no longer than configured", () => {
    for (const [, { Properties }] of functions) {
      expect(Properties).toMatchObject({
        Runtime: "nodejs24.x",
        Architectures: ["arm64"],
        TracingConfig: { Mode: "Active" },
      });
      const { LogGroup } = z.object({ LogGroup: z.unknown() }).parse(Properties.LoggingConfig);
      const group = template.Resources[textOf(LogGroup).slice(2, -1)];
      expect(group?.Properties.RetentionInDays).toBe(environment === "dev" ? 30 : 365);
    }
  });

  it("stays within the 4 KB of a function's environment", () => {
    for (const [, { Properties }] of functions) {
      const { Variables } = z
        .object({ Variables: z.record(z.string(), z.unknown()) })
        .parse(Properties.Environment);
      const size = Object.entries(Variables).reduce(
        (sum, [name, value]) => sum + Buffer.byteLength(name + textOf(value)),
        0,
      );
      expect(size).toBeLessThan(3500);
    }
  });

  it("has an alarm on the errors of every function", () => {
    const watched = new Set(
      ofType(template, "AWS::CloudWatch::Alarm")
        .filter(([, { Properties }]) => Properties.MetricName === "Errors")
        .flatMap(([, { Properties }]) => dimensionsOf(Properties)),
    );

    expect(functions.filter(([id]) => !watched.has(`\${${id}}`)).map(([id]) => id)).toEqual([]);
  });

  it("has an alarm on failures that the pages answer as an error", () => {
    const metrics = ofType(template, "AWS::CloudWatch::Alarm").map(
      ([, { Properties }]) => Properties.MetricName,
    );

    expect(metrics).toContain("5XXError");
  });

  it("has an alarm on every dead-letter queue", () => {
    const watched = ofType(template, "AWS::CloudWatch::Alarm").flatMap(([, { Properties }]) =>
      dimensionsOf(Properties),
    );

    for (const [id] of ofType(template, "AWS::SQS::Queue")) expect(watched).toContain(`\${${id}.QueueName}`);
  });

  it("describes in every alarm who is affected and where the runbook helps, and notifies somebody", () => {
    for (const [, { Properties }] of ofType(template, "AWS::CloudWatch::Alarm")) {
      const [, sentence, heading] =
        /^(.+\.) What to do: \S*docs\/runbook\.md#([a-z-]+)$/.exec(String(Properties.AlarmDescription)) ?? [];
      expect(sentence?.length).toBeGreaterThan(20);
      expect(RUNBOOK_HEADINGS).toContain(heading);
    }
    expect(property("AWS::SNS::Topic", "KmsMasterKeyId")).toEqual([expect.anything()]);
  });

  it("captures every event that its function could not handle", () => {
    const Target = z.object({ DeadLetterConfig: z.object({ Arn: z.unknown() }) });
    for (const targets of property("AWS::Events::Rule", "Targets"))
      expect(z.array(Target).safeParse(targets).success).toBe(true);
    expect(ofType(template, "AWS::Events::Rule")).toHaveLength(takesMail ? 13 : 11);
    expect(ofType(template, "AWS::Lambda::EventInvokeConfig")).toHaveLength(takesMail ? 6 : 4);
  });

  it("adds no functions of CDK's own", () => {
    expect(Object.values(template.Resources).filter(isCustom)).toEqual([]);
  });
});

it("the runbook has the heading of every alarm", () => {
  const runbook = readFileSync(join(import.meta.dirname, "../../docs/runbook.md"), "utf8");
  const anchors = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading = ""]) =>
    heading.toLowerCase().replaceAll(" ", "-"),
  );

  expect(RUNBOOK_HEADINGS.filter((heading) => !anchors.includes(heading))).toEqual([]);
});

const isCustom = ({ Type }: Resource) => /^(Custom::|AWS::CloudFormation::CustomResource)/.test(Type);

function dimensionsOf(properties: Record<string, unknown>): string[] {
  const Dimensions = z.array(z.object({ Value: z.unknown() })).default([]);
  return Dimensions.parse(properties.Dimensions).map(({ Value }) => textOf(Value));
}
