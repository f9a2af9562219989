import { changedSince, type SeenValues } from "../../../domain/form-is-as-seen.ts";
import { QUESTIONS, withoutAnswers } from "../../../domain/questions-by-field.ts";
import type { Posted } from "./posted.ts";
import type { ShownTask } from "./find-shown-task.ts";

/** Outcomes with the same schema share one form and its input; the button selects the outcome. */
const sharesForm =
  ({ outcomes }: ShownTask["definition"], outcome: string) =>
  (other: string) =>
    outcomes[other] === outcomes[outcome];

/** Input that was posted or saved before. */
type Typed = { values: Record<string, unknown>; seen: SeenValues | undefined };

/** The posted input, or else the draft. An older draft without `seen` is updated with the current values. */
function typedIn({ definition, draft }: ShownTask, outcome: string, posted?: Posted): Typed | undefined {
  if (posted) return { values: posted.values, seen: posted.seen };
  return draft && sharesForm(definition, outcome)(draft.outcome)
    ? { values: draft.values, seen: draft.seen ?? {} }
    : undefined;
}

/** The input, with current values for persons who changed since. */
export function valuesOf(sight: ShownTask, outcome: string, now: SeenValues, posted?: Posted) {
  const typed = typedIn(sight, outcome, posted);
  if (!typed) return { values: inForm(sight, outcome, initialValues(sight, outcome)), isRenewed: false };
  const changed = typed.seen ? changedSince(typed.seen, now) : [];
  const renewed = changed.map((field) => [field, now[field]] as const);
  return {
    values: { ...typed.values, ...Object.fromEntries(renewed) },
    isRenewed: changed.length > 0,
  };
}

/** The values that this form asks for: the other forms of the task may ask for more. */
function inForm({ definition }: ShownTask, outcome: string, values: Record<string, unknown>) {
  const fields = definition.outcomes[outcome]?.shape ?? {};
  return Object.fromEntries(Object.entries(values).filter(([field]) => field in fields));
}

/** The decisions on earlier rounds and passes of the task, the latest first. */
const earlierDecisions = ({ whole, task }: ShownTask) =>
  whole.tasks
    .flatMap(({ kind, pass, decision }) => (kind === task.kind && decision ? [{ pass, decision }] : []))
    .toSorted((a, b) => b.decision.at.localeCompare(a.decision.at));

/** The outcome of the previous round, whose form comes back. */
export const outcomeBefore = (sight: ShownTask): string | undefined =>
  earlierDecisions(sight).find(({ pass }) => pass === sight.task.pass)?.decision.outcome;

/**
 * Initial values of a form: the last answer of an earlier round, or else values from the dossier, on top of values that
 * a later pass copies. What was agreed in an earlier pass stays, unless the task that it starts from was answered since.
 */
function initialValues(sight: ShownTask, outcome: string): Record<string, unknown> {
  const { whole, task, definition, typical } = sight;
  const asksTheSame = sharesForm(definition, outcome);
  const last = earlierDecisions(sight).find(({ decision }) => asksTheSame(decision.outcome));
  const { dossier } = whole;
  // Questions are of one round: nobody asks the same again.
  if (QUESTIONS in (definition.outcomes[outcome]?.shape ?? {})) return {};
  if (last?.pass === task.pass && definition.workflow)
    return { ...withoutAnswers(last.decision.fields), ...definition.renews(dossier) };
  const earlier = Object.entries(last?.decision.fields ?? {});
  const carried = earlier.filter(([field]) => definition.carriesOver.includes(field));
  const isAmended = whole.tasks.some(
    ({ kind, decision }) =>
      kind === definition.startsFrom && decision && last && decision.at > last.decision.at,
  );
  return laidOver(
    Object.fromEntries(carried),
    definition.prefill(dossier, {
      ...{ openedAt: task.openedAt, typical },
      carries: carried.length > 0 && !isAmended,
    }),
  );
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Merges values over others, group by group; absent values keep the ones below. */
function laidOver(below: Record<string, unknown>, above: Record<string, unknown>): Record<string, unknown> {
  const values = { ...below };
  for (const [name, value] of Object.entries(above)) {
    const under = values[name];
    if (value !== undefined) values[name] = isGroup(value) && isGroup(under) ? laidOver(under, value) : value;
  }
  return values;
}
