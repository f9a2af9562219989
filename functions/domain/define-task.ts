import type * as z from "zod";
import type { ClosingOutcome, Dossier, DossierFacts } from "./dossier.ts";
import type { Decision, EXPIRED } from "./human-task.ts";
import { type Around, type TaskDefinition, USUAL_DUE } from "./task-definition.ts";
import { sideOf } from "./people.ts";
import { knownFields } from "./known-fields.ts";
import { isSideTask, type TaskKind } from "./process.ts";
import type { Verdict } from "./verdict.ts";

type Outcomes = Record<string, z.ZodObject>;
/** A decision whose fields have the type of its outcome. */
export type Decided<Fields> = Omit<Decision, "fields"> & { fields: Fields };
type OutcomeName<Of extends Outcomes> = keyof Of & string;

/** The rules and facts of each outcome. Every function gets the fields of its own outcome. */
type PerOutcome<Of extends Outcomes> = {
  outcomes: Of;
  mayDecide?: {
    [Name in OutcomeName<Of>]?: (
      dossier: Dossier,
      decision: Decided<z.output<Of[Name]>>,
      around: Around,
    ) => Verdict;
  };
  records?: {
    [Name in OutcomeName<Of>]?: (dossier: Dossier, decision: Decided<z.output<Of[Name]>>) => DossierFacts;
  };
  closes?: Partial<Record<OutcomeName<Of> | typeof EXPIRED, ClosingOutcome>>;
};

type Declared<Kind extends TaskKind, Of extends Outcomes> = Pick<
  TaskDefinition<Kind>,
  "kind" | "stage" | "audience" | "texts"
> &
  Partial<Omit<TaskDefinition, keyof PerOutcome<Of> | "kind" | "workflow">> &
  PerOutcome<Of>;

/** Declares a human task. Properties that are left out have defaults. */
export function defineTask<Kind extends TaskKind, Of extends Outcomes>(
  declared: Declared<Kind, Of>,
): TaskDefinition<Kind> {
  const side = sideOf(declared.audience);
  const { outcomes, ...rules } = declared;
  /** The function of an outcome, called with a decision whose fields have the type of that outcome. */
  const typed = <Rest extends unknown[], Result>(
    functions: Partial<Record<string, (dossier: Dossier, decided: never, ...rest: Rest) => Result>>,
    decision: Decision,
  ) => {
    const schema = Object.hasOwn(outcomes, decision.outcome) ? outcomes[decision.outcome] : undefined;
    const act = schema && functions[decision.outcome];
    return (
      act &&
      ((dossier: Dossier, ...rest: Rest) => {
        const parsed = schema.safeParse(decision.fields);
        const fields = parsed.data ?? knownFields(schema, decision.fields);
        return act(dossier, { ...decision, fields } as never, ...rest);
      })
    );
  };
  return {
    workflow: !isSideTask(declared.kind),
    documents: [],
    reminders: side,
    clocks: () => ({}),
    expires: false,
    due: USUAL_DUE[side],
    since: (_dossier, openedAt) => openedAt,
    stalls: side === "consumer" && declared.reminders !== "none",
    tells: [],
    carriesOver: [],
    prefill: () => ({}),
    renews: () => ({}),
    requires: () => [],
    offers: () => true,
    shows: () => ({}),
    mayOpen: () => ({ allowed: true }),
    closes: {},
    ...declared,
    mayDecide: (dossier, decision, around = { accesses: [], documents: [] }) =>
      typed(rules.mayDecide ?? {}, decision)?.(dossier, around) ?? { allowed: true },
    records: (dossier, decision) => typed(rules.records ?? {}, decision)?.(dossier) ?? {},
  };
}
