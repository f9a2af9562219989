import * as z from "zod";
import { enterpriseNumberIsValid } from "./enterprise-number.ts";

const Link = z.url({ protocol: /^https$/, error: "must be an address that starts with https://" });
const text = () => z.string().trim().min(1, "is empty: every text shows it");

/**
 * Names, prices and addresses that an organisation may change: names.json, never code. Every text takes them from
 * `NAMES` (names.ts); test/names renders all of them with other names.
 */
export const Names = z.strictObject({
  /** The agency that keeps the LED. */
  agency: text(),
  /** The full name of the agency, for a protocol. */
  agencyInFull: text(),
  department: text(),
  /** Enterprise number and seat of the authority, for the protocol. */
  authority: z.strictObject({
    name: text(),
    enterpriseNumber: z
      .string()
      .refine(
        (number) => enterpriseNumberIsValid(number).allowed,
        "is no enterprise number: ten digits, of which the last two check the others (KBO-01)",
      ),
    seat: text(),
    /** The authority as a party to a protocol, with who represents it. Default: its name. */
    party: text().optional(),
    ovoCode: z
      .string()
      .regex(/^OVO\d{6}$/)
      .optional(),
  }),
  /** Other words for what the LED can give (protocol/led-data.ts), by its id. */
  ledData: z.record(text(), z.strictObject({ name: text(), why: text() })).optional(),
  /** The help desk for dossiers (Bestuursdecreet II.20). */
  desk: text(),
  /** Most organisations that can be controller in one dossier beside its own. */
  furtherControllers: z.int().min(0).max(9),
  /** Days off of the civil service beside the public holidays, as MM-DD: the LED does not work then. */
  daysOff: z.array(z.string().regex(/^\d\d-\d\d$/, "has days as MM-DD")),
  /** Whom to call at the desk; shown where it is known. */
  deskContact: z.strictObject({ name: text().optional(), telephone: text().optional() }).optional(),
  /** Where consumers send protocols that they signed on paper. */
  postalAddress: text(),
  /** The service integrator and its platform. */
  vdi: text(),
  platform: text(),
  /** The service of the platform that works in a browser, without software of the consumer. */
  webApplication: text(),
  supervisor: text(),
  /** One-off fee per domain for the web application, as shown to people. */
  webApplicationFee: text(),
  /** The day on which the accessibility of the site was last assessed, for the statement. */
  accessibilityAssessedOn: z.iso.date(),
  links: z.strictObject({
    led: Link,
    exploratoryTalk: Link,
    connection: Link,
    privacyNotice: Link,
    accessibility: Link,
    /** Who hears complaints about accessibility that the agency did not answer well. */
    ombudsman: Link,
    publication: Link,
  }),
});
export type Names = z.infer<typeof Names>;
