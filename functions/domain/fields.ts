import * as z from "zod";

/**
 * The kinds of field that a form can ask. Each gives a zod schema whose `widget` tells a page how to show it, so that
 * one schema makes the form, checks the posted decision and describes it in the OpenAPI document.
 */
export type Widget = "text" | "long-text" | "email" | "date" | "number" | "choice" | "choices" | "yes-no";

/** Longest texts, in characters: every form with every field full stays under MAXIMUM_FORM_BYTES. */
export const SHORT_TEXT = 200;
export const LONG_TEXT = 4000;
/** A posted form, in bytes. */
export const MAXIMUM_FORM_BYTES = 200 * 1024;

const widget = (name: Widget) => ({ widget: name });

export const text = (max = SHORT_TEXT) => z.string().trim().min(1).max(max).meta(widget("text"));
export const longText = (max = LONG_TEXT) => z.string().trim().min(1).max(max).meta(widget("long-text"));
export const email = () => z.string().trim().max(SHORT_TEXT).pipe(z.email()).meta(widget("email"));
/** A calendar date, YYYY-MM-DD. */
export const date = () => z.iso.date().meta(widget("date"));
export const wholeNumber = (max = 1_000_000_000) => z.int().min(0).max(max).meta(widget("number"));
export const yesNo = () => z.boolean().meta(widget("yes-no"));
export const choice = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z.enum(options).meta(widget("choice"));
/** One or more of the options, each once. */
export const choices = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z
    .array(z.enum(options))
    .min(1)
    .max(options.length)
    .refine((chosen) => new Set(chosen).size === chosen.length)
    .meta(widget("choices"));
