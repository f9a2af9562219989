import PostalMime from "postal-mime";
import type { Cloud } from "../../local/cloud.ts";
import type { Fault, Faults, Occurrence } from "../../local/gateway/faults.ts";
import { stringOf } from "../../local/foundation/json.ts";
import { anonymous } from "./dossier-now.ts";
import { effectOf, LOSES_ANSWER } from "./kinds.ts";
import { type Calls, nameOf, type Trial } from "./plan.ts";
import { markOf, type PersistentStage } from "./persistent-stage.ts";

const ULID = /01[0-9A-HJKMNP-TV-Z]{24}/;
const texts = new WeakMap<Occurrence["input"], string>();

/** The text of a call that can contain the id of its dossier. */
function textOf({ input, event }: Occurrence): string {
  const known = texts.get(input) ?? event + JSON.stringify(input);
  texts.set(input, known);
  return known;
}

/** Whether a call concerns the dossier of these people; a call of follow-up without a dossier concerns all. */
function isFor(stage: PersistentStage, occurrence: Occurrence): boolean {
  const text = textOf(occurrence);
  if (text.includes(markOf(stage.place))) {
    // A contact request has another id: the write of the reference is the one that creates the dossier.
    if (text.includes('"REFERENCE#')) stage.dossierId ??= /DOSSIER#(\w{26})/.exec(text)?.[1];
    return true;
  }
  if (stage.dossierId !== undefined && text.includes(stage.dossierId)) return true;
  return occurrence.caller.endsWith("-follow-up") && !ULID.test(text);
}

/** A trial and its result. */
export type Armed = { trial: Trial; handle: ReturnType<Faults["add"]> };

/** Aims trials at the calls for one dossier. */
export function arm({ faults }: Cloud, stage: PersistentStage, trials: readonly Trial[]): Armed[] {
  learnId(faults, stage);
  return trials.map((trial) => {
    const { caller, service, operation, kind, nth } = trial;
    const fault = { caller, service, operation, skip: nth - 1, ...effectOf(kind, service, operation) };
    const match: Fault["match"] = (_, call) => stage.mayStrike && isFor(stage, call);
    return { trial, handle: faults.add({ ...fault, match }) };
  });
}

/** Watches the writes of pages without faults: one of them creates the dossier. */
function learnId(faults: Faults, stage: PersistentStage): void {
  const match: Fault["match"] = (_, call) =>
    stage.dossierId === undefined && call.caller.endsWith("-public-web") && isFor(stage, call) && false;
  faults.add({ service: "dynamodb", operation: "TransactWriteItems", match, latencyMs: 0 });
}

/** Counts the calls for one dossier, without faults. */
export function count({ faults }: Cloud, stage: PersistentStage): Calls {
  const calls: Calls = new Map();
  const match: Fault["match"] = (_, occurrence) => {
    const { caller, service, operation } = occurrence;
    const pair = { caller, service, operation };
    if (caller !== "operator" && isFor(stage, occurrence) && stage.mayStrike) {
      const known = calls.get(nameOf(pair)) ?? { ...pair, count: 0 };
      calls.set(nameOf(pair), { ...known, count: known.count + 1 });
    }
    return false;
  };
  faults.add({ match, latencyMs: 0 });
  return calls;
}

/** Subjects of the mails whose sending was interrupted between SES and its record, once per interruption. */
export async function cutMails(armed: readonly Armed[], reference: string): Promise<string[]> {
  const subjects: string[] = [];
  for (const { trial, handle } of armed) {
    for (const { input, service } of handle.struck) {
      if (service === "ses" && LOSES_ANSWER.includes(trial.kind)) subjects.push(await subjectIn(input));
      if (service === "dynamodb") subjects.push(...subjectsWritten(input));
    }
  }
  return subjects.map((subject) => anonymous(subject, reference));
}

async function subjectIn(input: Occurrence["input"]): Promise<string> {
  const data = stringOf(input["RawMessage.Data"]);
  return (await PostalMime.parse(Buffer.from(data, "base64"))).subject ?? "";
}

/** What a call writes of mails: the whole record each time, which is there even once the dossier is deleted. */
function subjectsWritten(input: Occurrence["input"]): string[] {
  const records = JSON.stringify(input).matchAll(/"subject":\{"S":("(?:[^"\\]|\\.)*")\}/g);
  return [...records].map(([, subject]) => String(JSON.parse(subject ?? '""')));
}
