import { describe, expect, it } from "vitest";
import * as z from "zod";
import { Template } from "../../local/template/template.ts";

const template = (body: object) =>
  new Template({
    name: "Stack",
    region: "eu-west-1",
    account: "000000000000",
    assets: new Map(),
    template: body,
  });

/** The value of one property of one resource, resolved. */
function resolved(value: unknown, more: object = {}): unknown {
  const body = {
    Resources: {
      Table: { Type: "AWS::DynamoDB::Table", Properties: { TableName: "dossiers" } },
      Queue: { Type: "AWS::SQS::Queue" },
      Probe: { Type: "Test::Probe", Properties: { value } },
    },
    ...more,
  };
  const [probe] = template(body).ofType("Test::Probe", z.looseObject({ value: z.unknown().optional() }));
  return probe?.properties.value;
}

describe("a template", () => {
  it.each([
    [{ Ref: "Table" }, "dossiers"],
    [{ "Fn::GetAtt": ["Table", "Arn"] }, "arn:aws:dynamodb:eu-west-1:000000000000:table/dossiers"],
    [
      { "Fn::Sub": "${AWS::Region}/${Table}/${Table.Arn}/${!kept}" },
      "eu-west-1/dossiers/arn:aws:dynamodb:eu-west-1:000000000000:table/dossiers/${kept}",
    ],
    [{ "Fn::Sub": ["${Word}-${Table}", { Word: "a" }] }, "a-dossiers"],
    [{ "Fn::Join": ["-", ["a", { Ref: "AWS::AccountId" }]] }, "a-000000000000"],
    [{ "Fn::Select": [1, { "Fn::Split": [":", "a:b:c"] }] }, "b"],
    [{ "Fn::FindInMap": ["Map", { Ref: "AWS::Region" }, "key"] }, "found"],
    [{ "Fn::If": ["IsIreland", "yes", "no"] }, "yes"],
    [{ "Fn::If": ["IsElsewhere", "yes", { Ref: "AWS::NoValue" }] }, undefined],
    [[{ Ref: "AWS::NoValue" }, "only"], ["only"]],
    [{ Ref: "Word" }, "default"],
  ])("resolves %j", (value, expected) => {
    const more = {
      Parameters: { Word: { Type: "String", Default: "default" } },
      Mappings: { Map: { "eu-west-1": { key: "found" } } },
      Conditions: {
        IsIreland: { "Fn::Equals": [{ Ref: "AWS::Region" }, "eu-west-1"] },
        IsElsewhere: { "Fn::And": [{ "Fn::Not": [{ Condition: "IsIreland" }] }, { Condition: "IsIreland" }] },
      },
    };

    expect(resolved(value, more)).toEqual(expected);
  });

  it("generates stable names", () => {
    expect(resolved({ Ref: "Queue" })).toBe(resolved({ Ref: "Queue" }));
    expect(resolved({ "Fn::GetAtt": ["Queue", "QueueName"] })).toMatch(/^Stack-Queue-[0-9A-F]{12}$/);
  });

  it("reports unknown values by name", () => {
    const parameter = {
      Parameters: { Vpc: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/vpc" } },
    };

    expect(() => resolved({ "Fn::GetAtt": ["Table", "StreamArn"] })).toThrow(
      "Attribute StreamArn of Table (AWS::DynamoDB::Table)",
    );
    expect(() => resolved({ "Fn::ImportValue": "Other" })).toThrow("Fn::ImportValue is not supported");
    expect(() => resolved({ Ref: "Vpc" }, parameter)).toThrow("Parameter Vpc is read from SSM");
    expect(() => resolved({ Ref: "Nothing" })).toThrow("Nothing");
  });

  it("omits a resource whose condition does not hold", () => {
    const body = {
      Conditions: { Never: { "Fn::Equals": ["a", "b"] } },
      Resources: { Table: { Type: "Test::Probe", Condition: "Never", Properties: {} } },
    };

    expect(template(body).ofType("Test::Probe", z.looseObject({}))).toEqual([]);
  });
});
