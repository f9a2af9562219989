/** The subjects of the operations, in their order in the OpenAPI document. */
export const TAGS = {
  Description: "The description of the API itself",
  Lists: "Open tasks, all dossiers and the figures of the overview, with the filters of the pages",
  Tasks: "Read, take, decide and hand over a task, with its documents",
  Dossiers: "Open and read a dossier, add notes and documents, resume it when it stopped",
  "Acts of the team": "Withdraw, close, hold, amend, end the use",
  Keeping: "Messages, exports, readings and deletion",
  People: "The people who act for the consumer in a dossier",
  Colleagues: "Colleagues at the LED, their substitutions, and the handlers of dossiers",
  Workflow: "Versions of the workflow",
  "New mails": "Mails that belong to no dossier: read, take, answer, put with a dossier, delete",
  Mails: "Mails that were not sent",
  Webhooks: "Programs that are told of events, and what could not be delivered to them",
} as const;
export type Tag = keyof typeof TAGS;
