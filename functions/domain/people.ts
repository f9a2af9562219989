import * as z from "zod";

/** Who decides a task. Those of the consumer act by mailed link, the others sign in. */
export const AUDIENCES = [
  "applicant",
  "signatory",
  "second-signatory",
  "dpo",
  "led-team",
  "led-dpo",
  "leading-official",
] as const;
export const Audience = z.enum(AUDIENCES);
export type Audience = z.infer<typeof Audience>;

/** The parts of persons of the consumer in a dossier. Both contacts are the applicant. */
export const PERSON_PARTS = ["contact", "secondContact", "dpo", "signatory", "secondSignatory"] as const;
export type PersonPart = (typeof PERSON_PARTS)[number];

/** The persons of each audience of the consumer; tasks are mailed to the first. */
export const PARTS_OF_AUDIENCE = {
  applicant: ["contact", "secondContact"],
  signatory: ["signatory"],
  "second-signatory": ["secondSignatory"],
  dpo: ["dpo"],
} as const satisfies Partial<Record<Audience, readonly PersonPart[]>>;
export type ConsumerAudience = keyof typeof PARTS_OF_AUDIENCE;
export const isConsumerAudience = (role: string): role is ConsumerAudience =>
  Object.hasOwn(PARTS_OF_AUDIENCE, role);

/** The two parties: the organisation that wants to consult the LED, and the LED itself. */
export type Side = "consumer" | "led";
export const sideOf = (audience: Audience): Side => (isConsumerAudience(audience) ? "consumer" : "led");

/** The roles that sign in. */
export const ROLES = ["led-team", "led-dpo", "leading-official"] as const satisfies readonly Audience[];
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** A person of the consumer. Somebody new gets a new id, which ends the links of the former person. */
export const Person = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  /** Function in the organisation, for the signature block. */
  capacity: z.string().optional(),
  telephone: z.string().optional(),
});
export type Person = z.infer<typeof Person>;

/** The people of a dossier, by part. */
export const People = z.object({
  contact: Person,
  secondContact: Person.optional(),
  dpo: Person.optional(),
  signatory: Person.optional(),
  /** Signs beside the signatory: a municipality, for example, has two. */
  secondSignatory: Person.optional(),
});

/** Whether two mail addresses are the same, ignoring case. */
export const isSameAddress = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && one.toLowerCase() === other?.toLowerCase();

/** The actor in the record of an act. */
export const Actor = z.object({
  role: z.enum([...AUDIENCES, "system"]),
  /** The id of a person of the consumer, the OpenID Connect subject of a colleague, or "system". */
  id: z.string(),
  name: z.string(),
});
export type Actor = z.infer<typeof Actor>;
/** Whether somebody acts for the consumer, not for the LED or by the clock. */
export const isOfConsumer = ({ role }: Actor): boolean => isConsumerAudience(role);

/** Id of an unconfirmed sender: no person of the dossier, or not confirmed by the domain of the address. */
export const UNCONFIRMED = "unconfirmed";

export const SYSTEM: Actor = { role: "system", id: "system", name: "LED" };
