import { beforeEach, describe, expect, it } from "vitest";
import { createTellPeople } from "../../functions/people/tell-people.ts";
import { addDays, addMinutes } from "../../functions/domain/calendar.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import type { Actor } from "../../functions/domain/people.ts";
import { submitIntake } from "../../functions/intake/submit-intake.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import { createDecideTask } from "../../functions/tasks/decide-task.ts";
import { openFileTable } from "../adapters/database.ts";
import { anAccess } from "../builders/access.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aTask } from "../builders/task.ts";
import { APPLICANT, TEAM } from "../builders/people.ts";
import { backendForEachTest } from "../application/backend.ts";

const OLD = "an@voorbeeldegem.example";
const NEW = "cas@voorbeeldegem.example";
const CAS = { change: "someone-else", person: { name: "Cas Nieuw", email: NEW } };
const TASK = "SubmitIntake-1-1";

const test = backendForEachTest(await openFileTable());
let dossier: Dossier;
let number = 0;
/** Subject of the mail that opened the intake. */
let opening: string;

beforeEach(async () => {
  number += 1;
  const id = `01HP${String(number).padStart(22, "0")}`;
  const reference = `LED-2031-${String(number).padStart(5, "0")}`;
  dossier = await test.backend.dossiers.create(aDossier({ id, reference }));
  test.workflow.executions.set(`${id}-1`, "running");
  test.workflow.waiting.add(`token-${id}`);
  await test.acts.openTask(submitIntake, dossier, { taskToken: `token-${id}` });
  [opening = ""] = sent().map((line) => line.replace(`${OLD}: `, ""));
  test.mailer.sent.length = 0;
});

const tell = () => createTellPeople(test.acts);
const change = (...[proposed, by = APPLICANT]: [Parameters<ReturnType<typeof changePeople>>[1], Actor?]) =>
  changePeople()(dossier.id, proposed, by);
const changePeople = () => test.acts.changePeople;
const find = () => test.whole(dossier.id);
const sent = () =>
  test.mailer.sent.map(({ to, subject }) => `${to[0]?.email}: ${subject.replace(/^\[.*?\] /, "")}`);
const linkTo = async (kind: string, email: string) => {
  const mail = test.mailer.sent.findLast(
    ({ to, text }) => to[0]?.email === email && text.includes(`/${kind}/`),
  );
  const secret = new RegExp(`/${kind}/([\\w-]{43})`).exec(mail?.text ?? "")?.[1] ?? "";
  return test.backend.links.find(secret);
};

describe("another contact", () => {
  it("is stored in the access in force as well, with the actor; the granted facts stay", async () => {
    const granted = anAccess({ dossierId: dossier.id });
    await test.backend.accesses.grant(granted);

    await change({ part: "contact", fields: CAS });
    await test.sweep();

    const [access] = (await find()).accesses;
    expect(access?.contacts.contact).toMatchObject({ name: "Cas Nieuw", email: NEW });
    expect(access?.changes.map(({ what, by }) => [what, by.name])).toEqual([
      ["granted", "LED"],
      ["contacts", "An Voorbeeld"],
    ]);
    expect(access?.granted).toEqual(granted.granted);
  });

  it("is a new person, with a record; everybody is notified, and the open task moves with a personal link", async () => {
    const result = await change({ part: "contact", fields: CAS });

    expect(result.status).toBe("changed");
    const { dossier: after, changes } = await find();
    expect(after.people.contact).toMatchObject({ name: "Cas Nieuw", email: NEW });
    expect(after.people.contact.id).not.toBe("person-contact");
    expect(changes).toMatchObject([
      { what: "people.contact", by: APPLICANT, from: { email: OLD }, to: { email: NEW } },
    ]);
    expect(sent()).toEqual([
      `${OLD}: Je bent niet langer contactpersoon`,
      `${NEW}: Je bent nu contactpersoon`,
      `${NEW}: ${opening}`,
    ]);
    expect(await linkTo("dossier", NEW)).toMatchObject({ personId: after.people.contact.id });
    expect(await linkTo("taak", NEW)).toMatchObject({
      personId: after.people.contact.id,
      target: { taskId: TASK },
    });
  });

  it("is named to the former contact, with the actor and what to do, and without address or link", async () => {
    await change({ part: "contact", fields: CAS }, TEAM);

    const mail = test.mailer.sent.find(({ to }) => to[0]?.email === OLD);
    expect(mail?.text).toContain("Cas Nieuw nam je rol over");
    expect(mail?.text).toContain("Het LED-team wijzigde dat");
    expect(mail?.text).toContain("Klopt dit niet?");
    expect(mail?.text).not.toMatch(/cas@|Lies|\/(taak|dossier)\//);
  });

  it("is reported once, and follow-up checks exactly once more", async () => {
    await change({ part: "contact", fields: CAS });
    const before = sent();
    await tell()((await find()).dossier);
    test.time.now = addMinutes(NOW, 5);
    await test.sweep();

    expect(sent()).toEqual(before);
    expect((await find()).dossier.clocks).not.toHaveProperty("people");
  });

  it("is notified later when the mails could not be sent at once", async () => {
    test.mailer.isDown = true;
    expect((await change({ part: "contact", fields: CAS })).status).toBe("changed");
    expect(sent()).toEqual([]);

    test.mailer.isDown = false;
    test.time.now = addMinutes(NOW, 5);
    await test.sweep();

    expect(sent()).toHaveLength(3);
  });

  it("gets a task that opened after the change only once", async () => {
    await change({ part: "contact", fields: CAS });
    test.time.now = addDays(NOW, 1);
    const { dossier: after } = await find();
    await test.acts.openTask({ ...submitIntake, kind: "AgreePlanning" }, after, { taskToken: "t-2" });
    const before = sent().length;
    await change(
      {
        part: "dpo",
        fields: { change: "someone-else", person: { name: "Dries", email: "dries@voorbeeldegem.example" } },
      },
      TEAM,
    );

    expect(sent().slice(before)).toEqual([
      "dpo@voorbeeldegem.example: Je bent niet langer DPO",
      "dries@voorbeeldegem.example: Je bent nu DPO",
    ]);
  });

  it("gets a task that was being mailed to the former contact", async () => {
    await change({ part: "contact", fields: CAS });
    test.time.now = addMinutes(NOW, 1);
    // A state that read the dossier before the change, and opens its task afterwards.
    await test.acts.openTask({ ...submitIntake, kind: "AgreePlanning" }, dossier, { taskToken: "t-2" });
    expect(sent().at(-1)).toContain(OLD);
    test.time.now = addMinutes(NOW, 5);
    await test.sweep();

    expect(sent().at(-1)).toContain(NEW);
    expect(await linkTo("taak", NEW)).toMatchObject({ target: { taskId: "AgreePlanning-1-1" } });
  });

  it("who is replaced before the notification is only told about the replacement", async () => {
    test.mailer.isDown = true;
    await change({ part: "contact", fields: CAS });
    await change(
      {
        part: "contact",
        fields: { change: "someone-else", person: { name: "Dé Derde", email: "de@voorbeeldegem.example" } },
      },
      TEAM,
    );
    test.mailer.isDown = false;
    test.time.now = addMinutes(NOW, 5);
    await test.sweep();

    expect(sent().filter((line) => line.startsWith(NEW))).toEqual([
      `${NEW}: Je bent niet langer contactpersoon`,
    ]);
    expect(sent().filter((line) => line.startsWith("de@"))).toHaveLength(2);
  });
});

describe("other changes", () => {
  it("a corrected name keeps the person, and is confirmed by mail", async () => {
    await change({
      part: "contact",
      fields: { change: "correction", person: { name: "An Nieuwenaam", email: OLD } },
    });

    expect((await find()).dossier.people.contact).toMatchObject({
      id: "person-contact",
      name: "An Nieuwenaam",
    });
    expect(sent()).toEqual([`${OLD}: Je gegevens zijn aangepast`]);
  });

  it("a new signatory gets the task to sign", async () => {
    const toSign = { kind: "SignForApplicant", audience: "signatory", stage: "PROTOCOL" } as const;
    await test.acts.tasks.open(aTask({ ...toSign, dossierId: dossier.id }), dossier);
    const person = { name: "Sam Hoofd", capacity: "schepen", email: "sam@voorbeeldegem.example" };
    await change({ part: "signatory", fields: { change: "someone-else", person } });

    expect(sent().filter((line) => line.startsWith("sam@"))).toHaveLength(2);
    expect(await linkTo("taak", person.email)).toMatchObject({ target: { taskId: "SignForApplicant-1-1" } });
  });

  it("a second contact is added, becomes the contact, and the contact leaves", async () => {
    await change({ part: "secondContact", fields: CAS });
    const second = (await find()).dossier.people.secondContact;
    const link = await linkTo("dossier", NEW);
    await change({ part: "contact", fields: CAS }, TEAM);

    const { people } = (await find()).dossier;
    expect(link?.personId).toBe(second?.id);
    expect(people.contact).toEqual(second);
    expect(people.secondContact).toBeUndefined();
    expect(sent().filter((line) => line.includes("niet langer"))).toEqual([
      `${OLD}: Je bent niet langer contactpersoon`,
    ]);
  });

  it("a second contact is removed, and is notified", async () => {
    await change({ part: "secondContact", fields: CAS });
    const removed = await change({ part: "secondContact" });
    const needed = await change({ part: "signatory" });

    expect(removed.status).toBe("changed");
    expect(sent().at(-1)).toBe(`${NEW}: Je bent niet langer tweede contactpersoon`);
    expect(needed).toMatchObject({ status: "refused", reasons: [{ rule: "PEOPLE-04" }] });
  });

  it.each([
    ["no address", { ...CAS, person: { name: "Cas", capacity: "x", email: "cas" } }, []],
    ["no capacity of a signatory", CAS, []],
    [
      "a change that does not say whether it is somebody else",
      { person: { ...CAS.person, capacity: "x" } },
      [],
    ],
    [
      "a national number",
      { change: "correction", person: { name: "85.07.30-033.28", email: NEW, capacity: "x" } },
      ["NAME-01", "PRIV-01"],
    ],
  ])("%s is refused", async (_, fields, rules) => {
    const result = await change({ part: "signatory", fields });

    if (result.status !== "refused") throw new Error("it was accepted");
    expect(result.reasons.map(({ rule }) => rule)).toEqual(rules);
    expect(result.problems.length > 0).toBe(rules.length === 0);
    expect(sent()).toEqual([]);
  });
});

describe("a colleague on the same address", () => {
  const SHARED = { name: "Cas Nieuw", email: "AN@voorbeeldegem.example" };

  it("is another person: the earlier links end, and a new one leads to the open task", async () => {
    const before = await test.backend.links.mint({
      target: { kind: "status", dossierId: dossier.id },
      personId: "person-contact",
      expiresAt: addDays(NOW, 1),
    });
    await change({ part: "contact", fields: { change: "someone-else", person: SHARED } });

    const { people } = (await find()).dossier;
    expect(people.contact).toMatchObject(SHARED);
    expect(people.contact.id).not.toBe((await test.backend.links.find(before))?.personId);
    expect(sent()).toEqual([
      `${OLD}: Je bent niet langer contactpersoon`,
      `${SHARED.email}: Je bent nu contactpersoon`,
      `${SHARED.email}: ${opening}`,
    ]);
    expect(await linkTo("taak", SHARED.email)).toMatchObject({ personId: people.contact.id });
  });

  it("is asked once: a task that opens after the change is not mailed again", async () => {
    await change({ part: "contact", fields: { change: "someone-else", person: SHARED } });
    test.time.now = addMinutes(NOW, 1);
    await test.acts.openTask({ ...submitIntake, kind: "AgreePlanning" }, (await find()).dossier, {
      taskToken: "t-2",
    });
    const before = sent().length;
    test.time.now = addMinutes(NOW, 5);
    await test.sweep();

    expect(sent()).toHaveLength(before);
  });

  it("who becomes the contact does not affect a signatory with that address", async () => {
    const signatory = { id: "person-signatory", name: "Sofie Hoofd", capacity: "x", email: OLD };
    const { dossier: current } = await find();
    await test.backend.dossiers.save({ ...current, people: { ...current.people, signatory } });
    await change({ part: "contact", fields: CAS });

    const mail = test.mailer.sent.find(({ subject }) => subject.includes("niet langer contactpersoon"));
    expect(mail?.text).toContain("Je hoeft niets te doen");
    expect(mail?.text).not.toContain("Je blijft leidinggevende");
  });
});

describe("a corrected address", () => {
  const moved = { change: "correction", person: { name: "An Voorbeeld", email: NEW } };

  it("keeps the person, notifies both addresses, and mails its links and open tasks to the new one", async () => {
    await change({ part: "contact", fields: moved });

    expect((await find()).dossier.people.contact).toMatchObject({ id: "person-contact", email: NEW });
    expect(sent()).toEqual([
      `${OLD}: Je e-mailadres is aangepast`,
      `${NEW}: Je gegevens zijn aangepast`,
      `${NEW}: ${opening}`,
    ]);
    const [first] = test.mailer.sent;
    // The only link is the one that takes the change back, which opens nothing else.
    expect(first?.text).not.toMatch(/cas@|\/taak\/|\/dossier\/[\w-]{43}(?!\/overdracht\/)/);
    expect(await linkTo("dossier", NEW)).toMatchObject({ personId: "person-contact" });
  });

  it("is reported once", async () => {
    await change({ part: "contact", fields: moved });
    const before = sent();
    test.time.now = addMinutes(NOW, 5);
    await test.sweep();

    expect(sent()).toEqual(before);
  });
});

describe("a decision", () => {
  const decide = (by: Actor) =>
    test.acts.decideTask(dossier.id, TASK, {
      outcome: "submitted",
      fields: {},
      documents: [],
      by,
    });

  it("of a person who was replaced after opening the page is refused", async () => {
    await change({ part: "contact", fields: CAS });

    expect(await decide(APPLICANT)).toMatchObject({
      status: "refused",
      reasons: expect.arrayContaining([expect.objectContaining({ rule: "PEOPLE-01" })]) as unknown,
    });
  });

  it("of a person who is replaced between reading and writing is refused too", async () => {
    const { tasks } = test.backend;
    const recordDecision = tasks.recordDecision.bind(tasks);
    let isFirst = true;
    tasks.recordDecision = async (...given) => {
      if (isFirst) await change({ part: "contact", fields: CAS }, TEAM);
      isFirst = false;
      return recordDecision(...given);
    };
    const agree = { outcome: "agree", fields: {}, documents: [], by: APPLICANT };
    await test.acts.tasks.open(aTask({ dossierId: dossier.id, kind: "AgreePlanning" }), dossier);
    const decideTask = createDecideTask({
      ...test.acts,
      tasks,
      definitions: TASKS,
      passOn: test.acts.deliver,
    });

    const result = await decideTask(dossier.id, "AgreePlanning-1-1", agree);

    expect(result).toMatchObject({ status: "refused", reasons: [{ rule: "PEOPLE-01" }] });
    expect(isFirst).toBe(false);
    expect((await find()).tasks.filter(({ decision }) => decision)).toEqual([]);
  });
});
