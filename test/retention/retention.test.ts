import { PutCommand, ScanCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { keys } from "../../functions/adapters/dynamodb/keys.ts";
import { createLines } from "../../functions/adapters/dynamodb/lines.ts";
import { addDays, addMonths, addYears } from "../../functions/domain/calendar.ts";
import { RetryLater } from "../../functions/domain/errors.ts";
import { createFollowUp } from "../../functions/follow-up/create-follow-up.ts";
import { submitIntake } from "../../functions/intake/submit-intake.ts";
import { lineOf } from "../../functions/overview/line-of.ts";
import { createCompleteDeletion } from "../../functions/retention/delete-dossier.ts";
import { createFollowRetention } from "../../functions/retention/follow-retention.ts";
import { createSealErased } from "../../functions/log/seal-log.ts";
import { aSignedProtocol } from "../builders/agreement.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { APPLICANT, TEAM } from "../builders/people.ts";
import { backendForEachTest } from "../application/backend.ts";

const END = addYears(NOW, 1);
const NOTICE = addMonths(END, -1);
const { id, reference } = aDossier();

const test = backendForEachTest();

/** A dossier with a task, a note, a draft and mails, just closed. */
async function closed(differences: Parameters<typeof aDossier>[0] = {}) {
  const dossier = await test.backend.dossiers.create(aDossier(differences));
  test.workflow.executions.set(`${id}-1`, "running");
  await test.acts.openTask(submitIntake, dossier, { taskToken: "token-1" });
  await test.backend.dossiers.addNote(id, { id: "note-1", at: NOW, by: TEAM, text: "An Voorbeeld belde" });
  await read(NOW);
  await test.backend.publications.add({
    ...{ dossierId: id, reference, pass: 1, organisation: dossier.organisation.name, purpose: "Nakijken" },
    ...{ signedOn: "2026-11-01", start: "2026-12-01", documentId: "protocol-published-1-1" },
  });
  test.workflow.executions.clear();
  await test.acts.closeDossier(id, { outcome: "withdrawn", reason: "We doen het niet", by: APPLICANT });
}

/** A person of the team opens it. */
const read = (at: string) =>
  test.backend.readings.record(id, {
    ...{ day: at.slice(0, 10), at, what: "dossier" },
    by: { id: TEAM.id, name: TEAM.name, roles: ["led-team"] },
  });

async function sweepAt(time: string): Promise<string[]> {
  test.time.now = time;
  const failures: string[] = [];
  await createFollowUp(test.acts, (_due, error) => failures.push(String(error)))(() => true);
  return failures;
}

const find = () => test.backend.dossiers.find(id);
const notices = () => test.mailer.sent.filter(({ subject }) => subject.includes("wordt verwijderd"));
/** Written by concurrent work. */
const lateItem = (Item: Record<string, unknown>) =>
  test.table.client.send(new PutCommand({ TableName: "dossiers", Item }));

async function items() {
  const { Items = [] } = await test.table.client.send(new ScanCommand({ TableName: "dossiers" }));
  // The digest and the figures belong to no dossier; they have their own retention.
  return Items.filter(({ pk, sk }) => sk !== "LINK" && !/^(DIGEST|OVERVIEW)/.test(String(pk)));
}

describe("a closed dossier", () => {
  it("gets the clocks of its notice and its deletion, and nothing happens before the notice", async () => {
    await closed();

    expect((await find())?.clocks).toEqual({ retentionNotice: NOTICE, retention: END });
    await sweepAt(addMonths(NOTICE, -1));
    expect(notices()).toEqual([]);
    expect(await find()).toBeDefined();
  });

  it("is kept longer with a signed protocol", async () => {
    await closed({ protocol: aSignedProtocol() });

    expect((await find())?.clocks["retention"]).toBe(addYears(NOW, 10));
  });

  it("gets none under a legal hold", async () => {
    await closed({ legalHold: { by: TEAM, reason: "Klacht", at: NOW } });

    expect((await find())?.clocks).toEqual({});
  });
});

describe("retention", () => {
  it("notifies the team a month before, once, with a link to the dossier", async () => {
    await closed();

    await sweepAt(NOTICE);
    await sweepAt(addMonths(NOTICE, 0));

    expect(notices()).toHaveLength(1);
    expect(notices()[0]).toMatchObject({ to: [{ email: "led@team.example" }] });
    expect(notices()[0]?.text).toContain(`https://led.example/live/admin/dossiers/${id}`);
    expect((await find())?.clocks).toEqual({ retention: END });
  });

  it("deletes everything at the end: only the tombstone remains, without any name", async () => {
    await closed();
    await sweepAt(NOTICE);

    expect(await sweepAt(END)).toEqual([]);

    const left = await items();
    expect(left).toHaveLength(1);
    expect(left[0]).toMatchObject({
      status: "DELETED",
      reference,
      deletedAt: END,
      rule: "RETENTION-01",
      outcome: "withdrawn",
      counts: { documents: 0, mails: 4, tasks: 1 },
      clocks: { deletion: addDays(END, 1) },
    });
    const figures = await test.backend.lines.findStatistics();
    expect(figures).toMatchObject({ dossiers: 0 });
    expect(JSON.stringify([left, figures])).not.toMatch(/Voorbeeld|example|Lies/);
    expect([...test.archive.kept.keys()]).toEqual([]);
    expect(await find()).toBeUndefined();
    expect(await test.backend.dossiers.findWhole(id)).toBeUndefined();
    expect(await test.backend.dossiers.findIdByReference(reference)).toBeUndefined();
    expect((await test.backend.tombstones.list()).items).toEqual([{ id, reference, deletedAt: END }]);
  });

  it("continues an interrupted deletion at the next sweep, and keeps the counts", async () => {
    await closed();
    await sweepAt(NOTICE);
    test.files.isDown = true;
    expect(await sweepAt(END)).toEqual([expect.stringContaining("BUCKET_UNAVAILABLE")]);
    expect(await find()).toBeUndefined();
    expect((await items()).length).toBeGreaterThan(5);
    // Half of the remains is already deleted.
    await test.backend.tombstones.clear({ id, reference });
    test.files.isDown = false;

    expect(await sweepAt(addMonths(END, 1))).toEqual([]);

    expect(await items()).toMatchObject([{ counts: { mails: 4 }, deletedAt: END, clocks: {} }]);
    expect(test.files.removed).toEqual([id]);
  });

  it("after months without a sweep still sends the notice first, and deletes a month later", async () => {
    await closed();
    const late = addMonths(END, 3);

    await sweepAt(late);

    expect(notices()).toHaveLength(1);
    expect((await find())?.clocks).toEqual({ retention: addMonths(late, 1) });
    await sweepAt(addMonths(late, 1));
    expect(await find()).toBeUndefined();
  });

  it("never combines the notice and the deletion, in any order of the clocks", async () => {
    await closed();
    test.time.now = addMonths(END, 3);
    const follow = createFollowRetention({
      ...test.acts,
      completeDeletion: createCompleteDeletion({ ...test.acts, sealErased: createSealErased(test.acts) }),
    });
    const dossier = await find();
    if (!dossier) throw new Error("no dossier");

    await follow(dossier);
    await follow(dossier);

    expect(notices()).toHaveLength(1);
    expect((await find())?.clocks).toEqual({ retention: addMonths(test.time.now, 1) });
  });

  it("does not delete when the notice could not be mailed", async () => {
    await closed();
    test.mailer.isDown = true;
    await sweepAt(END);

    expect(await find()).toBeDefined();
  });

  it("applies a period that became longer after the notice", async () => {
    await closed();
    await sweepAt(NOTICE);
    test.acts.retention.other = 3;

    await sweepAt(END);

    expect((await find())?.clocks).toEqual({
      retentionNotice: addMonths(addYears(NOW, 3), -1),
      retention: addYears(NOW, 3),
    });
  });
});

describe("a legal hold", () => {
  it("stops notice and deletion, and is in the record with its reason", async () => {
    await closed();

    expect(await test.acts.setLegalHold(id, TEAM, "Er loopt een klacht")).toEqual({ allowed: true });

    for (const time of [NOTICE, END, addYears(END, 5)]) expect(await sweepAt(time)).toEqual([]);
    expect(notices()).toEqual([]);
    const whole = await test.backend.dossiers.findWhole(id);
    expect(whole?.dossier.legalHold).toMatchObject({ by: TEAM, reason: "Er loopt een klacht" });
    expect(whole?.changes.filter(({ what }) => what.startsWith("legalHold"))).toMatchObject([
      { what: "legalHold", by: TEAM, to: { reason: "Er loopt een klacht" } },
    ]);
  });

  it("stops the deletion when it is set after the notice", async () => {
    await closed();
    await sweepAt(NOTICE);
    await test.acts.setLegalHold(id, TEAM, "Er loopt een klacht");

    await sweepAt(END);

    expect(await find()).toBeDefined();
  });

  it("that is lifted after the end leaves a month between a new notice and the deletion", async () => {
    await closed();
    await sweepAt(NOTICE);
    await test.acts.setLegalHold(id, TEAM, "Er loopt een klacht");
    test.time.now = addYears(END, 1);

    await test.acts.liftLegalHold(id, TEAM, "De klacht is behandeld");

    await sweepAt(test.time.now);
    expect(notices()).toHaveLength(2);
    expect((await find())?.clocks).toEqual({ retention: addMonths(test.time.now, 1) });
    await sweepAt(addMonths(test.time.now, 1));
    expect(await find()).toBeUndefined();
  });

  it("is set once and lifted once", async () => {
    await closed();
    await test.acts.setLegalHold(id, TEAM, "Er loopt een klacht");

    expect(await test.acts.setLegalHold(id, TEAM, "Nog een")).toMatchObject({ allowed: false });
    expect(await test.acts.liftLegalHold(id, TEAM, "Klaar")).toEqual({ allowed: true });
    expect(await test.acts.liftLegalHold(id, TEAM, "Klaar")).toMatchObject({ allowed: false });
  });

  it("of an open dossier applies from its closing", async () => {
    await test.backend.dossiers.create(aDossier());

    await test.acts.setLegalHold(id, TEAM, "Er loopt een klacht");
    await test.acts.liftLegalHold(id, TEAM, "Klaar");

    expect(await find()).toMatchObject({ status: "ONBOARDING", clocks: {} });
  });

  it("that is set between the evaluation and the deletion wins", async () => {
    await closed();
    await sweepAt(NOTICE);
    const whole = await test.backend.dossiers.findWhole(id);
    if (whole?.dossier.status !== "CLOSED") throw new Error("not closed");
    await test.acts.setLegalHold(id, TEAM, "Er loopt een klacht");

    await expect(
      test.acts.buryDossier({ ...whole, dossier: whole.dossier }, { rule: "RETENTION-01" }),
    ).rejects.toThrow("WRITE_CONFLICT");
  });
});

describe("erasure on request", () => {
  it("deletes a closed dossier at once, and the tombstone has rule and ground", async () => {
    await closed();

    expect(await test.acts.eraseDossier(id, "objection")).toEqual({ allowed: true });

    expect(await find()).toBeUndefined();
    await sweepAt(NOW);
    expect(await items()).toMatchObject([{ rule: "ERASE-01", ground: "objection" }]);
  });

  it("checks again a day later for concurrent work: a mail, an export, a reading", async () => {
    await closed();
    await test.acts.eraseDossier(id, "objection");
    await sweepAt(NOW);
    expect(await items()).toHaveLength(1);
    await test.archive.keep(`${id}/late`, "Dag An Voorbeeld");
    test.files.exports.set(`${id}/export`, new Uint8Array(1));
    const record = { key: "late", template: "x", to: ["an@voorbeeldegem.example"], subject: "Laat" };
    await lateItem({ ...record, status: "sent", at: NOW, ...keys.mail(id, "late") });
    await read(NOW);

    await sweepAt(addDays(NOW, 1));

    const left = await items();
    expect(left).toMatchObject([{ rule: "ERASE-01", clocks: {} }]);
    expect(left[0]).not.toHaveProperty("dueAt");
    expect([[...test.archive.kept.keys()], [...test.files.exports.keys()]]).toEqual([[], []]);
  });

  it.each([1, 2, 3, 4])(
    "leaves no line when it comes before write %i of a concurrent sweep",
    async (place) => {
      await closed();
      const { client, name } = test.table;
      let writes = 0;
      const interleaved = new Proxy(client, {
        get(target, property, receiver) {
          if (property !== "send") return Reflect.get(target, property, receiver) as unknown;
          return async (command: TransactWriteCommand) => {
            if (command instanceof TransactWriteCommand && ++writes === place) {
              await test.acts.eraseDossier(id, "objection");
              await test.backend.tombstones.clear({ id, reference });
            }
            return target.send(command);
          };
        },
      });
      const whole = await test.whole(id);
      // More words than fit in one write.
      const words = [...Array(150).keys()]
        .map((number) => `voorbeeld${number}`)
        .concat("an@voorbeeld.example");
      const many = words.map(
        (word, at) => `${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}${word}`,
      );

      const keeping = createLines({ client: interleaved, name }).keep(lineOf(whole, NOW), many);

      await expect(keeping).rejects.toThrow("WRITE_CONFLICT");
      expect(await items()).toMatchObject([{ status: "DELETED" }]);
    },
  );

  it("is refused under a legal hold, and keeps the dossier", async () => {
    await closed();
    await test.acts.setLegalHold(id, TEAM, "Er loopt een klacht");

    expect(await test.acts.eraseDossier(id, "objection")).toMatchObject({
      allowed: false,
      reasons: [{ rule: "RETENTION-03" }],
    });
    expect(await find()).toBeDefined();
  });
});

it("an unconfirmed contact form leaves no mail that the table would keep", async () => {
  await test.acts.sendMail({
    key: "confirmation",
    template: "ConfirmContact",
    about: { id: "request-1" },
    to: { email: "an@voorbeeldegem.example" },
    subject: "Bevestig",
    paragraphs: [],
    keptDays: 8,
  });

  expect(await items()).toMatchObject([{ expiresAt: Date.parse(addDays(NOW, 8)) / 1000 }]);
  expect([...test.archive.kept.keys()]).toEqual(["kept-8-days/request-1/confirmation"]);
});

it("an interrupted closing sets the clocks of its retention when it is completed", async () => {
  test.mailer.isDown = true;
  await test.backend.dossiers.create(aDossier());
  const closing = { outcome: "withdrawn", reason: "We doen het niet", by: APPLICANT } as const;
  await expect(test.acts.closeDossier(id, closing)).rejects.toThrow(RetryLater);
  test.mailer.isDown = false;

  await test.acts.closeDossier(id, closing);

  expect((await find())?.clocks).toEqual({ retentionNotice: NOTICE, retention: END });
});
