import { describe, expect, it } from "vitest";
import type { WholeDossier } from "../../functions/domain/ports.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import { timelineOf, type TimelineReader } from "../../functions/web/ui/timeline.ts";
import { aDossier } from "../builders/dossier.ts";
import { aDecision, aTask } from "../builders/task.ts";
import { TEAM } from "../builders/people.ts";

const at = (day: number) => `2026-12-0${day}T09:00:00.000Z`;
const mail = (to: string, day: number, status: "sent" | "sending" = "sent") => ({
  key: `${to}/${day}`,
  template: "t",
  to: [to],
  subject: `Aan ${to}`,
  status,
  at: at(day),
});

const WHOLE: WholeDossier = {
  dossier: aDossier({ openedAt: at(1) }),
  tasks: [
    aTask(),
    aTask({
      status: "decided",
      decision: aDecision({ at: at(4), by: TEAM, onBehalf: { of: "applicant", reason: "Mailde ons" } }),
    }),
  ],
  documents: [],
  mails: [
    mail("an@voorbeeldegem.example", 2),
    mail("led@team.example", 3),
    mail("an@voorbeeldegem.example", 9, "sending"),
  ],
  changes: [
    { id: "1", at: at(5), by: TEAM, what: "planning", from: { secret: 1 }, to: { secret: 2 } },
    { id: "2", at: at(6), by: TEAM, what: "something-new", from: 1, to: 2 },
  ],
  accesses: [],
  drafts: [],
  unreadable: [],
  notes: [{ id: "n", at: at(7), by: TEAM, text: "Intern" }],
};
const CONSUMER: TimelineReader = {
  definitions: TASKS,
  documents: [],
  ledMailboxes: ["led@team.example"],
  isLed: false,
  readsNotes: false,
};

describe("a timeline", () => {
  it("shows events in words, latest first", () => {
    const entries = timelineOf(WHOLE, CONSUMER);

    expect(entries.map(({ at: time, text }) => [time, text])).toEqual([
      [at(6), "wijzigde gegevens van het dossier"],
      [at(5), "wijzigde de planning"],
      [at(4), "diende de intake in"],
      [at(2), "Mail verstuurd naar an@voorbeeldegem.example"],
      [at(1), "Het dossier werd geopend"],
    ]);
    expect(entries[2]?.detail).toBe("In naam van de aanvrager: Mailde ons");
  });

  it("shows old and new persons, and assignments to the LED only", () => {
    const tom = { id: "tom", name: "Tom Team", at: at(8) };
    const changes = [
      {
        id: "3",
        at: at(7),
        by: TEAM,
        what: "people.secondContact",
        to: { name: "Bo Tweede", email: "bo@x" },
      },
      {
        id: "4",
        at: at(8),
        by: TEAM,
        what: "assignee.handed-over",
        from: { task: "t" },
        to: { assignee: tom },
      },
    ];
    const detailsOf = (isLed: boolean) =>
      timelineOf({ ...WHOLE, changes }, { ...CONSUMER, isLed }).flatMap(({ text, detail }) =>
        /tweede|taak/.test(text) ? [detail] : [],
      );

    expect(detailsOf(true)).toEqual(["niemand → Tom Team", "niemand → Bo Tweede"]);
    expect(detailsOf(false)).toEqual(["niemand → Bo Tweede"]);
  });

  it("of the LED includes its own mail, and for its team the notes", () => {
    const led = timelineOf(WHOLE, { ...CONSUMER, isLed: true }).map(({ text }) => text);
    const team = timelineOf(WHOLE, { ...CONSUMER, isLed: true, readsNotes: true }).map(
      ({ detail }) => detail,
    );

    expect(led).toContain("Mail verstuurd naar led@team.example");
    expect(led).not.toContain("schreef een notitie");
    expect(team).toContain("Intern");
  });

  it.each([
    ["delivered", "Mail aangekomen bij"],
    ["delayed", "Mail is nog niet aangekomen bij"],
    ["returned", "Mail kwam niet aan bij"],
    ["bounced", "Mail kwam niet aan bij"],
    ["suppressed", "Mail niet verstuurd naar"],
    ["rejected", "werd onderweg tegengehouden"],
    ["complained", "meldde een mail als spam"],
  ] as const)("of the LED says that a mail was %s, and that of the consumer does not", (result, words) => {
    const delivery = { result, at: at(3) };
    const mails = [{ ...mail("an@voorbeeldegem.example", 2), delivery }];
    const textsFor = (isLed: boolean) =>
      timelineOf({ ...WHOLE, mails }, { ...CONSUMER, isLed })
        .map(({ text }) => text)
        .join("\n");

    expect(textsFor(true)).toContain(words);
    expect(textsFor(false)).not.toContain(words);
  });
});
