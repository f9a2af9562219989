import { describe, expect, it } from "vitest";
import { statementsOf, verdict } from "../../local/iam/statements.ts";

const judge = (
  statements: object | object[],
  action: string,
  resource = "arn:aws:s3:::bucket/key",
  context = {},
) => verdict(statementsOf({ Statement: statements }), { action, resource, context });
const allow = (more: object = {}) => ({
  Effect: "Allow",
  Action: "s3:Get*",
  Resource: "arn:aws:s3:::bucket/*",
  ...more,
});
const deny = (more: object = {}) => ({ ...allow(more), Effect: "Deny" });

describe("an identity policy", () => {
  it("allows what it names, ignoring the case of the action", () => {
    expect(judge(allow(), "s3:GetObject")).toBe("allowed");
    expect(judge(allow(), "S3:getobject")).toBe("allowed");
    expect(judge(allow(), "s3:PutObject")).toBe("silent");
    expect(judge(allow(), "s3:GetObject", "arn:aws:s3:::other/key")).toBe("silent");
  });

  it("denies before it allows", () => {
    expect(judge([allow(), deny({ Resource: "*" })], "s3:GetObject")).toBe("denied");
  });

  it("knows NotAction and NotResource", () => {
    expect(judge({ Effect: "Allow", NotAction: "s3:Put*", Resource: "*" }, "s3:GetObject")).toBe("allowed");
    expect(judge({ Effect: "Allow", NotAction: "s3:Get*", Resource: "*" }, "s3:GetObject")).toBe("silent");
    expect(
      judge({ Effect: "Allow", Action: "*", NotResource: "arn:aws:s3:::bucket/*" }, "s3:GetObject"),
    ).toBe("silent");
  });

  it.each([
    [{ StringEquals: { "ses:FromAddress": "led@x.be" } }, { "ses:FromAddress": ["led@x.be"] }, "allowed"],
    [{ StringEquals: { "ses:FromAddress": "led@x.be" } }, { "ses:FromAddress": ["a@x.be"] }, "silent"],
    [{ StringEquals: { "ses:FromAddress": "led@x.be" } }, {}, "silent"],
    [{ StringEqualsIfExists: { "ses:FromAddress": "led@x.be" } }, {}, "allowed"],
    [{ StringLike: { "s3:prefix": ["a/*", "b/*"] } }, { "S3:Prefix": ["b/c"] }, "allowed"],
    [{ StringNotEquals: { "s3:prefix": "a" } }, { "s3:prefix": ["a"] }, "silent"],
    [{ Bool: { "aws:SecureTransport": "true" } }, { "aws:SecureTransport": ["true"] }, "allowed"],
    [
      { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["a", "b"] } },
      { "dynamodb:LeadingKeys": ["a"] },
      "allowed",
    ],
    [
      { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["a"] } },
      { "dynamodb:LeadingKeys": ["a", "c"] },
      "silent",
    ],
    [
      { "ForAnyValue:StringEquals": { "dynamodb:LeadingKeys": ["a"] } },
      { "dynamodb:LeadingKeys": ["a", "c"] },
      "allowed",
    ],
    [{ Null: { "s3:prefix": "true" } }, {}, "allowed"],
  ])("evaluates the condition %j to %j", (Condition, context, expected) => {
    expect(judge(allow({ Condition }), "s3:GetObject", undefined, context)).toBe(expected);
  });

  it("with an unsupported condition is refused by name", () => {
    expect(() =>
      judge(allow({ Condition: { NumericLessThan: { "s3:max-keys": "5" } } }), "s3:GetObject"),
    ).toThrow("NumericLessThan");
    expect(() =>
      judge(allow({ Condition: { StringEquals: { "aws:PrincipalTag/team": "a" } } }), "s3:GetObject"),
    ).toThrow("aws:PrincipalTag/team");
  });
});
