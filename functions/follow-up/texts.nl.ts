import { type Instant, showDate } from "../domain/calendar.ts";
import { daysOf, deadlineTexts } from "../domain/deadline.nl.ts";
import { sideOf } from "../domain/people.ts";
import type { MailWork } from "../domain/work.ts";
import type { Digest, DigestLine } from "./digest.ts";

const tasks = (count: number) => `${count} ${count === 1 ? "taak" : "taken"}`;
const dossiers = (count: number) => `${count} ${count === 1 ? "dossier" : "dossiers"}`;

/** Maximum length of a list in a mail; the inbox shows the rest. */
const SHOWN = 50;

const line = ({ task, late }: DigestLine, title: string): string => {
  const due =
    late > 0
      ? deadlineTexts.late(daysOf(late, sideOf(task.audience)))
      : task.deadline && `ten laatste ${showDate(task.deadline)}`;
  const of = task.kind === "NewMail" ? "" : `${task.reference} `;
  const words = [`${of}${task.organisationName}: ${title}`, `sinds ${showDate(task.openedAt)}`];
  return [...words, ...(due ? [due] : [])].join(", ");
};

function part(heading: string, lines: DigestLine[], titleOf: (line: DigestLine) => string): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, SHOWN).map((entry) => `- ${line(entry, titleOf(entry))}`);
  const rest = lines.length > SHOWN ? [`- en nog ${lines.length - SHOWN} in de lijst met taken`] : [];
  return [`${heading} (${lines.length})`, ...shown, ...rest];
}

export const digestTexts = {
  subject: ({ late, fresh, other }: Digest) =>
    `Vandaag: ${tasks(late.length + fresh.length + other.length)} open, ${late.length} te laat`,
  intro: (at: Instant) =>
    `Dit staat open op ${showDate(at)}. Je krijgt deze mail op werkdagen, als er iets openstaat.`,
  numbers: ({ waiting, onHold, parked }: NonNullable<Digest["all"]>) =>
    [
      `Bij de afnemers: ${tasks(waiting.consumer.open)} open, ${waiting.consumer.late} te laat.`,
      `Bij de LED: ${tasks(waiting.led.open)} open, ${waiting.led.late} te laat.`,
      `Gepauzeerd: ${dossiers(onHold)}. Gestopt door een fout: ${dossiers(parked)}.`,
    ].join(" "),
  lines: ({ late, fresh, other }: Digest, titleOf: (line: DigestLine) => string) => [
    ...part("Te laat", late, titleOf),
    ...part("Nieuw", fresh, titleOf),
    ...part("Open", other, titleOf),
  ],
  newMail: ({ mail: { subject } }: MailWork) => `nieuwe mail, ${subject || "zonder onderwerp"}`,
  action: "Bekijk de taken",
};

export const unreadableTexts = {
  mail: (key: string) => ({
    subject: "Een dossier is niet leesbaar",
    paragraphs: [
      `We kunnen een deel van een dossier niet lezen: ${key}. Er is niets gewist.`,
      "Tot dat hersteld is, vertrekken voor dit dossier geen herinneringen en kan niemand er iets in beslissen. Verwittig wie het systeem beheert: het draaiboek zegt onder “An item cannot be read” wat te doen.",
    ],
  }),
  open: "Open het dossier",
};
