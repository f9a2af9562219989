import { renewedBy } from "../../../domain/decide.ts";
import { adviceOn, withoutAdviceDocument } from "../../../domain/dpo-advice.ts";
import { type DocumentKind, isAccepted, isChecking, type StoredDocument } from "../../../domain/documents.ts";
import { sourcesIn } from "../../../domain/messages.ts";
import type { SeenValues } from "../../../domain/form-is-as-seen.ts";
import { documentsToKeep } from "../../../domain/kept-documents.ts";
import type { Draft, Note } from "../../../domain/records.ts";
import { isRequired } from "../../../domain/task-definition.ts";
import { taskId } from "../../../domain/human-task.ts";
import { type OutcomeText, outcomeTextOf } from "../../../domain/texts.ts";
import { describeForm, type FormField } from "../../../domain/describe-form.ts";
import { type FormPart, isFilledIn, partsOf } from "../form/form-parts.ts";
import type { Problem } from "../form/problems.nl.ts";
import { withContext } from "./asked-fields.ts";
import { confirmationOf } from "./confirmation.ts";
import { valuesOf } from "./form-values.ts";
import type { ShownTask } from "./find-shown-task.ts";
import type { Posted } from "./posted.ts";
import { taskTexts } from "./texts.nl.ts";

export type NeededDocument = {
  kind: DocumentKind;
  isRequired: boolean;
  /** Labels of the outcomes that require it, where other outcomes of the form do not. */
  onlyFor: string[];
  documents: StoredDocument[];
  /** Documents of the earlier round that can be kept. */
  earlier: StoredDocument[];
};

export type Choice = { outcome: string; text: OutcomeText };

/** A part of a form, and whether it still asks something. */
export type PartOfForm = FormPart & { isComplete: boolean };

/** A form of a task, for one outcome or for several with the same schema. */
export type OutcomeForm = {
  /** The first outcome, which identifies the form. */
  outcome: string;
  /** Possible decisions, one button each. */
  choices: Choice[];
  fields: FormField[];
  parts: PartOfForm[];
  values: Record<string, unknown>;
  needs: NeededDocument[];
  chosenDocuments: string[];
  onBehalfReason?: string;
  /** Messages on which the team can act on behalf of the consumer, latest first. */
  sources: Note[];
  onBehalfMessage?: string;
  /** Text beside the tick (TASK-02). */
  confirmation?: string;
  problems: Problem[];
  /** Values that it copies from the current dossier, sent with a decision or a draft; undefined without any. */
  seen?: SeenValues;
  /** The dossier changed since the draft copied from it; the form shows the current values. */
  isRenewed: boolean;
};

/** The documents of a form: those that one of its outcomes requires, and optional ones. */
function needsOf(
  { whole, task, definition }: ShownTask,
  choices: Choice[],
  onBehalf: boolean,
): NeededDocument[] {
  const own = whole.documents.filter(
    ({ taskId: of, scan, removed }) => of === taskId(task) && scan !== "refused-late" && !removed,
  );
  const earlier = documentsToKeep(definition, task, whole);
  const needed = definition.documents.flatMap((need) => {
    const { kind, requiredFor } = need;
    const isMeant = requiredFor.length === 0 || choices.some(({ outcome }) => requiredFor.includes(outcome));
    if (!isMeant) return [];
    const by = choices.filter(({ outcome }) => isRequired(need, outcome, whole.dossier, {}));
    const onlyFor = by.length < choices.length ? by.map(({ text }) => text.label) : [];
    return [{ kind, isRequired: by.length === choices.length, onlyFor }];
  });
  const arrived = {
    kind: "received-on-behalf",
    isRequired: needed.length === 0 && sourcesIn(whole).length === 0,
    onlyFor: [],
  } as const;
  return [...needed, ...(onBehalf ? [arrived] : [])].map((need) => ({
    ...need,
    onlyFor: [...need.onlyFor],
    documents: own.filter((document) => document.kind === need.kind),
    earlier: earlier.filter((document) => document.kind === need.kind),
  }));
}

/**
 * The newest document of a kind is ticked, since it is probably a better version. If there is none, the documents of the
 * earlier round that the draft kept are ticked.
 */
function chosenOf({ documents, earlier }: NeededDocument, draft: Draft | undefined): string[] {
  const usable = documents.filter((document) => isAccepted(document) || isChecking(document));
  const newest = usable.toSorted((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id)).slice(-1);
  const kept = earlier.filter(({ id }) => draft?.documents?.includes(id));
  return (newest.length > 0 ? newest : kept).map(({ id }) => id);
}

/** Groups the outcomes of a task by schema, in the declared order. */
function choicesOf({
  definition: { outcomes, offers, texts },
  whole: { dossier },
  task,
}: ShownTask): Choice[][] {
  const bySchema = Map.groupBy(Object.entries(outcomes), ([, schema]) => schema);
  return [...bySchema.values()].map((same) =>
    same
      .filter(([outcome]) => offers(dossier, outcome))
      .map(([outcome]) => ({
        outcome,
        text: outcomeTextOf(texts.nl, outcome, { dossier, task }) ?? {
          label: outcome,
          button: outcome,
          past: outcome,
        },
      })),
  );
}

/** How many messages there are to choose from. */
const MOST_SOURCES = 10;

/** `source`: id of the message on which the team acts. */
type FormReader = { onBehalf: boolean; isByLink?: boolean; posted?: Posted; source?: string };

/** The message because of which the team acts on behalf: the one that it chose, or the one of a file that it took over. */
function sourceOf({ whole }: ShownTask, chosen: readonly string[], source: string | undefined) {
  const taken = whole.documents.find(({ id, takenFrom }) => takenFrom && chosen.includes(id))?.takenFrom;
  const sources = sourcesIn(whole).slice(0, MOST_SOURCES);
  const message = sources.find(({ id }) => id === (source ?? taken?.message));
  return { sources, message };
}

/** The forms of a task, one per schema, in the declared order. */
export function outcomeForms(
  known: ShownTask,
  { onBehalf, isByLink, posted, source }: FormReader,
): OutcomeForm[] {
  const advice = adviceOn(known.definition, known.task, known.whole.tasks);
  const sight = { ...known, definition: withoutAdviceDocument(known.definition, advice) };
  const { texts, outcomes, dpoAdvice } = sight.definition;
  const isTyped = ({ key }: FormField) => !advice || dpoAdvice?.fields.includes(key) !== true;
  return choicesOf(sight).flatMap((choices) => {
    const [first] = choices;
    const schema = first && outcomes[first.outcome];
    if (!schema) return [];
    const again = choices.some(({ outcome }) => posted?.outcome === outcome) ? posted : undefined;
    const needs = needsOf(sight, choices, onBehalf);
    const seen = renewedBy(sight.definition, schema, sight.whole.dossier);
    const needed = sight.definition.requires(sight.whole.dossier);
    const described = describeForm(schema, texts.nl.fields).filter(isTyped);
    const fields = withContext(sight, requiring(described, needed));
    const shown = withShown(sight, valuesOf(sight, first.outcome, seen, again));
    const chosenDocuments = again?.documents ?? needs.flatMap((need) => chosenOf(need, sight.draft));
    const { sources, message } = sourceOf(sight, chosenDocuments, source);
    const form: OutcomeForm = {
      outcome: first.outcome,
      choices,
      fields,
      parts: partsOf(fields).map((part) => ({ ...part, isComplete: isFilledIn(part, schema, shown.values) })),
      ...shown,
      seen: Object.keys(seen).length > 0 ? seen : undefined,
      needs,
      chosenDocuments,
      sources: onBehalf ? sources : [],
      onBehalfMessage: again ? again.onBehalfMessage : message?.id,
      onBehalfReason: again
        ? again.onBehalfReason
        : message && taskTexts.becauseOf(message.by.name, message.at),
      confirmation: isByLink ? confirmationOf(sight, first.outcome) : undefined,
      problems: again?.problems ?? [],
    };
    return [form];
  });
}

/** Marks optional fields that this dossier requires. */
const requiring = (fields: FormField[], paths: readonly string[]): FormField[] =>
  fields.map((field) => ({
    ...field,
    isOptional: field.isOptional && !paths.includes(field.path),
    fields: requiring(field.fields, paths),
  }));

/** Values that the page shows now replace those of a draft or a refused form. */
const withShown = ({ definition, whole }: ShownTask, form: ReturnType<typeof valuesOf>) => ({
  ...form,
  values: { ...form.values, ...definition.shows(whole) },
});

/** Label of the decisions of a form. */
export const labelOf = ({ choices }: Pick<OutcomeForm, "choices">): string =>
  taskTexts.oneOf(choices.map(({ text }) => text.label));

/** Prefix of the ids of a form, because a page can have several. */
export const prefixOf = ({ outcome }: Pick<OutcomeForm, "outcome">) => `form-${outcome}`;
