import { beforeEach, expect, it } from "vitest";
import { addDays, addMinutes } from "../../functions/domain/calendar.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { createRecordReceived } from "../../functions/dossiers/send-message.ts";
import { createSettleNewMail } from "../../functions/receive-mail/settle-new-mail.ts";
import { createVerifyLog } from "../../functions/log/verify-log.ts";
import { backendForEachTest } from "../application/backend.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aNewMail } from "../builders/new-mail.ts";
import { APPLICANT, TEAM } from "../builders/people.ts";
import { FakeReceivedFiles } from "../fakes/received-files.ts";
import { appleMail } from "./samples.ts";

const test = backendForEachTest();
const mail = aNewMail({ files: ["Protocol één.pdf"] });
let dossier: Dossier;
let files: FakeReceivedFiles;

beforeEach(async () => {
  dossier = await test.backend.dossiers.create(aDossier({ openedAt: NOW }));
  files = new FakeReceivedFiles();
  files.arrived.set(mail.received, appleMail({ to: "led@in.led.example" }));
  await test.backend.newMails.add(mail);
});

const settle = (newMails = test.backend.newMails) =>
  createSettleNewMail({
    ...test.acts,
    newMails,
    receivedFiles: files,
    recordReceived: createRecordReceived(test.acts),
  });
const notes = async () => (await test.whole(dossier.id)).notes;

it("a mail that is put with a dossier days later is of that day: the sealed log stays as it was", async () => {
  test.time.now = addDays(NOW, 3);
  await test.sweep();

  await settle().attach(mail.id, dossier.id, TEAM);

  const [note] = await notes();
  expect(note?.at).toBe(test.time.now);
  expect(note?.text).toContain("[Deze mail kwam aan op 23 november 2026");
  test.time.now = addDays(NOW, 5);
  await test.sweep();
  expect((await createVerifyLog(test.backend)(dossier.id)).difference).toBeUndefined();
});

it("a mail of before the last answer waits for an answer once it is put with the dossier", async () => {
  test.time.now = addMinutes(NOW, 60);
  await test.acts.messageTeam(dossier, APPLICANT, {
    id: "message-1",
    text: "Dag",
  });
  const decision = { outcome: "no-answer", fields: {}, documents: [], by: TEAM };
  await test.acts.decideTask(dossier.id, "AnswerMessage-1-1", decision);

  test.time.now = addMinutes(NOW, 120);
  await settle().attach(mail.id, dossier.id, TEAM);

  expect((await test.task(dossier.id, "AnswerMessage-1-2")).status).toBe("open");
});

it("putting a mail with a dossier goes on after an interruption, with the note that is there", async () => {
  const remove = () => Promise.reject(new Error("interrupted"));
  await expect(
    settle({ ...test.backend.newMails, remove }).attach(mail.id, dossier.id, TEAM),
  ).rejects.toThrow("interrupted");

  expect(await settle().attach(mail.id, dossier.id, TEAM)).toBe("done");

  expect((await notes()).map(({ text }) => text.includes("bij de documenten"))).toEqual([true]);
  expect(await test.backend.newMails.find(mail.id)).toBeUndefined();
});
