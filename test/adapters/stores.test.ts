import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createContactRequests } from "../../functions/adapters/dynamodb/contact-requests.ts";
import { createDigests } from "../../functions/adapters/dynamodb/digests.ts";
import { createDossiers } from "../../functions/adapters/dynamodb/dossiers.ts";
import { createDueItems } from "../../functions/adapters/dynamodb/due-items.ts";
import { createHumanTasks } from "../../functions/adapters/dynamodb/human-tasks.ts";
import { DUE_SHARDS, keys, STAFF_PARTITION } from "../../functions/adapters/dynamodb/keys.ts";
import { overwrite } from "../../functions/adapters/dynamodb/writes.ts";
import { createLimits } from "../../functions/adapters/dynamodb/limits.ts";
import { createLinks } from "../../functions/adapters/dynamodb/links.ts";
import { createMailRecords } from "../../functions/adapters/dynamodb/mail-records.ts";
import { createSessions } from "../../functions/adapters/dynamodb/sessions.ts";
import { createStaff } from "../../functions/adapters/dynamodb/staff.ts";
import { createTombstones } from "../../functions/adapters/dynamodb/tombstones.ts";
import { addMinutes } from "../../functions/domain/calendar.ts";
import { Conflict, Withdrawn } from "../../functions/domain/errors.ts";
import { taskId } from "../../functions/domain/human-task.ts";
import { SYSTEM } from "../../functions/domain/people.ts";
import { aDossier, NOW, inStatus } from "../builders/dossier.ts";
import { aDecision, aTask } from "../builders/task.ts";
import { ENGINES, openTestTable, type TestTable } from "./database.ts";

let number = 0;
const aNewDossier = (differences: Parameters<typeof aDossier>[0] = {}) => {
  number += 1;
  return aDossier({
    id: `01HZ${String(number).padStart(22, "0")}`,
    reference: `LED-2026-${String(number).padStart(5, "0")}`,
    ...differences,
  });
};

describe.each(ENGINES)("the stores on $name", ({ engine }) => {
  let opened: TestTable;
  let time = NOW;
  const now = () => new Date(time);
  const dossiers = () => createDossiers(opened.table);
  const tasks = () => createHumanTasks(opened.table);

  beforeAll(async () => {
    opened = await openTestTable(engine);
  });
  beforeEach(() => {
    time = NOW;
  });
  afterAll(() => opened.database.stop());

  describe("dossiers", () => {
    it("a created dossier can be found by its id and its reference", async () => {
      const dossier = await dossiers().create(aNewDossier());

      expect(await dossiers().find(dossier.id)).toEqual(dossier);
      expect(await dossiers().findIdByReference(dossier.reference)).toBe(dossier.id);
    });

    it("a dossier is created once", async () => {
      const dossier = await dossiers().create(aNewDossier());

      await expect(dossiers().create(dossier)).rejects.toThrow(Conflict);
    });

    it("of two concurrent writes over the same version one wins", async () => {
      const dossier = await dossiers().create(aNewDossier());

      const saved = await dossiers().save({ ...dossier, stage: "DPIA" });

      await expect(dossiers().save({ ...dossier, stage: "PROTOCOL" })).rejects.toThrow(Conflict);
      expect(await dossiers().find(dossier.id)).toEqual(saved);
    });

    it("a change is recorded in the transaction of the write", async () => {
      const dossier = await dossiers().create(aNewDossier());
      const change = { id: "c1", at: NOW, by: SYSTEM, what: "stage", from: "INTAKE", to: "DPIA" };

      await dossiers().save({ ...dossier, stage: "DPIA" }, [change]);
      await expect(dossiers().save(dossier, [{ ...change, id: "c2" }])).rejects.toThrow(Conflict);

      expect((await dossiers().findWhole(dossier.id))?.changes).toEqual([change]);
    });

    it("a change that drops a fact is read back", async () => {
      const dossier = await dossiers().create(aNewDossier());
      const change = { id: "c1", at: NOW, by: SYSTEM, what: "protocol", from: { term: "…" }, to: undefined };

      await dossiers().save(dossier, [change]);

      expect((await dossiers().findWhole(dossier.id))?.changes).toEqual([change]);
    });

    it("a reference is issued once, also for a hundred concurrent requests", async () => {
      const given = await Promise.all(Array.from({ length: 100 }, () => dossiers().takeReference(2031)));

      expect(new Set(given).size).toBe(100);
      expect(given.every((reference) => /^LED-2031-\d{5}$/.test(reference))).toBe(true);
    });

    it("a list by stage or by organisation shows a summary only", async () => {
      const organisation = { name: "OCMW Fictief", type: "ocmw" as const, enterpriseNumber: "0428759497" };
      const dossier = await dossiers().create(aNewDossier({ stage: "MAGDA", organisation }));

      const summary = {
        id: dossier.id,
        reference: dossier.reference,
        organisationName: "OCMW Fictief",
        organisationType: "ocmw",
        status: "ONBOARDING",
        stage: "MAGDA",
        since: NOW,
      };
      expect((await dossiers().listByStage("MAGDA")).items).toEqual([summary]);
      expect(await dossiers().listByOrganisation("0428759497")).toEqual([summary]);

      await tasks().open(aTask({ dossierId: dossier.id, kind: "ConnectMagda", stage: "MAGDA" }), dossier);
      expect((await dossiers().listByStage("MAGDA")).items).toEqual([summary]);
    });
  });

  describe("human tasks", () => {
    it("opening twice creates one task, and the second call returns the first", async () => {
      const dossier = await dossiers().create(aNewDossier());
      const task = aTask({ dossierId: dossier.id });

      const first = await tasks().open(task, dossier);
      const second = await tasks().open({ ...task, taskToken: "token-2" }, dossier);

      expect(first.isNew).toBe(true);
      expect(second).toEqual({ task, isNew: false });
    });

    it("no task opens on a dossier that is being withdrawn", async () => {
      const closing = { by: SYSTEM, reason: "test", at: NOW };
      const dossier = await dossiers().create(aNewDossier({ request: { closing } }));

      await expect(tasks().open(aTask({ dossierId: dossier.id }), dossier)).rejects.toThrow(Withdrawn);
    });

    it("no task opens on a dossier that was closed meanwhile", async () => {
      const dossier = await dossiers().create(aNewDossier());
      const closed = { at: NOW, outcome: "ended", reason: "", by: SYSTEM } as const;
      await dossiers().save(inStatus(dossier, { status: "CLOSED", closed }));

      await expect(tasks().open(aTask({ dossierId: dossier.id }), dossier)).rejects.toThrow(Withdrawn);
    });

    it("of two concurrent decisions one is stored", async () => {
      const dossier = await dossiers().create(aNewDossier());
      const { task } = await tasks().open(aTask({ dossierId: dossier.id }), dossier);
      const outcomes = ["agree", "other-dates"];

      const results = await Promise.allSettled(
        outcomes.map((outcome) => tasks().recordDecision(task, aDecision({ outcome }), dossier, [])),
      );

      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const [loser] = results.filter((result) => result.status === "rejected");
      expect(loser?.reason).toBeInstanceOf(Conflict);
    });

    it("a decision and its facts are stored in one write", async () => {
      const dossier = await dossiers().create(aNewDossier());
      const { task } = await tasks().open(aTask({ dossierId: dossier.id }), dossier);
      await dossiers().save(dossier);

      const late = tasks().recordDecision(task, aDecision(), { ...dossier, stage: "DPIA" }, []);

      await expect(late).rejects.toThrow(Conflict);
      expect((await tasks().find(dossier.id, "SubmitIntake-1-1"))?.status).toBe("open");
    });

    it("binding a token returns an earlier decision", async () => {
      const dossier = await dossiers().create(aNewDossier());
      const { task } = await tasks().open(aTask({ dossierId: dossier.id }), dossier);
      await tasks().recordDecision(task, aDecision(), dossier, []);

      const bound = await tasks().bind(dossier.id, "SubmitIntake-1-1", "token-2");

      expect(bound).toMatchObject({ status: "decided", taskToken: "token-2", deliveries: 0 });
      expect(bound.decision).toEqual(aDecision());
    });

    it("a decided task leaves the inbox and stays due until it is consumed", async () => {
      const dossier = await dossiers().create(aNewDossier());
      const { task } = await tasks().open(aTask({ dossierId: dossier.id, audience: "led-dpo" }), dossier);
      expect((await tasks().listOpen("led-dpo")).items).toHaveLength(1);

      await tasks().recordDecision(task, aDecision(), dossier, []);
      expect((await tasks().listOpen("led-dpo")).items).toHaveLength(0);
      expect(await dueOf(dossier.id)).toEqual(["SubmitIntake-1-1"]);

      await tasks().markConsumed(dossier.id, "SubmitIntake-1-1", NOW);
      expect(await dueOf(dossier.id)).toEqual([]);
      expect(await tasks().find(dossier.id, "SubmitIntake-1-1")).not.toHaveProperty("taskToken");
    });

    it("marking a delivery after the consumption changes nothing", async () => {
      const dossier = await dossiers().create(aNewDossier());
      const { task } = await tasks().open(aTask({ dossierId: dossier.id }), dossier);
      await tasks().recordDecision(task, aDecision(), dossier, []);
      await tasks().markConsumed(dossier.id, "SubmitIntake-1-1", NOW);

      await tasks().markDelivery(dossier.id, "SubmitIntake-1-1", NOW);

      expect(await dueOf(dossier.id)).toEqual([]);
    });

    it("closing leaves a decided task unchanged", async () => {
      const dossier = await dossiers().create(aNewDossier());
      const { task } = await tasks().open(aTask({ dossierId: dossier.id }), dossier);
      await tasks().recordDecision(task, aDecision(), dossier, []);

      await tasks().close(dossier.id, "SubmitIntake-1-1", NOW);

      expect((await tasks().find(dossier.id, "SubmitIntake-1-1"))?.status).toBe("decided");
    });

    it("closing concurrently is idempotent and does not fail", async () => {
      const dossier = await dossiers().create(aNewDossier());
      const { task } = await tasks().open(aTask({ dossierId: dossier.id }), dossier);

      await Promise.all(Array.from({ length: 8 }, () => tasks().close(dossier.id, taskId(task), NOW)));

      expect((await tasks().find(dossier.id, taskId(task)))?.status).toBe("closed");
    });

    it("of two drafts based on the same version the second is refused, and a decision deletes the draft", async () => {
      const dossier = await dossiers().create(aNewDossier());
      const { task } = await tasks().open(aTask({ dossierId: dossier.id }), dossier);
      const draft = {
        taskId: "SubmitIntake-1-1",
        outcome: "submitted",
        values: { purpose: "…" },
        version: 1,
        at: NOW,
      };

      await tasks().saveDraft(dossier.id, draft);
      await expect(tasks().saveDraft(dossier.id, { ...draft, values: {} })).rejects.toThrow(Conflict);
      expect(await tasks().findDraft(dossier.id, "SubmitIntake-1-1")).toEqual(draft);

      await tasks().recordDecision(task, aDecision(), dossier, []);
      expect(await tasks().findDraft(dossier.id, "SubmitIntake-1-1")).toBeUndefined();
      await expect(tasks().saveDraft(dossier.id, draft)).rejects.toThrow(Conflict);
    });

    it("a sent reminder sets the next, and the last one sets none", async () => {
      const dossier = await dossiers().create(aNewDossier());
      await tasks().open(aTask({ dossierId: dossier.id, clocks: { reminder: NOW } }), dossier);
      const next = "2026-12-14T09:00:00.000Z";

      await tasks().markReminder(dossier.id, "SubmitIntake-1-1", 1, next);
      expect((await tasks().find(dossier.id, "SubmitIntake-1-1"))?.clocks).toEqual({ reminder: next });

      await tasks().markReminder(dossier.id, "SubmitIntake-1-1", 2, undefined);
      expect((await tasks().find(dossier.id, "SubmitIntake-1-1"))?.clocks).toEqual({});
    });

    it("new times of an open task appear in the inbox, with the holds of its dossier", async () => {
      const hold = { by: SYSTEM, reason: "Fusie", since: NOW, until: "2027-01-01T00:00:00.000Z" };
      const dossier = await dossiers().create(aNewDossier());
      const { task } = await tasks().open(
        aTask({
          dossierId: dossier.id,
          audience: "leading-official",
          deadline: NOW,
          clocks: { reminder: NOW },
        }),
        dossier,
      );
      const times = { since: NOW, deadline: "2027-01-20T00:00:00.000Z", reminders: 1, clocks: {} };

      await tasks().reschedule(task, times, { ...dossier, hold });

      expect(await tasks().find(dossier.id, "SubmitIntake-1-1")).toEqual({ ...task, ...times });
      expect((await tasks().listOpen("leading-official")).items).toMatchObject([
        { deadline: times.deadline, standstill: { pauses: [], hold: { since: NOW, until: hold.until } } },
      ]);
      expect(await dueOf(dossier.id)).toEqual([]);

      await tasks().reschedule(task, { ...times, deadline: undefined, clocks: { stalled: NOW } }, dossier);

      expect(await tasks().find(dossier.id, "SubmitIntake-1-1")).not.toHaveProperty("deadline");
      expect(await dueOf(dossier.id)).toEqual(["SubmitIntake-1-1"]);
    });

    it("new times conflict when the task was restarted or decided", async () => {
      const dossier = await dossiers().create(aNewDossier());
      const { task } = await tasks().open(aTask({ dossierId: dossier.id }), dossier);
      const later = { ...task, since: "2026-12-01T00:00:00.000Z" };

      await tasks().reschedule(task, later, dossier);
      await expect(tasks().reschedule(task, task, dossier)).rejects.toThrow(Conflict);

      await tasks().recordDecision(later, aDecision(), dossier, []);
      await expect(tasks().reschedule(later, later, dossier)).rejects.toThrow(Conflict);
    });

    it("a decision closes the question that it settles, or is not stored", async () => {
      const dossier = await dossiers().create(aNewDossier());
      const { task } = await tasks().open(aTask({ dossierId: dossier.id }), dossier);
      const question = aTask({
        dossierId: dossier.id,
        kind: "DecideStalled",
        audience: "led-team",
        clocks: { reminder: NOW },
      });
      await tasks().open(question, dossier);

      await tasks().recordDecision(task, aDecision(), dossier, [], ["DecideStalled-1-1"]);

      expect(await tasks().find(dossier.id, "DecideStalled-1-1")).toMatchObject({
        status: "closed",
        clocks: {},
      });
      expect((await tasks().listOpen("led-team")).items).toEqual([]);
      const other = await dossiers().create(aNewDossier());
      const { task: open } = await tasks().open(aTask({ dossierId: other.id }), other);
      await expect(
        tasks().recordDecision(open, aDecision(), other, [], ["DecideStalled-1-1"]),
      ).rejects.toThrow(Conflict);
      expect((await tasks().find(other.id, "SubmitIntake-1-1"))?.status).toBe("open");
    });

    it("no task is in the list of dossiers of a stage", async () => {
      const dossier = await dossiers().create(aNewDossier({ stage: "OUT_OF_USE" }));
      await tasks().open(aTask({ dossierId: dossier.id, stage: "OUT_OF_USE" }), dossier);

      expect((await dossiers().listByStage("OUT_OF_USE")).items.map(({ id }) => id)).toEqual([dossier.id]);
    });
  });

  describe("the digest", () => {
    it("stores the next due time; of two concurrent writes over the same state one wins", async () => {
      const digests = createDigests(opened.table);
      expect(await digests.find()).toBeUndefined();
      const first = { due: "2026-11-24T06:30:00.000Z" };
      await digests.save(first, undefined);
      await expect(digests.save(first, undefined)).rejects.toThrow(Conflict);
      const second = { last: NOW, due: "2026-11-25T06:30:00.000Z" };

      await digests.save(second, first);

      await expect(digests.save(second, first)).rejects.toThrow(Conflict);
      expect(await digests.find()).toEqual(second);
    });
  });

  describe("notes", () => {
    const note = { id: "note-1", at: NOW, by: SYSTEM, text: "Wat er stond", to: "led-team" as const };
    const notesOf = async (id: string) => (await dossiers().findWhole(id))?.notes;

    it("are written once, also when concurrent, and returned as stored", async () => {
      const { id } = await dossiers().create(aNewDossier());

      const [first, second] = await Promise.all([
        dossiers().addNote(id, note),
        dossiers().addNote(id, { ...note, at: "2026-11-24T09:00:00.000Z" }),
      ]);

      expect(second).toEqual(first);
      expect(await notesOf(id)).toEqual([first]);
    });

    it.each([
      ["other words", { text: "Wat er niet stond" }],
      ["another reader", { to: "applicant" as const }],
      ["another writer", { by: { role: "led-team" as const, id: "staff-1", name: "Lies" } }],
    ])("never change: %s under the same id is refused", async (_what, differences) => {
      const { id } = await dossiers().create(aNewDossier());
      await dossiers().addNote(id, note);

      await expect(dossiers().addNote(id, { ...note, ...differences })).rejects.toThrow(Conflict);

      expect(await notesOf(id)).toEqual([note]);
    });

    it("are not written for a tombstone or an unknown dossier", async () => {
      const { id, reference, version } = await dossiers().create(aNewDossier());
      await createTombstones(opened.table).bury(
        {
          ...{ status: "DELETED", id, reference, deletedAt: NOW, rule: "RETENTION-01" },
          ...{ outcome: "withdrawn", closedAt: NOW, clocks: { deletion: NOW } },
          counts: { documents: 0, mails: 0, tasks: 0 },
        },
        version,
      );

      await expect(dossiers().addNote(id, note)).rejects.toThrow(Conflict);
      await expect(dossiers().addNote("01HZNOBODY", note)).rejects.toThrow(Conflict);
    });
  });

  describe("records", () => {
    it("are never overwritten by another record with the same id", async () => {
      const dossier = await dossiers().create(aNewDossier());
      const change = { id: "change-1", at: NOW, by: SYSTEM, what: "held" };
      const saved = await dossiers().save(dossier, [change]);

      await expect(dossiers().save(saved, [{ ...change, what: "hold-ended" }])).rejects.toThrow(Conflict);

      expect((await dossiers().findWhole(dossier.id))?.changes).toEqual([change]);
    });

    it("marking a reminder keeps a clock that was set after the task was read", async () => {
      const dossier = await dossiers().create(aNewDossier());
      const task = aTask({ dossierId: dossier.id, clocks: { reminder: NOW } });
      await tasks().open(task, dossier);

      await Promise.all([
        tasks().markReminder(dossier.id, taskId(task), 1, undefined),
        tasks().markDelivery(dossier.id, taskId(task), NOW),
      ]);

      expect(await tasks().find(dossier.id, taskId(task))).toMatchObject({
        ...{ reminders: 1, deliveries: 1, clocks: { undelivered: NOW } },
      });
    });
  });

  describe("the assignee of a task", () => {
    const anOpenTask = async () => {
      const dossier = await dossiers().create(aNewDossier());
      const task = aTask({ dossierId: dossier.id, kind: "AssessIntake", audience: "led-team" });
      return (await tasks().open(task, dossier)).task;
    };
    const change = (id: string) => ({ id, at: NOW, by: SYSTEM, what: "assignee.claimed" });
    const lies = { id: "staff-1", name: "Lies Team", at: NOW };

    it("is written with optimistic locking and with a record, and appears in the list", async () => {
      const task = await anOpenTask();

      const assigned = await tasks().assign(task, lies, change("c1"));
      await expect(tasks().assign(task, { ...lies, id: "staff-2" }, change("c2"))).rejects.toThrow(Conflict);
      const released = await tasks().assign(assigned, undefined, change("c3"));

      expect(assigned.assignee).toEqual(lies);
      expect(released.assignee).toBeUndefined();
      const whole = await dossiers().findWhole(task.dossierId);
      expect(whole?.changes.map(({ id }) => id)).toEqual(["c1", "c3"]);
      await tasks().assign(released, lies, change("c4"));
      const listed = (await tasks().listOpen("led-team")).items.find(
        ({ dossierId }) => dossierId === task.dossierId,
      );
      expect(listed?.assignee).toEqual(lies);
    });

    it("does not change after the decision", async () => {
      const task = await anOpenTask();
      const dossier = await dossiers().find(task.dossierId);
      if (dossier) await tasks().recordDecision(task, aDecision(), dossier, []);

      await expect(tasks().assign(task, lies, change("c1"))).rejects.toThrow(Conflict);
    });
  });

  describe("the people of the LED", () => {
    const staff = () => createStaff(opened.table);

    it("are stored as of their last sign-in, under a key without their identity", async () => {
      const first = { subject: "staff-9", name: "Oude Naam", roles: [], seenAt: NOW };
      await staff().remember(first);
      await staff().remember({ ...first, name: "Lies Team", roles: ["led-team"] });

      expect(await staff().listColleagues()).toEqual([{ ...first, name: "Lies Team", roles: ["led-team"] }]);
      expect(keys.colleague("staff-9").sk).not.toContain("staff-9");
    });

    it("substitute until their last day; an end is written once", async () => {
      const substitution = {
        id: "2026-12-01-01A",
        role: "led-dpo" as const,
        of: { id: "dpo", name: "Dirk" },
        substitute: { id: "staff-9", name: "Lies" },
        from: "2026-11-23",
        until: "2026-12-01",
        at: NOW,
      };
      const ended = { at: NOW, by: { id: "dpo", name: "Dirk" } };
      await staff().addSubstitution(substitution);

      expect(await staff().listSubstitutions("2026-12-01")).toEqual([substitution]);
      expect(await staff().listSubstitutions("2026-12-02")).toEqual([]);
      await staff().endSubstitution(substitution.id, ended);
      await expect(staff().endSubstitution(substitution.id, ended)).rejects.toThrow(Conflict);
      expect(await staff().listSubstitutions("2026-12-01")).toEqual([{ ...substitution, ended }]);
    });

    it("keep a substitution that was stored among the colleagues, and its end", async () => {
      const by = { id: "dpo", name: "Dirk" };
      const substitution = {
        ...{
          id: "2027-02-01-01B",
          role: "led-dpo" as const,
          of: by,
          substitute: { id: "staff-9", name: "Lies" },
        },
        ...{ from: "2027-01-23", until: "2027-02-01", at: NOW },
      };
      const former = { ...substitution, pk: STAFF_PARTITION, sk: `SUBSTITUTION#${substitution.id}` };
      await overwrite(opened.table, "substitution", former, "latest-is-true");
      const signIn = () => staff().remember({ subject: "staff-9", name: "Lies", roles: [], seenAt: NOW });

      await signIn();
      await staff().endSubstitution(substitution.id, { at: NOW, by });
      await signIn();

      expect(await staff().listSubstitutions("2027-02-01")).toEqual([
        { ...substitution, ended: { at: NOW, by } },
      ]);
    });
  });

  describe("links, sessions, requests, mails, limits", () => {
    it("a link is found by its secret, of which only a hash is stored", async () => {
      const links = createLinks(opened.table, now);
      const link = {
        target: { kind: "status" as const, dossierId: "d" },
        personId: "p",
        expiresAt: "2026-12-01T00:00:00.000Z",
      };

      const secret = await links.mint(link);

      expect(await links.find(secret)).toEqual(link);
      expect(await links.find(secret.replace(/.$/, (last) => (last === "A" ? "B" : "A")))).toBeUndefined();
      expect(await links.find("'; DROP TABLE")).toBeUndefined();
      const { Item } = await opened.table.client.send(
        new GetCommand({ TableName: opened.table.name, Key: keys.link(secret) }),
      );
      expect(JSON.stringify(Item)).not.toContain(secret);
    });

    it("an expired link does not work, even while the table still has it", async () => {
      const links = createLinks(opened.table, now);
      const target = { kind: "status" as const, dossierId: "d" };
      const secret = await links.mint({ target, personId: "p", expiresAt: "2026-11-30T00:00:00.000Z" });

      time = "2026-11-30T00:00:00.000Z";

      expect(await links.find(secret)).toBeUndefined();
    });

    it("the team can end every session of a person at once", async () => {
      const sessions = createSessions(opened.table, now);
      const session = {
        subject: "staff-1",
        name: "Lies",
        roles: ["led-team" as const],
        csrf: "c",
        expiresAt: "2026-11-23T17:00:00.000Z",
      };
      const secret = await sessions.start(session);
      expect(await sessions.find(secret)).toMatchObject(session);

      await sessions.endAll("staff-1");
      expect(await sessions.find(secret)).toBeUndefined();

      time = "2026-11-23T09:00:01.000Z";
      const later = await sessions.start(session);
      expect(await sessions.find(later)).toMatchObject(session);
      expect(await sessions.hasEnded("staff-1", "2026-11-23T09:00:00.000Z")).toBe(true);
      expect(await sessions.hasEnded("staff-1", time)).toBe(false);
    });

    it("a session ends after an hour without a request, and its refresh token can be read only with the cookie", async () => {
      const sessions = createSessions(opened.table, now);
      const person = { subject: "staff-2", name: "Lies", roles: ["led-team" as const], csrf: "c" };
      const expiresAt = "2026-11-23T17:00:00.000Z";
      const secret = await sessions.start({ ...person, refreshToken: "refresh", expiresAt });
      const { Item } = await opened.table.client.send(
        new GetCommand({ TableName: opened.table.name, Key: keys.session(secret) }),
      );
      time = "2026-11-23T09:59:00.000Z";
      await sessions.keep(secret, { name: "Lies T", roles: ["led-dpo"], refreshToken: "refreshed" });
      time = "2026-11-23T10:58:00.000Z";

      expect(JSON.stringify(Item)).not.toContain("refresh");
      expect(await sessions.find(secret)).toMatchObject({
        ...{ name: "Lies T", roles: ["led-dpo"], refreshToken: "refreshed" },
        checkedAt: "2026-11-23T09:59:00.000Z",
      });
      time = "2026-11-23T10:59:00.000Z";
      expect(await sessions.find(secret)).toBeUndefined();
      const other = secret.replace(/^./, (first) => (first === "A" ? "B" : "A"));
      await expect(sessions.keep(other)).rejects.toThrow("WRITE_CONFLICT");
    });

    it("a request becomes one dossier", async () => {
      const requests = createContactRequests(opened.table);
      const request = {
        id: "r1",
        form: { contactName: "An" },
        at: NOW,
        expiresAt: "2026-12-23T09:00:00.000Z",
      };
      await requests.save(request);
      const dossier = await dossiers().create(aNewDossier(), { requestId: "r1" });

      await expect(dossiers().create(aNewDossier(), { requestId: "r1" })).rejects.toThrow(Conflict);

      expect(await requests.find("r1")).toEqual({ ...request, dossierId: dossier.id });
    });

    describe("a mail", () => {
      const mails = () => createMailRecords(opened.table);
      const claimOf = (claimedBy: string, at = NOW) => ({
        ...{ key: "opened/X", template: "X", to: ["a@b.example"], subject: "s", claimedBy, at },
        status: "sending" as const,
        claimedUntil: addMinutes(at, 2),
      });
      const ended = ({ claimedUntil: _, ...claim }: ReturnType<typeof claimOf>) => claim;

      it("is claimed by one of several concurrent senders, and found by its key", async () => {
        const claims = ["a", "b", "c", "d"].map((by) => claimOf(by));

        const outcomes = await Promise.allSettled(claims.map((claim) => mails().claim("d1", claim)));

        expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
        expect(await mails().find("d1", "opened/X")).toMatchObject({ status: "sending" });
        expect(await mails().find("d1", "opened/Y")).toBeUndefined();
      });

      it("can be claimed by another sender only after the claim ended, and again by the same one", async () => {
        await mails().claim("d2", claimOf("a"));

        await mails().claim("d2", claimOf("a"));
        await expect(mails().claim("d2", claimOf("b", addMinutes(NOW, 1)))).rejects.toThrow(Conflict);
        await mails().claim("d2", { ...claimOf("c", addMinutes(NOW, 2)), since: NOW });
        await mails().settle("d2", ended(claimOf("c")));
        await mails().claim("d2", claimOf("e"));

        expect(await mails().find("d2", "opened/X")).toEqual(claimOf("e"));
      });

      it("cannot be claimed after it was sent, and a lost claim settles nothing", async () => {
        await mails().claim("d3", claimOf("a"));
        await mails().claim("d3", claimOf("b", addMinutes(NOW, 5)));
        await mails().settle("d3", { ...ended(claimOf("a")), status: "refused" });
        const sent = { ...ended(claimOf("b")), status: "sent" as const, messageId: "m" };
        await mails().settle("d3", sent);

        await expect(mails().claim("d3", claimOf("c", addMinutes(NOW, 99)))).rejects.toThrow(Conflict);
        expect(await mails().find("d3", "opened/X")).toEqual(sent);
      });

      it("that is not sent is listed from its first attempt, until it is sent or forgotten", async () => {
        const unsent = async (which: "waiting" | "refused") =>
          (await mails().listUnsent(which, addMinutes(NOW, 100))).items.map(({ about, key }) => [about, key]);
        const later = addMinutes(NOW, 101);
        for (const about of ["d4", "d5", "d6"]) await mails().claim(about, claimOf("a", later));
        await mails().settle("d4", { ...ended(claimOf("a", later)), status: "refused" });
        const failed = { ...ended(claimOf("a", later)), since: later, failure: "MAIL_UNAVAILABLE" };
        await mails().settle("d5", failed);

        await expect(mails().claim("d5", claimOf("b", addMinutes(later, 9)))).rejects.toThrow(Conflict);
        await mails().forget("d6", "opened/X", later);
        expect(await unsent("waiting")).toEqual([
          ["d5", "opened/X"],
          ["d6", "opened/X"],
        ]);
        expect(await unsent("refused")).toEqual([["d4", "opened/X"]]);
        await mails().forget("d6", "opened/X", addMinutes(later, 2));
        await mails().settle("d5", { ...ended(claimOf("a", later)), status: "sent" });
        expect(await unsent("waiting")).toEqual([]);
      });
    });

    it("a limit counts within its window only", async () => {
      const limits = createLimits(opened.table);
      const take = (at = NOW) => limits.take({ what: "ip 192.0.2.1", seconds: 3600, at }, 2);

      expect([await take(), await take(), await take()]).toEqual([true, true, false]);
      expect(await take("2026-11-23T10:00:00.000Z")).toBe(true);
    });

    it("a limit allows exactly its number of concurrent uses, and a use that was given back does not count", async () => {
      const limits = createLimits(opened.table);
      const counter = { what: "at once", seconds: 3600, at: NOW };
      const take = () => limits.take(counter, 3);

      const taken = await Promise.all([take(), take(), take(), take(), take(), take()]);
      await limits.giveBack(counter);

      expect(taken.filter(Boolean)).toHaveLength(3);
      expect([await take(), await take()]).toEqual([true, false]);
    });
  });

  async function dueOf(dossierId: string): Promise<(string | undefined)[]> {
    const due = createDueItems(opened.table);
    const shards = Array.from({ length: DUE_SHARDS }, (_, shard) =>
      due.list(shard, "2099-01-01T00:00:00.000Z"),
    );
    const found = (await Promise.all(shards)).flatMap(({ items }) => items);
    return found
      .filter((item) => item.dossierId === dossierId && item.day === undefined)
      .map(({ taskId }) => taskId);
  }
});
