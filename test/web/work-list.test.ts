import { describe, expect, it } from "vitest";
import { openFileTable } from "../adapters/database.ts";
import { addDays } from "../../functions/domain/calendar.ts";
import { NOW } from "../builders/dossier.ts";
import { LED, TOM } from "./given.ts";
import { openSite } from "./site.ts";

const site = openSite(await openFileTable("memory"));
const led = (name: string, days: number, more = {}) =>
  site.given(
    { organisation: { name, type: "local-authority" } },
    { ...LED, deadline: addDays(NOW, days), openedAt: addDays(NOW, -20 - days), ...more },
  );
const rows = (html: string) =>
  [...html.matchAll(/data-label="Organisatie">([^<]+)</g)].map(([, name = ""]) => name);

describe("the list of tasks", () => {
  it("is in order across its pages, and its address keeps filter and page", async () => {
    for (let made = 60; made > 0; made--) await led(`Gemeente ${String(made).padStart(2, "0")}`, made);
    await led("Stad Laat", -6, { kind: "ReviewDpia", stage: "DPIA" });
    const team = await site.staff("led-team");
    const first = await team.open("/admin");
    const second = await team.open("/admin?page=2");

    expect(rows(first.html)).toHaveLength(50);
    expect([...rows(first.html), ...rows(second.html)].slice(0, 3)).toEqual([
      ...["Stad Laat", "Gemeente 01", "Gemeente 02"],
    ]);
    expect(new Set([...rows(first.html), ...rows(second.html)]).size).toBe(61);
    expect(first.text).toContain("1 tot 50 van 61 taken");
    expect(first.text).toContain("te laat (1)");
    expect(first.text).toMatch(/17 nov · 4 werkdagen te laat/);

    const filtered = await team.open("/admin?kind=AssessIntake&sort=since&page=2");
    expect(rows(filtered.html)).toHaveLength(10);
    expect(filtered.html).toContain("/live/admin?kind=AssessIntake&amp;sort=since");
    expect(rows((await team.open("/admin?late=1&stage=DPIA")).html)).toEqual(["Stad Laat"]);
    expect(rows((await team.open("/admin?kind=Nonsense&page=-3&sort=x")).html)).toHaveLength(50);
  });

  it("can be taken along as a spreadsheet that calculates nothing, and as JSON", async () => {
    await led("=HYPERLINK(1)", -30);
    const team = await site.staff("led-team");
    const csv = await team.open("/admin/tasks.csv?late=1");
    const json = await team.open("/admin/tasks.json?late=1");

    expect(csv.headers.get("content-disposition")).toContain("attachment");
    expect(csv.html).toContain(";'=HYPERLINK(1);");
    expect(JSON.parse(json.html)).toMatchObject([{ organisationName: "=HYPERLINK(1)" }, {}]);
  });
});

describe("several tasks at once", () => {
  it("are taken; what a colleague took meanwhile is named, and the others are done", async () => {
    const [one, other] = [await led("Zone Een", 1), await led("Zone Twee", 2)];
    const team = await site.staff("led-team");
    const page = await team.open("/admin");
    const task = [one, other].map(({ id }) => `${id}/AssessIntake-1-1/`);
    await site.acts.assignTask(other.id, "AssessIntake-1-1", { kind: "claim" }, TOM);
    const answer = await team.submit(page.form("back"), { task }, "Neem op");

    expect(answer.status).toBe(409);
    expect(answer.text).toContain("Zone Twee: Tom Team heeft deze taak intussen opgenomen.");
    expect((await site.acts.tasks.find(one.id, "AssessIntake-1-1"))?.assignee?.name).toBe("Lies Team");
  });

  it("of the applicant are reminded, once per form", async () => {
    const dossier = await site.given({}, { deadline: addDays(NOW, -2) });
    const team = await site.staff("led-team");
    const form = (await team.open("/admin?whose=applicant")).form("back");
    const before = site.mailer.sent.length;
    const task = [`${dossier.id}/SubmitIntake-1-1/`];
    const answer = await team.submit(form, { task }, "Stuur een herinnering");
    const again = await team.submit(form, { task }, "Stuur een herinnering");

    expect([answer.status, again.status]).toEqual([303, 303]);
    expect(site.mailer.sent.length).toBe(before + 1);
    expect((await team.follow(answer)).text).toContain("Herinnering verstuurd voor 1 taak.");
  });

  it("of another role are not for somebody", async () => {
    const dossier = await led("Zone Ander", 3);
    const dpo = await site.staff("led-dpo");
    const values = { csrf: "csrf-of-session", act: "claim", task: [`${dossier.id}/AssessIntake-1-1/`] };

    expect((await dpo.post("/admin/tasks", values)).status).toBe(403);
  });
});
