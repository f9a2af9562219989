import { beforeEach, describe, expect, it } from "vitest";
import { addDays } from "../../functions/domain/calendar.ts";
import { createKeepLine } from "../../functions/overview/keep-line.ts";
import { openFileTable } from "../adapters/database.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aDecision } from "../builders/task.ts";
import { SECOND } from "../builders/people.ts";
import { openSite, type TestSite } from "./site.ts";

const LATE = { deadline: addDays(NOW, -4), openedAt: addDays(NOW, -25), since: addDays(NOW, -25) };
const ASSESS = { kind: "AssessIntake", audience: "led-team" } as const;

const table = await openFileTable();
let site: TestSite;

beforeEach(() => {
  site = openSite(table);
});

const json = async (path: string) => JSON.parse((await site.call(path)).html) as Record<string, unknown>;

describe("the deadline", () => {
  it("is on the applicant's page and on its task, with the responsible party, the start and the lateness", async () => {
    const dossier = await site.given({}, LATE);
    const status = await site.visitor.open(await site.statusLink(dossier.id));
    const task = await site.visitor.open(await site.taskLink(dossier));

    for (const { text } of [status, task]) {
      expect(text).toContain("Jij bent aan de beurt sinds 29 oktober 2026.");
      expect(text).toContain("De deadline was 19 november 2026. Dat is 4 dagen geleden.");
    }
  });

  it("is on the team's page of the dossier, with the lead time of each side", async () => {
    const decided = { status: "decided", decision: aDecision({ at: addDays(NOW, -25) }) } as const;
    const dossier = await site.given(
      {},
      { ...ASSESS, ...LATE },
      { ...decided, openedAt: addDays(NOW, -40), deadline: addDays(NOW, -30) },
    );
    const page = await (await site.staff("led-team")).open(`/admin/dossiers/${dossier.id}`);

    expect(page.text).toContain("De deadline was 19 november 2026. Dat is 2 werkdagen geleden.");
    const [row] = page.root.querySelectorAll("tbody tr").map(({ textContent }) => textContent);
    expect(row).toContain("15 dagen, waarvan 5 dagen te laat");
    expect(row).toContain("25 dagen, waarvan 2 werkdagen te laat");
  });

  it("orders the inbox: the latest task first, then the next deadline", async () => {
    const [soon, late, later] = [
      await site.given({}, { ...ASSESS, deadline: addDays(NOW, 1) }),
      await site.given({}, { ...ASSESS, ...LATE, openedAt: NOW }),
      await site.given({}, { ...ASSESS, ...LATE, deadline: addDays(NOW, -10), openedAt: NOW }),
    ];
    const page = await (await site.staff("led-team")).open("/admin");
    const rows = page.root.querySelectorAll("tbody tr").map(({ textContent }) => textContent);
    const placeOf = ({ reference }: { reference: string }) =>
      rows.findIndex((row) => row.includes(reference));

    expect(placeOf(later)).toBeLessThan(placeOf(late));
    expect(placeOf(late)).toBeLessThan(placeOf(soon));
    expect(rows[placeOf(late)]).toContain("2 werkdagen te laat");
    expect(rows[placeOf(soon)]).toContain("24 nov");
  });

  it("is in the API, for a task and in the list, with the lead times of the dossier", async () => {
    const dossier = await site.given({}, { ...ASSESS, ...LATE });
    const whole = await json(`/dossiers/${dossier.id}`);
    const task = await json(`/dossiers/${dossier.id}/tasks/AssessIntake-1-1`);
    const list = (await json("/tasks?whose=led-team"))["items"] as { dossierId: string }[];

    expect(task).toMatchObject({ deadline: LATE.deadline, since: LATE.since, daysLate: 2 });
    expect(list.find(({ dossierId }) => dossierId === dossier.id)).toMatchObject({
      deadline: LATE.deadline,
      daysLate: 2,
    });
    expect(whole["leadTimes"]).toMatchObject({
      consumer: { days: 0, daysLate: 0 },
      led: { days: 25, daysLate: 2, byStage: [{ stage: "INTAKE", days: 25, daysLate: 2 }] },
    });
  });
});

describe("a hold", () => {
  it("is set by a form with a date and a reason, visible to both sides, and ended by a button", async () => {
    const dossier = await site.given({}, LATE);
    const team = await site.staff("led-team");
    const address = `/admin/dossiers/${dossier.id}`;
    const form = (await team.open(`${address}/hold`)).form("until");
    const empty = await team.submit(form, { until: "", reason: "" });
    const past = await team.submit(form, { until: "2026-11-01", reason: "Fusie" });

    expect([empty.status, past.status]).toEqual([422, 422]);
    expect(past.text).toContain("Kies een datum die nog moet komen.");

    const done = await team.submit(form, { until: "2027-01-15", reason: "De gemeente fuseert" });
    const page = await team.follow(done);
    const status = await site.visitor.open(await site.statusLink(dossier.id));
    const inbox = await team.open("/admin?whose=applicant&show=all");
    await createKeepLine(site.acts)(dossier.id);
    const listed = await team.open("/admin/dossiers?stage=INTAKE");
    const again = await team.open(`${address}/hold`);

    for (const { text } of [page, status]) {
      expect(text).toContain("Dit dossier is gepauzeerd tot 15 januari 2027");
      expect(text).toContain("De gemeente fuseert");
      expect(text).not.toContain("geleden.");
    }
    expect(page.text).toContain("pauzeerde het dossier");
    for (const { text } of [inbox, listed]) expect(text).toContain("gepauzeerd tot 15 jan 2027");
    expect(again.status).toBe(409);

    const end = page.forms().find(({ element }) => element.getAttribute("action")?.endsWith("/hold/end"));
    if (!end) throw new Error("no button");
    const after = await team.follow(await team.submit(end));

    expect(after.text).toContain("De aanvrager krijgt een mail.");
    expect(after.text).not.toContain("gepauzeerd tot");
  });

  it("is set and ended through the API", async () => {
    const dossier = await site.given({}, {});
    const path = `/dossiers/${dossier.id}`;
    const wrong = await site.call(`${path}/hold`, { until: "morgen", reason: "Fusie" });
    const tooLong = await site.call(`${path}/hold`, { until: "2029-01-01", reason: "Fusie" });
    const held = await site.call(`${path}/hold`, { until: "2027-01-15", reason: "Fusie" });
    const twice = await site.call(`${path}/hold`, { until: "2027-01-15", reason: "Fusie" });

    expect([wrong.status, tooLong.status, held.status, twice.status]).toEqual([422, 409, 204, 409]);
    expect(tooLong.html).toContain("HOLD-02");
    expect(await json(path)).toMatchObject({ hold: { reason: "Fusie", by: { role: "led-team" } } });
    expect((await site.call(`${path}/hold/end`, {})).status).toBe(204);
    expect((await site.call(`${path}/hold/end`, {})).status).toBe(409);
  });
});

describe("the second contact", () => {
  it("does the applicant's task by a personal link, under its own name", async () => {
    const people = { ...aDossier().people, secondContact: SECOND };
    const dossier = await site.given({ people }, { kind: "AgreePlanning" });
    const visitor = site.visitor;
    const link = await site.taskLink(dossier, { kind: "AgreePlanning" }, SECOND.id);
    const page = await visitor.open(link);
    await visitor.submit(page.form("outcome", "agree"));

    const task = await site.acts.tasks.find(dossier.id, "AgreePlanning-1-1");
    expect(task?.decision?.by).toEqual({ role: "applicant", id: SECOND.id, name: SECOND.name });
    expect(task?.decision?.onBehalf).toBeUndefined();
  });

  it("opens the task from the page of the dossier", async () => {
    const people = { ...aDossier().people, secondContact: SECOND };
    const dossier = await site.given({ people }, {});
    const visitor = site.visitor;
    const page = await visitor.open(await site.statusLink(dossier.id, SECOND.id));
    const task = await visitor.open(page.link("Ga verder met de intake"));

    expect(task.form("purpose").has("outcome", "submitted")).toBe(true);
  });

  it("who was removed has no working link", async () => {
    const dossier = await site.given({}, {});

    expect((await site.visitor.open(await site.statusLink(dossier.id, SECOND.id))).status).toBe(404);
  });
});

describe("a question about a task without answer", () => {
  it("shows the stalled task, and accepts the decision", async () => {
    const question = { kind: "DecideStalled", audience: "led-team", about: "SubmitIntake-1-1" } as const;
    const dossier = await site.given({}, LATE, question);
    const team = await site.staff("led-team");
    const page = await team.open(`/admin/dossiers/${dossier.id}/tasks/DecideStalled-1-1`);
    const form = page.form("outcome", "extend");
    await team.submit(form, { until: "2027-01-15", reason: "Na de fusie" });

    expect(page.html).toContain(`/live/admin/dossiers/${dossier.id}/tasks/SubmitIntake-1-1`);
    expect(await site.acts.tasks.find(dossier.id, "SubmitIntake-1-1")).toMatchObject({
      since: NOW,
      deadline: "2027-01-15T22:59:59.999Z",
    });
    expect(site.mailer.sent.at(-1)?.subject).toContain("Je krijgt meer tijd");
  });
});
