import { type CalendarDate, dateOf, type Instant } from "./calendar.ts";
import { type Dossier, laterPassOf } from "./dossier.ts";
import type { Planning } from "./facts.ts";
import type { TaskKind } from "./process.ts";

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
  SignAsSecond: "signature",
  SignForAuthority: "signature",
  ConnectMagda: "connection",
} as const satisfies Partial<Record<TaskKind, PlannedStep>>;

/** The tasks that reach a date of the planning. The others come before it, and keep their usual days. */
const REACH_IT: readonly TaskKind[] = [
  "CarryOutDpia",
  "SubmitProtocol",
  "AdviseOnProtocol",
  "SignForApplicant",
  "SignAsSecond",
  "SignForAuthority",
  "ConnectMagda",
];

const hasStep = (kind: TaskKind): kind is keyof typeof STEP_OF => kind in STEP_OF;

/** The planning of the current pass: that of an earlier one was for another protocol. */
export function planningOf(dossier: Dossier): Planning | undefined {
  const { planning } = dossier;
  const since = laterPassOf(dossier)?.at;
  const isEarlier = since !== undefined && planning?.agreedAt !== undefined && planning.agreedAt < since;
  return isEarlier ? undefined : planning;
}

/** The date of a task in the planning that both parties agreed on. */
export function plannedFor(
  kind: TaskKind,
  dossier: Dossier,
): { step: PlannedStep; by: CalendarDate } | undefined {
  const planning = planningOf(dossier);
  if (!planning?.agreedAt || !hasStep(kind)) return undefined;
  // The draft that is in order comes back with the advice of the consumer's DPO.
  const isForAdvice = kind === "SubmitProtocol" && dossier.protocol?.adviceAskedAt !== undefined;
  const step = isForAdvice ? "dpoAdvice" : STEP_OF[kind];
  return { step, by: planning[step] };
}

/** The agreed date that is the deadline of a task that opens now; undefined once it has passed. */
export function agreedDeadline(
  kind: TaskKind,
  dossier: Dossier,
  openedAt: Instant,
): CalendarDate | undefined {
  const planned = REACH_IT.includes(kind) ? plannedFor(kind, dossier) : undefined;
  return planned && planned.by > dateOf(openedAt) ? planned.by : undefined;
}
