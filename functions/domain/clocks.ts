import * as z from "zod";
import type { Instant } from "./calendar.ts";

/**
 * `ofClosed`: also acts on a closed dossier. `outlivesRequest`: survives when a later request or an ending is given up.
 */
type ClockRule = { does: string; ofClosed?: true; outlivesRequest?: true };

/** Every clock of a dossier, and what follow-up does when it is due (follow-up/follow-up-dossier.ts). */
export const DOSSIER_CLOCKS = {
  start: { does: "starts an execution that was stored and perhaps not started" },
  closing: { does: "reports a withdrawal to the workflow again" },
  closed: { does: "completes a closing: closes tasks, sends mails, sets the retention", ofClosed: true },
  executionAge: { does: "replaces an old execution" },
  executionCheck: { does: "parks a dossier whose execution no longer exists" },
  notice: { does: "asks for the renewal before a term ends" },
  termStart: { does: "tells that a term has begun", outlivesRequest: true },
  termEnd: { does: "ends the use, or reports that it is not allowed for now" },
  yearly: { does: "asks whether the use continues unchanged", outlivesRequest: true },
  ending: { does: "begins an end of use that waited for a request to be given up" },
  enquiry: { does: "opens the task of an enquiry" },
  entering: { does: "opens the task that enters a use" },
  retentionNotice: { does: "announces the deletion", ofClosed: true },
  retention: { does: "deletes the dossier", ofClosed: true },
  people: {
    does: "repeats the notifications of a change of people, and messages",
    ofClosed: true,
    outlivesRequest: true,
  },
  organisation: {
    does: "writes a changed organisation on the open tasks and the access again",
    outlivesRequest: true,
  },
  hold: { does: "ends a hold, or completes its consequences", outlivesRequest: true },
} as const satisfies Record<string, ClockRule>;
export type DossierClock = keyof typeof DOSSIER_CLOCKS;

/** Every clock of a task, and what follow-up does when it is due (follow-up/follow-up-task.ts). */
export const TASK_CLOCKS = {
  undelivered: { does: "delivers a stored decision again" },
  expires: { does: "decides the task as expired" },
  notice: { does: "notifies of the approaching end of the term" },
  reminder: { does: "sends a reminder" },
  stalled: { does: "asks the LED team how to continue with an unanswered task" },
} as const satisfies Record<string, { does: string }>;
export type TaskClock = keyof typeof TASK_CLOCKS;

/** Every clock of a document, and what follow-up does when it is due (follow-up/follow-up-document.ts). */
export const DOCUMENT_CLOCKS = {
  check: { does: "refuses a document whose check for malware had no result" },
  removal: { does: "deletes the file of a document that was taken away" },
} as const satisfies Record<string, { does: string }>;
export type DocumentClock = keyof typeof DOCUMENT_CLOCKS;

/** Due times by clock. Follow-up reads only due items, so an item without clocks costs nothing. */
export type Clocks<Name extends string> = Partial<Record<Name, Instant>>;
const namesOf = <Name extends string>(table: Record<Name, unknown>) => Object.keys(table) as Name[];
export const DossierClocks = z.partialRecord(z.enum(namesOf(DOSSIER_CLOCKS)), z.string());
export type DossierClocks = Clocks<DossierClock>;
export const TaskClocks = z.partialRecord(z.enum(namesOf(TASK_CLOCKS)), z.string());
export type TaskClocks = Clocks<TaskClock>;
export const DocumentClocks = z.partialRecord(z.enum(namesOf(DOCUMENT_CLOCKS)), z.string());

const entriesOf = <Name extends string>(clocks: Clocks<Name>) => Object.entries(clocks) as [Name, Instant][];

/** The earliest due time, or undefined without clocks. */
export const dueAt = <Name extends string>(clocks: Clocks<Name>): Instant | undefined =>
  entriesOf(clocks)
    .map(([, time]) => time)
    .sort()[0];

export const dueClocks = <Name extends string>(clocks: Clocks<Name>, now: Instant): Name[] =>
  entriesOf(clocks).flatMap(([name, time]) => (time <= now ? [name] : []));

export const withClock = <Name extends string>(
  clocks: Clocks<Name>,
  name: NoInfer<Name>,
  time: Instant,
): Clocks<Name> => ({ ...clocks, [name]: time });

export const withoutClock = <Name extends string>(
  clocks: Clocks<Name>,
  ...names: NoInfer<Name>[]
): Clocks<Name> =>
  Object.fromEntries(entriesOf(clocks).filter(([name]) => !names.includes(name))) as Clocks<Name>;

const thatHave = (clocks: DossierClocks, flag: "ofClosed" | "outlivesRequest"): DossierClocks =>
  Object.fromEntries(entriesOf(clocks).filter(([name]) => flag in DOSSIER_CLOCKS[name]));

/** The clocks that remain after the dossier closes. */
export const clocksOfClosed = (clocks: DossierClocks): DossierClocks => thatHave(clocks, "ofClosed");
/** The clocks that remain when the dossier returns to use. */
export const clocksAfterRequest = (clocks: DossierClocks): DossierClocks =>
  thatHave(clocks, "outlivesRequest");
