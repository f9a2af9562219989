import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { type HumanTask, taskId } from "../../functions/domain/human-task.ts";
import { sideOf } from "../../functions/domain/people.ts";
import { TASK_KINDS } from "../../functions/domain/process.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import { personOf } from "../../functions/tasks/announce-task.ts";
import { openFileTable } from "../adapters/database.ts";
import { aContact } from "../builders/contact.ts";
import { aDossier, inStatus } from "../builders/dossier.ts";
import { aDecision } from "../builders/task.ts";
import type { Entries, Form, Page } from "../journey/browser.ts";
import { anIntakeForm } from "../builders/intake.ts";
import { openSite } from "./site.ts";

const site = openSite(await openFileTable());
const { visitor } = site;

const CAS = { id: "person-second", name: "Cas Tweede", email: "cas@voorbeeldegem.example" };

/** All stored items and all mails, without counters of visits. */
async function everything() {
  const { Items = [] } = await site.table.client.send(
    new ScanCommand({ TableName: "dossiers", ConsistentRead: true }),
  );
  const kept = Items.filter(({ sk }) => sk !== "LIMIT").map((item) => [`${item["pk"]} ${item["sk"]}`, item]);
  return { items: Object.fromEntries(kept) as object, mails: site.mailer.sent.length };
}

const HIDDEN = /^(hidden|submit)$/;
/** What a robot posts that presses a button without any input, for each button of a form. */
const pressedBy = (form: Form): [button: string | undefined, sent: Entries][] => {
  const hidden = form
    .controls()
    .filter((control) => HIDDEN.test(control.getAttribute("type") ?? ""))
    .map((control): [string, string] => [
      control.getAttribute("name") ?? "",
      control.getAttribute("value") ?? "",
    ]);
  return buttonsOf(form).map((button) => [button, [...hidden, ...form.pressed(button)]]);
};
/** What a browser posts with each button and the initial values of the page. */
const clickedIn = (form: Form): [button: string | undefined, sent: Entries][] =>
  buttonsOf(form).map((button) => [
    button,
    [...form.filledIn({}).filter(([name]) => name !== "confirmation"), ...form.pressed(button)],
  ]);
const buttonsOf = (form: Form): (string | undefined)[] => {
  const buttons = form.element.querySelectorAll("button").map((button) => button.textContent.trim());
  return buttons.filter((text) => text !== "").length > 0
    ? buttons.filter((text) => text !== "")
    : [undefined];
};

/** Opens a page and lets both robots post all its forms; returns the number of pressed buttons. */
async function letRobotsAt(path: string): Promise<number> {
  const page: Page = await visitor.open(path);
  expect(page.status).toBe(200);
  const forms = page.forms().filter((form) => form.element.getAttribute("method") === "post");
  let pressed = 0;
  for (const form of forms) {
    for (const [button, sent] of [...pressedBy(form), ...clickedIn(form)]) {
      const before = await everything();
      await visitor.post(form.actionOf(button).href, sent);
      expect(await everything(), `${path}: ${button ?? "its button"}`).toEqual(before);
      pressed += 1;
    }
  }
  return pressed;
}

const CONSUMERS = TASK_KINDS.filter((kind) => sideOf(TASKS[kind].audience) === "consumer");

describe("a robot that opens a mailed link and presses every button", () => {
  it.each(CONSUMERS)("decides nothing of %s, also where another round prefilled everything", async (kind) => {
    const { stage, audience } = TASKS[kind];
    const task: Partial<HumanTask> = { kind, stage, audience };
    const second = { id: "person-second", name: "Bert Burger", email: "bert@voorbeeldegem.example" };
    const people = { ...aDossier().people, secondSignatory: second };
    const dossier = await site.given({ stage, people }, task);
    const link = await site.taskLink(dossier, task, personOf(audience, dossier)?.id);

    expect(await letRobotsAt(link)).toBeGreaterThan(0);
    expect((await site.acts.tasks.find(dossier.id, taskId({ kind, pass: 1, round: 1 })))?.status).toBe(
      "open",
    );
  });

  it("sends no intake that an earlier round prefilled, and none that was saved as a draft", async () => {
    const second: Partial<HumanTask> = { round: 2 };
    const dossier = await site.given(
      { rounds: { INTAKE: { number: 2, from: "SubmitIntake", cause: "AssessIntake-1-1" } } },
      {},
      second,
    );
    const first = await site.acts.tasks.find(dossier.id, "SubmitIntake-1-1");
    if (first)
      await site.acts.tasks.recordDecision(first, aDecision({ fields: anIntakeForm() }), dossier, []);
    const link = await site.taskLink(dossier, second);

    const page = await visitor.open(link);
    expect(page.html).toContain(anIntakeForm().purpose);
    await visitor.submit(page.form("purpose"), { purpose: "Iets anders" }, "Bewaar als ontwerp");
    await letRobotsAtIntake(link, dossier);
  });

  /** "Bewaar als ontwerp" saves the initial values, which is no decision. */
  async function letRobotsAtIntake(link: string, { id }: Dossier) {
    const page = await visitor.open(link);
    const form = page.form("purpose");
    const bare = form.filledIn({}).filter(([name]) => name !== "confirmation");
    const refused = await visitor.post(link, bare);

    expect(refused.status).toBe(422);
    expect(refused.text).toContain("Vink aan dat je het zo wil.");
    const anchor = refused.root.querySelector(".summary a")?.getAttribute("href") ?? "#none";
    expect(refused.root.querySelector(anchor)?.getAttribute("type")).toBe("checkbox");
    expect((await site.acts.tasks.find(id, "SubmitIntake-1-2"))?.status).toBe("open");
    expect((await visitor.submit(refused.form("purpose"))).status).toBe(303);
  }

  it("confirms no contact", async () => {
    await site.publicDeps.requestContact(aContact(), { ip: "192.0.2.1" });
    const link = /\/bevestigen\/[\w-]{43}/.exec(site.mailer.sent.at(-1)?.text ?? "")?.[0] ?? "";

    expect(await letRobotsAt(link)).toBe(2);
  });

  it("decides nothing below a dossier, withdraws nothing, ends no use and removes nobody", async () => {
    const people = { ...aDossier().people, secondContact: CAS };
    const onboarding = await site.given({ people }, {});
    const given = await site.given({ stage: "IN_USE" });
    const inUse = await site.acts.dossiers.save(inStatus(given, { status: "IN_USE" }));
    const [one, other] = await Promise.all(
      [onboarding, inUse].map(({ id }) => site.link({ kind: "status", dossierId: id })),
    );

    expect(await letRobotsAt(`/dossier/${one}`)).toBe(0);
    expect(await letRobotsAt(`/dossier/${one}/taken/SubmitIntake-1-1`)).toBe(4);
    expect(await letRobotsAt(`/dossier/${one}/intrekken`)).toBe(2);
    expect(await letRobotsAt(`/dossier/${one}/bericht`)).toBe(2);
    expect(await letRobotsAt(`/dossier/${one}/personen/tweede-contactpersoon`)).toBe(2);
    expect(await letRobotsAt(`/dossier/${one}/personen/tweede-contactpersoon/verwijderen`)).toBe(2);
    expect(await letRobotsAt(`/dossier/${other}/stoppen`)).toBe(2);
  });

  it("overwrites no draft", async () => {
    const dossier = await site.given({}, {});
    const link = await site.taskLink(dossier);
    await visitor.submit(
      (await visitor.open(link)).form("purpose"),
      { purpose: "Al iets" },
      "Bewaar als ontwerp",
    );
    const form = (await visitor.open(link)).form("purpose");

    await visitor.post(`${link}/ontwerp`, [
      ["outcome", "submitted"],
      ["draftVersion", "1"],
    ]);

    expect(form.has("draftVersion", "1")).toBe(true);
    expect((await site.acts.tasks.findDraft(dossier.id, "SubmitIntake-1-1"))?.values).toMatchObject({
      purpose: "Al iets",
    });
  });
});

describe("a person", () => {
  it("ticks once, and decides; the tick is not stored", async () => {
    const task = { kind: "AgreePlanning" as const };
    const dossier = await site.given({}, task);
    const page = await visitor.open(await site.taskLink(dossier, task));

    const decided = await visitor.submit(page.form("outcome", "agree"), { confirmation: "true" });

    expect(page.text).toContain("Ja, deze datums zijn goed voor ons");
    expect(decided.status).toBe(303);
    expect((await site.acts.tasks.find(dossier.id, "AgreePlanning-1-1"))?.decision?.fields).toEqual({});
  });

  it("of the LED, signed in, needs no tick", async () => {
    const dossier = await site.given(
      { stage: "DPIA" },
      { kind: "ReviewDpia", stage: "DPIA", audience: "led-team" },
    );
    const team = await site.staff("led-team");
    const page = await team.open(`/admin/dossiers/${dossier.id}/tasks/ReviewDpia-1-1`);

    expect(page.root.querySelectorAll("[name=confirmation]:not([type=hidden])")).toHaveLength(0);
    expect((await team.submit(page.form("outcome", "accepted"))).status).toBe(303);
  });
});
