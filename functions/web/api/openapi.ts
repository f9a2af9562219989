import * as z from "zod";
import { SubstitutionForm } from "../../absence/substitution-form.ts";
import { PERSON_FORMS } from "../../change-people/person-form.ts";
import { TeamContactForm } from "../../contact/contact-form.ts";
import { AUDIENCES } from "../../domain/people.ts";
import { STAGES } from "../../domain/process.ts";
import type { TaskDefinition } from "../../domain/human-task.ts";
import { ADMIN_PERMISSIONS } from "../permissions.ts";
import type { Definitions } from "../task/task-sight.ts";
import { AmendmentInput, EndOfUseInput } from "../admin/use-acts.ts";
import { MovesInput } from "../admin/workflow.tsx";
import {
  ClaimInput,
  DecisionInput,
  DocumentInput,
  ErasureInput,
  ExportInput,
  HandOverInput,
  HoldInput,
  MessageInput,
  NoteInput,
  PersonExtras,
  ReasonInput,
  RemovalInput,
  ResumeInput,
} from "./inputs.ts";

const PREFIX = "/api/admin/v1";
type Json = Record<string, unknown>;
type Operation = { summary: string; query?: Json[]; body?: string };

const query = (name: string, schema: Json): Json => ({ name, in: "query", required: false, schema });
const text = { type: "string" };

/** What each operation is for. A test fails when this table and the routes do not agree. */
const OPERATIONS: Record<string, Operation> = {
  "GET /openapi.json": { summary: "This document" },
  "GET /tasks": {
    summary: "Open tasks of the caller's roles; the LED team sees those of everybody",
    query: [
      query("role", { enum: AUDIENCES }),
      query("show", { enum: ["all", "mine", "unclaimed"] }),
      query("next", text),
    ],
  },
  "GET /dossiers": {
    summary: "Dossiers by stage, by reference or by enterprise number",
    query: [
      query("stage", { enum: STAGES }),
      query("reference", text),
      query("enterpriseNumber", text),
      query("next", text),
    ],
  },
  "POST /dossiers": { summary: "Open a dossier for who mailed or called", body: "TeamContactForm" },
  "GET /dossiers/:id": { summary: "A dossier with its tasks, documents, timeline and lead times per side" },
  "GET /dossiers/:id/documents/:documentId": { summary: "A redirect to the document itself" },
  "POST /dossiers/:id/withdrawal": { summary: "Withdraw the request", body: "Reason" },
  "POST /dossiers/:id/end-of-use": { summary: "Begin the end of a use", body: "EndOfUse" },
  "POST /dossiers/:id/amendment": {
    summary: "Open a dossier in use again; what was granted stays until the new protocol is signed",
    body: "Amendment",
  },
  "GET /parked": {
    summary: "Dossiers that stopped by an error: why, and the last state of the workflow that succeeded",
    query: [query("next", text)],
  },
  "POST /dossiers/:id/resume": {
    summary: "Let a parked dossier go on from a stage; try its own again without one",
    body: "Resume",
  },
  "POST /dossiers/:id/closing": {
    summary: "Close a parked dossier; with an access in force it goes back in use",
    body: "Reason",
  },
  "POST /workflow/moves": {
    summary: "Move one dossier, or all, to the current version of the workflow; or say what that would do",
    body: "Moves",
  },
  "POST /dossiers/:id/hold": { summary: "Put the dossier on hold until a date", body: "Hold" },
  "POST /dossiers/:id/hold/end": { summary: "Let a dossier that is on hold go on" },
  "POST /dossiers/:id/notes": { summary: "Write an internal note", body: "Note" },
  "POST /dossiers/:id/messages": { summary: "Write to the applicant, by mail", body: "Message" },
  "POST /dossiers/:id/exports": {
    summary: "Make a zip of the dossier, or of what it holds about one person; it is there for a day",
    body: "Export",
  },
  "GET /dossiers/:id/exports/:exportId": { summary: "A redirect to the zip itself" },
  "POST /dossiers/:id/legal-hold": { summary: "Let nothing of the dossier be deleted", body: "Reason" },
  "POST /dossiers/:id/legal-hold/lift": { summary: "Let the retention count again", body: "Reason" },
  "POST /dossiers/:id/erasure": {
    summary: "Delete a closed dossier without a signed protocol before its time",
    body: "Erasure",
  },
  "GET /deleted-dossiers": {
    summary: "What is left of deleted dossiers, latest first",
    query: [query("next", text)],
  },
  "GET /dossiers/:id/tasks/:taskId": { summary: "A task with its documents and its possible outcomes" },
  "POST /dossiers/:id/tasks/:taskId/decision": {
    summary: "Decide a task; `fields` are those of its kind and outcome",
    body: "Decision",
  },
  "POST /dossiers/:id/tasks/:taskId/documents": {
    summary: "A form with which to add one document, for 15 minutes",
    body: "Document",
  },
  "POST /dossiers/:id/tasks/:taskId/link": {
    summary: "Mail a new link to an open task to whom of the consumer it waits for",
  },
  "POST /dossiers/:id/tasks/:taskId/claim": {
    summary: "Take a task on; with `seen`, from the colleague who has it",
    body: "Claim",
  },
  "POST /dossiers/:id/tasks/:taskId/release": { summary: "Give one's own task back" },
  "POST /dossiers/:id/tasks/:taskId/hand-over": {
    summary: "Hand a task over to a colleague who has its role",
    body: "HandOver",
  },
  "POST /dossiers/:id/people/:part": {
    summary: "Change the contact, secondContact, dpo or signatory; another address is another person",
    body: "PersonOfDossier",
  },
  "POST /dossiers/:id/people/:part/removal": { summary: "Remove the second contact", body: "Removal" },
  "GET /colleagues": { summary: "Who of the LED has signed in, with their roles" },
  "GET /substitutions": { summary: "Who has whose role for some days, now and later" },
  "POST /substitutions": {
    summary: "Name a colleague as substitute for a role of one's own, from and until a day",
    body: "Substitution",
  },
  "POST /substitutions/:substitutionId/end": { summary: "End a substitution before its last day" },
};

const schemaOf = (schema: z.ZodType): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return rest;
};

/** A decision of one task: an outcome with the fields that it asks. */
const decisionsOf = ({ outcomes }: TaskDefinition): Json => ({
  oneOf: Object.entries(outcomes).map(([outcome, fields]) => ({
    ...schemaOf(DecisionInput),
    properties: { ...DECISION_PROPERTIES, outcome: { const: outcome }, fields: schemaOf(fields) },
  })),
});
const DECISION_PROPERTIES = z.record(z.string(), z.unknown()).parse(schemaOf(DecisionInput)["properties"]);

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

function schemas(definitions: Definitions): Json {
  const kinds = Object.values(definitions);
  return {
    ...Object.fromEntries(kinds.map((definition) => [`${definition.kind}Decision`, decisionsOf(definition)])),
    Decision: { anyOf: kinds.map(({ kind }) => ref(`${kind}Decision`)) },
    TeamContactForm: schemaOf(TeamContactForm),
    Reason: schemaOf(ReasonInput),
    EndOfUse: schemaOf(EndOfUseInput),
    Amendment: schemaOf(AmendmentInput),
    Claim: schemaOf(ClaimInput),
    HandOver: schemaOf(HandOverInput),
    PersonOfDossier: {
      anyOf: [PERSON_FORMS.contact, PERSON_FORMS.signatory].map((form) =>
        schemaOf(form.extend(PersonExtras.shape)),
      ),
    },
    Removal: schemaOf(RemovalInput),
    Substitution: schemaOf(SubstitutionForm),
    Moves: schemaOf(MovesInput),
    Resume: schemaOf(ResumeInput),
    Hold: schemaOf(HoldInput),
    Note: schemaOf(NoteInput),
    Document: schemaOf(DocumentInput),
    Message: schemaOf(MessageInput),
    Export: schemaOf(ExportInput),
    Erasure: schemaOf(ErasureInput),
    Problem: {
      type: "object",
      description: "RFC 9457. Messages are in Dutch; `rule` is the id of a business rule.",
      required: ["type", "status", "code", "title"],
      properties: {
        type: text,
        status: { type: "integer" },
        code: text,
        title: text,
        detail: text,
        errors: {
          type: "array",
          items: {
            type: "object",
            required: ["message"],
            properties: { field: text, rule: text, message: text },
          },
        },
      },
    },
  };
}

function operation(key: string, { summary, query: parameters = [], body }: Operation): Json {
  const inPath = [...key.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: text,
  }));
  const problem = {
    description: "Not served",
    content: { "application/problem+json": { schema: ref("Problem") } },
  };
  const isOpen = ADMIN_PERMISSIONS[key.replace(" ", ` ${PREFIX}`)] === "anyone";
  return {
    summary,
    operationId: key.replace(/[^\w]+(\w)/g, (_, letter: string) => letter.toUpperCase()),
    parameters: [...inPath, ...parameters],
    ...(isOpen ? { security: [] } : {}),
    ...(body
      ? { requestBody: { required: true, content: { "application/json": { schema: ref(body) } } } }
      : {}),
    responses: { "2XX": { description: "Done" }, "4XX": problem, "5XX": problem },
  };
}

/** The description of the API, made of the same schemas that check what it takes in. */
export function openApiDocument(definitions: Definitions, site: string): Json {
  const paths: Record<string, Json> = {};
  for (const [key, entry] of Object.entries(OPERATIONS)) {
    const [method = "", path = ""] = key.split(" ");
    const address = path.replace(/:(\w+)/g, "{$1}");
    paths[address] = { ...paths[address], [method.toLowerCase()]: operation(key, entry) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "LED onboarding: admin API", version: "1.0.0" },
    servers: [{ url: site + PREFIX }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      schemas: schemas(definitions),
    },
  };
}

/** The operations it describes, as the routes write them. */
export const DESCRIBED_ROUTES = Object.keys(OPERATIONS).map((key) => key.replace(" ", ` ${PREFIX}`));
