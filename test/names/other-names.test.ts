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
import { Names } from "../../functions/domain/names-schema.ts";
import type { TaskDefinition } from "../../functions/domain/task-definition.ts";
import { ProtocolForm } from "../../functions/protocol/protocol-form.ts";
import { createWriteProtocol } from "../../functions/protocol/write-protocol.ts";
import { ADMIN_PERMISSIONS, PUBLIC_PERMISSIONS } from "../../functions/web/http/permissions.ts";
import { PREPARATIONS } from "../../functions/web/public/preparations.ts";
import { writePreparation } from "../../functions/web/public/write-preparation.ts";
import { openFileTable } from "../adapters/database.ts";
import { aDossier } from "../builders/dossier.ts";
import { anIntake } from "../builders/intake.ts";
import { SECOND } from "../builders/people.ts";
import { aTask } from "../builders/task.ts";
import { FORM } from "../protocol/answers.ts";
import { textOfDocx } from "../templates/read-files.ts";
import type { Visitor } from "../web/visitor.ts";
import { openSite } from "../web/site.ts";

/** This project reads names.json of this folder in place of the usual one: no text has the names of the usual one. */
const usual: unknown = JSON.parse(readFileSync("names.json", "utf8"));
const {
  agency,
  agencyInFull,
  department,
  authority,
  desk,
  vdi,
  platform,
  webApplication,
  webApplicationFee,
} = Names.parse(usual);
const OLD = [
  ...[agency, agencyInFull, department, authority.seat, desk, vdi, platform, webApplication],
  ...[webApplicationFee, "Toezichtcommissie", "VTC"],
];
/** The id of a rule is no name. */
const oldIn = (text: string): string[] =>
  OLD.filter((name) => text.replaceAll(/MAGDA-\d\d/g, "").includes(name));

/** The code of a stage is no text. */
const CODE = /^"MAGDA"$/;
/** Comments, which are left out, literals, and the text between two tags of a page. */
const LITERAL = /\/\*.*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|>[^<>{}()=;]+</gs;

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

  it("no page of either site has one of the usual", async () => {
    const dossier = await site.given({ people: { ...people, secondContact: SECOND } }, {});
    const secret = await site.link({ kind: "status", dossierId: dossier.id });
    const team = await site.staff("led-team");
    const named: Record<string, string> = { secret, id: dossier.id, taskId: "SubmitIntake-1-1" };
    const open = (visitor: Visitor, permissions: object, part: string) =>
      Promise.all(
        pathsOf(permissions, { ...named, part }).map(async (path) => ({
          path,
          page: await visitor.open(path),
        })),
      );
    const pages = [
      ...(await open(site.visitor, PUBLIC_PERMISSIONS, "tweede-contactpersoon")),
      ...(await open(team, ADMIN_PERMISSIONS, "secondContact")),
    ];

    const found = pages.flatMap(({ path, page }) => oldIn(page.text).map((name) => `${path}: ${name}`));
    expect(found).toEqual([]);
    expect(pages.filter(({ page }) => page.status === 200).length).toBeGreaterThan(50);
    expect(pages.filter(({ page }) => page.status >= 500)).toEqual([]);
    expect(pages.find(({ path }) => path === "/")?.page.text).toContain("PLATFORM-V");
  });

  it.each(PREPARATIONS)("the document about the %s has none of the usual", async (name) => {
    const { docx } = await writePreparation(site.publicDeps, name, "2026-11-23");

    expect(oldIn(textOfDocx(docx))).toEqual([]);
  });

  it("a protocol has none of the usual", async () => {
    const version = { number: 1, date: "2026-11-23", status: "final" } as const;
    const dossier = aDossier({ people, intake: anIntake() });
    const { docx } = await createWriteProtocol(site.acts)({
      dossier,
      answers: ProtocolForm.parse(FORM),
      version,
    });

    expect(oldIn(textOfDocx(docx))).toEqual([]);
    expect(textOfDocx(docx)).toContain("Agentschap voor Voorbeelden");
  });
});

/** Files, and what leads to the issuer, are no pages; that about the API has codes of stages. */
const NO_PAGE = /\/admin\/api|\/assets\/|\/voorbereiden\/|sign-in|\.ics$|\/file$|\/preview$/;

/** The address of each page, with these parameters and any others left as they are named. */
const pathsOf = (permissions: object, named: Record<string, string>): string[] =>
  Object.keys(permissions).flatMap((route) => {
    const [method, path = ""] = route.split(" ");
    return method === "GET" && !NO_PAGE.test(path)
      ? [path.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, (_whole, name: string) => named[name] ?? name)]
      : [];
  });

const personFor = (audience: Audience) => {
  const [part] = isConsumerAudience(audience) ? PARTS_OF_AUDIENCE[audience] : [];
  return part && people[part]?.id;
};
