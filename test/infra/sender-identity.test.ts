import { describe, expect, it } from "vitest";
import { ofType, synthesized, textOf } from "./synthesized.ts";

const mail = {
  from: "led@led.test.org",
  ledMailbox: "led@led.test.org",
  ledDpoMailbox: "dpo@led.test.org",
  leadingOfficialMailbox: "official@led.test.org",
};
const withIdentity = (identity: object) =>
  synthesized({ overrides: { mail: { ...mail, identity } } }).template;

describe("the sender's identity", () => {
  it("is made with an envelope sender of its own, and kept when the stack is deleted", () => {
    const [made] = ofType(withIdentity({ kind: "make", name: "led.test.org" }), "AWS::SES::EmailIdentity");

    expect(made?.[1]).toMatchObject({
      Properties: {
        EmailIdentity: "led.test.org",
        MailFromAttributes: { MailFromDomain: "bounce.led.test.org" },
      },
      DeletionPolicy: "RetainExceptOnCreate",
      UpdateReplacePolicy: "Retain",
    });
  });

  it("has its DNS records as outputs: three of DKIM, two of MAIL FROM, one of DMARC", () => {
    const { Outputs } = withIdentity({ kind: "make", name: "led.test.org" });
    const records = Object.entries(Outputs).flatMap(([id, { Value }]) =>
      id.startsWith("MailIdentity") ? [textOf(Value)] : [],
    );

    expect(records).toHaveLength(6);
    expect(records.filter((one) => one.includes(" CNAME "))).toHaveLength(3);
    expect(records).toContain("bounce.led.test.org MX 10 feedback-smtp.eu-west-1.amazonses.com");
    expect(records).toContain("bounce.led.test.org TXT v=spf1 include:amazonses.com ~all");
    expect(records).toContain("_dmarc.led.test.org TXT v=DMARC1; p=quarantine");
  });

  it("has them written to a zone of ours", () => {
    const hostedZone = { id: "Z0123456789", name: "test.org" };
    const template = withIdentity({ kind: "make", name: "led.test.org", hostedZone });
    const records = ofType(template, "AWS::Route53::RecordSet").map(([, { Properties }]) => Properties);

    expect(records).toHaveLength(6);
    expect(records).toContainEqual({
      HostedZoneId: "Z0123456789",
      Name: "_dmarc.led.test.org.",
      Type: "TXT",
      TTL: "3600",
      ResourceRecords: ['"v=DMARC1; p=quarantine"'],
    });
    expect(Object.keys(template.Outputs).filter((id) => id.startsWith("MailIdentity"))).toEqual([]);
  });

  it("that exists is used and not made, and only its address may send", () => {
    const template = withIdentity({ kind: "existing", name: "led.test.org" });
    const policies = JSON.stringify(ofType(template, "AWS::IAM::Policy"));

    expect(ofType(template, "AWS::SES::EmailIdentity")).toEqual([]);
    expect(policies).toContain(":identity/led.test.org");
    expect(policies).toContain('"ses:FromAddress":"led@led.test.org"');
  });
});
