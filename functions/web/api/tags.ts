/** The subjects of the operations, in their order in the OpenAPI document. */
export const TAGS = {
  Description: "The description of the API itself",
  Lists: "What waits, all dossiers, and the figures over them, with the filters of the pages",
  Tasks: "Read, take, decide and hand over a task, with its documents",
  Dossiers: "Open and read a dossier, add notes and documents, resume it when it stopped",
  "Acts of the team": "Withdraw, close, hold, amend, end the use",
  Keeping: "Messages, exports, readings and deletion",
  People: "Who is who in a dossier",
  Colleagues: "People of the LED, and who replaces whom",
  Workflow: "Versions of the workflow",
  Mails: "Mails that did not leave, and sending them again",
} as const;
export type Tag = keyof typeof TAGS;
