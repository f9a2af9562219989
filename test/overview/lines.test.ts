import { expect, it } from "vitest";
import { addDays, addMinutes } from "../../functions/domain/calendar.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import type { HumanTask } from "../../functions/domain/human-task.ts";
import { createCounter } from "../../functions/overview/count-lines.ts";
import { lineOf } from "../../functions/overview/line-of.ts";
import { backendForEachTest, openTestBackend } from "../application/backend.ts";
import { aDossier, inStatus, NOW } from "../builders/dossier.ts";
import { aDecision, aTask } from "../builders/task.ts";
import { openMemoryTable } from "../fakes/memory-table.ts";

const table = openMemoryTable();
const test = backendForEachTest(table);
let number = 0;

async function given(
  differences: Parameters<typeof aDossier>[0],
  ...tasks: Partial<HumanTask>[]
): Promise<Dossier> {
  number += 1;
  const id = `01HT${String(number).padStart(22, "0")}`;
  const reference = `LED-2026-${String(number).padStart(5, "0")}`;
  const dossier = await test.acts.dossiers.create(aDossier({ id, reference, ...differences }));
  for (const task of tasks) await test.acts.tasks.open(aTask({ ...task, dossierId: id }), dossier);
  return dossier;
}
async function follow(): Promise<void> {
  test.time.now = addMinutes(test.time.now, 2);
  await test.sweep();
}
const inList = async (list: Parameters<typeof test.backend.lines.list>[0]) =>
  (await test.backend.lines.list(list, { limit: 100 })).items;

it("the line of a dossier follows what happens to it, and is in one list of a stage", async () => {
  const dossier = await given({}, { deadline: addDays(NOW, -3) });
  await follow();
  expect((await inList("INTAKE")).map(({ id }) => id)).toContain(dossier.id);
  expect(await inList("DUE")).toMatchObject([
    { id: dossier.id, turns: [{ audience: "applicant", kind: "SubmitIntake", since: NOW }] },
  ]);

  const saved = await test.acts.dossiers.save({ ...dossier, stage: "DPIA", since: test.time.now });
  await test.acts.tasks.close(dossier.id, "SubmitIntake-1-1", test.time.now);
  await follow();

  expect((await inList("INTAKE")).map(({ id }) => id)).not.toContain(dossier.id);
  expect(await inList("DPIA")).toMatchObject([{ id: dossier.id, since: saved.since, turns: [] }]);
  expect(await inList("DUE")).toEqual([]);
});

it("the figures are those of the lines: by stage, by whose turn, by month and by time", async () => {
  const counter = createCounter(NOW);
  const held = { since: addDays(NOW, -1), until: addDays(NOW, 20), by: undefined, reason: "" };
  const open = (audience: "applicant" | "led-team", deadline: string) => aTask({ audience, deadline });
  const whole = (dossier: Dossier, tasks: HumanTask[]) => ({
    ...{
      dossier,
      tasks,
      documents: [],
      mails: [],
      changes: [],
      notes: [],
      accesses: [],
      drafts: [],
      unreadable: [],
    },
  });
  const add = (dossier: Dossier, ...tasks: HumanTask[]) => counter.add(lineOf(whole(dossier, tasks), NOW));
  add(aDossier({ id: "a" }), open("applicant", addDays(NOW, -4)));
  add(aDossier({ id: "b", since: addDays(NOW, -30) }), open("led-team", addDays(NOW, 4)));
  add({ ...aDossier({ id: "c" }), hold: held as never }, open("led-team", addDays(NOW, -9)));
  for (const days of [1, 2, 3, 10])
    add(
      aDossier({ id: "d", stage: "DPIA" }),
      aTask({
        ...{ status: "decided", openedAt: addDays(NOW, -days), since: addDays(NOW, -days) },
        decision: aDecision({ at: NOW }),
      }),
    );
  const protocol = { term: { start: "2026-01-01", end: "2027-01-31" } };
  const inUse = {
    ...inStatus(aDossier({ stage: "IN_USE" }), { status: "IN_USE" }),
    protocol: protocol as never,
  };
  counter.add({ ...lineOf(whole(inUse, []), NOW), firstUsedAt: addDays(inUse.openedAt, 30) });

  expect(counter.result()).toMatchObject({
    dossiers: 8,
    inUse: 1,
    stages: {
      INTAKE: { count: 3, late: 1, held: 1, slowest: [{ id: "b" }, { id: "a" }, { id: "c" }] },
      DPIA: { count: 4, late: 0 },
      IN_USE: { count: 1, slowest: [] },
    },
    turns: { applicant: { count: 1, late: 1 }, "led-team": { count: 2, late: 0 } },
    leadTimes: [{ stage: "INTAKE", side: "consumer", count: 4, median: 2, p90: 10 }],
    toUse: { count: 1, median: 30, p90: 30 },
    months: [{ month: "2026-11", opened: 8, started: 1, closed: 0 }],
    endingSoon: { count: 1, first: [{ end: "2027-01-31" }] },
  });
});

it("a sweep counts after it acted, and without an act once an hour", async () => {
  const other = openTestBackend(openMemoryTable());
  await other.acts.dossiers.create(aDossier({ stage: "MAGDA" }));
  const countedAt = async () => (await other.backend.lines.findStatistics())?.at;
  const sweepAfter = (minutes: number) => {
    other.time.now = addMinutes(other.time.now, minutes);
    return other.sweep();
  };
  await sweepAfter(5);
  await sweepAfter(5);
  const quiet = await countedAt();

  await sweepAfter(5);
  expect(await countedAt()).toBe(quiet);

  await sweepAfter(60);
  expect(await countedAt()).toBe(other.time.now);
  await other.acts.dossiers.create(aDossier({ id: "another", reference: "LED-2026-00777", stage: "MAGDA" }));
  await sweepAfter(5);
  expect(await countedAt()).toBe(other.time.now);
  expect(await other.backend.lines.findStatistics()).toMatchObject({ stages: { MAGDA: { count: 2 } } });
});

it("the sweep counts, and says up to when its lines are", async () => {
  const other = openTestBackend(openMemoryTable());
  await other.acts.dossiers.create(aDossier({ stage: "MAGDA" }));
  await other.sweep();

  expect(await other.backend.lines.findStatistics()).toMatchObject({ stages: { MAGDA: { count: 1 } } });
  expect((await other.backend.lines.findState())?.upTo).toBe(addMinutes(NOW, -2));
});
