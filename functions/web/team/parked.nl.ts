import { isStateName, STATES } from "../../../statemachine/contract.ts";
import type { DeclaredState } from "../../../statemachine/steps/declared-state.ts";
import { TASK_KINDS } from "../../domain/process.ts";
import type { Definitions } from "../../domain/task-definition.ts";

/** Names of what the definition has besides the states: its loops, and a second way to close. */
const otherNames: Record<string, string | undefined> = {
  AskMoreInformation: "Meer informatie vragen over de intake",
  AskOtherDates: "Andere data vragen",
  AskDpiaChanges: "Een aangepaste DPIA vragen",
  AskClarification: "Verduidelijking vragen over het protocol",
  AskProtocolChanges: "Een aangepast protocol vragen",
  AskChangesAfterConsultation: "Wijzigingen vragen na het advies van de toezichthouder",
  ReviewAfterNotSigned: "Terug naar de beoordeling: de afnemer tekende niet",
  ReviewAfterRefusal: "Terug naar de beoordeling: de LED tekende niet",
  CloseWithdrawn: "Ingetrokken dossier afsluiten",
};

/** Why a dossier was parked, by error code. */
const causes: Record<string, string | undefined> = {
  DECISION_NOT_TAKEN_UP: "Een beslissing werd bewaard, maar de workflow nam ze niet over.",
  EXECUTION_GONE: "De uitvoering van de workflow was er niet meer.",
  UnknownOutcome: "De workflow weet niet wat na deze beslissing komt.",
  RetryLater: "Een dienst die we nodig hebben, was te lang onbereikbaar.",
  Conflict: "Te veel wijzigingen kwamen op hetzelfde moment.",
  GiveUp: "Een stap kon niet uitgevoerd worden met de gegevens van dit dossier.",
  "States.Timeout": "Een stap duurde te lang.",
  FAILED: "De uitvoering van de workflow mislukte.",
  TIMED_OUT: "De uitvoering van de workflow duurde te lang.",
  ABORTED: "De uitvoering van de workflow werd met de hand gestopt.",
};

export const causeInWords = (error: string): string =>
  causes[error] ?? `Er liep iets onverwachts mis (${error}).`;

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
