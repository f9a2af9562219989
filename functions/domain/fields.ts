import * as z from "zod";
import { cleanEmail, cleanLine, cleanName, cleanText, cleanWebAddress } from "./clean-text.ts";
import type { NameOf } from "./name-is-plain.ts";
import { DATE_KINDS, type DateKindName } from "./date-kinds.ts";
import { NUMBER_KINDS, type NumberKindName } from "./number-kinds.ts";
import { readDate } from "./read-typed.ts";

/**
 * The kinds of field that a form can ask. Each gives a zod schema that cleans what was typed and checks its shape, and
 * whose `widget` tells a page how to show it: one schema makes the form, checks the posted decision and describes it in
 * the OpenAPI document. What a value may say is for fields-are-in-order.ts, so that what is stored stays readable.
 */
export type Widget = "text" | "long-text" | "email" | "date" | "number" | "choice" | "choices" | "yes-no";

/** Longest texts, in characters: every form with every field full stays under MAXIMUM_FORM_BYTES. */
export const SHORT_TEXT = 200;
export const LONG_TEXT = 4000;
/** Longest number or reference, with the signs that people put in it. */
const LONGEST_CODE = 40;
/** Longest address on the web. */
const LONGEST_ADDRESS = 1000;
/** A posted form, in bytes. */
export const MAXIMUM_FORM_BYTES = 200 * 1024;

/** What a page and a rule know of a field. `says` is for the description of the API. */
type FieldMeta = { widget: Widget; dateKind?: DateKindName; isName?: NameOf; description?: string };
const meta = (about: FieldMeta) => about;

const short = (clean: (typed: string) => string, max: number) => z.string().overwrite(clean).min(1).max(max);

export const text = (max = SHORT_TEXT) => short(cleanLine, max).meta(meta({ widget: "text" }));
/** The name of a person or of an organisation, or a person's function: it stands in mails (NAME-01). */
export const name = (isName: NameOf = "person") =>
  short(cleanName, SHORT_TEXT).meta(meta({ widget: "text", isName }));
export const longText = (max = LONG_TEXT) => short(cleanText, max).meta(meta({ widget: "long-text" }));
/** A number or a reference: `read` finds it in what was typed. */
export const code = (read: (typed: string) => string) =>
  short(read, LONGEST_CODE).meta(meta({ widget: "text" }));
export const email = () =>
  z
    .string()
    .overwrite(cleanEmail)
    .max(SHORT_TEXT)
    .check(z.email())
    .meta(meta({ widget: "email" }));
export const webAddress = () =>
  z
    .string()
    .overwrite(cleanWebAddress)
    .max(LONGEST_ADDRESS)
    .check(z.url({ protocol: /^https?$/ }))
    .meta(meta({ widget: "text" }));
/** A calendar date, YYYY-MM-DD, of a kind that has bounds (DATE-01, DATE-02). */
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
/** One or more of the options, each once. */
export const choices = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z
    .array(z.enum(options))
    .min(1)
    .max(options.length)
    .refine((chosen) => new Set(chosen).size === chosen.length)
    .meta(meta({ widget: "choices" }));
/** The id of something of ours, or of who signed in: never shown, never typed. */
export const identifier = () =>
  z
    .string()
    .regex(/^[\x20-\x7E]*$/)
    .max(LONGEST_IDENTIFIER);
const LONGEST_IDENTIFIER = 300;
