import type { Access } from "../../domain/access.ts";
import type { StoredDocument } from "../../domain/documents.ts";
import type { Dossier } from "../../domain/dossier.ts";
import { type HumanTask, taskId } from "../../domain/human-task.ts";
import type { OpenTaskSummary } from "../../domain/ports.ts";
import type { Definitions } from "../task/task-sight.ts";

/**
 * What the API tells. Each answer names what it holds, so that what is the backend's own (task tokens, clocks, runs,
 * places in the bucket) never comes along with something new.
 */
export function dossierAnswer(dossier: Dossier) {
  const { id, reference, status, organisation, people, stage, since, openedAt, pass } = dossier;
  const { intake, planning, dpia, protocol, connection, closing, ending, endOfUse } = dossier;
  const { laterPass, legalHold } = dossier;
  return {
    ...{ id, reference, status, organisation, people, stage, since, openedAt, pass },
    ...{ intake, planning, dpia, protocol, connection, closing, ending, endOfUse, laterPass, legalHold },
    question: dossier.status === "ENQUIRY" ? dossier.question : undefined,
    parked: dossier.status === "PARKED" ? dossier.parked : undefined,
    inUseSince: dossier.status === "IN_USE" ? dossier.inUseSince : undefined,
    closed: dossier.status === "CLOSED" ? dossier.closed : undefined,
  };
}

export function taskAnswer(task: HumanTask, definitions: Definitions) {
  const { kind, pass, round, stage, audience, status, openedAt, because, decision, assignee } = task;
  const { title } = definitions[kind].texts.nl;
  return {
    ...{ id: taskId(task), kind, title, pass, round, stage, audience, status, openedAt },
    ...{ because, decision, assignee },
  };
}

export function openTaskAnswer(item: OpenTaskSummary, definitions: Definitions) {
  const { dossierId, reference, organisationName, kind, pass, round, stage, audience, openedAt } = item;
  const { title } = definitions[kind].texts.nl;
  return {
    ...{ id: taskId(item), dossierId, reference, organisationName, kind, title, pass, round },
    ...{ stage, audience, openedAt, assignee: item.assignee },
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
