import { isStateName, STATES } from "../../../statemachine/contract.ts";
import type { DeclaredState } from "../../../statemachine/steps/declared-state.ts";
import { TASK_KINDS } from "../../domain/process.ts";
import type { Definitions } from "../../domain/task-definition.ts";

/** Names of what the definition has besides the states: its loops, and a second way to close. */
const otherNames: Record<string, string | undefined> = {
  AskMoreInformation: "Meer informatie vragen over de intake",
  AskOtherDates: "Andere datums vragen",
  AskDpiaChanges: "Een aangepaste DPIA vragen",
  AskConsumerAdvice: "Advies van de DPO van de afnemer vragen",
  AskClarification: "Verduidelijking vragen over het protocol",
  AskProtocolChanges: "Een aangepast protocol vragen",
  AskChangesAfterConsultation: "Wijzigingen vragen na het advies van de toezichthouder",
  ReviewAfterNotSigned: "Terug naar de beoordeling: de afnemer tekende niet",
  ReviewAfterRefusal: "Terug naar de beoordeling: de LED tekende niet",
  CloseWithdrawn: "Ingetrokken dossier afsluiten",
};

/**
 * The name of a workflow state: of its task, for a human task. A state that no longer exists keeps its technical name.
 */
export function stateInWords(name: string | undefined, definitions: Definitions): string {
  if (name === undefined) return "niet bekend";
  const kind = TASK_KINDS.find((known) => known === name);
  if (kind) return definitions[kind].texts.nl.title;
  const state: DeclaredState | undefined = isStateName(name) ? STATES[name] : undefined;
  return state?.kind === "system" ? state.nl : (otherNames[name] ?? name);
}
