import * as z from "zod";
import { Access, standingOf } from "../../domain/access.ts";
import { dateOf, type Instant } from "../../domain/calendar.ts";
import { StoredDocument } from "../../domain/documents.ts";
import {
  ClosedDossier,
  type Dossier,
  DOSSIER_STATUSES,
  endingAskedOf,
  Parked,
} from "../../domain/dossier.ts";
import { HumanTask, taskId } from "../../domain/human-task.ts";
import { lateBy } from "../../domain/lateness.ts";
import { Reading } from "../../domain/reading.ts";
import { Enquiry, OnboardingRequest, Withdrawal } from "../../domain/request.ts";
import { EndingReason, EndingUse, GivenEnding, Use } from "../../domain/use.ts";
import type { OpenTaskSummary } from "../../domain/ports.ts";
import { isOnHold } from "../../domain/running-time.ts";
import type { Definitions } from "../../domain/task-definition.ts";
import { titleOf } from "../../domain/task-title.ts";

/**
 * Answers of the API about a dossier and its parts. An answer contains only the fields that its schema names, so that
 * internal data (task tokens, clocks, runs, S3 keys) never leak with a new field.
 */
export const DossierAnswer = z.object({
  ...ClosedDossier.pick({ id: true, reference: true, organisation: true, people: true }).shape,
  ...ClosedDossier.pick({ handler: true, stage: true, since: true, openedAt: true, pass: true }).shape,
  ...ClosedDossier.pick({ intake: true, planning: true, dpia: true, protocol: true, connection: true }).shape,
  closing: Withdrawal.omit({ endingAsked: true }).optional(),
  ending: z
    .object({ ...GivenEnding.shape, reason: EndingReason, explanation: z.string().optional() })
    .optional(),
  ...Use.pick({ endingAsked: true }).shape,
  ...EndingUse.pick({ endOfUse: true }).shape,
  ...OnboardingRequest.pick({ laterPass: true }).shape,
  ...Use.pick({ lastRequest: true }).shape,
  ...ClosedDossier.pick({ legalHold: true, hold: true, pauses: true }).shape,
  status: z.enum(DOSSIER_STATUSES),
  question: Enquiry.shape.question.optional(),
  parked: Parked.optional(),
  inUseSince: Use.shape.since.optional(),
  closed: ClosedDossier.shape.closed.optional(),
});
/** An answer has the fields of a request and of a use beside each other. */
export const dossierAnswer = (dossier: Dossier) =>
  DossierAnswer.parse({
    ...{ ...dossier.request, ...dossier.use, ...dossier },
    endingAsked: endingAskedOf(dossier),
    inUseSince: dossier.use?.since,
  });

const DaysLate = z.int().min(0).describe("Days of its side that it is late: the LED's are working days");

export const TaskAnswer = z.object({
  ...HumanTask.pick({ kind: true, pass: true, round: true, stage: true, audience: true, status: true }).shape,
  ...HumanTask.pick({ openedAt: true, since: true, deadline: true, about: true, because: true }).shape,
  ...HumanTask.pick({ from: true, decision: true, assignee: true }).shape,
  id: z.string(),
  title: z.string(),
  daysLate: DaysLate.optional(),
});

/** `since`: the start of its time. `daysLate`: of an open task. */
export function taskAnswer(task: HumanTask, definitions: Definitions, dossier: Dossier, now: Instant) {
  const daysLate = task.status === "open" ? lateBy(task, dossier, now) : undefined;
  return TaskAnswer.parse({ ...task, id: taskId(task), title: titleOf(task, definitions), daysLate });
}

export const OpenTaskAnswer = z.object({
  ...TaskAnswer.pick({ id: true, kind: true, title: true, pass: true, round: true, stage: true }).shape,
  ...TaskAnswer.pick({ audience: true, openedAt: true, deadline: true, assignee: true }).shape,
  dossierId: z.string(),
  reference: z.string(),
  organisationName: z.string(),
  daysLate: DaysLate,
  heldUntil: z.string().optional().describe("End of the hold of its dossier"),
});

export function openTaskAnswer(item: OpenTaskSummary, definitions: Definitions, now: Instant) {
  const { standstill } = item;
  return OpenTaskAnswer.parse({
    ...{ ...item, id: taskId(item), title: titleOf(item, definitions) },
    daysLate: lateBy(item, standstill, now),
    heldUntil: isOnHold(standstill, now) ? standstill.hold?.until : undefined,
  });
}

export const AccessAnswer = z.object({
  ...Access.pick({ pass: true, organisation: true, purpose: true, channels: true, status: true }).shape,
  ...Access.pick({ protocolVersion: true, start: true, end: true, contacts: true, changes: true }).shape,
  ...Access.pick({ replacedBy: true, replacedFrom: true, endedOn: true }).shape,
  inForceToday: z.boolean().describe("Whether the LED may be consulted today because of this access"),
});
export const accessAnswer = (access: Access, now: Instant) =>
  AccessAnswer.parse({ ...access, inForceToday: standingOf(access, dateOf(now)) === "in-force" });

export const DocumentAnswer = StoredDocument.pick({
  ...{ id: true, taskId: true, kind: true, name: true, size: true, sha256: true, contentType: true },
  ...{ title: true, scan: true, by: true, at: true },
});
export const documentAnswer = (document: StoredDocument) => DocumentAnswer.parse(document);

export const ReadingAnswer = Reading.pick({ day: true, at: true, by: true, what: true, id: true });
export const readingAnswer = (reading: Reading) => ReadingAnswer.parse(reading);
