import type * as z from "zod";
import type { AnswerName, ANSWERS } from "./answer-schemas.ts";

type Examples = { [Name in AnswerName]: z.input<(typeof ANSWERS)[Name]> };

const ID = "01JDQ4B6V1S6W5N0A9C8XKTZ3E";
const REFERENCE = "LED-2026-00042";
const NAME = "Gemeente Voorbeeldegem";
const AN = {
  id: "01JDQ4F9Z3C6P8K2T5V7HMXB0E",
  name: "An Peeters",
  email: "an.peeters@voorbeeldegem.example",
};
const TINE = { role: "led-team", id: "tine-team", name: "Tine Team" } as const;
const WEBHOOK = "01JDQ4G2T7D5M9R3W1Y8BKCZ4F";
const OPENED = "2026-11-23T09:00:00.000Z";

const openTask = {
  id: "AssessIntake-1-1",
  kind: "AssessIntake",
  title: "Beoordeel de intake",
  pass: 1,
  round: 1,
  stage: "INTAKE",
  audience: "led-team",
  openedAt: OPENED,
  deadline: "2026-12-07T09:00:00.000Z",
} as const;
const task: Examples["Task"] = { ...openTask, status: "open", since: OPENED, daysLate: 0 };
const document: Examples["Dossier"]["documents"][number] = {
  id: "01JDQ4C0M6F3H8D2V7P5RWYX1B",
  taskId: "CarryOutDpia-1-1",
  kind: "dpia",
  name: "dpia.pdf",
  size: 48_213,
  contentType: "application/pdf",
  scan: "accepted",
  sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  by: { role: "applicant", id: AN.id, name: AN.name },
  at: OPENED,
};
const newMail: Examples["NewMails"]["items"][number] = {
  ...{ id: "4f8d2c1b9a7e6f5d4c3b2a1908", at: OPENED, isConfirmed: true, daysLate: 0 },
  from: { name: AN.name, address: AN.email },
  ...{ subject: "Kunnen wij aansluiten?", files: ["brief.pdf"], deadline: "2026-11-30T09:00:00.000Z" },
  assignee: { id: TINE.id, name: TINE.name, at: OPENED },
};
const line = { id: ID, reference: REFERENCE, status: "ONBOARDING", stage: "INTAKE", since: OPENED } as const;
const organisation = { name: NAME, type: "local-authority", enterpriseNumber: "0316380841" } as const;
const substitution: Examples["Substitution"] = {
  id: "01JDQ4E5X8B1R7M3Y6W2HKFA9D",
  role: "led-team",
  of: { id: TINE.id, name: TINE.name },
  substitute: { id: "tom-team", name: "Tom Team" },
  from: "2026-12-01",
  until: "2026-12-05",
  at: OPENED,
};

/** An example of each answer, for the OpenAPI document. Its type and a test compare it with its schema. */
export const ANSWER_EXAMPLES: Examples = {
  TaskPage: {
    items: [{ ...openTask, dossierId: ID, reference: REFERENCE, organisationName: NAME, daysLate: 0 }],
  },
  DossierPage: {
    items: [
      {
        ...{ ...line, organisationName: NAME, organisationType: "local-authority", openedAt: OPENED },
        ...{ latestAt: OPENED, changedAt: "2026-11-23T09:05:00.000Z", daysLate: 0 },
        turns: [
          {
            ...{ audience: "led-team", kind: "AssessIntake", id: openTask.id, since: OPENED },
            deadline: openTask.deadline,
          },
        ],
      },
    ],
    upTo: "2026-11-23T09:04:00.000Z",
  },
  Statistics: {
    ...{ at: OPENED, dossiers: 1, inUse: 0, outcomes: {} },
    stages: {
      INTAKE: {
        ...{ count: 1, late: 0, held: 0 },
        slowest: [{ id: ID, reference: REFERENCE, organisationName: NAME, since: OPENED }],
      },
    },
    turns: { "led-team": { count: 1, late: 0 } },
    leadTimes: [{ stage: "CONTACT", side: "led", count: 1, median: 2, p90: 2 }],
    months: [{ month: "2026-11", opened: 1, started: 0, closed: 0 }],
    rounds: [{ stage: "CONTACT", counts: [1, 0, 0, 0] }],
    endingSoon: { count: 0, first: [] },
  },
  OpenedDossier: { id: ID, reference: REFERENCE },
  Dossier: {
    ...line,
    ...{ organisation, people: { contact: AN }, openedAt: OPENED, pass: 1, pauses: [] },
    ...{ accesses: [], tasks: [task], documents: [document] },
    leadTimes: {
      consumer: { days: 0, daysLate: 0, byStage: [] },
      led: { days: 3, daysLate: 0, byStage: [{ stage: "INTAKE", days: 3, daysLate: 0 }] },
    },
    timeline: [{ at: OPENED, who: TINE, text: "opende het dossier" }],
  },
  People: { contact: AN },
  ParkedPage: {
    items: [
      {
        ...{ dossierId: ID, reference: REFERENCE, organisationName: NAME, stage: "INTAKE" },
        stages: ["CONTACT", "INTAKE"],
        ...{ at: OPENED, error: "RetryLater", cause: "MAIL_UNAVAILABLE", lastState: "OpenDossier" },
        causeGroup: "mail",
        causeInWords: "Een mail kon niet verstuurd worden.",
        lastStateInWords: "Dossier openen",
      },
    ],
  },
  UnsentMailPage: {
    items: [
      {
        ...{ about: ID, reference: REFERENCE, key: "opened/SubmitIntake-1-1", template: "SubmitIntake" },
        ...{ state: "waiting", since: OPENED, at: OPENED, failure: "MAIL_UNAVAILABLE" },
      },
    ],
  },
  Moves: {
    moves: [
      {
        ...{ dossierId: ID, reference: REFERENCE, organisationName: NAME, stage: "INTAKE" },
        ...{ workflow: "onboarding", from: 1, to: 2, outcome: "moves", tasks: [openTask.id] },
      },
    ],
    ...{ moved: [], left: 1, underWay: 0 },
  },
  Note: { id: ID, at: OPENED, by: TINE, text: "An belde: de DPO is pas volgende week terug." },
  Made: { id: ID },
  ReadingPage: {
    items: [
      {
        ...{ day: "2026-11-23", at: OPENED, what: "dossier" },
        by: { id: "tine-team", name: "Tine Team", roles: ["led-team"] },
      },
    ],
  },
  DeletedPage: { items: [{ id: ID, reference: REFERENCE, deletedAt: OPENED }] },
  Task: task,
  TaskWithDocuments: {
    ...task,
    outcomes: ["suitable", "more-information", "unsuitable", "close"],
    documents: [document],
  },
  NewMails: { items: [newMail] },
  NewMail: {
    ...newMail,
    text: "Wij zijn gemeente Voorbeeldegem, KBO 0316.380.841. Kunnen wij aansluiten?",
    enterpriseNumber: "0316380841",
  },
  Upload: {
    id: document.id,
    form: { url: "https://bucket.s3.eu-west-1.amazonaws.com/", fields: { key: "incoming/…" } },
  },
  Colleagues: { items: [{ subject: "tine-team", name: "Tine Team", roles: ["led-team"] }] },
  Webhooks: {
    items: [
      {
        ...{ id: WEBHOOK, address: "https://hooks.led.example/led", at: OPENED },
        by: { id: TINE.id, name: TINE.name },
      },
    ],
  },
  OutgoingEventPage: {
    items: [
      {
        place: `GIVENUP#2026-11-25T03:00:00.000Z#${WEBHOOK}#${ID}/asked/AssessIntake-1-1`,
        ...{ id: `${ID}/asked/AssessIntake-1-1`, webhook: WEBHOOK, attempts: 8 },
        event: {
          ...{ type: "task.opened", timestamp: OPENED },
          data: { dossier: ID, reference: REFERENCE, stage: "INTAKE", about: "AssessIntake-1-1" },
        },
        ...{ givenUpAt: "2026-11-25T03:00:00.000Z", failure: "status-500" },
      },
    ],
  },
  Substitution: substitution,
  Substitutions: { items: [substitution] },
};
