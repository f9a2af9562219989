import { XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { addDays, addMinutes } from "../../functions/domain/calendar.ts";
import { openMemoryTable } from "../fakes/memory-table.ts";
import { NOW } from "../builders/dossier.ts";
import { LED } from "./given.ts";
import { openSite } from "./site.ts";

const site = openSite(openMemoryTable());
const named = (name: string) => ({ name, type: "local-authority" as const });
for (let made = 1; made <= 60; made++)
  await site.given(
    { organisation: named(`Gemeente ${String(made).padStart(2, "0")}`), since: addDays(NOW, -made) },
    { deadline: addDays(NOW, 10 + made) },
  );
await site.given({ organisation: named("Stad Laat"), stage: "DPIA" }, { ...LED, deadline: addDays(NOW, -9) });
await site.given({ organisation: named("=Formule"), stage: "MAGDA" });
site.time.now = addMinutes(NOW, 5);
await site.sweep();
const team = await site.staff("led-team");
const rows = (html: string) =>
  [...html.matchAll(/data-label="Organisatie">([^<]+)</g)].map(([, name = ""]) => name.trim());

describe("the list of all dossiers", () => {
  it("is in order across its pages and stages, and tells whose turn it is and what is late", async () => {
    const first = await team.open("/admin/dossiers");
    const [, next = ""] = /href="([^"]*after=[^"]*)"/.exec(first.html) ?? [];
    const second = await team.open(new URL(next.replaceAll("&amp;", "&"), first.url).href);

    expect(rows(first.html)).toHaveLength(50);
    expect(rows(first.html).slice(0, 2)).toEqual(["Gemeente 60", "Gemeente 59"]);
    expect(new Set([...rows(first.html), ...rows(second.html)]).size).toBe(62);
    expect(second.text).toMatch(
      /Stad Laat\s*DPIA\s*in behandeling\s*23 nov\s*LED-team.*14 nov · \d werkdagen te laat/,
    );
  });

  it.each([
    ["stage=MAGDA", ["=Formule"]],
    ["late=1", ["Stad Laat"]],
    ["turn=led-team", ["Stad Laat"]],
    ["life=in-use", []],
    ["sort=deadline&turn=applicant&stage=INTAKE&life=open", "Gemeente 01"],
    ["sort=latest&stage=INTAKE", "Gemeente 01"],
  ])("is filtered and sorted by its address: %s", async (query, expected) => {
    const found = rows((await team.open(`/admin/dossiers?${query}`)).html);

    expect(Array.isArray(expected) ? found : found[0]).toEqual(expected);
  });

  it("is a spreadsheet that calculates nothing, and JSON", async () => {
    expect((await team.open("/admin/dossiers.csv?stage=MAGDA")).html).toContain(";'=Formule;");
    expect(JSON.parse((await team.open("/admin/dossiers.json?late=1")).html)).toMatchObject([
      { organisationName: "Stad Laat", turns: [{ kind: "AssessIntake" }] },
    ]);
  });

  it("is for the team only", async () => {
    const dpo = await site.staff("led-dpo");

    for (const path of ["/admin/dossiers.csv", "/admin/overview", "/admin/overview/months.svg"])
      expect((await dpo.open(path)).status).toBe(403);
  });
});

describe("the overview", () => {
  it("has a board by stage with the slowest, whose turn it is, and figures with a chart and a table", async () => {
    const page = await team.open("/admin/overview");
    const chart = await team.open("/admin/overview/months.svg");

    expect(page.text).toMatch(/Intake\s*60\s*0\s*0\s*Gemeente 60\s*60 dagen/);
    expect(page.text).toMatch(/aanvrager\s*60\s*0\s*LED-team\s*1\s*1/);
    expect(page.root.querySelector("img.chart")?.getAttribute("alt")).toContain("De tabel eronder");
    expect(chart.headers.get("content-type")).toContain("image/svg+xml");
    expect(chart.html).toMatch(/^<svg [^]*<\/svg>$/);
    // A browser shows nothing of an SVG that is not well formed.
    expect(XMLValidator.validate(chart.html)).toBe(true);
    expect(chart.html).not.toContain("<script");
  });

  it("names what was counted, and when", async () => {
    expect((await team.open("/admin/overview")).text).toContain("Geteld op 23 november 2026 om 10:05.");
  });
});
