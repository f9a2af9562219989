import type * as z from "zod";
import { allowed, refused, type Verdict } from "./verdict.ts";

/** The name of the tick in a form. Decisions do not store it. */
export const CONFIRMATION = "confirmation";

/** Whether the form is valid as shown, without any input from a person. */
export const mayBeSentAsShown = (schema: z.ZodObject, shown: Record<string, unknown>): boolean =>
  schema.safeParse(shown).success;

/**
 * TASK-02: a decision by mailed link needs input from a person. A form that is valid as shown asks for a tick.
 * Source: design, rule 6: scanners of mail open links, and some press the buttons behind them.
 */
export const decisionIsConfirmed = (isTicked: boolean): Verdict =>
  isTicked ? allowed : refused("TASK-02", "Vink aan dat je het zo wil.", CONFIRMATION);
