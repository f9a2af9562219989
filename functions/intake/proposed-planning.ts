import { addWorkingDays, dateOf, type Instant, onWorkingDay, startOfDay } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { TypicalDays } from "../domain/statistics.ts";
import { PLANNING_ORDER, PlanningFields } from "./planning-fields.ts";

type Step = keyof PlanningFields;

/** Working days that each date of a planning takes after the one before, while the figures say nothing yet. */
const USUAL_DAYS: Record<Step, number> = {
  dpiaConclusion: 20,
  protocolDraft: 20,
  dpoAdvice: 10,
  signature: 15,
  connection: 20,
};

/** The stage whose lead time a date belongs to. */
const STAGE_OF = {
  dpiaConclusion: "DPIA",
  protocolDraft: "PROTOCOL",
  dpoAdvice: "PROTOCOL",
  signature: "PROTOCOL",
  connection: "MAGDA",
} as const satisfies Record<Step, keyof TypicalDays>;

/** Working days of a step: its part of the typical lead time of its stage, or else the usual number. */
function daysOf(step: Step, typical: TypicalDays): number {
  const days = typical[STAGE_OF[step]];
  if (days === undefined) return USUAL_DAYS[step];
  const ofStage = PLANNING_ORDER.filter((other) => STAGE_OF[other] === STAGE_OF[step]);
  const usual = ofStage.reduce((sum, other) => sum + USUAL_DAYS[other], 0);
  return Math.max(1, Math.round((days * 5 * USUAL_DAYS[step]) / (7 * usual)));
}

/**
 * A planning to start from: working days after one another, by what a stage typically takes. The connection is not
 * before the date that the applicant asked for.
 */
export function proposedPlanning(
  { intake }: Pick<Dossier, "intake">,
  from: Instant,
  typical: TypicalDays = {},
): PlanningFields {
  const dates = PLANNING_ORDER.map((_step, place) => {
    const days = PLANNING_ORDER.slice(0, place + 1).reduce((sum, step) => sum + daysOf(step, typical), 0);
    return dateOf(addWorkingDays(from, days));
  });
  const planned = PlanningFields.parse(
    Object.fromEntries(PLANNING_ORDER.map((step, place) => [step, dates[place]])),
  );
  const asked = intake?.connectionDate;
  return asked !== undefined && asked > planned.connection
    ? { ...planned, connection: dateOf(onWorkingDay(startOfDay(asked))) }
    : planned;
}
