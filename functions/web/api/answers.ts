import type { Access } from "../../domain/access.ts";
import type { Instant } from "../../domain/calendar.ts";
import type { StoredDocument } from "../../domain/documents.ts";
import type { Dossier } from "../../domain/dossier.ts";
import { type HumanTask, taskId } from "../../domain/human-task.ts";
import { lateBy } from "../../domain/lateness.ts";
import type { OpenTaskSummary } from "../../domain/ports.ts";
import { isOnHold } from "../../domain/running-time.ts";
import type { Definitions } from "../task/task-sight.ts";

/**
 * What the API tells. Each answer names what it holds, so that what is the backend's own (task tokens, clocks, runs,
 * places in the bucket) never comes along with something new.
 */
export function dossierAnswer(dossier: Dossier) {
  const { id, reference, status, organisation, people, stage, since, openedAt, pass } = dossier;
  const { intake, planning, dpia, protocol, connection, closing, ending, endOfUse } = dossier;
  const { laterPass, legalHold, hold, pauses } = dossier;
  return {
    ...{ id, reference, status, organisation, people, stage, since, openedAt, pass },
    ...{ intake, planning, dpia, protocol, connection, closing, ending, endOfUse, laterPass },
    ...{ legalHold, hold, pauses },
    question: dossier.status === "ENQUIRY" ? dossier.question : undefined,
    parked: dossier.status === "PARKED" ? dossier.parked : undefined,
    inUseSince: dossier.status === "IN_USE" ? dossier.inUseSince : undefined,
    closed: dossier.status === "CLOSED" ? dossier.closed : undefined,
  };
}

/** `since`: from when its time counts. `daysLate`: of an open task, days of its side (the LED's are working days). */
export function taskAnswer(task: HumanTask, definitions: Definitions, dossier: Dossier, now: Instant) {
  const { kind, pass, round, stage, audience, status, openedAt, since, deadline } = task;
  const { about, because, decision, assignee } = task;
  const { title } = definitions[kind].texts.nl;
  const daysLate = status === "open" ? lateBy(task, dossier, now) : undefined;
  return {
    ...{ id: taskId(task), kind, title, pass, round, stage, audience, status, openedAt, since },
    ...{ deadline, daysLate, about, because, decision, assignee },
  };
}

export function openTaskAnswer(item: OpenTaskSummary, definitions: Definitions, now: Instant) {
  const { dossierId, reference, organisationName, kind, pass, round, stage, audience, openedAt } = item;
  const { deadline, standstill } = item;
  const { title } = definitions[kind].texts.nl;
  return {
    ...{ id: taskId(item), dossierId, reference, organisationName, kind, title, pass, round, stage },
    ...{ audience, openedAt, deadline, daysLate: lateBy(item, standstill, now), assignee: item.assignee },
    heldUntil: isOnHold(standstill, now) ? standstill.hold?.until : undefined,
  };
}

export function accessAnswer(access: Access) {
  const { pass, organisation, purpose, channels, protocolVersion, start, end, contacts, status } = access;
  const { replacedBy, replacedFrom, endedOn, changes } = access;
  return {
    ...{ pass, organisation, purpose, channels, protocolVersion, start, end, contacts, status },
    ...{ replacedBy, replacedFrom, endedOn, changes },
  };
}

export function documentAnswer(document: StoredDocument) {
  const { id, taskId: task, kind, name, size, sha256, contentType, scan, by, at } = document;
  return { id, taskId: task, kind, name, size, sha256, contentType, scan, by, at };
}
