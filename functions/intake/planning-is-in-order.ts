import { dateOf, type Instant } from "../domain/calendar.ts";
import { allOf, allowed, refused, type Verdict } from "../domain/verdict.ts";
import { PLANNING_ORDER, type PlanningFields } from "./planning-fields.ts";

/**
 * INTAKE-03: the dates of a planning follow the order of the law (DPIA conclusion, protocol draft, DPO advice,
 * signature, connection) and none is in the past.
 * Source: the process, AssessIntake; GDPR 35(1): the DPIA comes prior to the processing.
 */
export function planningIsInOrder(planning: PlanningFields, now: Instant): Verdict {
  const today = dateOf(now);
  return allOf(
    ...PLANNING_ORDER.map((name, place) => () => {
      const before = PLANNING_ORDER[place - 1];
      if (planning[name] < today)
        return refused("INTAKE-03", "Deze datum is al voorbij.", `planning.${name}`);
      return before !== undefined && planning[name] < planning[before]
        ? refused(
            "INTAKE-03",
            "Deze datum ligt voor de vorige. Zet de datums in de juiste volgorde.",
            `planning.${name}`,
          )
        : allowed;
    }),
  );
}
