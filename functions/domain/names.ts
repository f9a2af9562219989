import * as z from "zod";
import configured from "../../names.json" with { type: "json" };

const Link = z.url();

/**
 * Names, prices and addresses that an organisation may change: names.json, never code. Every text takes them from
 * `NAMES`; test/names renders all of them with other names.
 */
export const Names = z.object({
  /** The agency that keeps the LED. */
  agency: z.string(),
  /** The full name of the agency, for a protocol. */
  agencyInFull: z.string(),
  department: z.string(),
  /** Enterprise number and seat of the authority, for the protocol. */
  authority: z.object({
    name: z.string(),
    enterpriseNumber: z.string(),
    seat: z.string(),
    /** The authority as a party to a protocol, with who represents it. Default: its name. */
    party: z.string().optional(),
    ovoCode: z
      .string()
      .regex(/^OVO\d{6}$/)
      .optional(),
  }),
  /** Other words for what the LED can give (protocol/led-data.ts), by its id. */
  ledData: z.record(z.string(), z.object({ name: z.string(), why: z.string() })).optional(),
  /** The help desk for dossiers (Bestuursdecreet II.20). */
  desk: z.string(),
  /** Days off of the civil service beside the public holidays, as MM-DD: the LED does not work then. */
  daysOff: z.array(z.string().regex(/^\d\d-\d\d$/)),
  /** Whom to call at the desk; shown where it is known. */
  deskContact: z.object({ name: z.string().optional(), telephone: z.string().optional() }).optional(),
  /** Where consumers send protocols that they signed on paper. */
  postalAddress: z.string(),
  /** The service integrator and its platform. */
  vdi: z.string(),
  platform: z.string(),
  /** The service of the platform that works in a browser, without software of the consumer. */
  webApplication: z.string(),
  supervisor: z.string(),
  /** One-off fee per domain for the web application, as shown to people. */
  webApplicationFee: z.string(),
  links: z.object({
    led: Link,
    exploratoryTalk: Link,
    connection: Link,
    privacyNotice: Link,
    accessibility: Link,
    publication: Link,
  }),
});
export type Names = z.infer<typeof Names>;

/** The names of this installation. They are part of the bundles, so another name takes a deployment. */
export const NAMES: Names = Names.parse(configured);
