import type * as z from "zod";
import { allowed, refused, type Verdict } from "./verdict.ts";

/** The name of the tick in a form; no decision holds it. */
export const CONFIRMATION = "confirmation";

/** Whether a form could be sent just as it is shown, without anybody filling in something. */
export const mayBeSentAsShown = (schema: z.ZodObject, shown: Record<string, unknown>): boolean =>
  schema.safeParse(shown).success;

/**
 * TASK-02: what is decided by a mailed link needs something that a person fills in. A form that could be sent just as it
 * is shown asks for a tick.
 * Source: design, rule 6: scanners of mail open links, and some press the buttons behind them.
 */
export const decisionIsConfirmed = (isTicked: boolean): Verdict =>
  isTicked ? allowed : refused("TASK-02", "Vink aan dat je het zo wil.", CONFIRMATION);
