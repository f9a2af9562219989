import { describe, expect, it } from "vitest";
import * as z from "zod";
import { OPERATORS_KNOW, optionsOf } from "./prod.ts";
import { ofType, synthesized, type Template, textOf } from "./synthesized.ts";

const dev = synthesized().template;
const prod = synthesized(optionsOf("prod")).template;
const prodWith = (overrides: object) =>
  synthesized({ environment: "prod", overrides: { ...OPERATORS_KNOW, ...overrides } }).template;

const Selector = z.object({
  Name: z.string(),
  FieldSelectors: z.array(z.looseObject({ Field: z.string() })),
});
const Statements = z.looseObject({ Statement: z.array(z.looseObject({})) });
const keyOf = (template: Template) =>
  ofType(template, "AWS::KMS::Key").find(([, { Properties }]) =>
    /: logs$/.test(String(Properties.Description)),
  );
const groupsOf = (template: Template) =>
  ofType(template, "AWS::Logs::LogGroup").map(([, { Properties }]) => Properties);
const [[, trail] = []] = ofType(prod, "AWS::CloudTrail::Trail");

describe("the trail of prod", () => {
  it("records each reading and writing of items and files, and each change of the account", () => {
    const selectors = z.array(Selector).parse(trail?.Properties.AdvancedEventSelectors);
    const of = (name: string) => selectors.find(({ Name }) => Name === name)?.FieldSelectors;

    expect(selectors.map(({ Name }) => Name)).toEqual(["Items", "Files", "Changes of the account"]);
    expect(of("Items")).toContainEqual({
      Field: "resources.ARN",
      Equals: [{ "Fn::GetAtt": ["DossiersTable", "Arn"] }],
    });
    const files = of("Files")?.find(({ Field }) => Field === "resources.ARN");
    expect(z.array(z.unknown()).parse(files?.["StartsWith"]).map(textOf)).toEqual([
      "${DocumentsBucket.Arn}/",
      "${LogDigestsBucket.Arn}/",
    ]);
    expect(of("Changes of the account")).toContainEqual({ Field: "readOnly", Equals: ["false"] });
  });

  it("is validated, encrypted, and kept as long as the logs, also when the stack is deleted", () => {
    const [bucketId = "", bucket] =
      ofType(prod, "AWS::S3::Bucket").find(
        ([id]) => id === textOf(trail?.Properties.S3BucketName).slice(2, -1),
      ) ?? [];
    const [keyId = ""] = keyOf(prod) ?? [];

    expect(trail?.Properties).toMatchObject({ IsLogging: true, EnableLogFileValidation: true });
    expect(textOf(trail?.Properties.KMSKeyId)).toBe(`\${${keyId}.Arn}`);
    expect(bucket).toMatchObject({
      DeletionPolicy: "RetainExceptOnCreate",
      Properties: { LifecycleConfiguration: { Rules: [{ ExpirationInDays: 365 }] } },
    });
    const policy = ofType(prod, "AWS::S3::BucketPolicy").find(
      ([, { Properties }]) => textOf(Properties.Bucket) === `\${${bucketId}}`,
    );
    expect(trail?.DependsOn).toEqual([policy?.[0]]);
  });

  it("alone may write its bucket and use its key", () => {
    const arn = {
      "Fn::Join": [
        "",
        ["arn:aws:cloudtrail:eu-west-1:", { Ref: "AWS::AccountId" }, ":trail/led-onboarding-prod"],
      ],
    };
    const documents = [
      keyOf(prod)?.[1].Properties.KeyPolicy,
      ...ofType(prod, "AWS::S3::BucketPolicy").map(([, { Properties }]) => Properties.PolicyDocument),
    ];
    const ofCloudTrail = documents
      .flatMap((document) => Statements.parse(document).Statement)
      .filter(({ Principal }) => JSON.stringify(Principal).includes("cloudtrail"));

    expect(ofCloudTrail).toHaveLength(3);
    for (const { Condition } of ofCloudTrail)
      expect(Condition).toMatchObject({ StringEquals: { "aws:SourceArn": arn } });
  });
});

describe("the logs of prod", () => {
  it("are encrypted with a key that CloudWatch Logs may use for the logs of this account", () => {
    const [id = "", key] = keyOf(prod) ?? [];

    for (const group of groupsOf(prod)) expect(textOf(group.KmsKeyId)).toBe(`\${${id}.Arn}`);
    expect(Statements.parse(key?.Properties.KeyPolicy).Statement).toContainEqual(
      expect.objectContaining({
        Principal: { Service: "logs.eu-west-1.amazonaws.com" },
        Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": expect.anything() as unknown } },
      }),
    );
  });

  it("mask mail addresses and national register numbers, and no other number", () => {
    for (const group of groupsOf(prod))
      expect(group.DataProtectionPolicy).toMatchObject({
        Statement: [{ Operation: { Audit: {} } }, { Operation: { Deidentify: {} } }],
      });
    const { Configuration } = z
      .object({
        Configuration: z.object({ CustomDataIdentifier: z.tuple([z.object({ Regex: z.string() })]) }),
      })
      .parse(groupsOf(prod)[0]?.DataProtectionPolicy);
    const masked = new RegExp(Configuration.CustomDataIdentifier[0].Regex);

    expect("nummer 85.07.30-033.28 van").toMatch(masked);
    expect("at 1795824000000, LED-2026-00042").not.toMatch(masked);
  });
});

describe("by configuration", () => {
  it("dev has neither, and prod can do without", () => {
    const off = prodWith({ auditTrail: false, logEncryption: false, logDataProtection: false });

    for (const template of [dev, off]) {
      expect(ofType(template, "AWS::CloudTrail::Trail")).toEqual([]);
      expect(keyOf(template)).toBeUndefined();
      for (const group of groupsOf(template)) {
        expect(group).not.toHaveProperty("KmsKeyId");
        expect(group).not.toHaveProperty("DataProtectionPolicy");
      }
    }
  });

  it("each is chosen by itself", () => {
    const trailOnly = prodWith({ logEncryption: false, logDataProtection: false });

    expect(ofType(trailOnly, "AWS::CloudTrail::Trail")).toHaveLength(1);
    expect(keyOf(trailOnly)).toBeDefined();
    expect(groupsOf(trailOnly)[0]).not.toHaveProperty("KmsKeyId");
    expect(ofType(prodWith({ auditTrail: false }), "AWS::CloudTrail::Trail")).toEqual([]);
  });
});
