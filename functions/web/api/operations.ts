import { AUDIENCES } from "../../domain/people.ts";
import { STAGES } from "../../domain/process.ts";
import type { BodyName } from "./bodies.ts";
import type { AnswerName } from "./answer-schemas.ts";

type Parameter = { name: string; in: "query"; required: false; schema: object };
/** Its status when it is done, and the answer that comes with it. */
type Answer = readonly [status: 200 | 201, name?: AnswerName] | readonly [status: 204 | 303];

export type Operation = {
  summary: string;
  query?: Parameter[];
  body?: BodyName;
  answer: Answer;
  /** It makes or sends something anew each time: it needs an `Idempotency-Key`, or an id in its body (must-have-key.ts). */
  makes?: true | "by-id";
  /** Refusals that do not follow from what it takes in. */
  also?: readonly number[];
};

const query = (name: string, schema: object): Parameter => ({ name, in: "query", required: false, schema });
const text = { type: "string" };

/** What each operation is for, and what it answers. A test fails when this table and the routes do not agree. */
export const OPERATIONS: Record<string, Operation> = {
  "GET /openapi.json": { summary: "This document", answer: [200] },
  "GET /tasks": {
    summary: "Open tasks of the caller's roles; the LED team sees those of everybody",
    answer: [200, "TaskPage"],
    query: [
      query("role", { enum: AUDIENCES }),
      query("show", { enum: ["all", "mine", "unclaimed"] }),
      query("next", text),
    ],
  },
  "GET /dossiers": {
    summary: "Dossiers by stage, by reference or by enterprise number",
    answer: [200, "DossierPage"],
    query: [
      query("stage", { enum: STAGES }),
      query("reference", text),
      query("enterpriseNumber", text),
      query("next", text),
    ],
  },
  "POST /dossiers": {
    summary: "Open a dossier for who mailed or called",
    makes: true,
    answer: [201, "OpenedDossier"],
    body: "TeamContactForm",
  },
  "GET /dossiers/:id": {
    summary: "A dossier with its tasks, documents, timeline and lead times per side",
    answer: [200, "Dossier"],
  },
  "GET /dossiers/:id/documents/:documentId": { summary: "A redirect to the document itself", answer: [303] },
  "POST /dossiers/:id/withdrawal": { summary: "Withdraw the request", answer: [204], body: "Reason" },
  "POST /dossiers/:id/end-of-use": { summary: "Begin the end of a use", answer: [204], body: "EndOfUse" },
  "POST /dossiers/:id/amendment": {
    summary: "Open a dossier in use again; what was granted stays until the new protocol is signed",
    answer: [204],
    body: "Amendment",
  },
  "GET /parked": {
    summary: "Dossiers that stopped by an error: why, and the last state of the workflow that succeeded",
    answer: [200, "ParkedPage"],
    query: [query("next", text)],
  },
  "POST /dossiers/:id/resume": {
    summary: "Let a parked dossier go on from a stage; try its own again without one",
    answer: [204],
    body: "Resume",
  },
  "POST /dossiers/:id/closing": {
    summary: "Close a parked dossier; with an access in force it goes back in use",
    answer: [204],
    body: "Reason",
  },
  "POST /workflow/moves": {
    summary: "Move one dossier, or all, to the current version of the workflow; or say what that would do",
    answer: [200, "Moves"],
    also: [404, 410],
    body: "Moves",
  },
  "POST /dossiers/:id/hold": { summary: "Put the dossier on hold until a date", answer: [204], body: "Hold" },
  "POST /dossiers/:id/hold/end": { summary: "Let a dossier that is on hold go on", answer: [204] },
  "POST /dossiers/:id/notes": {
    summary: "Write an internal note",
    makes: true,
    answer: [201, "Note"],
    body: "Note",
  },
  "POST /dossiers/:id/messages": {
    summary: "Write to the applicant, by mail",
    makes: "by-id",
    answer: [201, "Made"],
    body: "Message",
  },
  "POST /dossiers/:id/exports": {
    summary: "Make a zip of the dossier, or of what it holds about one person; it is there for a day",
    makes: true,
    answer: [201, "Made"],
    body: "Export",
  },
  "GET /dossiers/:id/exports/:exportId": { summary: "A redirect to the zip itself", answer: [303] },
  "POST /dossiers/:id/legal-hold": {
    summary: "Let nothing of the dossier be deleted",
    answer: [204],
    body: "Reason",
  },
  "POST /dossiers/:id/legal-hold/lift": {
    summary: "Let the retention count again",
    answer: [204],
    body: "Reason",
  },
  "POST /dossiers/:id/erasure": {
    summary: "Delete a closed dossier without a signed protocol before its time",
    answer: [204],
    body: "Erasure",
  },
  "GET /dossiers/:id/readings": {
    summary: "Who of the LED read the dossier, a document or an export, and on which day; latest first",
    answer: [200, "ReadingPage"],
    query: [query("next", text)],
  },
  "GET /deleted-dossiers": {
    summary: "What is left of deleted dossiers, latest first",
    answer: [200, "DeletedPage"],
    query: [query("next", text)],
  },
  "GET /dossiers/:id/tasks/:taskId": {
    summary: "A task with its documents and its possible outcomes",
    answer: [200, "TaskWithDocuments"],
  },
  "POST /dossiers/:id/tasks/:taskId/decision": {
    summary: "Decide a task; `fields` are those of its kind and outcome",
    answer: [201, "Task"],
    body: "Decision",
  },
  "POST /dossiers/:id/tasks/:taskId/documents": {
    summary: "A form with which to add one document, for 15 minutes",
    answer: [201, "Upload"],
    body: "Document",
  },
  "POST /dossiers/:id/tasks/:taskId/link": {
    summary: "Mail a new link to an open task to whom of the consumer it waits for",
    makes: true,
    answer: [204],
  },
  "POST /dossiers/:id/tasks/:taskId/claim": {
    summary: "Take a task on; with `seen`, from the colleague who has it",
    answer: [200, "Task"],
    body: "Claim",
  },
  "POST /dossiers/:id/tasks/:taskId/release": { summary: "Give one's own task back", answer: [200, "Task"] },
  "POST /dossiers/:id/tasks/:taskId/hand-over": {
    summary: "Hand a task over to a colleague who has its role",
    answer: [200, "Task"],
    body: "HandOver",
  },
  "POST /dossiers/:id/people/:part": {
    summary:
      "Change the contact, secondContact, dpo or signatory; `change` says whether it is someone else, whose predecessor's links end, or a correction",
    makes: true,
    answer: [200, "People"],
    body: "PersonOfDossier",
  },
  "POST /dossiers/:id/people/:part/removal": {
    body: "Removal",
    summary: "Remove the second contact",
    answer: [200, "People"],
    also: [422],
  },
  "GET /colleagues": {
    summary: "Who of the LED has signed in, with their roles",
    answer: [200, "Colleagues"],
  },
  "POST /colleagues/sign-out": {
    summary: "End every session and token of a colleague at once",
    answer: [204],
    body: "SignOut",
    also: [404],
  },
  "GET /substitutions": {
    summary: "Who has whose role for some days, now and later",
    answer: [200, "Substitutions"],
  },
  "POST /substitutions": {
    summary: "Name a colleague as substitute for a role of one's own, from and until a day",
    makes: true,
    answer: [201, "Substitution"],
    body: "NewSubstitution",
  },
  "POST /substitutions/:substitutionId/end": {
    summary: "End a substitution before its last day",
    answer: [204],
  },
};
