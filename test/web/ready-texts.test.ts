import { beforeAll, describe, expect, it } from "vitest";
import { openTestTable } from "../adapters/database.ts";
import { aDossier } from "../builders/dossier.ts";
import { currentTexts, filledText, placeholdersAreKnown } from "../../functions/domain/ready-text.ts";
import { LED, readyText } from "./given.ts";
import { openSite, type TestSite } from "./site.ts";

describe("a ready text", () => {
  it.each([
    ["Wat is het doel van {organisatie}?", true],
    ["Beste {naam}", false],
    ["Beste {contactpersoon", false],
  ])("TEXT-01: %s", (text, isAllowed) => {
    expect(placeholdersAreKnown(text).allowed).toBe(isAllowed);
  });

  it("is filled in for a dossier; what is not known yet stays to be filled in", () => {
    expect(filledText("{organisatie}, {dossier}: {doel}", aDossier())).toBe(
      "Gemeente Voorbeeldegem, LED-2026-00042: [doel]",
    );
  });

  it("has one current version, and none once it was removed", () => {
    const one = { id: "a", situation: "message", title: "A", at: "", by: { id: "x", name: "X" } } as const;
    const versions = [1, 2].map((number) => ({ ...one, number, text: `Versie ${number}` }));

    expect(currentTexts(versions).map(({ text }) => text)).toEqual(["Versie 2"]);
    expect(currentTexts([...versions, { ...one, number: 3, text: "", removed: true }])).toEqual([]);
  });
});

const TYPED = { title: "Doel", situation: "questions", text: "Wat is het doel?" };

describe("the pages of ready texts", () => {
  let site: TestSite;
  beforeAll(async () => {
    site = openSite((await openTestTable("memory")).table);
    await readyText(site);
  });

  it("refuse an unknown placeholder and keep what was typed", async () => {
    const team = await site.staff("led-team");
    const page = await team.open("/admin/texts/text-1");
    const refused = await team.submit(page.form("title"), { text: "Beste {naam}" });

    expect(refused.status).toBe(422);
    expect(refused.text).toContain("We kennen {naam} niet");
    expect(refused.text).toContain("Beste {naam}");
  });

  it("fill in the field of a decision, and refuse a version that somebody else made first (TEXT-02)", async () => {
    const team = await site.staff("led-team");
    const dossier = await site.given({}, LED);
    const task = await team.open(`/admin/dossiers/${dossier.id}/tasks/AssessIntake-1-1`);
    const filled = await team.open(
      `/admin/dossiers/${dossier.id}/tasks/AssessIntake-1-1?text=more-information.questions/text-1`,
    );

    expect(task.text).toContain("Doel (Er is meer informatie nodig)");
    expect(Object.fromEntries(filled.form("questions").filledIn({}))["questions"]).toBe(
      `Wat is het doel van Gemeente Voorbeeldegem (${dossier.reference})?`,
    );

    const page = await team.open("/admin/texts/text-1");
    expect((await team.submit(page.form("title"), { text: "Eerst" })).status).toBe(303);
    const second = await team.open("/admin/texts/text-1");
    const late = await team.post("/admin/texts/text-1", {
      ...Object.fromEntries(second.form("title").filledIn({})),
      ...{ number: "1", text: "Te laat" },
    });
    expect(late.status).toBe(409);
    expect(late.text).toContain("Te laat");
  });

  it.each(["abc", "-3", "7"])("store no version after number %s, which nobody saw", async (number) => {
    const team = await site.staff("led-team");
    const form = (await team.open("/admin/texts/text-1")).form("title").filledIn({});

    const refused = await team.post("/admin/texts/text-1", { ...Object.fromEntries(form), ...TYPED, number });

    expect([refused.status, refused.html.includes(TYPED.text)]).toEqual([409, true]);
  });
});
