import { beforeEach, describe, expect, it } from "vitest";
import { addMinutes } from "../../functions/domain/calendar.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { RetryLater } from "../../functions/domain/errors.ts";
import { titleOf } from "../../functions/domain/task-title.ts";
import { type Actor, UNCONFIRMED } from "../../functions/domain/people.ts";
import {
  createMessageTeam,
  createRecordReceived,
  createSendMessages,
} from "../../functions/dossiers/send-message.ts";
import { backendForEachTest } from "../application/backend.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { SECOND, TEAM } from "../builders/people.ts";

const CONTACT: Actor = { role: "applicant", id: "person-contact", name: "An Voorbeeld" };
const DPO: Actor = { role: "dpo", id: "person-dpo", name: "Dries Privacy" };
const FIRST = "AnswerMessage-1-1";
const SECOND_TASK = "AnswerMessage-1-2";

const test = backendForEachTest();
let dossier: Dossier;
beforeEach(async () => {
  const { people } = aDossier();
  const dpo = { id: DPO.id, name: DPO.name, email: "dries@voorbeeldegem.example" };
  dossier = await test.backend.dossiers.create(
    aDossier({ people: { ...people, secondContact: SECOND, dpo } }),
  );
});

let count = 0;
const message = async (by = CONTACT, id = `message-${(count += 1)}`) => {
  test.time.now = addMinutes(test.time.now, 1);
  await createMessageTeam(test.acts)(dossier, by, { id, text: `Dag, dit is ${id}.` });
  return id;
};
const decide = async (id: string, outcome: string, fields = {}) => {
  test.time.now = addMinutes(test.time.now, 1);
  return test.acts.decideTask(dossier.id, id, { outcome, fields, documents: [], by: TEAM });
};
const tasks = async () =>
  (await test.whole(dossier.id)).tasks.map(({ kind, round, status }) => `${kind} ${round} ${status}`);
const mailsTo = (start: string) => test.mailer.sent.filter(({ to }) => to[0]?.email.startsWith(start));

describe("a message of somebody of the consumer", () => {
  it("is a task of the team with its deadline and its sender, and one mail that leads to it", async () => {
    await message();

    const task = await test.task(dossier.id, FIRST);
    expect(task).toMatchObject({ audience: "led-team", stage: dossier.stage, from: CONTACT });
    expect(task.deadline).toBeDefined();
    expect(task.clocks.reminder).toBeDefined();
    expect(titleOf(task, test.acts.definitions)).toBe("Bericht van An Voorbeeld (aanvrager)");
    expect(mailsTo("led@")).toHaveLength(1);
    expect(mailsTo("led@")[0]?.text).toContain(`/tasks/${FIRST}`);
  });

  it("joins the task that is open: several messages are one task, and one answer", async () => {
    const first = await message();
    const second = await message(DPO);

    expect(await tasks()).toEqual(["AnswerMessage 1 open"]);
    await decide(FIRST, "answered", { answer: "In orde.", messages: `${first} ${second}` });

    expect(await tasks()).toEqual(["AnswerMessage 1 decided"]);
    expect([mailsTo("an@"), mailsTo("bo@"), mailsTo("dries@")].map(({ length }) => length)).toEqual([
      1, 1, 1,
    ]);
    expect((await test.whole(dossier.id)).notes.filter(({ to }) => to === "applicant")).toMatchObject([
      { text: "In orde.", by: TEAM },
    ]);
  });

  it("of a DPO is answered to that DPO alone", async () => {
    await message(DPO);

    await decide(FIRST, "answered", { answer: "Bedankt." });

    expect([mailsTo("an@"), mailsTo("dries@")].map(({ length }) => length)).toEqual([0, 1]);
  });

  it("that nobody needs to answer is put aside: nobody gets a mail", async () => {
    await message();

    await decide(FIRST, "no-answer");

    expect(await tasks()).toEqual(["AnswerMessage 1 decided"]);
    expect(mailsTo("an@")).toEqual([]);
  });

  it("that came while somebody answered is a next task", async () => {
    const first = await message();
    const second = await message();

    await decide(FIRST, "answered", { answer: "Over je eerste bericht.", messages: first });

    expect(await tasks()).toEqual(["AnswerMessage 1 decided", "AnswerMessage 2 open"]);
    await decide(SECOND_TASK, "no-answer", { messages: second });
    expect((await tasks()).filter((task) => task.endsWith("open"))).toEqual([]);
  });

  it("at the same moment as another opens one task", async () => {
    await Promise.all([message(CONTACT, "m-a"), message(DPO, "m-b"), message(CONTACT, "m-c")]);
    await test.sweep();

    expect(await tasks()).toEqual(["AnswerMessage 1 open"]);
    expect(mailsTo("led@")).toHaveLength(3);
  });

  it("opens its task by follow-up when the function ends after its record", async () => {
    const sendMail = () => Promise.reject(new RetryLater("MAIL_UNAVAILABLE", {}));
    const askForAnswer = () => Promise.reject(new RetryLater("TABLE_UNAVAILABLE", {}));
    await createMessageTeam({ ...test.acts, sendMail, askForAnswer })(dossier, CONTACT, {
      id: "m",
      text: "Dag",
    });
    expect(await tasks()).toEqual([]);

    await createSendMessages(test.acts)(dossier.id);
    await createSendMessages(test.acts)(dossier.id);

    expect(await tasks()).toEqual(["AnswerMessage 1 open"]);
    expect(mailsTo("led@")).toHaveLength(1);
  });
});

it("an answer to an unconfirmed sender goes to the contacts, not to an address of the mail", async () => {
  const by: Actor = { role: "system", id: UNCONFIRMED, name: "Wie Weet (afzender niet bevestigd)" };
  const note = { id: "m", at: NOW, by, text: "Stuur me alles." };
  await createRecordReceived(test.acts)(dossier.id, note);
  const task = await test.task(dossier.id, FIRST);
  expect(titleOf(task, test.acts.definitions)).toBe("Bericht van Wie Weet (afzender niet bevestigd)");

  await decide(FIRST, "answered", { answer: "Dat mag niet." });

  expect([mailsTo("an@"), mailsTo("bo@")].map(({ length }) => length)).toEqual([1, 1]);
});

it("an answer of a program that names no known message goes to the contacts", async () => {
  await message(DPO);

  await decide(FIRST, "answered", { answer: "In orde.", messages: "unknown" });

  expect([mailsTo("an@"), mailsTo("bo@")].map(({ length }) => length)).toEqual([1, 1]);
});

it("a dossier that closes closes the task, and a message after it is a mail only", async () => {
  await message();

  await test.acts.withdraw(dossier.id, TEAM, "Zonder voorwerp.");
  await test.sweep();
  await message();

  expect(await tasks()).toEqual(["AnswerMessage 1 closed"]);
  expect(mailsTo("led@").at(-1)?.text).toContain("Dag, dit is message-");
});
