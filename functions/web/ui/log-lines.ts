import * as z from "zod";
import { DocumentKind } from "../../domain/documents.ts";
import type { LogEntry } from "../../domain/log.ts";
import { Audience } from "../../domain/people.ts";
import { READ_THINGS } from "../../domain/reading.ts";
import type { Definitions } from "../../domain/task-definition.ts";
import { audienceNames, documentName } from "../../domain/texts.nl.ts";
import { logTexts } from "./log.nl.ts";
import { pastOf } from "./task/decided-before.ts";
import { thingsRead } from "./thing-read.nl.ts";
import { documentText } from "./timeline.ts";
import { timelineTexts } from "./timeline.nl.ts";

/** An entry of the log in words. */
export type LogLine = { at: string; who: string; onBehalf: string; what: string };

const Said = z
  .looseObject({
    to: z.union([z.array(z.string()), z.unknown()]),
    subject: z.string(),
    status: z.string(),
    name: z.string(),
    scan: z.string(),
    title: z.string(),
    ground: z.string(),
  })
  .partial();

export const logLines = (entries: readonly LogEntry[], definitions: Definitions): LogLine[] =>
  entries.map((entry) => ({
    at: entry.at,
    who: entry.by?.name ?? logTexts.system,
    onBehalf: entry.onBehalf ? onBehalfOf(entry.onBehalf) : "",
    what: WORDS[entry.kind](entry, Said.catch({}).parse(entry.content), definitions),
  }));

function onBehalfOf({ of, reason }: NonNullable<LogEntry["onBehalf"]>): string {
  const audience = Audience.safeParse(of).data;
  return `${audience ? audienceNames[audience] : of}: ${reason}`;
}

const definitionOf = (kind: string, definitions: Definitions) =>
  Object.entries(definitions).find(([name]) => name === kind)?.[1];
const titleOf = (kind: string, definitions: Definitions) =>
  definitionOf(kind, definitions)?.texts.nl.title ?? kind;
const withDetail = (text: string, detail: string | undefined) => (detail ? `${text}: ${detail}` : text);

type Words = (entry: LogEntry, said: z.infer<typeof Said>, definitions: Definitions) => string;
const WORDS: Record<LogEntry["kind"], Words> = {
  opened: ({ what }) => logTexts.opened(what),
  asked: ({ what }, _said, definitions) => logTexts.asked(titleOf(what, definitions)),
  decided: ({ what }, _said, definitions) => {
    const [kind = "", outcome = ""] = what.split(" ");
    const definition = definitionOf(kind, definitions);
    return definition ? pastOf(definition, outcome) : what;
  },
  "task-closed": ({ what }, _said, definitions) => logTexts.taskClosed(titleOf(what, definitions)),
  document: ({ what }, { name, scan, title }) => {
    const kind = DocumentKind.safeParse(what).data;
    return withDetail(documentText(scan)(kind ? documentName({ kind, title }) : what), name);
  },
  "document-removed": ({ what }) => {
    const kind = DocumentKind.safeParse(what).data;
    return timelineTexts.removed(kind ? documentName({ kind }) : what);
  },
  mail: (_entry, { to, subject, status }) => {
    const text = status === "refused" ? timelineTexts.mailRefused : timelineTexts.mail;
    return withDetail(text(Array.isArray(to) ? to.join(", ") : ""), subject);
  },
  note: ({ what }) => (what === "note" ? timelineTexts.noted : timelineTexts.messaged),
  change: ({ what }) => timelineTexts.changes[what] ?? timelineTexts.changed,
  access: ({ what }) => logTexts.access[what] ?? what,
  reading: ({ what }) => {
    const thing = READ_THINGS.find((known) => known === what);
    return logTexts.read(thing ? thingsRead[thing] : what);
  },
  erased: (_entry, { ground }) =>
    logTexts.erased((ground === undefined ? undefined : logTexts.grounds[ground]) ?? logTexts.retention),
};
