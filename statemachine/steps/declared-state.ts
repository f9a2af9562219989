/** `human`: waits for a decision through a task token. `system`: answers at once. */
export type StateKind = "human" | "system";

/** What the function of a state may do besides reading and changing its dossier (infra/constructs/state-functions.ts). */
export type Permission =
  /** Mails the LED, whose people sign in. */
  | "mails"
  /** Mails people of the consumer, each with a personal link. */
  | "mailsLinks"
  /** Opens its task, notifies the LED, and hands on the decision of an already decided task. */
  | "asksLed"
  /** The same, for a task of the consumer. */
  | "asks"
  | "closesTasks"
  | "readsWhole"
  | "findsByOrganisation"
  | "addsDocument"
  /** Reads the protocol template, to write a document from it. */
  | "readsTemplate"
  /** Makes the copy of a signed protocol that may be published, and puts it on the public page. */
  | "publishes"
  | "starts"
  | "startsOnboarding"
  | "readsHistory";

type Every = {
  /** All permissions of its function; that to open a side task follows from `SIDE_TASKS`. */
  may: readonly Permission[];
  /** Text of its alarm, in English: who is hurt, and how, when it keeps failing. */
  errorImpact: string;
};

/** A state that invokes a function: one Lambda function and one role each. */
export type DeclaredState =
  | (Every & { kind: "human" })
  /** `nl`: its name on the pages of the team. A human state is known there by the title of its task. */
  | (Every & { kind: "system"; nl: string });
