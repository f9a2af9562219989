import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { taskId } from "../../functions/domain/human-task.ts";
import { Record } from "../journey/record.ts";
import { dayAfter, usualDecision } from "../journey/answers.ts";
import { Browser } from "../journey/browser.ts";
import { Journey } from "../journey/journey.ts";
import type { Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const browser = new Browser();
let scene: Scene;
let record: Record;
let journey: Journey;
let oldEmail: string;
let oldLinks: string[];

beforeAll(async () => {
  scene = await openScene();
  record = new Record(scene.cloud);
  journey = new Journey(scene);
  await journey.makeContact();
  oldEmail = journey.people.contact.email;
  oldLinks = [(await journey.open("SubmitIntake")).page.url, await journey.statusLink()];
});
afterAll(() => scene.cloud.stop());

const openAs = async (user: string, address: string) => {
  const staff = await scene.staffBrowser(user);
  return { staff, page: await scene.openAsStaff(staff, address) };
};

describe("a contact who is replaced", () => {
  it("hands over on its page: its links end, and its successor gets the task", async () => {
    const successor = { name: "Cas Opvolger", email: oldEmail.replace("an@", "cas@") };
    const [oldTask = "", oldStatus = ""] = oldLinks;
    const people = await browser.follow(await browser.open(oldStatus), "wijzig de personen");
    const page = await browser.follow(people, /^Wijzig: contactpersoon/);
    const done = await browser.submit(page.form("person.name"), {
      change: "someone-else",
      "person.name": successor.name,
      "person.email": successor.email,
    });

    expect([done.status, done.url]).toEqual([200, `${scene.cloud.url}/overgedragen`]);
    for (const link of [oldTask, oldStatus]) expect((await browser.open(link)).status).toBe(404);
    const farewell = await scene.mail(oldEmail, "niet langer contactpersoon");
    expect(farewell.text).toContain("Cas Opvolger nam je rol over");
    const welcome = scene.linkIn(await scene.mail(successor.email, "Je bent nu contactpersoon"));
    expect((await browser.open(welcome)).text).toContain(journey.reference);
    journey.people.contact = successor;
    expect((await journey.open("SubmitIntake")).page.url).not.toBe(oldTask);
  });

  it("is notified once, also with the sweeps that follow", async () => {
    await scene.cloud.advance(15 * MINUTE);

    expect((await record.dossier(journey.reference)).clocks).not.toHaveProperty("people");
    expect(await scene.mails(oldEmail, "niet langer")).toHaveLength(1);
    expect(await scene.mails(journey.people.contact.email)).toHaveLength(2);
  });
});

describe("a lost link", () => {
  const ask = async (email: string) => {
    const dead = await browser.open(oldLinks[1] ?? "");
    return browser.submit(dead.formTo("/link-kwijt"), { reference: journey.reference, email });
  };

  it("is mailed to a person of the dossier, and the answer is the same for everybody", async () => {
    const known = await ask(journey.people.contact.email);
    const gone = await ask(oldEmail);

    expect([known.status, gone.status]).toEqual([200, 200]);
    expect(gone.text).toBe(known.text);
    const link = scene.linkIn(await scene.mail(journey.people.contact.email, "Je nieuwe link"));
    expect((await browser.open(link)).status).toBe(200);
    await scene.cloud.settled();
    expect(await scene.mails(oldEmail, "Je nieuwe link")).toEqual([]);
  });
});

describe("a member of the team who is away", () => {
  it("takes a task, hands it over, and a substitute decides it in that role", async () => {
    await journey.decide("SubmitIntake");
    const { page: opened } = await scene.openFromInbox(journey.reference, "AssessIntake");
    const address = opened.url;
    for (const user of ["tom-team", "dirk-dpo"]) await openAs(user, scene.cloud.adminUrl);
    const tine = await openAs("tine-team", address);
    const claimed = await tine.staff.submit(tine.page.formTo("/claim"), {});
    const toTom = claimed.formTo("/hand-over");
    const tomsOption = toTom.element
      .querySelectorAll("option")
      .find((one) => one.textContent.includes("Tom"));
    await tine.staff.submit(toTom, { to: tomsOption?.getAttribute("value") ?? "" });
    const tom = await openAs("tom-team", address);

    expect(claimed.text).toContain("Jij hebt deze taak");
    expect(tom.page.text).toContain("Jij hebt deze taak");
    expect((await openAs("dirk-dpo", address)).page.status).toBe(403);

    const absence = await scene.openAsStaff(tom.staff, `${scene.cloud.adminUrl}/absence`);
    const form = absence.form("substitute");
    const dirk = form.element
      .querySelectorAll(".option")
      .find((option) => option.textContent.includes("Dirk"))
      ?.querySelector("input");
    const named = await tom.staff.submit(form, {
      substitute: dirk?.getAttribute("value") ?? "",
      from: dayAfter(journey.now, 0),
      until: dayAfter(journey.now, 1),
    });
    expect(named.text).toContain("De vervanger is aangeduid");

    const asSubstitute = await scene.openFromInbox(journey.reference, "AssessIntake", "dirk-dpo");
    expect(asSubstitute.page.text).toContain("Tom Team (fictief) heeft deze taak");
    const decision = await usualDecision("AssessIntake", journey.now, journey.people);
    await scene.answer(asSubstitute, "AssessIntake", decision);

    const { tasks } = await record.whole(journey.reference);
    const decided = tasks.find((task) => taskId(task) === "AssessIntake-1-1")?.decision;
    expect(decided?.by).toMatchObject({ role: "led-team", name: "Dirk DPO (fictief)" });
    await journey.open("AgreePlanning");
  });

  it("is substituted until the last day, and not longer", async () => {
    const address = await record.adminAddress(journey.reference);
    expect((await openAs("dirk-dpo", address)).page.status).toBe(200);

    await scene.cloud.advance(2 * DAY);

    expect((await openAs("dirk-dpo", address)).page.status).toBe(403);
    expect((await openAs("tom-team", address)).page.status).toBe(200);
  });
});
