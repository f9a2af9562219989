import { setTimeout as pause } from "node:timers/promises";
import { beforeEach, expect, it } from "vitest";
import { addMinutes } from "../../functions/domain/calendar.ts";
import { InProgress, RetryLater } from "../../functions/domain/errors.ts";
import { createApplication } from "../../functions/application/application.ts";
import { openFileTable } from "../adapters/database.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { backendForEachTest } from "../application/backend.ts";

const test = backendForEachTest(await openFileTable());
let key = "";
let number = 0;

beforeEach(() => {
  key = `mail-${++number}`;
});

const send = (acts = test.acts) =>
  acts.sendMail({
    ...{ key, template: "test", about: aDossier(), to: { name: "An", email: "an@voorbeeldegem.example" } },
    ...{ subject: "Vul de intake in", paragraphs: [] },
  });
const record = () => test.backend.mails.find(aDossier().id, key);
/** A sender that claimed the mail and crashed. */
const dieBeforeSending = () =>
  test.backend.mails.claim(aDossier().id, {
    ...{ key, template: "test", to: ["an@voorbeeldegem.example"], subject: "Vul de intake in" },
    ...{ status: "sending", at: NOW, claimedBy: "another", claimedUntil: addMinutes(NOW, 2) },
  });

it("of five concurrent senders one sends, and all report the result", async () => {
  test.mailer.onTheWay = () => pause(20);

  await Promise.all([send(), send(), send(), send(), send()]);

  expect(test.mailer.sent).toHaveLength(1);
  expect(await record()).toMatchObject({ status: "sent", messageId: "message-1" });
});

it("a mail that another sender is sending is not reported as sent", async () => {
  await dieBeforeSending();

  await expect(send()).rejects.toThrow(InProgress);
  await expect(send()).rejects.toMatchObject({ name: "RetryLater" });
  expect(test.mailer.sent).toEqual([]);
});

it("a mail whose sender crashed is sent by the retry, once", async () => {
  await dieBeforeSending();
  test.time.now = addMinutes(NOW, 2);
  test.mailer.onTheWay = () => pause(20);

  await Promise.all([send(), send()]);

  expect(test.mailer.sent).toHaveLength(1);
});

it("a mail that SES could not accept is sent by the retry, without waiting for the claim to end", async () => {
  test.mailer.isDown = true;
  await expect(send()).rejects.toThrow(RetryLater);
  test.mailer.isDown = false;

  await send();

  expect(test.mailer.sent).toHaveLength(1);
});

it("what the log needs is written before SES gets the mail, so that its failure sends nothing twice", async () => {
  const { mails } = test.backend;
  const willBeLogged = () => Promise.reject(new RetryLater("TABLE_UNAVAILABLE"));
  await expect(
    send(createApplication({ ...test.backend, mails: { ...mails, willBeLogged } })),
  ).rejects.toThrow(RetryLater);
  expect(test.mailer.sent).toHaveLength(0);

  await send();

  expect(test.mailer.sent).toHaveLength(1);
});

/** The answer to the record that it was sent is lost; the record was written or not. */
const losing = (isWritten: boolean) => {
  const { mails } = test.backend;
  const settle: typeof mails.settle = async (...given) => {
    if (isWritten) await mails.settle(...given);
    throw new RetryLater("TABLE_UNAVAILABLE");
  };
  return createApplication({ ...test.backend, mails: { ...mails, settle } });
};

it("a mail that is recorded as sent, with a lost answer, is not sent again", async () => {
  await expect(send(losing(true))).rejects.toThrow(RetryLater);

  await send();

  expect(test.mailer.sent).toHaveLength(1);
  expect(await record()).toMatchObject({ status: "sent", messageId: "message-1" });
});

it("a mail that was sent but not recorded is sent again only after the claim has ended", async () => {
  await expect(send(losing(false))).rejects.toThrow(RetryLater);

  await expect(send()).rejects.toThrow(InProgress);
  expect(test.mailer.sent).toHaveLength(1);
});

it("a mail whose text cannot be stored is not sent", async () => {
  test.archive.isDown = true;

  await expect(send()).rejects.toThrow(RetryLater);
  expect(test.mailer.sent).toEqual([]);

  test.archive.isDown = false;
  await send();
  expect(test.mailer.sent).toHaveLength(1);
  expect([...test.archive.kept.keys()]).toEqual([`${aDossier().id}/${key}`]);
});
