import { beforeEach, expect, it } from "vitest";
import { resultOf } from "../../functions/adapters/ses/result-of.ts";
import { addDays, addMinutes } from "../../functions/domain/calendar.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import type { DeliveryResult } from "../../functions/domain/records.ts";
import { submitIntake } from "../../functions/intake/submit-intake.ts";
import { createRecordDelivery } from "../../functions/tasks/record-delivery.ts";
import { createRescheduleTask } from "../../functions/tasks/reschedule-tasks.ts";
import { backendForEachTest } from "../application/backend.ts";
import { aDossier, NOW } from "../builders/dossier.ts";

const test = backendForEachTest();
const TASK = "SubmitIntake-1-1";
const OPENED = `opened/${TASK}`;
let dossier: Dossier;

beforeEach(async () => {
  dossier = await test.backend.dossiers.create(aDossier());
});

const ask = () => test.acts.openTask(submitIntake, dossier, {});
const report = (result: DeliveryResult, { key = OPENED, at = test.time.now } = {}) => {
  const reschedule = createRescheduleTask(test.acts);
  return createRecordDelivery({ ...test.acts, reschedule })({ dossierId: dossier.id, key }, { result, at });
};
const task = () => test.task(dossier.id, TASK);
const mail = async (key = OPENED) => (await test.whole(dossier.id)).mails.find((one) => one.key === key);
const toTeam = () => test.mailer.sent.filter(({ to }) => to[0]?.email === "led@team.example");

it("a mail that arrived is recorded, and nothing else changes", async () => {
  await ask();
  const before = await task();

  await report("delivered");

  expect((await mail())?.delivery).toEqual({ result: "delivered", at: NOW });
  expect(await task()).toEqual(before);
  expect(toTeam()).toEqual([]);
});

it.each([
  ["Email Delivered", undefined, "delivered"],
  ["Email Delivery Delayed", undefined, "delayed"],
  ["Email Rejected", undefined, "rejected"],
  ["Email Complaint Received", undefined, "complained"],
  ["Email Bounced", ["Permanent", "General"], "bounced"],
  ["Email Bounced", ["Permanent", "OnAccountSuppressionList"], "suppressed"],
  ["Email Bounced", ["Permanent", "Suppressed"], "suppressed"],
  ["Email Bounced", ["Transient", "MailboxFull"], "returned"],
  ["Email Opened", undefined, undefined],
] as const)("an event of SES, %s %s, says that a mail was %s", (type, bounce, result) => {
  const [bounceType, bounceSubType] = bounce ?? [];

  expect(resultOf(type, bounceType && bounceSubType ? { bounceType, bounceSubType } : undefined)).toBe(
    result,
  );
});

it.each(["rejected", "suppressed", "returned"] as const)(
  "a mail that was %s is told to the team at once, and the time of its reader does not run",
  async (result) => {
    await ask();

    await report(result);

    expect(toTeam()).toHaveLength(1);
    expect(await task()).toMatchObject({ unreached: NOW });
    expect((await task()).deadline).toBeUndefined();
  },
);

it("a mail that is delayed, or called spam by its reader, stops no time", async () => {
  await ask();

  await report("delayed");
  await report("complained");

  expect(toTeam()).toEqual([]);
  expect((await task()).unreached).toBeUndefined();
  expect((await mail())?.delivery?.result).toBe("complained");
});

it("of events in any order the surest counts", async () => {
  await ask();

  await report("bounced");
  await report("delivered");
  await report("delayed");

  expect((await mail())?.delivery?.result).toBe("bounced");
});

it("a lost mail is told to the team once, with what to do", async () => {
  await ask();

  await report("bounced");
  await report("bounced");

  expect(toTeam().map(({ subject }) => subject)).toEqual([
    `[${dossier.reference}] ${dossier.organisation.name}: een mail kwam niet aan`,
  ]);
  expect(toTeam()[0]?.text).toContain("An Voorbeeld (an@voorbeeldegem.example)");
  expect(toTeam()[0]?.text).toContain("Het adres bestaat niet");
});

it("nobody was asked by a lost mail: no deadline and no reminder, and the team is asked after five days", async () => {
  await ask();

  await report("bounced");

  const { unreached, deadline, clocks } = await task();
  expect({ unreached, deadline }).toEqual({ unreached: NOW, deadline: undefined });
  expect(Object.keys(clocks)).toEqual(["stalled"]);
  test.time.now = addDays(NOW, 8);
  await test.sweep();
  expect((await test.whole(dossier.id)).tasks.map(({ kind }) => kind)).toContain("DecideStalled");
});

it("its time starts when a mail about it arrives", async () => {
  await ask();
  await report("bounced");
  test.time.now = addDays(NOW, 2);
  await test.acts.announce(submitIntake, await task(), dossier, { key: (usual) => `again/${usual}` });
  const arrived = addMinutes(test.time.now, 1);

  await report("delivered", { key: `again/${OPENED}`, at: arrived });

  const { unreached, since, deadline, clocks } = await task();
  expect({ unreached, since }).toEqual({ unreached: undefined, since: arrived });
  expect(deadline).toBe(addDays(arrived, 21));
  expect(clocks.reminder).toBe(addDays(arrived, 7));
});

it("a mail that comes back late stops nothing when a newer one arrived", async () => {
  await ask();
  test.time.now = addMinutes(NOW, 30);
  await test.acts.announce(submitIntake, await task(), dossier, { key: (usual) => `again/${usual}` });
  await report("delivered", { key: `again/${OPENED}` });

  await report("returned", { at: addDays(NOW, 1) });

  expect((await task()).unreached).toBeUndefined();
});

it("an address that SES refuses at once is as lost", async () => {
  test.mailer.refused.add("an@voorbeeldegem.example");

  await ask();

  expect(await task()).toMatchObject({ unreached: NOW });
  expect((await task()).deadline).toBeUndefined();
});
