import * as z from "zod";
import { STAGES, WORKFLOWS } from "../../../statemachine/contract.ts";
import { Parked } from "../../domain/dossier.ts";
import { CAUSE_KINDS } from "../../executions/causes.nl.ts";
import { OverviewLine } from "../../domain/overview-line.ts";
import { Actor, Role } from "../../domain/people.ts";
import { Statistics } from "../../domain/statistics.ts";
import { Substitution } from "../../domain/staff.ts";
import { OutgoingEvent, Webhook } from "../../domain/webhook.ts";
import { MOVE_OUTCOMES } from "../../executions/describe-move.ts";
import { UNSENT_STATES } from "../team/unsent-mails.ts";
import {
  AccessAnswer,
  DocumentAnswer,
  DossierAnswer,
  OpenTaskAnswer,
  ReadingAnswer,
  TaskAnswer,
} from "../export/answers.ts";

import { NewMailAnswer, NewMailWithText } from "../export/new-mail-answer.ts";

/** All answers of the API, by their name in the OpenAPI document. */

const text = z.string();
const Stage = z.enum(STAGES);
const next = z.string().optional().describe("Where the next page goes on; absent on the last");
const unreadable = z
  .array(text)
  .optional()
  .describe("Keys of what is missing here since it does not parse; operators were told");
const page = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next, unreadable });

const DossierLine = z.object({
  ...DossierAnswer.pick({ id: true, reference: true, status: true, stage: true, since: true }).shape,
  organisationName: text,
  organisationType: text,
  ovoCode: text.optional(),
  heldUntil: text.optional().describe("End of the hold"),
  // Only in a list: a dossier that was found by name or number lacks these.
  ...OverviewLine.pick({ openedAt: true, turns: true }).partial().shape,
  ...OverviewLine.pick({ inUseSince: true, termEnd: true, closed: true, latestAt: true, changedAt: true })
    .shape,
  daysLate: z.int().min(0).optional(),
});

const SideTime = z.object({ days: z.number(), daysLate: z.int() });
const SideTimes = SideTime.extend({ byStage: z.array(SideTime.extend({ stage: Stage })) });

const Note = z.object({
  ...{ id: text, at: text, by: Actor, text },
  to: z.enum(["applicant", "led-team"]).optional(),
});

const Move = z.object({
  ...{ dossierId: text, reference: text, organisationName: text, stage: Stage },
  workflow: z.enum(WORKFLOWS),
  from: z.int().optional(),
  to: z.int(),
  outcome: z.enum(MOVE_OUTCOMES),
  tasks: z.array(text).describe("Ids of the open tasks that get a new token"),
});

export const ANSWERS = {
  TaskPage: page(OpenTaskAnswer),
  DossierPage: page(DossierLine).extend({
    upTo: text
      .optional()
      .describe("The list has every change before this moment; absent while the list is first built"),
  }),
  Statistics,
  OpenedDossier: z.object({ id: text, reference: text }),
  Dossier: DossierAnswer.extend({
    accesses: z.array(AccessAnswer),
    tasks: z.array(TaskAnswer),
    leadTimes: z.object({ consumer: SideTimes, led: SideTimes }),
    documents: z.array(DocumentAnswer),
    timeline: z.array(z.object({ at: text, who: Actor.optional(), text, detail: text.optional() })),
    unreadable,
  }),
  People: DossierAnswer.shape.people,
  ParkedPage: page(
    z.object({
      ...{ dossierId: text, reference: text, organisationName: text, stage: Stage, stages: z.array(Stage) },
      ...Parked.shape,
      ...{ causeGroup: z.enum(CAUSE_KINDS), causeInWords: text, lastStateInWords: text },
    }),
  ),
  UnsentMailPage: page(
    z.object({
      about: text.describe("Id of the dossier or of the contact request"),
      ...{ reference: text.optional(), key: text, template: text, state: z.enum(UNSENT_STATES) },
      ...{ since: text.describe("First attempt"), at: text.describe("Last attempt") },
      failure: text.optional().describe("Code of the last failure"),
    }),
  ),
  Moves: z.object({
    moves: z.array(Move),
    moved: z.array(text).describe("Ids of the dossiers that were asked to move now"),
    left: z.int().describe("How many are left to move, by asking again"),
    underWay: z.int().describe("How many were asked before, and move by themselves"),
    next,
  }),
  Note,
  /** Id of the created message or export. */
  Made: z.object({ id: text }),
  ReadingPage: page(ReadingAnswer),
  DeletedPage: page(z.object({ id: text, reference: text, deletedAt: text })),
  Task: TaskAnswer,
  TaskWithDocuments: TaskAnswer.extend({ outcomes: z.array(text), documents: z.array(DocumentAnswer) }),
  NewMails: z.object({ items: z.array(NewMailAnswer) }),
  NewMail: NewMailWithText,
  Upload: z.object({
    id: text.describe("Of the document, once it has arrived"),
    form: z.object({ url: text, fields: z.record(text, text) }),
  }),
  Colleagues: z.object({
    items: z.array(z.object({ subject: text, name: text, roles: z.array(Role) })),
  }),
  Webhooks: z.object({ items: z.array(Webhook) }),
  OutgoingEventPage: page(OutgoingEvent),
  Substitution,
  Substitutions: z.object({ items: z.array(Substitution) }),
} as const satisfies Record<string, z.ZodType>;
export type AnswerName = keyof typeof ANSWERS;

/** Status and body of a success. `name`: the schema in the OpenAPI document. */
export type Answer<Told extends z.ZodType = z.ZodType> = {
  status: 200 | 201 | 204 | 303;
  name?: AnswerName;
  schema: Told;
};

export const tells = <Name extends AnswerName>(
  status: 200 | 201,
  name: Name,
): Answer<(typeof ANSWERS)[Name]> => ({ status, name, schema: ANSWERS[name] });
export const DONE: Answer<z.ZodUndefined> = { status: 204, schema: z.undefined() };
/** The body is the address of the redirect. */
export const REDIRECT: Answer<z.ZodString> = { status: 303, schema: z.string() };
