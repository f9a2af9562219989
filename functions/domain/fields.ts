import * as z from "zod";
import {
  cleanEmail,
  cleanLine,
  cleanName,
  cleanTelephone,
  cleanText,
  cleanWebAddress,
} from "./clean-text.ts";
import type { NameOf } from "./name-is-plain.ts";
import { DATE_KINDS, type DateKindName } from "./date-kinds.ts";
import { NUMBER_KINDS, type NumberKindName } from "./number-kinds.ts";
import { readDate } from "./read-typed.ts";

/**
 * The kinds of field. Each gives a zod schema that cleans the input and checks its shape; its `widget` selects the
 * input on a page. One schema generates the form, validates the posted decision and describes it in the OpenAPI
 * document. fields-are-in-order.ts judges the values, so that stored values stay readable.
 */
export const WIDGETS = [
  "text",
  "long-text",
  "email",
  "telephone",
  "date",
  "number",
  "choice",
  "choices",
  "yes-no",
  "hidden",
] as const;
export type Widget = (typeof WIDGETS)[number];

/** Maximum lengths in characters. Every form with all fields full stays below MAXIMUM_FORM_BYTES. */
export const SHORT_TEXT = 200;
export const LONG_TEXT = 4000;
/** Maximum length of a number or a reference, with punctuation. */
const LONGEST_CODE = 40;
/** Maximum length of a web address. */
const LONGEST_ADDRESS = 1000;
/** Maximum size of a posted form, in bytes. */
export const MAXIMUM_FORM_BYTES = 300 * 1024;

/** What pages and rules need to know of a field. `says` is for the description of the API. */
type FieldMeta = { widget: Widget; dateKind?: DateKindName; isName?: NameOf; description?: string };
const meta = (about: FieldMeta) => about;

const short = (clean: (typed: string) => string, max: number) => z.string().overwrite(clean).min(1).max(max);

export const text = (max = SHORT_TEXT) => short(cleanLine, max).meta(meta({ widget: "text" }));
/** The name of a person or an organisation, or the function of a person. Mails contain it (NAME-01). */
export const name = (isName: NameOf = "person") =>
  short(cleanName, SHORT_TEXT).meta(meta({ widget: "text", isName }));
export const longText = (max = LONG_TEXT) => short(cleanText, max).meta(meta({ widget: "long-text" }));
/** A number or a reference; `read` extracts it from the input. */
export const code = (read: (typed: string) => string) =>
  short(read, LONGEST_CODE).meta(meta({ widget: "text" }));
export const email = () =>
  z
    .string()
    .overwrite(cleanEmail)
    .max(SHORT_TEXT)
    .check(z.email())
    .meta(meta({ widget: "email" }));
/** A telephone number: a national one starts with 0, one of another country with +. */
export const telephone = () =>
  z
    .string()
    .overwrite(cleanTelephone)
    .max(LONGEST_CODE)
    .regex(/^[+0](?:[ ./()-]{0,2}\d){8,14}$/)
    .meta(meta({ widget: "telephone" }));
export const webAddress = () =>
  z
    .string()
    .overwrite(cleanWebAddress)
    .max(LONGEST_ADDRESS)
    .check(z.url({ protocol: /^https?$/ }))
    .meta(meta({ widget: "text" }));
/** A calendar date, YYYY-MM-DD. The bounds follow from its kind (DATE-01, DATE-02). */
export const date = (dateKind: DateKindName) =>
  z
    .string()
    .overwrite(readDate)
    .check(z.iso.date())
    .meta(meta({ widget: "date", dateKind, description: DATE_KINDS[dateKind].says }));
export const wholeNumber = (kind: NumberKindName) => {
  const { least, most, says } = NUMBER_KINDS[kind];
  return z
    .int()
    .min(least)
    .max(most)
    .meta(meta({ widget: "number", description: says }));
};
export const yesNo = () => z.boolean().meta(meta({ widget: "yes-no" }));
export const choice = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z.enum(options).meta(meta({ widget: "choice" }));
/** One or more of the options, without duplicates. */
export const choices = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z
    .array(z.enum(options))
    .min(1)
    .max(options.length)
    .refine((chosen) => new Set(chosen).size === chosen.length)
    .meta(meta({ widget: "choices" }));
/** A value that the page fills in, such as the ids of the messages that it showed. */
export const hidden = () => short(cleanLine, LONG_TEXT).meta(meta({ widget: "hidden" }));
/** The id of a record or of a signed-in person: never shown, never typed. */
export const identifier = () =>
  z
    .string()
    .regex(/^[\x20-\x7E]*$/)
    .max(LONGEST_IDENTIFIER);
const LONGEST_IDENTIFIER = 300;
