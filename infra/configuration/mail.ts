import * as z from "zod";

const Mailbox = z.email("is not an address: write it as name@domain");
const domain = z.hostname("is not a domain: write it as mail.example.org");
const domainOrMailbox = z.union([domain, Mailbox], "is not a domain: write it as mail.example.org");

/** The sender's identity in SES. */
const Identity = z.discriminatedUnion("kind", [
  z.strictObject({
    /** The stack makes the identity. It is retained when the stack is deleted. */
    kind: z.literal("make"),
    /** A domain, or one address: for dev only, since an address fails the DMARC check of its own domain. */
    name: domainOrMailbox,
    /** Label before the domain, for the envelope sender of all mail (MAIL FROM). */
    mailFrom: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/, "is one label of a domain: lower-case letters, digits and hyphens")
      .default("bounce"),
    /** Route 53 zone of the domain or of a parent. Without it the DNS records are outputs of the stack. */
    hostedZone: z
      .strictObject({
        id: z.string().regex(/^Z[A-Z0-9]{5,31}$/, "is the id of a hosted zone: it starts with Z"),
        name: domain,
      })
      .optional(),
  }),
  z.strictObject({
    /** The identity exists, made by hand or by another stack; its owner keeps the DNS records. */
    kind: z.literal("existing"),
    name: domainOrMailbox,
  }),
]);
export type Identity = z.infer<typeof Identity>;

export const isDomain = (identity: string): boolean => !identity.includes("@");

const isWithin = (name: string, zone: string) => name === zone || name.endsWith(`.${zone}`);

export const Mail = z
  .strictObject({
    identity: Identity,
    /** Sender address of all mail. */
    from: Mailbox,
    ledMailbox: Mailbox,
    ledDpoMailbox: Mailbox,
    leadingOfficialMailbox: Mailbox,
    /**
     * Domain that takes mail, so that answers reach the dossier; without one they go to the LED mailbox. Its MX record and
     * the active rule set are steps of the deployment (docs/runbook.md). `requireTls`: mail without TLS is refused.
     */
    inbound: z.strictObject({ domain, requireTls: z.boolean().default(true) }).optional(),
  })
  .superRefine(({ identity, from }, context) => {
    const { name } = identity;
    const isOwn = isDomain(name) ? from.split("@")[1] === name : from === name;
    if (!isOwn)
      context.addIssue({
        code: "custom",
        path: ["from"],
        message: `is outside the identity: SES refuses to send it. Choose ${isDomain(name) ? `an address @${name}` : name}, or change mail.identity`,
      });
    if (identity.kind !== "make" || !identity.hostedZone) return;
    if (!isDomain(name) || !isWithin(name, identity.hostedZone.name))
      context.addIssue({
        code: "custom",
        path: ["identity", "hostedZone"],
        message: `is no zone of ${name}: leave it out, and the DNS records are outputs of the stack`,
      });
  });
