import { CfnOutput, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { CnameRecord, HostedZone, MxRecord, TxtRecord, type IHostedZone } from "aws-cdk-lib/aws-route53";
import * as ses from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import { type Identity, isDomain } from "../configuration/mail.ts";

type Made = Extract<Identity, { kind: "make" }>;
type DnsRecord = { id: string; name: string; type: "CNAME" | "MX" | "TXT"; value: string };

const TTL = Duration.hours(1);

/**
 * The identity of the sender in SES: made here, or one that exists. A domain gets DKIM, an envelope sender below itself
 * (MAIL FROM) and a DMARC policy, so that its mail passes DMARC by both SPF and DKIM.
 */
export class SenderIdentity extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, identity: Identity) {
    super(scope, id);
    this.arn = Stack.of(this).formatArn({
      service: "ses",
      resource: "identity",
      resourceName: identity.name,
    });
    if (identity.kind === "make") this.#make(identity);
  }

  #make({ name, mailFrom, hostedZone }: Made): void {
    const envelope = `${mailFrom}.${name}`;
    const made = new ses.EmailIdentity(this, "Resource", {
      identity: isDomain(name) ? ses.Identity.domain(name) : ses.Identity.email(name),
      ...(isDomain(name) && {
        mailFromDomain: envelope,
        // Mail is sent from SES's own domain until the record of the envelope sender is found.
        mailFromBehaviorOnMxFailure: ses.MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
      }),
    });
    made.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    if (!isDomain(name)) return;
    const records = recordsOf(name, envelope, made, Stack.of(this).region);
    if (hostedZone) {
      const { id, name: zoneName } = hostedZone;
      this.#write(records, HostedZone.fromHostedZoneAttributes(this, "Zone", { hostedZoneId: id, zoneName }));
    } else {
      for (const { id, ...record } of records)
        new CfnOutput(this, id, {
          value: `${record.name} ${record.type} ${record.value}`,
          description: `DNS record of the sender's domain: ${record.type}`,
        });
    }
  }

  #write(records: DnsRecord[], zone: IHostedZone): void {
    for (const { id, name, type, value } of records) {
      // The dot ends the name: otherwise CDK adds the zone to it.
      const props = { zone, recordName: `${name}.`, ttl: TTL };
      if (type === "CNAME") new CnameRecord(this, id, { ...props, domainName: value });
      else if (type === "TXT") new TxtRecord(this, id, { ...props, values: [value] });
      else {
        const [priority, hostName = ""] = value.split(" ");
        new MxRecord(this, id, { ...props, values: [{ priority: Number(priority), hostName }] });
      }
    }
  }
}

function recordsOf(name: string, envelope: string, made: ses.EmailIdentity, region: string): DnsRecord[] {
  const dkim = made.dkimRecords.map((record, n) => ({
    ...{ id: `Dkim${n + 1}`, type: "CNAME" as const, name: record.name, value: record.value },
  }));
  return [
    ...dkim,
    { id: "MailFromMx", name: envelope, type: "MX", value: `10 feedback-smtp.${region}.amazonses.com` },
    { id: "MailFromSpf", name: envelope, type: "TXT", value: "v=spf1 include:amazonses.com ~all" },
    { id: "Dmarc", name: `_dmarc.${name}`, type: "TXT", value: "v=DMARC1; p=quarantine" },
  ];
}
