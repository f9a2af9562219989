import * as z from "zod";
import type { Access } from "./access.ts";
import type { Instant } from "./calendar.ts";
import type { Moment } from "./date-kinds.ts";
import { decisionIsConfirmed } from "./decision-is-confirmed.ts";
import { isAccepted, isChecking, type StoredDocument } from "./documents.ts";
import { type Dossier, laterPassOf } from "./dossier.ts";
import { type Decision, EXPIRED, type HumanTask, taskId } from "./human-task.ts";
import { isRequired, type TaskDefinition } from "./task-definition.ts";
import { documentsToKeep } from "./kept-documents.ts";
import { validFields } from "./known-fields.ts";
import { LONG_TEXT } from "./fields.ts";
import { fieldsAreInOrder } from "./fields-are-in-order.ts";
import { formIsAsSeen, type SeenValues } from "./form-is-as-seen.ts";
import { sourcesIn } from "./messages.ts";
import { noNationalNumber } from "./no-national-number.ts";
import { type Actor, sideOf } from "./people.ts";
import type { Note } from "./records.ts";
import { personIsOfDossier } from "./person-is-of-dossier.ts";
import { allOf, allowed, refused, type Reason, type Verdict } from "./verdict.ts";

/** A posted decision, before validation. */
export type Proposed = {
  outcome: string;
  fields: Record<string, unknown>;
  documents: string[];
  by: Actor;
  /** Required when the LED team decides on behalf of another. */
  onBehalfReason?: string;
  /** Id of the message on which the team acts, in place of a document. */
  onBehalfMessage?: string;
  /** The person confirmed that a number is not a national register number. */
  noNationalNumber?: boolean;
  /** Values that the form copied from the dossier when it was opened (`renews`). Left out, they are not checked. */
  seen?: SeenValues;
  /** The form requires a tick, and the tick is missing. */
  isUnconfirmed?: boolean;
};

export type Judged =
  | { accepted: true; decision: Decision }
  /** `problems`: shape errors from zod. `reasons`: refusals by rules. */
  | { accepted: false; problems: z.core.$ZodIssue[]; reasons: Reason[] };

/**
 * ROLE-01: a role decides its own tasks. The LED team may also decide those of the consumer on its behalf, and record the
 * signature of the leading official, with a reason and the document, or the message, that was received. Only the LED DPO decides its own
 * tasks. The system decides after an expiry or another decision; only internal code creates that actor, never a page or
 * the API.
 * Source: the process, "Audiences"; design, rule 4.
 */
export function actorMayDecide(
  task: HumanTask,
  proposed: Proposed,
  { documents, notes = [] }: { documents: readonly StoredDocument[]; notes?: readonly Note[] },
): Verdict {
  if (proposed.by.role === task.audience || proposed.by.role === "system") return allowed;
  if (proposed.by.role !== "led-team" || !teamActsFor(task)) {
    return refused("ROLE-01", "Deze taak is niet voor jouw rol.");
  }
  const given = proposed.onBehalfReason?.trim() ?? "";
  const reason = given === "" ? "Leg uit waarom je dit in naam van iemand anders doet." : tooLong(given);
  const arrived =
    documents.some(
      (document) => document.taskId === taskId(task) && proposed.documents.includes(document.id),
    ) || sourcesIn({ notes }).some(({ id }) => id === proposed.onBehalfMessage);
  return allOf(
    reason === undefined ? allowed : refused("ROLE-01", reason, "onBehalfReason"),
    arrived
      ? allowed
      : refused("ROLE-01", "Voeg het document toe dat je kreeg, of kies het bericht.", "documents"),
  );
}

/** Whether the LED team may decide a task on behalf of its audience. */
export const teamActsFor = ({ audience, kind }: Pick<HumanTask, "audience" | "kind">): boolean =>
  sideOf(audience) === "consumer" || kind === "SignForAuthority";

const tooLong = (text: string): string | undefined =>
  text.length > LONG_TEXT ? `Maak dit korter: gebruik hoogstens ${LONG_TEXT} tekens.` : undefined;

/**
 * DOC-01: a decision names documents that exist, were accepted and belong to its own task or are kept from its earlier
 * round (DOC-12), with one of each kind that its outcome requires. It waits while one that it names is checked for malware.
 * Source: the process, the documents of each step.
 */
export function documentsAreThere(
  definition: TaskDefinition,
  task: HumanTask,
  proposed: Proposed,
  {
    dossier,
    documents,
    tasks,
  }: { dossier: Dossier; documents: StoredDocument[]; tasks: readonly HumanTask[] },
  nameOf: (kind: StoredDocument["kind"]) => string,
): Verdict {
  const own = [
    ...documents.filter(
      (document) => document.taskId === taskId(task) && (isAccepted(document) || isChecking(document)),
    ),
    ...documentsToKeep(definition, task, { tasks, documents }),
  ];
  const named = own.filter((document) => proposed.documents.includes(document.id));
  const waiting = named
    .filter(isChecking)
    .map(({ name, kind }) => refused("DOC-01", texts.waiting(name), `documents.${kind}`));
  const foreign =
    named.length === new Set(proposed.documents).size
      ? allowed
      : refused("DOC-01", texts.foreign, "documents");
  const missing = definition.documents
    .filter((need) => isRequired(need, proposed.outcome, dossier, proposed.fields))
    .filter((need) => !named.some((document) => document.kind === need.kind))
    .map((need) => refused("DOC-01", `Voeg nog toe: ${nameOf(need.kind)}.`, `documents.${need.kind}`));
  return allOf(foreign, ...waiting, ...missing);
}

const texts = {
  foreign: "Een van de documenten hoort niet bij deze taak, is nog niet toegekomen, of is er niet meer.",
  waiting: (name: string) =>
    `${name} wordt nog gecontroleerd op schadelijke software. Wacht een minuut en probeer het dan opnieuw.`,
};

/** Validates a posted decision: its shape, the actor, the documents and the rules of the task. It writes nothing. */
export function judgeDecision(
  definition: TaskDefinition,
  {
    task,
    dossier,
    documents,
    notes,
    tasks = [],
    accesses,
    advice,
  }: {
    task: HumanTask;
    dossier: Dossier;
    documents: StoredDocument[];
    notes?: readonly Note[];
    tasks?: readonly HumanTask[];
    accesses?: readonly Access[];
    advice?: Decision;
  },
  proposed: Proposed,
  at: Instant,
  nameOf: (kind: StoredDocument["kind"]) => string,
): Judged {
  const actor = allOf(
    actorMayDecide(task, proposed, { documents, notes }),
    personIsOfDossier(dossier, proposed.by),
  );
  const schema = schemaOf(definition, proposed);
  if (!schema) {
    const unknown = refused("TASK-01", "Kies een van de mogelijke antwoorden.", "outcome");
    return { accepted: false, problems: [], ...reasonsOf(actor, unknown) };
  }
  const parsed = schema.safeParse(proposed.fields);
  const decision: Decision = {
    outcome: proposed.outcome,
    fields: parsed.success ? parsed.data : proposed.fields,
    // Removes duplicates.
    documents: [...new Set(proposed.documents)],
    by: proposed.by,
    ...(proposed.by.role === task.audience || proposed.by.role === "system"
      ? {}
      : { onBehalf: onBehalfOf(task, proposed, notes) }),
    at,
  };
  const verdict = allOf(
    actor,
    documentsAreThere(definition, task, proposed, { dossier, documents, tasks }, nameOf),
    decisionIsConfirmed(!proposed.isUnconfirmed),
    proposed.noNationalNumber
      ? allowed
      : noNationalNumber({ ...proposed.fields, why: proposed.onBehalfReason }),
    proposed.seen
      ? formIsAsSeen(proposed.fields, proposed.seen, renewedBy(definition, schema, dossier))
      : allowed,
    // A wrong or blank field has its own problem. The rules judge the other fields.
    fieldsAreInOrder(schema, parsed.data ?? validFields(schema, proposed.fields), momentOf(dossier, at)),
    () =>
      definition.mayDecide(dossier, decision, {
        task,
        accesses: accesses ?? [],
        advice,
        documents: documents.filter(({ id }) => decision.documents.includes(id)),
      }),
  );
  if (parsed.success && verdict.allowed) return { accepted: true, decision };
  return { accepted: false, problems: parsed.success ? [] : parsed.error.issues, ...reasonsOf(verdict) };
}

/** A message of another dossier is left out. */
const onBehalfOf = (
  { audience: of }: HumanTask,
  { onBehalfReason, onBehalfMessage }: Proposed,
  notes: readonly Note[] = [],
): Decision["onBehalf"] => ({
  ...{ of, reason: onBehalfReason?.trim() ?? "" },
  ...(sourcesIn({ notes }).some(({ id }) => id === onBehalfMessage) ? { message: onBehalfMessage } : {}),
});

const momentOf = (dossier: Dossier, now: Instant): Moment => ({
  now,
  opening: dossier.openedAt,
  request: laterPassOf(dossier)?.at,
});

/** The current values of the dossier that the form copies, limited to the fields that the form has. */
export const renewedBy = (
  { renews }: Pick<TaskDefinition, "renews">,
  { shape }: z.ZodObject,
  dossier: Dossier,
): SeenValues => Object.fromEntries(Object.entries(renews(dossier)).filter(([field]) => field in shape));

/**
 * TASK-01: a decision has one of the outcomes of its task. Only the clock decides `expired`, which has no fields.
 * Source: the process, the outcomes of each human task; design, rule 4.
 */
function schemaOf({ outcomes, expires }: TaskDefinition, { outcome, by }: Proposed): z.ZodObject | undefined {
  if (expires && by.role === "system" && outcome === EXPIRED) return NOTHING;
  return Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined;
}
const NOTHING = z.object({});

const reasonsOf = (...verdicts: Verdict[]): { reasons: Reason[] } => {
  const verdict = allOf(...verdicts);
  return { reasons: verdict.allowed ? [] : verdict.reasons };
};
