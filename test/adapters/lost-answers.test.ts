import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAccesses } from "../../functions/adapters/dynamodb/accesses.ts";
import { createContactRequests } from "../../functions/adapters/dynamodb/contact-requests.ts";
import { createDigests } from "../../functions/adapters/dynamodb/digests.ts";
import { createDossiers } from "../../functions/adapters/dynamodb/dossiers.ts";
import { createLimits } from "../../functions/adapters/dynamodb/limits.ts";
import { createHumanTasks } from "../../functions/adapters/dynamodb/human-tasks.ts";
import { keys } from "../../functions/adapters/dynamodb/keys.ts";
import { createStaff } from "../../functions/adapters/dynamodb/staff.ts";
import { createTombstones } from "../../functions/adapters/dynamodb/tombstones.ts";
import { RetryLater } from "../../functions/domain/errors.ts";
import { taskId } from "../../functions/domain/human-task.ts";
import { SYSTEM } from "../../functions/domain/people.ts";
import { anAccess } from "../builders/access.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aDecision, aTask } from "../builders/task.ts";
import { ENGINES, openTestTable, type TestTable } from "./database.ts";

const NETWORKED = ENGINES.filter(({ engine }) => engine !== "memory");

const lostConnection = () => Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });

let number = 0;
const aNewDossier = (differences: Parameters<typeof aDossier>[0] = {}) => {
  number += 1;
  return aDossier({
    id: `01HX${String(number).padStart(22, "0")}`,
    reference: `LED-2029-${String(number).padStart(5, "0")}`,
    ...differences,
  });
};

/** Each answer is lost once after the database performed the command; the SDK sends the command again. */
describe.each(NETWORKED)("a write whose answer is lost, on $name", ({ engine }) => {
  let opened: TestTable;
  let isLosing = false;
  /** Whether the database is unreachable after the first attempt. */
  let isGone = false;
  const lost: string[] = [];
  const table = () => opened.table;
  const dossiers = () => createDossiers(table());
  const tasks = () => createHumanTasks(table());

  beforeAll(async () => {
    opened = await openTestTable(engine);
    const attempts = new Map<unknown, number>();
    table().client.middlewareStack.add(
      (next, context) => async (call) => {
        const name = String(context.commandName);
        const attempt = (attempts.get(context) ?? 0) + 1;
        attempts.set(context, attempt);
        if (isGone && attempt > 1) throw lostConnection();
        const answer = await next(call);
        if (!isLosing || attempt > 1 || /Get|Query/.test(name)) return answer;
        lost.push(name);
        throw lostConnection();
      },
      { step: "deserialize", name: "loseAnswers", priority: "low" },
    );
  });
  beforeEach(() => {
    isLosing = false;
    lost.length = 0;
  });
  afterAll(() => opened.database.stop());

  const losing = async <Result>(act: () => Promise<Result>, { forGood = false } = {}): Promise<Result> => {
    isLosing = true;
    isGone = forGood;
    try {
      return await act();
    } finally {
      isLosing = false;
      isGone = false;
      expect(lost).not.toEqual([]);
    }
  };
  const anOpenTask = async () => {
    const dossier = await dossiers().create(aNewDossier());
    const task = aTask({ dossierId: dossier.id, kind: "AssessIntake", audience: "led-team" });
    await tasks().open(task, dossier);
    return { dossier, task };
  };
  const change = { id: "c1", at: NOW, by: SYSTEM, what: "people" };

  it("a dossier is created, with its note", async () => {
    const dossier = aNewDossier();
    const note = { id: "n1", at: NOW, by: SYSTEM, text: "Gebeld" };

    await losing(() => dossiers().create(dossier, { note }));

    expect((await dossiers().findWhole(dossier.id))?.notes).toEqual([note]);
  });

  it("a reference is taken; a gap is allowed", async () => {
    const first = await losing(() => dossiers().takeReference(2031));

    expect(await dossiers().takeReference(2031)).not.toBe(first);
  });

  it("a dossier is saved once, with its change", async () => {
    const dossier = await dossiers().create(aNewDossier());

    const saved = await losing(() => dossiers().save(dossier, [change]));

    expect(saved.version).toBe(dossier.version + 1);
    expect((await dossiers().findWhole(dossier.id))?.changes).toEqual([change]);
    expect((await dossiers().find(dossier.id))?.version).toBe(saved.version);
  });

  it("a task is opened, decided and delivered", async () => {
    const dossier = await dossiers().create(aNewDossier());
    const task = aTask({ dossierId: dossier.id });

    expect(await losing(() => tasks().open(task, dossier))).toEqual({ task, isNew: true });
    const decided = await losing(() => tasks().recordDecision(task, aDecision(), dossier, [change]));
    await losing(() => tasks().markDelivery(dossier.id, taskId(task), NOW));

    expect(decided.decision).toEqual(aDecision());
    expect((await tasks().find(dossier.id, taskId(task)))?.deliveries).toBe(task.deliveries + 1);
  });

  it("a task is assigned, reminded, extended and closed", async () => {
    const { dossier, task } = await anOpenTask();
    const lies = { id: "staff-1", name: "Lies Team", at: NOW };
    const since = "2026-12-01T09:00:00.000Z";
    const id = taskId(task);

    const assigned = await losing(() => tasks().assign(task, lies, change));
    await losing(() => tasks().markReminder(dossier.id, id, 1, undefined));
    await losing(() => tasks().reschedule(task, { since, reminders: 0, clocks: {} }, dossier));
    await losing(() => tasks().close(dossier.id, id, NOW));

    expect(assigned.assignee).toEqual(lies);
    expect(await tasks().find(dossier.id, id)).toMatchObject({ since, status: "closed" });
  });

  it("a draft is saved with optimistic locking", async () => {
    const { dossier, task } = await anOpenTask();
    const draft = { taskId: taskId(task), outcome: "suitable", values: {}, version: 1, at: NOW };

    await losing(() => tasks().saveDraft(dossier.id, draft));
    await losing(() => tasks().saveDraft(dossier.id, { ...draft, version: 2 }));

    expect((await tasks().findDraft(dossier.id, draft.taskId))?.version).toBe(2);
  });

  it("an access is granted and changed", async () => {
    const accesses = createAccesses(table());
    const { id } = await dossiers().create(aNewDossier());
    const access = anAccess({ dossierId: id });
    const [granted] = access.changes;
    if (!granted) throw new Error("an access has a first change");

    await losing(() => accesses.grant(access));
    await losing(() => accesses.change({ ...access, changes: [...access.changes, granted] }, access));

    expect((await dossiers().findWhole(id))?.accesses[0]?.changes).toHaveLength(access.changes.length + 1);
  });

  it("a note is written, and returned as stored", async () => {
    const { id } = await dossiers().create(aNewDossier());
    const note = { id: "n1", at: NOW, by: SYSTEM, text: "Een bericht" };

    expect(await losing(() => dossiers().addNote(id, note))).toEqual(note);
  });

  it("a contact request is stored", async () => {
    const request = { id: "lost-1", form: {}, at: NOW, expiresAt: "2026-12-23T09:00:00.000Z" };

    await losing(() => createContactRequests(table()).save(request));

    expect(await createContactRequests(table()).find("lost-1")).toEqual(request);
  });

  it("a substitution is named and ended", async () => {
    const staff = createStaff(table());
    const lies = { id: "staff-1", name: "Lies" };
    const substitution = {
      ...{ id: "2026-12-01-01A", role: "led-dpo" as const, of: { id: "dpo", name: "Dirk" } },
      ...{ substitute: lies, from: "2026-11-23", until: "2026-12-01", at: NOW },
    };

    await losing(() => staff.addSubstitution(substitution));
    await losing(() => staff.endSubstitution(substitution.id, { at: NOW, by: lies }));

    expect((await staff.listSubstitutions("2026-12-01"))[0]?.ended?.by).toEqual(lies);
  });

  it("the state of the digest is saved with optimistic locking", async () => {
    const digests = createDigests(table());
    const first = { due: "2026-11-24T06:00:00.000Z" };
    const second = { last: first.due, due: "2026-11-25T06:00:00.000Z" };

    await losing(() => digests.save(first, undefined));
    await losing(() => digests.save(second, first));

    expect(await digests.find()).toEqual(second);
  });

  it("a use is counted once towards a limit, and given back once", async () => {
    const limits = createLimits(table());
    const counter = { what: "lost", seconds: 3600, at: NOW };
    const take = () => limits.take(counter, 2);

    expect(await losing(take)).toBe(true);
    expect([await take(), await take()]).toEqual([true, false]);
    await losing(() => limits.giveBack(counter));
    expect([await take(), await take()]).toEqual([true, false]);
  });

  it("a use is not counted when the database never answers", async () => {
    const limits = createLimits(table());
    const take = () => limits.take({ what: "lost for good", seconds: 3600, at: NOW }, 1);

    await expect(losing(take, { forGood: true })).rejects.toThrow(RetryLater);

    expect([await take(), await take()]).toEqual([true, false]);
  });

  it("a dossier is buried, and its deletion completed", async () => {
    const dossier = await dossiers().create(aNewDossier());
    const { id, reference, version } = dossier;
    const tombstones = createTombstones(table());
    const counts = { documents: 0, mails: 0, tasks: 0 };
    const tombstone = {
      ...{ status: "DELETED" as const, id, reference, counts },
      ...{ deletedAt: NOW, rule: "RETENTION-01" as const, outcome: "withdrawn" as const, closedAt: NOW },
      clocks: { deletion: NOW },
    };

    await losing(() => tombstones.bury(tombstone, version));
    await losing(() => tombstones.complete(id, {}));

    const { Item } = await table().client.send(
      new GetCommand({ TableName: "dossiers", Key: keys.dossier(id), ConsistentRead: true }),
    );
    expect(Item).toMatchObject({ status: "DELETED", clocks: {} });
  });
});
