import * as z from "zod";
import { STAGES } from "../../statemachine/contract.ts";
import { Actor } from "./people.ts";
import { GivenEnding } from "./use.ts";

/** A request is what is under way: a question, an onboarding, or the end of a use. A use that goes on has none. */

const StageName = z.enum(STAGES);

/**
 * A request is being given up, and the workflow is still to close it. `endingAsked`: it gives way to the end of the use,
 * which begins once the request is given up.
 */
export const Withdrawal = z.object({
  by: Actor,
  reason: z.string(),
  at: z.string(),
  endingAsked: GivenEnding.optional(),
});
export type Withdrawal = z.infer<typeof Withdrawal>;

/** What a later pass of a dossier is for: the next term, or another agreement within the term. */
export const LaterPass = z.object({
  kind: z.enum(["renewal", "amendment"]),
  /** The stage at which it began: what came before is as the earlier pass left it. */
  from: StageName.optional(),
  /** The pass of the access that it continues or changes. */
  of: z.int().min(1),
  /** Last day of that access, when it has one: the term of a renewal starts the day after. */
  end: z.string().optional(),
  /** Absent where nobody gave one: an applicant renews without a reason. */
  reason: z.string().optional(),
  by: Actor,
  at: z.string(),
});
export type LaterPass = z.infer<typeof LaterPass>;

const closing = { closing: Withdrawal.optional() };
/** `start`: where an execution that was written but perhaps not started must start. */
const onWorkflow = { ...closing, start: z.object({ resumeFrom: StageName }).optional() };

/** A question to the LED team. */
export const Enquiry = z.object({ ...closing, question: z.string() });
/** The LED team enters a use that began before this system. */
export const Entering = z.object(closing);
/** On its way through the onboarding workflow. `laterPass`: what it is for; absent in the first pass. */
export const OnboardingRequest = z.object({ ...onWorkflow, laterPass: LaterPass.optional() });
/** On its way through the out-of-use workflow. */
export const EndingRequest = z.object(onWorkflow);
