import type { CalendarDate } from "../../../domain/calendar.ts";
import type { Planning } from "../../../domain/facts.ts";
import type { TaskKind } from "../../../domain/process.ts";

export type PlannedStep = Exclude<keyof Planning, "agreedAt">;

/** The planned date of each task; the intake precedes the planning. */
const STEP_OF = {
  PreAssessDpia: "dpiaConclusion",
  CarryOutDpia: "dpiaConclusion",
  ReviewDpia: "dpiaConclusion",
  SubmitProtocol: "protocolDraft",
  ReviewProtocol: "protocolDraft",
  AdviseOnProtocol: "dpoAdvice",
  RecordPriorConsultation: "signature",
  SignForApplicant: "signature",
  SignForAuthority: "signature",
  ConnectMagda: "connection",
} as const satisfies Partial<Record<TaskKind, PlannedStep>>;

const hasStep = (kind: TaskKind): kind is keyof typeof STEP_OF => kind in STEP_OF;

/** The date of a task in the planning that both parties agreed on. */
export function plannedFor(
  kind: TaskKind,
  planning: Planning | undefined,
): { step: PlannedStep; by: CalendarDate } | undefined {
  if (!planning?.agreedAt || !hasStep(kind)) return undefined;
  const step = STEP_OF[kind];
  return { step, by: planning[step] };
}
