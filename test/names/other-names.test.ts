import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createAnnounceTask } from "../../functions/tasks/announce-task.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import { NAMES } from "../../functions/domain/names.ts";
import {
  type Audience,
  isConsumerAudience,
  PARTS_OF_AUDIENCE,
  ROLES,
  sideOf,
} from "../../functions/domain/people.ts";
import type { TaskDefinition } from "../../functions/domain/task-definition.ts";
import { openFileTable } from "../adapters/database.ts";
import { aDossier } from "../builders/dossier.ts";
import { aTask } from "../builders/task.ts";
import { openSite } from "../web/site.ts";

/** This project reads names.json of this folder in place of the usual one. */
const OLD = ["LED-team", "Digitaal Vlaanderen", "MAGDA Online", "MAGDA", "AHOVOKS", "Toezichtcommissie"];
/** The id of a rule is no name. */
const oldIn = (text: string): string[] =>
  OLD.filter((name) => text.replaceAll(/MAGDA-\d\d/g, "").includes(name));

/** The code of a stage is no text. */
const CODE = /^"MAGDA"$/;
const LITERAL = /\/\*.*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/gs;

it("the project has other names", () => {
  expect(NAMES.desk).toBe("Voorbeeldteam");
});

it("no text says a name itself", () => {
  const files = globSync("functions/**/*.{ts,tsx}");
  const found = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(LITERAL)]
      .map(([literal]) => literal)
      .filter((literal) => !literal.startsWith("/") && !CODE.test(literal) && oldIn(literal).length > 0)
      .map((literal) => `${file}: ${literal}`),
  );

  expect(files.length).toBeGreaterThan(300);
  expect(found).toEqual([]);
});

const definitions: TaskDefinition[] = Object.values(TASKS);
const people = {
  ...aDossier().people,
  secondSignatory: {
    id: "person-second-signatory",
    name: "Bo Tweede",
    email: "bo@voorbeeldegem.example",
    capacity: "burgemeester",
  },
};
const table = await openFileTable();
const site = openSite(table);

describe("with other names", () => {
  it.each(definitions)("$kind: the mail has none of the usual", async (definition) => {
    const { kind, audience, stage } = definition;
    const dossier = aDossier({ people });
    const announce = createAnnounceTask({ ...site.acts, definitions: TASKS });
    await announce(definition, aTask({ kind, audience, stage }), dossier, { key: (key) => `names/${key}` });

    const { subject, text, html } = site.mailer.sent.at(-1) ?? {};
    expect(oldIn([subject, text, html].join("\n"))).toEqual([]);
    expect(text).toContain(
      sideOf(audience) === "led" ? "Automatisch bericht" : "Agentschap voor Voorbeelden",
    );
  });

  it.each(definitions)("$kind: the page has none of the usual", async ({ kind, audience, stage }) => {
    const task = { kind, audience, stage };
    const dossier = await site.given({ stage, people }, task);
    const page =
      sideOf(audience) === "led"
        ? await (
            await site.staff(...ROLES.filter((role) => role === audience))
          ).open(`/admin/dossiers/${dossier.id}/tasks/${kind}-1-1`)
        : await site.visitor.open(await site.taskLink(dossier, task, personFor(audience)));

    expect([page.status, oldIn(page.text)]).toEqual([200, []]);
  });

  it("the other pages have none of the usual", async () => {
    const dossier = await site.given({}, {});
    const visitor = ["/", "/contact", "/contact/verstuurd", "/toegankelijkheid", "/link-kwijt"];
    const status = await site.statusLink(dossier.id);
    const team = await site.staff("led-team");
    const pages = [
      ...(await Promise.all(
        [...visitor, status, `${status}/personen`, `${status}/intrekken`].map((path) =>
          site.visitor.open(path),
        ),
      )),
      ...(await Promise.all(
        ["", "/dossiers", "/dossiers/new", "/parked", "/absence", `/dossiers/${dossier.id}`].map((path) =>
          team.open(`/admin${path}`),
        ),
      )),
    ];

    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200));
    expect(pages.flatMap(({ text }) => oldIn(text))).toEqual([]);
    expect(pages[0]?.text).toContain("PLATFORM-V");
  });
});

const personFor = (audience: Audience) => {
  const [part] = isConsumerAudience(audience) ? PARTS_OF_AUDIENCE[audience] : [];
  return part && people[part]?.id;
};
