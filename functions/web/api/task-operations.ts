import { toInstant } from "../../domain/calendar.ts";
import { type HumanTask, taskId as idOf } from "../../domain/human-task.ts";
import { ROLES } from "../../domain/people.ts";
import type { WholeDossier } from "../../domain/ports.ts";
import type { Assignment } from "../../staff/judge-assignment.ts";
import { documentAnswer, taskAnswer } from "../export/answers.ts";
import { createMailTaskLink } from "../http/mail-task-link.ts";
import { TEAM } from "../http/permissions.ts";
import { Refusal } from "../http/refusals.ts";
import type { AdminSite, Caller } from "../team/admin-site.ts";
import { findTaskFor, type TaskFor } from "../team/find-dossier.ts";
import { rememberCaller } from "../team/remember-caller.ts";
import { describeForm } from "../../domain/describe-form.ts";
import { problemsOf } from "../ui/form/problems.nl.ts";
import { createPrepareUpload, kindOf } from "../ui/task/prepare-upload.ts";
import { taskTexts } from "../ui/task/texts.nl.ts";
import { DONE, tells } from "./answer-schemas.ts";
import { BODIES } from "./inputs.ts";
import { operation } from "./operation.ts";
import { mustBeKnown } from "./read-call.ts";
import { Problem, refusedByRules, refusedFields } from "./problem.ts";

const answerFor = (site: AdminSite, { dossier }: WholeDossier, task: HumanTask) =>
  taskAnswer(task, site.definitions, dossier, toInstant(site.now()));

function withDocuments(site: AdminSite, { whole, task }: TaskFor) {
  const documents = whole.documents
    .filter((document) => document.taskId === idOf(task))
    .map((document) => documentAnswer(document));
  const outcomes = Object.keys(site.definitions[task.kind].outcomes);
  return { ...answerFor(site, whole, task), outcomes, documents };
}

const readTask = operation({
  method: "GET",
  path: "/dossiers/:id/tasks/:taskId",
  who: ROLES,
  summary: "A task with its documents and its possible outcomes",
  answer: tells(200, "TaskWithDocuments"),
  hasTag: true,
  act: async ({ site, caller, params: { id, taskId }, tag }) => {
    const found = await findTaskFor(site, caller, id, taskId);
    tag(found.whole);
    return withDocuments(site, found);
  },
});

const decide = operation({
  method: "POST",
  path: "/dossiers/:id/tasks/:taskId/decision",
  who: ROLES,
  summary: "Decide a task; `fields` are those of its kind and outcome",
  body: BODIES.decision,
  answer: tells(201, "Task"),
  example: { body: { outcome: "close", fields: { reason: "Er is geen rechtsgrond." } } },
  act: async ({ site, caller, params: { id, taskId }, body }) => {
    const { whole, task, actor } = await findTaskFor(site, caller, id, taskId);
    const { outcomes, texts } = site.definitions[task.kind];
    const schema = Object.hasOwn(outcomes, body.outcome) ? outcomes[body.outcome] : undefined;
    if (schema) mustBeKnown(schema, body.fields, ["fields"]);
    const result = await site.decideTask(id, taskId, { ...body, by: actor }, whole);
    if (result.status === "unknown") throw new Refusal("page-unknown");
    if (result.status === "decided") return answerFor(site, whole, result.task);
    if (result.status === "closed") {
      const { title, text: detail } = taskTexts.closed;
      return new Problem(409, { code: "closed", title, detail });
    }
    if (result.status === "already-decided") {
      const { by, at } = result.decision;
      const code = by.id === caller.subject ? "decided-by-you" : "already-decided";
      return new Problem(409, { code, title: taskTexts.alreadyDecided(by.name, at) });
    }
    const fields = schema ? describeForm(schema, texts.nl.fields) : [];
    return refusedFields(problemsOf(fields, body.fields, result));
  },
});

const mailLink = operation({
  method: "POST",
  path: "/dossiers/:id/tasks/:taskId/link",
  who: TEAM,
  summary: "Mail a new link to an open task to its person of the consumer",
  makes: true,
  answer: DONE,
  act: async ({ site, caller, params: { id, taskId }, newId }) => {
    const { whole, task, part } = await findTaskFor(site, caller, id, taskId);
    if (part !== "on-behalf") throw new Refusal("page-unknown");
    if (task.status !== "open") throw new Refusal("conflict");
    const mailTaskLink = createMailTaskLink(site);
    const result = await mailTaskLink(site.definitions[task.kind], task, whole.dossier, { id: newId() });
    return result.status === "mailed" ? undefined : refusedByRules(result.reasons);
  },
});

const addDocument = operation({
  method: "POST",
  path: "/dossiers/:id/tasks/:taskId/documents",
  who: ROLES,
  summary: "A form to upload one document, valid for 30 minutes",
  body: BODIES.document,
  answer: tells(201, "Upload"),
  example: { body: { kind: "dpia" } },
  act: async ({ site, caller, params: { id, taskId }, body: { kind } }) => {
    const { whole, task, actor, part } = await findTaskFor(site, caller, id, taskId);
    if (part === "reader") throw new Refusal("no-role");
    if (task.status !== "open") throw new Refusal("conflict");
    const needed = kindOf(site.definitions[task.kind], kind, part === "on-behalf");
    const prepareUpload = createPrepareUpload(site);
    const upload = await prepareUpload(whole, { taskId, kind: needed, by: actor }, (document) =>
      site.addresses.absolute(`/admin/dossiers/${id}/tasks/${taskId}/documents/${document}/received`),
    );
    if (upload.status === "full") return refusedByRules(upload.reasons);
    await rememberCaller(site, caller);
    return { id: upload.id, form: upload.form };
  },
});

const takeOver = operation({
  method: "POST",
  path: "/dossiers/:id/tasks/:taskId/take-over",
  who: TEAM,
  summary: "Take a file that came with a message over as a document of an open task of the consumer",
  body: BODIES.takeOver,
  answer: tells(200, "TaskWithDocuments"),
  example: { body: { document: "01JDQ4C0M6F3H8D2V7P5RWYX1B", kind: "protocol" } },
  act: async ({ site, caller, params: { id, taskId }, body: { document, kind } }) => {
    const { part, actor } = await findTaskFor(site, caller, id, taskId);
    if (part !== "on-behalf") throw new Refusal("no-role");
    const verdict = await site.takeOver({ dossierId: id, documentId: document, taskId, kind }, actor);
    if (!verdict.allowed) return refusedByRules(verdict.reasons);
    return withDocuments(site, await findTaskFor(site, caller, id, taskId));
  },
});

const takeDocumentAway = operation({
  method: "POST",
  path: "/dossiers/:id/tasks/:taskId/documents/:documentId/removal",
  who: ROLES,
  summary: "Take a document away from its open task; its file is deleted",
  answer: DONE,
  act: async ({ site, caller, params: { id, taskId, documentId } }) => {
    const { actor, part } = await findTaskFor(site, caller, id, taskId);
    if (part === "reader") throw new Refusal("no-role");
    const result = await site.takeDocumentAway({ dossierId: id, taskId, documentId }, actor);
    if (result === "kept") throw new Refusal("conflict");
    return undefined;
  },
});

type Where = { site: AdminSite; caller: Caller; params: { id: string; taskId: string } };

async function assign({ site, caller, params: { id, taskId } }: Where, assignment: Assignment) {
  const { whole } = await findTaskFor(site, caller, id, taskId);
  const result = await site.assignTask(id, taskId, assignment, caller);
  if (result.status === "unknown") throw new Refusal("page-unknown");
  return result.status === "assigned" ? answerFor(site, whole, result.task) : refusedByRules(result.reasons);
}

const claim = operation({
  method: "POST",
  path: "/dossiers/:id/tasks/:taskId/claim",
  who: ROLES,
  summary: "Take a task; with `seen`, from its current assignee",
  body: BODIES.claim,
  answer: tells(200, "Task"),
  example: { body: { seen: "tom-team" } },
  act: (call) => assign(call, { kind: "claim", ...call.body }),
});

const release = operation({
  method: "POST",
  path: "/dossiers/:id/tasks/:taskId/release",
  who: ROLES,
  summary: "Release one's own task",
  answer: tells(200, "Task"),
  act: (call) => assign(call, { kind: "release" }),
});

const handOver = operation({
  method: "POST",
  path: "/dossiers/:id/tasks/:taskId/hand-over",
  who: ROLES,
  summary: "Hand a task over to a colleague who has its role",
  body: BODIES.handOver,
  answer: tells(200, "Task"),
  example: { body: { to: "tom-team" } },
  act: (call) => assign(call, { kind: "hand-over", ...call.body }),
});

export const TASK_OPERATIONS = [
  ...[readTask, decide, addDocument, takeOver, takeDocumentAway, mailLink],
  ...[claim, release, handOver],
];
