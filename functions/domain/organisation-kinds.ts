import * as z from "zod";
import configured from "../../organisation-kinds.json" with { type: "json" };

/** `webApplication`: whether such an organisation may use it; `ask`: it depends, and the LED team looks into it. */
const OrganisationKind = z.strictObject({
  name: z.string().trim().min(1),
  webApplication: z.enum(["yes", "no", "ask"]),
});

/** Id of a kind of organisation. Dossiers keep it, so an id in use stays in the table. */
export type OrganisationType = keyof typeof configured;

/**
 * Kinds of organisation that may consult the LED, as an installation configures them: organisation-kinds.json, in the
 * order of the forms.
 * Source: who may use MAGDA Online, vlaanderen.be/magda; `ask` where that page does not name the kind.
 */
const KINDS = z.record(z.string(), OrganisationKind).parse(configured);

const isConfigured = (id: string): id is OrganisationType => Object.hasOwn(configured, id);
const [first, ...others] = Object.keys(KINDS).filter(isConfigured);
if (first === undefined) throw new Error("organisation-kinds.json names no kind of organisation");

export const ORGANISATION_TYPES: [OrganisationType, ...OrganisationType[]] = [first, ...others];

/** A kind, as the installation configures it. */
export const kindOf = (type: OrganisationType): z.infer<typeof OrganisationKind> =>
  OrganisationKind.parse(KINDS[type]);
