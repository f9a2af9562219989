import * as z from "zod";
import { EndOfUse } from "./facts.ts";
import { Actor } from "./people.ts";

/** Why somebody ends the use of the LED: always with an explanation. */
export const GIVEN_REASONS = ["purpose", "stopped", "breach"] as const;
export const GivenReason = z.enum(GIVEN_REASONS);
/** Why the use of the LED ends: the clock says that its term nears its end. */
export const ENDING_REASONS = ["term", ...GIVEN_REASONS] as const;
export const EndingReason = z.enum(ENDING_REASONS);
export type EndingReason = z.infer<typeof EndingReason>;

const said = { by: Actor, at: z.string() };
export const GivenEnding = z.object({ reason: GivenReason, explanation: z.string(), ...said });
export type GivenEnding = z.infer<typeof GivenEnding>;
/** `explanation`: why the applicant does not renew, once it has said so. */
const TermEnding = z.object({ reason: z.literal("term"), explanation: z.string().optional(), ...said });
/** Why, how and by whom the use ends. */
export const Ending = z.discriminatedUnion("reason", [TermEnding, GivenEnding]);
export type Ending = z.infer<typeof Ending>;
/** What is said of an ending; who says it, and when, comes with the act. */
export type SaidEnding =
  Pick<z.infer<typeof TermEnding>, "reason"> | Pick<GivenEnding, "reason" | "explanation">;

/** How a later request ended that was given up. `reason`: absent where nobody gave one. */
const LastRequest = z.object({
  pass: z.int(),
  at: z.string(),
  outcome: z.string(),
  reason: z.string().optional(),
  by: Actor,
});

const since = { since: z.string() };
/** A use that goes on. What it rests on is the agreement (facts.ts). */
export const Use = z.object({
  ...since,
  /** The last later request, when it was given up: what had been granted went on. */
  lastRequest: LastRequest.optional(),
  /** The end that was asked while a later request was under way: that one was given up for it. */
  endingAsked: GivenEnding.optional(),
});
/** A use that ends, or that has ended. `endOfUse`: the LED team confirmed it. */
export const EndingUse = z.object({ ...since, ending: Ending, endOfUse: EndOfUse.optional() });
