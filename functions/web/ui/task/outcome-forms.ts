import { renewedBy } from "../../../domain/decide.ts";
import type { DocumentKind, StoredDocument } from "../../../domain/documents.ts";
import type { SeenValues } from "../../../domain/form-is-as-seen.ts";
import { taskId } from "../../../domain/human-task.ts";
import type { OutcomeText } from "../../../domain/texts.ts";
import { describeForm, type FormField } from "../form/describe-form.ts";
import type { Problem } from "../form/problems.nl.ts";
import { confirmationOf } from "./confirmation.ts";
import { valuesOf } from "./form-values.ts";
import type { ShownTask } from "./find-shown-task.ts";
import type { Posted } from "./posted.ts";
import { taskTexts } from "./texts.nl.ts";

export type NeededDocument = {
  kind: DocumentKind;
  isRequired: boolean;
  /** Labels of the outcomes that require it, where others in the same form do not. */
  onlyFor: string[];
  documents: StoredDocument[];
};

export type Choice = { outcome: string; text: OutcomeText };

/** A form of a task: of one outcome, or of several that ask the very same. */
export type OutcomeForm = {
  /** The outcome that names the form: its first. */
  outcome: string;
  /** What can be decided with it, a button each. */
  choices: Choice[];
  fields: FormField[];
  values: Record<string, unknown>;
  needs: NeededDocument[];
  chosenDocuments: string[];
  onBehalfReason?: string;
  /** Beside the tick that it asks for (TASK-02). */
  confirmation?: string;
  problems: Problem[];
  /** What it takes from the dossier as that is now; a decision and a draft name it. Undefined: nothing. */
  seen?: SeenValues;
  /** Somebody changed what the draft had taken from the dossier: the form shows it as it is now. */
  isRenewed: boolean;
};

/** The documents that belong to a form: those that one of its outcomes requires, and those that nothing requires. */
function needsOf(
  { whole, task, definition }: ShownTask,
  choices: Choice[],
  onBehalf: boolean,
): NeededDocument[] {
  const own = whole.documents.filter(
    ({ taskId: of, scan }) => of === taskId(task) && scan !== "refused-late",
  );
  const needed = definition.documents.flatMap(({ kind, requiredFor }) => {
    const by = choices.filter(({ outcome }) => requiredFor.includes(outcome));
    if (requiredFor.length > 0 && by.length === 0) return [];
    const onlyFor = by.length < choices.length ? by.map(({ text }) => text.label) : [];
    return [{ kind, isRequired: by.length === choices.length, onlyFor }];
  });
  const arrived = { kind: "received-on-behalf", isRequired: needed.length === 0, onlyFor: [] } as const;
  return [...needed, ...(onBehalf ? [arrived] : [])].map((need) => ({
    ...need,
    onlyFor: [...need.onlyFor],
    documents: own.filter((document) => document.kind === need.kind),
  }));
}

/** The outcomes of a task by what they ask: those with the very same schema stand together, in the order declared. */
function choicesOf({ outcomes, texts }: ShownTask["definition"]): Choice[][] {
  const bySchema = Map.groupBy(Object.entries(outcomes), ([, schema]) => schema);
  return [...bySchema.values()].map((same) =>
    same.map(([outcome]) => ({
      outcome,
      text: texts.nl.outcomes[outcome] ?? { label: outcome, button: outcome, past: outcome },
    })),
  );
}

/** The forms of a task, one for all outcomes that ask the same, in the order in which the task declares them. */
export function outcomeForms(
  sight: ShownTask,
  { onBehalf, isByLink, posted }: { onBehalf: boolean; isByLink?: boolean; posted?: Posted },
): OutcomeForm[] {
  const { texts, outcomes } = sight.definition;
  return choicesOf(sight.definition).flatMap((choices) => {
    const [first] = choices;
    const schema = first && outcomes[first.outcome];
    if (!schema) return [];
    const again = choices.some(({ outcome }) => posted?.outcome === outcome) ? posted : undefined;
    const needs = needsOf(sight, choices, onBehalf);
    const accepted = needs.flatMap((need) => need.documents).filter(({ scan }) => scan === "accepted");
    const seen = renewedBy(sight.definition, schema, sight.whole.dossier);
    const form: OutcomeForm = {
      outcome: first.outcome,
      choices,
      fields: describeForm(schema, texts.nl.fields),
      ...valuesOf(sight, first.outcome, seen, again),
      seen: Object.keys(seen).length > 0 ? seen : undefined,
      needs,
      chosenDocuments: again?.documents ?? accepted.map(({ id }) => id),
      onBehalfReason: again?.onBehalfReason,
      confirmation: isByLink ? confirmationOf(sight, first.outcome) : undefined,
      problems: again?.problems ?? [],
    };
    return [form];
  });
}

/** What a form decides, in words. */
export const labelOf = ({ choices }: Pick<OutcomeForm, "choices">): string =>
  taskTexts.oneOf(choices.map(({ text }) => text.label));

/** Before the ids of a form, since a page can hold several. */
export const prefixOf = ({ outcome }: Pick<OutcomeForm, "outcome">) => `form-${outcome}`;
