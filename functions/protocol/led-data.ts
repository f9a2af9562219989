import * as z from "zod";
import { text } from "../domain/fields.ts";

/**
 * What the LED can give, to tick in a protocol: name, and why it is needed as a rule. Configuration may word both
 * otherwise (names.ledData).
 * Source: the answer of MAGDA's GeefBewijs 02.00.
 */
export const LED_DATA = {
  identity: {
    name: "Identiteit: rijksregisternummer en naam",
    why: "Om het bewijs met zekerheid aan de juiste persoon te koppelen.",
  },
  kind: {
    name: "Soort, categorie en graad van het bewijs",
    why: "Om te weten welk bewijs iemand heeft, en van welk niveau.",
  },
  study: {
    name: "Benaming en studierichting",
    why: "Om na te gaan of het bewijs past bij wat gevraagd wordt.",
  },
  level: {
    name: "Niveau volgens ISCED en de Vlaamse kwalificatiestructuur",
    why: "Om bewijzen van verschillende opleidingen te vergelijken.",
  },
  institution: {
    name: "Instelling die het bewijs uitreikte",
    why: "Om te weten wie het bewijs uitreikte, en wie het kan verbeteren.",
  },
  date: { name: "Datum van uitreiking", why: "Om te weten vanaf wanneer het bewijs geldt." },
  "country-and-language": {
    name: "Land en taal",
    why: "Om na te gaan of een erkenning of een taalvoorwaarde geldt.",
  },
  status: {
    name: "Status en datum van wijziging",
    why: "Om geen bewijs te gebruiken dat ingetrokken of verbeterd is.",
  },
  authenticity: {
    name: "Authentiek bewijs of eigen verklaring",
    why: "Om te weten of een bron het bewijs bevestigt.",
  },
  supplier: { name: "Leverancier van het gegeven", why: "Om een fout aan de bron te kunnen melden." },
} as const satisfies Record<string, LedDatum>;

export type LedDatum = { name: string; why: string };
export type LedDatumId = keyof typeof LED_DATA;

/** In the order of the list. */
export const LED_DATA_IDS = [
  "identity",
  "kind",
  "study",
  "level",
  "institution",
  "date",
  "country-and-language",
  "status",
  "authenticity",
  "supplier",
] as const satisfies LedDatumId[];

/** Why a datum is needed, and how long it is kept, where that differs from what holds for all data together. */
const Detail = z.object({ why: text(120).optional(), kept: text(40).optional() }).optional();
export const LedDataDetails = z.object({
  identity: Detail,
  kind: Detail,
  study: Detail,
  level: Detail,
  institution: Detail,
  date: Detail,
  "country-and-language": Detail,
  status: Detail,
  authenticity: Detail,
  supplier: Detail,
} satisfies Record<LedDatumId, z.ZodType>);
export type LedDataDetails = z.infer<typeof LedDataDetails>;
