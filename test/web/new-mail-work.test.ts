import { beforeEach, describe, expect, it } from "vitest";
import { addDays } from "../../functions/domain/calendar.ts";
import { openTestTable } from "../adapters/database.ts";
import { NOW } from "../builders/dossier.ts";
import { aNewMail } from "../builders/new-mail.ts";
import { LED, TOM } from "./given.ts";
import { openSite, type TestSite } from "./site.ts";
import type { Visitor } from "./visitor.ts";

/* A mail of no dossier is work of the team: a line in its inbox, with a deadline, that a colleague takes. */

const mail = aNewMail();
const PAGE = `/admin/mails/${mail.id}`;
let site: TestSite;
let team: Visitor;

beforeEach(async () => {
  const { table } = await openTestTable("memory");
  site = openSite(table);
  team = await site.staff("led-team");
  await site.acts.staff.remember(TOM);
  await site.acts.newMails.add(mail);
});

const assignee = async () => (await site.acts.newMails.find(mail.id))?.assignee?.id;
const lines = async (query = "") =>
  (await team.open(`/admin${query}`)).root.querySelectorAll("tbody tr").map((row) => ({
    title: row.querySelector("a")?.text,
    cells: row.querySelectorAll("td").map(({ text }) => text.trim()),
  }));

describe("the line in the inbox", () => {
  it("says from whom, since when, by when, and who has it, among the tasks in their order", async () => {
    await site.given(
      { organisation: { name: "Stad Later", type: "local-authority" } },
      {
        ...{ ...LED, openedAt: NOW, deadline: addDays(NOW, 20) },
      },
    );

    const [first, second] = await lines();

    expect(first?.title).toBe("Nieuwe mail: Aansluiten");
    expect(first?.cells.slice(2)).toEqual([
      "An Voorbeeld (an@voorbeeldegem.example)",
      ...["", "23 nov", "30 nov", "niemand"],
    ]);
    expect(second?.cells[2]).toBe("Stad Later");
  });

  it("counts, and is found by its kind, by who has it and when it is late", async () => {
    await site.given({}, LED);
    const counts = async () => (await team.open("/admin")).text;
    expect(await counts()).toContain("alle taken (2)");
    expect(await counts()).toContain("taken die niemand opnam (2)");
    expect(await lines("?kind=NewMail")).toHaveLength(1);
    expect(await lines("?stage=INTAKE")).toHaveLength(1);
    expect(await lines("?show=mine")).toEqual([]);

    await team.submit(await formOf("claim"));
    site.time.now = addDays(NOW, 9);
    // The session of before has ended.
    team = await site.staff("led-team");

    expect(await counts()).toContain("mijn taken (1)");
    expect((await lines("?late=1&kind=NewMail"))[0]?.cells.at(-2)).toBe("30 nov · 2 werkdagen te laat");
  });

  it("is for the LED team only, and says that nobody confirmed its sender", async () => {
    await site.acts.newMails.add(aNewMail({ id: "unconfirmed", isConfirmed: false }));
    const dpo = await site.staff("led-dpo");

    expect((await lines("?kind=NewMail")).map(({ cells }) => cells[1])).toEqual([
      "Nieuwe mail: Aansluiten",
      "Nieuwe mail: Aansluiten (afzender niet bevestigd)",
    ]);
    expect((await dpo.open("/admin")).text).not.toContain("Nieuwe mail");
    expect((await dpo.open(PAGE)).status).toBe(403);
  });

  it("is in the files of the list", async () => {
    expect((await team.open("/admin/tasks.csv")).html).toContain("Nieuwe mail: Aansluiten");
    expect(JSON.parse((await team.open("/admin/tasks.json")).html)).toMatchObject([
      { id: mail.id, deadline: "2026-11-30T09:00:00.000Z", daysLate: 0 },
    ]);
  });
});

const formOf = async (act: string) => {
  const form = (await team.open(PAGE)).forms().find((one) => one.actionOf().pathname.endsWith(act));
  if (!form) throw new Error(`no form to ${act}`);
  return form;
};

describe("a colleague", () => {
  it("takes it, gives it back, and hands it over", async () => {
    await team.submit(await formOf("claim"));
    expect(await assignee()).toBe("staff-led-team");
    expect((await team.open(PAGE)).text).toContain("Jij hebt deze taak");

    await team.submit(await formOf("release"));
    expect(await assignee()).toBeUndefined();

    await team.submit(await formOf("hand-over"), { to: TOM.subject });
    expect(await assignee()).toBe(TOM.subject);
  });

  it("hears who was first, and may take it from there", async () => {
    const late = await formOf("claim");
    await site.acts.assignNewMail(mail.id, { kind: "claim" }, TOM);

    const refused = await team.submit(late);

    expect([refused.status, refused.text.includes("Tom Team heeft deze taak intussen opgenomen")]).toEqual([
      409,
      true,
    ]);
    await team.submit(await formOf("claim"));
    expect(await assignee()).toBe("staff-led-team");
  });

  it("takes several at once, mails and tasks, and sends nobody a reminder of a mail", async () => {
    await site.given({}, LED);
    const inbox = await team.open("/admin");
    const all = inbox.root.querySelectorAll("input[name=task]").map((box) => box.getAttribute("value") ?? "");

    const taken = await team.submit(inbox.form("task"), { task: all }, "Neem op");

    expect(taken.headers.get("location")).toContain("count=2");
    expect(await assignee()).toBe("staff-led-team");
    const reminded = await team.post("/admin/tasks", {
      ...Object.fromEntries((await team.open("/admin")).form("task").filledIn({})),
      ...{ task: all, act: "remind" },
    });
    expect(reminded.text).toContain("alleen aan de aanvrager sturen we een herinnering");
  });

  it("who is late learns that somebody is done with it", async () => {
    const late = await formOf("claim");
    await site.acts.settleNewMail.putAside(mail.id);

    const gone = await team.follow(await team.submit(late));

    expect([gone.status, gone.text.includes("Een collega was je voor")]).toEqual([410, true]);
  });
});

describe("the API", () => {
  const { id } = mail;
  const read = async (path: string) => JSON.parse((await site.call(path)).html) as unknown;
  let dossier: string;

  beforeEach(async () => {
    dossier = (await site.given()).id;
  });

  it("lists the mails, and reads one with the enterprise number that it names", async () => {
    await site.acts.newMails.remove(id);
    await site.acts.newMails.add(
      aNewMail({ text: "KBO 0999.999.922, kunnen wij aansluiten?", quoted: "> Dag" }),
    );

    expect(await read("/new-mails")).toEqual({
      items: [expect.objectContaining({ id, subject: "Aansluiten", isConfirmed: true, daysLate: 0 })],
    });
    expect(await read(`/new-mails/${id}`)).toMatchObject({ enterpriseNumber: "0999999922", quoted: "> Dag" });
    expect((await site.call("/new-mails/unknown")).status).toBe(404);
  });

  it("assigns it", async () => {
    expect(JSON.parse((await site.call(`/new-mails/${id}/claim`, {})).html)).toMatchObject({
      assignee: { id: "staff-1" },
    });
    expect((await site.call(`/new-mails/${id}/hand-over`, { to: TOM.subject })).status).toBe(200);
    expect(await assignee()).toBe(TOM.subject);
    expect((await site.call(`/new-mails/${id}/release`, "")).status).toBe(409);
  });

  it("answers it, once for a key, and then it is gone", async () => {
    const answer = () => site.call(`/new-mails/${id}/answer`, { text: "Ja, dat kan." }, { key: "one" });

    expect([(await answer()).status, (await answer()).status]).toEqual([204, 204]);

    expect(site.mailer.sent.filter(({ text }) => text.includes("Ja, dat kan."))).toHaveLength(1);
    expect((await site.call(`/new-mails/${id}`)).status).toBe(404);
  });

  it("puts it with a dossier, or opens one for it, or deletes it", async () => {
    expect((await site.call(`/new-mails/${id}/dossier`, { dossier })).status).toBe(204);
    expect((await site.whole(dossier)).notes.at(-1)?.text).toContain("Kunnen wij aansluiten?");

    await site.acts.newMails.add(mail);
    const opened = await site.call("/dossiers", {
      ...{
        organisationName: "Stad Nieuw",
        organisationType: "local-authority",
        kind: "onboarding",
        mail: id,
      },
      ...{ missingNumberReason: "Volgt", contactName: "An", contactEmail: mail.from.address, message: "Dag" },
    });
    const { id: made } = JSON.parse(opened.html) as { id: string };
    expect((await site.whole(made)).notes.map(({ text }) => text)).toContainEqual(
      expect.stringContaining("Kunnen wij aansluiten?"),
    );

    await site.acts.newMails.add(mail);
    expect((await site.call(`/new-mails/${id}/aside`, "")).status).toBe(204);
    expect(await read("/new-mails")).toEqual({ items: [] });
  });

  it("refuses a dossier that is closed, and an address that SES refuses", async () => {
    await site.acts.closeDossier(dossier, {
      ...{ outcome: "withdrawn", reason: "Dubbel", by: { role: "led-team", id: "tine", name: "Tine" } },
    });
    site.mailer.refused.add(mail.from.address);

    expect((await site.call(`/new-mails/${id}/dossier`, { dossier })).status).toBe(409);
    expect((await site.call(`/new-mails/${id}/answer`, { text: "Ja." })).status).toBe(409);
    expect(await read(`/new-mails/${id}`)).toMatchObject({ id });
  });
});
