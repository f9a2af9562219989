import { describe, expect, it } from "vitest";
import { ofType, synthesized, textOf } from "./synthesized.ts";

const identity = { kind: "make", name: "led.test.org" };
const mail = {
  from: "led@led.test.org",
  ...{ ledMailbox: "led@led.test.org", ledDpoMailbox: "dpo@led.test.org" },
  leadingOfficialMailbox: "official@led.test.org",
  identity,
};
const taking = (inbound?: object) => synthesized({ overrides: { mail: { ...mail, inbound } } }).template;
const ruleOf = (template: ReturnType<typeof taking>) =>
  ofType(template, "AWS::SES::ReceiptRule")[0]?.[1].Properties["Rule"];

describe("mail that comes in", () => {
  const template = taking({ domain: "in.led.test.org" });

  it("is judged for spam and malware, kept in the bucket, and then handed to one function", () => {
    expect(ruleOf(template)).toMatchObject({
      ...{ Enabled: true, ScanEnabled: true, TlsPolicy: "Require", Recipients: ["in.led.test.org"] },
      Actions: [
        { S3Action: { ObjectKeyPrefix: "received/" } },
        { LambdaAction: { InvocationType: "Event" } },
      ],
    });
  });

  it("may come without TLS where the configuration says so", () => {
    expect(ruleOf(taking({ domain: "in.led.test.org", requireTls: false }))).toMatchObject({
      TlsPolicy: "Optional",
    });
  });

  it("needs two steps of a person: the outputs name the MX record and the rule set, which is not activated", () => {
    const outputs = Object.entries(template.Outputs).map(([id, { Value }]) => [id, textOf(Value)] as const);
    const valueOf = (name: string) => outputs.find(([id]) => id.startsWith(name))?.[1];

    expect(valueOf("InboundMx")).toBe("in.led.test.org MX 10 inbound-smtp.eu-west-1.amazonaws.com");
    expect(valueOf("InboundRuleSetName")).toMatch(/^led-onboarding-/);
    expect(JSON.stringify(template)).not.toMatch(/SetActiveReceiptRuleSet|setActiveReceiptRuleSet/);
  });

  it("is not taken without a domain: no rule, no function", () => {
    const without = taking();

    expect(ofType(without, "AWS::SES::ReceiptRule")).toEqual([]);
    expect(JSON.stringify(ofType(without, "AWS::Lambda::Function"))).not.toContain("ReceiveMail");
  });
});
