import { changedSince, type SeenValues } from "../../../domain/form-is-as-seen.ts";
import type { Posted } from "./posted.ts";
import type { ShownTask } from "./find-shown-task.ts";

/** Outcomes that ask the very same share what was filled in: the choice between them comes last. */
const sharesForm =
  ({ outcomes }: ShownTask["definition"], outcome: string) =>
  (other: string) =>
    outcomes[other] === outcomes[outcome];

/** What a form holds that was posted or kept before. */
type Typed = { values: Record<string, unknown>; seen: SeenValues | undefined };

/** What was posted, else the draft; one from before drafts said what was seen gives way to what is known now. */
function typedIn({ definition, draft }: ShownTask, outcome: string, posted?: Posted): Typed | undefined {
  if (posted) return { values: posted.values, seen: posted.seen };
  return draft && sharesForm(definition, outcome)(draft.outcome)
    ? { values: draft.values, seen: draft.seen ?? {} }
    : undefined;
}

/** What was typed, with the persons of now where somebody changed them since. */
export function valuesOf(sight: ShownTask, outcome: string, now: SeenValues, posted?: Posted) {
  const typed = typedIn(sight, outcome, posted);
  if (!typed) return { values: initialValues(sight, outcome), isRenewed: false };
  const changed = typed.seen ? changedSince(typed.seen, now) : [];
  const renewed = changed.map((field) => [field, now[field]] as const);
  return {
    values: { ...typed.values, ...Object.fromEntries(renewed) },
    isRenewed: changed.length > 0,
  };
}

/**
 * Values that a fresh form starts with: the last answer of an earlier round, else what the dossier says, over what a
 * later pass may take from an earlier one.
 */
function initialValues({ whole, task, definition }: ShownTask, outcome: string): Record<string, unknown> {
  const asksTheSame = sharesForm(definition, outcome);
  const [last] = whole.tasks
    .flatMap(({ kind, pass, decision }) => (kind === task.kind && decision ? [{ pass, decision }] : []))
    .filter(({ decision }) => asksTheSame(decision.outcome))
    .sort((a, b) => b.decision.at.localeCompare(a.decision.at));
  const { dossier } = whole;
  if (last?.pass === task.pass && definition.workflow)
    return { ...last.decision.fields, ...definition.renews(dossier) };
  const earlier = Object.entries(last?.decision.fields ?? {});
  const carried = earlier.filter(([field]) => definition.carriesOver.includes(field));
  return laidOver(Object.fromEntries(carried), definition.prefill(dossier));
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Values over others, group by group; what is not given leaves what was there. */
function laidOver(below: Record<string, unknown>, above: Record<string, unknown>): Record<string, unknown> {
  const values = { ...below };
  for (const [name, value] of Object.entries(above)) {
    const under = values[name];
    if (value !== undefined) values[name] = isGroup(value) && isGroup(under) ? laidOver(under, value) : value;
  }
  return values;
}
