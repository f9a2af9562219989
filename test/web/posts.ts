import { aContact } from "../builders/contact.ts";
import { asFormValues } from "../journey/flatten.ts";
import { FORM } from "../protocol/answers.ts";
import { defaultTemplate } from "../../functions/protocol/default-template.nl.ts";
import { writeDocx } from "../../functions/templates/write-docx.ts";
import {
  added,
  after,
  bounced,
  closed,
  colleagues,
  DIRK,
  fileReceived,
  type Given,
  inUse,
  LED,
  newMail,
  newMailTaken,
  nothing,
  open,
  parked,
  readyText,
  REASON,
  requested,
  handedOver,
  substituted,
  TEAM,
  TOM,
  UNSENT,
  unsent,
  WEBHOOK,
  webhook,
} from "./given.ts";
import { CSRF } from "./site.ts";

type Values = Record<string, string | string[]>;
/** A form of a page: its page, the end of its address, and the input. */
type PagePost = {
  route: string;
  at: string;
  values?: Values;
  button?: string;
  who?: "visitor";
  has?: string;
};
type ApiPost = { route: string; path: string; body?: object };
/** An act that can be posted: its initial state, and how it is posted on a page and through the API. */
export type Act = {
  given: Given;
  page?: PagePost;
  api?: ApiPost;
};

const CAS = { name: "Cas Nieuw", email: "cas@voorbeeldegem.example" };
const PERSON = { change: "someone-else", "person.name": CAS.name, "person.email": CAS.email };

const CONTACT = Object.fromEntries(
  Object.entries(aContact()).map(([name, value]) => [name, String(value)] as const),
);
const page = (path: string, end: string, more: Partial<PagePost> = {}): PagePost => ({
  route: `POST /admin/dossiers/:id${end}`,
  at: `/admin/dossiers/:id${path}`,
  ...more,
});
const api = (path: string, body?: object): ApiPost => ({
  route: `POST /dossiers/:id${path}`,
  path: `/dossiers/:id${path}`,
  body,
});
/** A team act with its own page, and the same address in the API. */
const asked = (path: string, given: Act["given"], answer: Values = REASON): Act => ({
  given,
  page: page(path, path, { values: answer }),
  api: api(path, answer),
});
const visitor = (route: string, at: string, more: Partial<PagePost> = {}): PagePost => ({
  ...{ route: `POST ${route}`, at, who: "visitor" },
  ...more,
});
const ofTask = (kind: string, end: string) => `/tasks/${kind}-1-1${end}`;
const taskPage = (kind: string, end: string, more: Partial<PagePost> = {}): PagePost => ({
  route: `POST /admin/dossiers/:id/tasks/:taskId${end}`,
  at: `/admin/dossiers/:id${ofTask(kind, "")}`,
  ...more,
});
const taskApi = (kind: string, end: string, body?: object): ApiPost => ({
  route: `POST /dossiers/:id/tasks/:taskId${end}`,
  path: `/dossiers/:id${ofTask(kind, end)}`,
  body,
});

const STALLED = { kind: "DecideStalled", audience: "led-team", about: "SubmitIntake-1-1" } as const;
const UPLOAD = "01J00000000000000000000001";
const { advice: _advice, ...FORM_WITHOUT_ADVICE } = FORM;
const PLANNING = { kind: "AgreePlanning" } as const;

const mailPage = (end: string, more: Partial<PagePost> = {}): PagePost => ({
  ...{ route: `POST /admin/mails/:id${end}`, at: "/admin/mails/:id" },
  ...more,
});
const mailApi = (end: string, body?: object): ApiPost => ({
  ...{ route: `POST /new-mails/:mailId${end}`, path: `/new-mails/:mailId${end}`, body },
});

export const ACTS: Record<string, Act> = {
  "a contact": { given: nothing, page: visitor("/contact", "/contact", { values: CONTACT }) },
  "an undone hand-over": {
    given: handedOver,
    page: visitor("/dossier/:secret/overdracht/:change", "/dossier/:former/overdracht/:change"),
  },
  "a confirmation": { given: requested, page: visitor("/bevestigen/:secret", "/bevestigen/:secret") },
  "a decision of the applicant": {
    given: open(PLANNING),
    page: visitor("/taak/:secret", "/taak/:secret", { has: "agree" }),
  },
  "a draft of the applicant": {
    given: open(),
    page: visitor("/taak/:secret/ontwerp", "/taak/:secret", {
      values: { purpose: "Al iets" },
      button: "Bewaar als ontwerp",
    }),
  },
  "a question to the DPO of the applicant": {
    given: open({ kind: "SubmitProtocol", stage: "PROTOCOL" }),
    page: visitor("/taak/:secret/dpo", "/taak/:secret", {
      values: asFormValues(FORM_WITHOUT_ADVICE),
      has: "submitted",
      button: "Vraag advies aan je DPO",
    }),
  },
  "a template that is put in use": {
    given: async (site) => {
      site.templateFiles.uploaded.set(UPLOAD, await writeDocx(defaultTemplate("AHOVOKS")));
      return { uploadId: UPLOAD };
    },
    page: { route: "POST /admin/template/uploads/:uploadId", at: "/admin/template/uploads/:uploadId" },
  },
  "an earlier template that is put in use again": {
    given: async (site) => {
      site.templateFiles.uploaded.set(UPLOAD, await writeDocx(defaultTemplate("AHOVOKS")));
      await site.adminDeps.acceptTemplate(UPLOAD, TEAM);
      return {};
    },
    page: { route: "POST /admin/template/versions/:number", at: "/admin/template" },
  },
  "a decision of the applicant, from its dossier": {
    given: open(PLANNING),
    page: visitor("/dossier/:secret/taken/:taskId", "/dossier/:status/taken/AgreePlanning-1-1", {
      has: "agree",
    }),
  },
  "a draft of the applicant, from its dossier": {
    given: open(),
    page: visitor("/dossier/:secret/taken/:taskId/ontwerp", "/dossier/:status/taken/SubmitIntake-1-1", {
      values: { purpose: "Al iets" },
      button: "Bewaar als ontwerp",
    }),
  },
  "a question to the DPO, from the dossier": {
    given: open({ kind: "SubmitProtocol", stage: "PROTOCOL" }),
    page: visitor("/dossier/:secret/taken/:taskId/dpo", "/dossier/:status/taken/SubmitProtocol-1-1", {
      values: asFormValues(FORM_WITHOUT_ADVICE),
      has: "submitted",
      button: "Vraag advies aan je DPO",
    }),
  },
  "a message of the applicant": {
    given: open(),
    page: visitor("/dossier/:secret/bericht", "/dossier/:status/bericht", { values: REASON }),
  },
  "a person that the applicant changes": {
    given: open(),
    page: visitor("/dossier/:secret/personen/:part", "/dossier/:status/personen/tweede-contactpersoon", {
      values: PERSON,
    }),
  },
  "a person that the applicant removes": {
    given: open(),
    page: visitor(
      "/dossier/:secret/personen/:part/verwijderen",
      "/dossier/:status/personen/tweede-contactpersoon/verwijderen",
    ),
  },
  "a lost link": {
    given: open(),
    page: visitor("/link-kwijt", "/link-kwijt", { values: { email: "an@voorbeeldegem.example" } }),
  },
  "a withdrawal of the applicant": {
    given: open(),
    page: visitor("/dossier/:secret/intrekken", "/dossier/:status/intrekken", { values: REASON }),
  },
  "an end of use of the applicant": {
    given: inUse,
    page: visitor("/dossier/:secret/stoppen", "/dossier/:status/stoppen", {
      values: { reason: "purpose", explanation: "Klaar" },
    }),
  },

  "a dossier of the team": {
    given: nothing,
    page: { route: "POST /admin/dossiers/new", at: "/admin/dossiers/new", values: CONTACT },
    api: { route: "POST /dossiers", path: "/dossiers", body: aContact() },
  },
  "a note": {
    given: open(),
    page: page("", "/notes", { values: { text: "Gebeld" } }),
    api: api("/notes", { text: "Gebeld" }),
  },
  "a message": {
    given: open(),
    page: page("/message", "/message", { values: REASON }),
    api: api("/messages", { text: "Dag" }),
  },
  "an export": { given: open(), page: page("", "/exports"), api: api("/exports") },
  "another person": {
    given: open(),
    page: page("/people/contact", "/people/:part", { values: PERSON }),
    api: {
      ...api("/people/contact", { change: "someone-else", person: CAS }),
      route: "POST /dossiers/:id/people/:part",
    },
  },
  "a person less": {
    given: open(),
    page: page("/people/secondContact/removal", "/people/:part/removal"),
    api: { ...api("/people/secondContact/removal"), route: "POST /dossiers/:id/people/:part/removal" },
  },
  "mails to an address again": {
    given: bounced,
    page: page("/people", "/people/:part/lift"),
    api: { ...api("/people/contact/lift"), route: "POST /dossiers/:id/people/:part/lift" },
  },
  "a withdrawal": asked("/withdrawal", open()),
  "an end of use": asked("/end-of-use", inUse, { reason: "purpose", explanation: "Klaar" }),
  "an amendment": asked("/amendment", inUse, { stage: "INTAKE", ...REASON }),
  "another organisation": asked("/organisation", open(), {
    ...{ why: "renamed", name: "Stad Voorbeeldegem", type: "local-authority" },
    ...{ enterpriseNumber: "0999.999.922", ...REASON },
  }),
  "a hold": asked("/hold", open(), { until: "2026-12-20", ...REASON }),
  "the end of a hold": {
    given: after("hold", { until: "2026-12-20", ...REASON }),
    page: page("", "/hold/end"),
    api: api("/hold/end"),
  },
  "a legal hold": asked("/legal-hold", open()),
  "the end of a legal hold": asked("/legal-hold/lift", after("legal-hold", REASON)),
  "an erasure": asked("/erasure", closed, { ground: "objection" }),
  "a closing": asked("/closing", parked),
  "going on": {
    given: parked,
    page: { route: "POST /admin/dossiers/:id/resume", at: "/admin/parked" },
    api: api("/resume"),
  },
  "going on, all of a cause": { given: parked, page: { route: "POST /admin/parked", at: "/admin/parked" } },
  "a move to the current version": {
    given: open(),
    page: page("/system", "/workflow-version"),
    api: { route: "POST /workflow/moves", path: "/workflow/moves", body: { dryRun: false } },
  },
  "a mail that nobody will send": {
    given: unsent,
    page: { route: "POST /admin/mails", at: "/admin/mails" },
    api: { route: "POST /unsent-mails/forget", path: "/unsent-mails/forget", body: UNSENT },
  },
  "all moves": { given: open(), page: { route: "POST /admin/workflow", at: "/admin/workflow" } },

  "a decision": {
    given: open(STALLED),
    page: taskPage(STALLED.kind, "", { has: "act-on-behalf" }),
    api: taskApi(STALLED.kind, "/decision", { outcome: "act-on-behalf" }),
  },
  "a draft": {
    given: open(LED),
    page: taskPage(LED.kind, "/draft", {
      values: { "planning.signature": "2027-01-20" },
      button: "Bewaar als ontwerp",
    }),
  },
  "tasks that are taken at once": {
    given: open(LED),
    page: {
      route: "POST /admin/tasks",
      at: "/admin",
      values: { task: [":id/AssessIntake-1-1/"] },
      button: "Neem op",
    },
  },
  "a claim": { given: open(LED), page: taskPage(LED.kind, "/claim"), api: taskApi(LED.kind, "/claim") },
  "a release": {
    given: after(`tasks/${LED.kind}-1-1/claim`, {}, LED),
    page: taskPage(LED.kind, "/release"),
    api: taskApi(LED.kind, "/release"),
  },
  "handing over": {
    given: colleagues,
    page: taskPage(LED.kind, "/hand-over", { values: { to: TOM.subject } }),
    api: taskApi(LED.kind, "/hand-over", { to: TOM.subject }),
  },
  "the handler of a dossier": {
    given: colleagues,
    page: page("", "/handler", { button: "Neem het dossier op" }),
    api: api("/handler", { to: TOM.subject }),
  },
  "taking a document away": {
    given: added,
    page: {
      route: "POST /admin/dossiers/:id/tasks/:taskId/documents/:documentId/wegnemen",
      at: `/admin/dossiers/:id${ofTask("SubmitProtocol", "/documents/:documentId/wegnemen")}`,
    },
    api: {
      route: "POST /dossiers/:id/tasks/:taskId/documents/:documentId/removal",
      path: `/dossiers/:id${ofTask("SubmitProtocol", "/documents/:documentId/removal")}`,
    },
  },
  "taking a document away, by link": {
    given: added,
    page: visitor(
      "/taak/:secret/documenten/:documentId/wegnemen",
      "/taak/:secret/documenten/:documentId/wegnemen",
    ),
  },
  "taking a document away, from the dossier": {
    given: added,
    page: visitor(
      "/dossier/:secret/taken/:taskId/documenten/:documentId/wegnemen",
      "/dossier/:status/taken/SubmitProtocol-1-1/documenten/:documentId/wegnemen",
    ),
  },
  "a link to a task": {
    given: open(),
    page: {
      ...page("", "/tasks/SubmitIntake-1-1/link"),
      route: "POST /admin/dossiers/:id/tasks/:taskId/link",
    },
    api: taskApi("SubmitIntake", "/link"),
  },
  "taking the file of a mail over": {
    given: fileReceived,
    page: {
      route: "POST /admin/dossiers/:id/tasks/:taskId/take-over",
      at: "/admin/dossiers/:id/tasks/AnswerMessage-1-1",
    },
    api: taskApi("SubmitProtocol", "/take-over", { document: ":file", kind: "protocol" }),
  },
  "an answer to a mail of no dossier": {
    given: newMail,
    page: mailPage("/answer", { values: { reason: "Ja, dat kan." } }),
    api: mailApi("/answer", { text: "Ja, dat kan." }),
  },
  "a mail of no dossier that is put in one": {
    given: newMail,
    page: { ...mailPage("/dossier"), at: "/admin/mails/:id?q=:reference" },
    api: mailApi("/dossier", { dossier: ":dossier" }),
  },
  "a mail of no dossier that is put aside": {
    given: newMail,
    page: mailPage("/aside"),
    api: mailApi("/aside"),
  },
  "a claim of a mail": { given: newMail, page: mailPage("/claim"), api: mailApi("/claim", {}) },
  "a release of a mail": { given: newMailTaken, page: mailPage("/release"), api: mailApi("/release") },
  "handing a mail over": {
    given: newMail,
    page: mailPage("/hand-over", { values: { to: TOM.subject } }),
    api: mailApi("/hand-over", { to: TOM.subject }),
  },
  "a program that is told of events": {
    given: nothing,
    api: {
      ...{ route: "POST /webhooks", path: "/webhooks" },
      body: {
        address: "https://hooks.led.example/led",
        secret: "whsec_dGhpcyBzZWNyZXQgaXMgb25seSBhbiBleGFtcGxlLg==",
      },
    },
  },
  "a program that is told nothing more": {
    given: webhook,
    page: { route: "POST /admin/webhooks/:webhookId/removal", at: "/admin/webhooks" },
    api: { route: "POST /webhooks/:webhookId/removal", path: "/webhooks/:webhookId/removal" },
  },
  "an event that is delivered again": {
    given: webhook,
    page: { route: "POST /admin/webhooks/replay", at: "/admin/webhooks" },
    api: {
      ...{ route: "POST /undelivered-events/replay", path: "/undelivered-events/replay" },
      body: { webhook: WEBHOOK },
    },
  },
  "a substitute": {
    given: colleagues,
    page: {
      ...{ route: "POST /admin/absence", at: "/admin/absence" },
      values: { role: "led-team", substitute: DIRK.subject, from: "2026-12-01", until: "2026-12-05" },
    },
    api: {
      ...{ route: "POST /substitutions", path: "/substitutions" },
      body: { role: "led-team", substitute: DIRK.subject, from: "2026-12-01", until: "2026-12-05" },
    },
  },
  "a telephone number": {
    given: nothing,
    page: {
      ...{ route: "POST /admin/absence/telephone", at: "/admin/absence" },
      values: { number: "02 553 00 01" },
    },
  },
  "a text of the team": {
    given: nothing,
    page: {
      ...{ route: "POST /admin/texts/new", at: "/admin/texts/new" },
      values: { title: "Doel", situation: "questions", text: "Wat is het doel van {organisatie}?" },
    },
  },
  "a new version of a text": {
    given: readyText,
    page: {
      ...{ route: "POST /admin/texts/:textId", at: "/admin/texts/:textId" },
      values: { text: "Wat is het doel?" },
    },
  },
  "the end of a substitution": {
    given: substituted,
    page: { route: "POST /admin/absence/:substitutionId/end", at: "/admin/absence" },
    api: {
      route: "POST /substitutions/:substitutionId/end",
      path: "/substitutions/:substitution/end",
    },
  },
  "the end of a colleague's sessions": {
    given: colleagues,
    page: {
      ...{ route: "POST /admin/colleagues/sign-out", at: "/admin/colleagues" },
      values: { csrf: CSRF },
    },
    api: {
      ...{ route: "POST /colleagues/sign-out", path: "/colleagues/sign-out" },
      body: { subject: TOM.subject },
    },
  },
};

/** Posts that make a form or end a session: they have no second effect. */
export const NO_ACTS = [
  "POST /taak/:secret/documenten",
  "POST /dossier/:secret/document",
  "POST /admin/dossiers/:id/document",
  "POST /api/admin/v1/dossiers/:id/documents",
  "POST /dossier/:secret/taken/:taskId/documenten",
  "POST /admin/dossiers/:id/tasks/:taskId/documents",
  "POST /api/admin/v1/dossiers/:id/tasks/:taskId/documents",
  "POST /admin/sign-in/other-account",
  "POST /admin/sign-out",
  "POST /admin/sign-out-everywhere",
];
