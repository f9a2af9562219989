import * as z from "zod";

const EMPTY = 'is empty: name the networks, or "any"';
const Network = z.cidrv4(
  "is no IPv4 network: write it as 192.0.2.0/24, one address as 192.0.2.1/32. The site has no IPv6 address",
);
const CERTIFICATE = /^arn:aws:acm:([a-z0-9-]+):\d{12}:certificate\/[\w-]+$/;

const Address = z.strictObject({
  name: z
    .hostname("is not a domain: write it as led.example.org")
    .refine((name) => name === name.toLowerCase(), "has capitals, which API Gateway refuses"),
  /** Certificate of the domain in ACM, in the region of the stack. */
  certificateArn: z
    .string()
    .regex(CERTIFICATE, "is no certificate of ACM: arn:aws:acm:<region>:<account>:certificate/<id>"),
});

/** The site's own domain. */
export const Domain = Address.extend({
  /**
   * Earlier domains. They redirect to the current one: keep each for the life of a link after a switch
   * (functions/mail/send-mail.ts).
   */
  former: z.array(Address).max(5).default([]),
  /** True keeps the API's own address as an earlier one, where the site had no domain before. */
  formerlyOwnAddress: z.boolean().default(false),
}).refine(
  ({ name, former }) => new Set([name, ...former.map((one) => one.name)]).size === former.length + 1,
  {
    path: ["former"],
    error: "names a domain twice: each has one address",
  },
);

/** Networks (CIDR) that may reach the admin pages and the admin API; "any" still requires a sign-in. */
export const AdminNetworks = z.union(
  [z.literal("any"), z.array(Network).min(1, EMPTY)],
  'is a list of networks such as ["192.0.2.0/24"], or "any"',
);

/** Keys of certificates of another region than the stack's. */
export function certificatesElsewhere(region: string, domain: z.infer<typeof Domain>) {
  return [
    { ...domain, path: ["domain"] },
    ...domain.former.map((one, n) => ({ ...one, path: ["domain", "former", n] })),
  ]
    .filter(({ certificateArn }) => CERTIFICATE.exec(certificateArn)?.[1] !== region)
    .map(({ path }) => [...path, "certificateArn"]);
}
