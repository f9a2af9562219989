import * as z from "zod";
import type { Instant } from "./calendar.ts";

/** `ofClosed`: acts on a closed dossier too. `outlivesRequest`: goes on when a later request or the end of a use is given up. */
type ClockRule = { does: string; ofClosed?: true; outlivesRequest?: true };

/** Every clock of a dossier, with what follow-up does when it is due (follow-up/follow-up-dossier.ts). */
export const DOSSIER_CLOCKS = {
  start: { does: "starts an execution that was stored and perhaps not started" },
  closing: { does: "tells the workflow of a withdrawal again" },
  closed: { does: "completes a closing: closes tasks, sends mails, sets the retention", ofClosed: true },
  executionAge: { does: "replaces an execution that has grown old" },
  executionCheck: { does: "parks a dossier whose execution is gone" },
  notice: { does: "asks for the renewal before a term ends" },
  termEnd: { does: "ends the use, or tells that nothing allows it for now" },
  yearly: { does: "asks whether the use goes on unchanged", outlivesRequest: true },
  ending: { does: "begins an end of use that waited for a request to be given up" },
  enquiry: { does: "opens the task of an enquiry" },
  retentionNotice: { does: "announces the deletion", ofClosed: true },
  retention: { does: "deletes the dossier", ofClosed: true },
  people: { does: "tells of a change of people again", ofClosed: true, outlivesRequest: true },
  hold: { does: "ends a hold, or completes what follows from it", outlivesRequest: true },
} as const satisfies Record<string, ClockRule>;
export type DossierClock = keyof typeof DOSSIER_CLOCKS;

/** Every clock of a task, with what follow-up does when it is due (follow-up/follow-up-task.ts). */
export const TASK_CLOCKS = {
  undelivered: { does: "delivers a stored decision again" },
  expires: { does: "decides the task as expired" },
  notice: { does: "tells that the end of the term comes nearer" },
  reminder: { does: "reminds whose turn it is" },
  stalled: { does: "asks the LED team what to do about a task that nobody answers" },
} as const satisfies Record<string, { does: string }>;
export type TaskClock = keyof typeof TASK_CLOCKS;

/** When something is due, by name. Follow-up acts on what is due; an empty map costs it nothing. */
export type Clocks<Name extends string> = Partial<Record<Name, Instant>>;
const namesOf = <Name extends string>(table: Record<Name, unknown>) => Object.keys(table) as Name[];
export const DossierClocks = z.partialRecord(z.enum(namesOf(DOSSIER_CLOCKS)), z.string());
export type DossierClocks = Clocks<DossierClock>;
export const TaskClocks = z.partialRecord(z.enum(namesOf(TASK_CLOCKS)), z.string());
export type TaskClocks = Clocks<TaskClock>;

const entriesOf = <Name extends string>(clocks: Clocks<Name>) => Object.entries(clocks) as [Name, Instant][];

/** The first moment at which a clock is due, or undefined when there is none. */
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

/** The clocks that a dossier keeps when it closes. */
export const clocksOfClosed = (clocks: DossierClocks): DossierClocks => thatHave(clocks, "ofClosed");
/** The clocks that a dossier keeps when it goes back in use. */
export const clocksAfterRequest = (clocks: DossierClocks): DossierClocks =>
  thatHave(clocks, "outlivesRequest");
