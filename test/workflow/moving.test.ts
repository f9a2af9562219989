import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Dossier } from "../../functions/domain/dossier.ts";
import type { Actor } from "../../functions/domain/people.ts";
import { createFollowUp } from "../../functions/follow-up/create-follow-up.ts";
import { submitIntake } from "../../functions/intake/submit-intake.ts";
import { moveIsNeeded } from "../../functions/workflow/move-is-needed.ts";
import { moveOf } from "../../functions/workflow/what-a-move-does.ts";
import { WORKFLOW_VERSION } from "../../statemachine/contract.ts";
import { openTestTable, type TestTable } from "../adapters/database.ts";
import { aDossier } from "../builders/dossier.ts";
import { aTask } from "../builders/task.ts";
import { openTestBackend, type TestBackend } from "./backend.ts";

const TEAM: Actor = { role: "led-team", id: "staff-1", name: "Lies Team" };
const CURRENT = WORKFLOW_VERSION.onboarding;
const parked = { at: "2026-11-23T09:00:00.000Z", error: "FAILED", cause: "" };

describe("what a move does", () => {
  const task = aTask();

  it.each([
    ["moves a dossier that waits for a person", aDossier(), "moves"],
    ["comes later for one between two tasks", aDossier(), "later", []],
    ["does nothing on the current version", aDossier({ workflowVersion: CURRENT }), "current"],
    ["leaves a parked one", { ...aDossier(), status: "PARKED", parked } as const, "parked"],
    ["leaves one that starts", aDossier({ start: { resumeFrom: "INTAKE" } }), "starting"],
    [
      "leaves one that is being withdrawn",
      aDossier({ closing: { by: TEAM, reason: "", at: parked.at } }),
      "closing",
    ],
    [
      "has nothing to move in use",
      { ...aDossier(), status: "IN_USE", inUseSince: parked.at } as const,
      "not-running",
    ],
  ] as const)("%s", (_name, dossier, outcome, tasks: readonly [] | undefined = undefined) => {
    const move = moveOf(dossier, tasks ?? [task]);

    expect(move.outcome).toBe(outcome);
    expect(move.tasks).toEqual(outcome === "moves" ? ["SubmitIntake-1-1"] : []);
    expect(moveIsNeeded(move)).toMatchObject(
      outcome === "moves" || outcome === "later"
        ? { allowed: true }
        : { allowed: false, reasons: [{ rule: "MOVE-01" }] },
    );
  });

  it("counts by the workflow that runs: the end of a use has versions of its own", () => {
    const by = TEAM;
    const ending = { reason: "stopped", explanation: "", by, at: parked.at } as const;

    expect(moveOf({ ...aDossier(), status: "ENDING", ending }, [task])).toMatchObject({
      workflow: "out-of-use",
      stage: "OUT_OF_USE",
      to: WORKFLOW_VERSION["out-of-use"],
    });
  });
});

describe("moving to the current version", () => {
  let opened: TestTable;
  let test: TestBackend;

  beforeEach(async () => {
    opened = await openTestTable();
    test = openTestBackend(opened.table);
  });
  afterEach(() => opened.database.stop());

  let number = 0;
  const given = async (differences: Parameters<typeof aDossier>[0] = {}): Promise<Dossier> => {
    number += 1;
    const id = `01HM${String(number).padStart(22, "0")}`;
    const reference = `LED-2026-${String(number).padStart(5, "0")}`;
    const dossier = await test.backend.dossiers.create(aDossier({ id, reference, ...differences }));
    test.workflow.executions.set(`${id}-1`, "running");
    test.workflow.waiting.add(`token-${id}`);
    await test.acts.openTask(submitIntake, dossier, { taskToken: `token-${id}` });
    return dossier;
  };
  const find = async ({ id }: Dossier) => (await test.backend.dossiers.find(id)) ?? aDossier();
  const continued = ({ id }: Dossier) =>
    test.acts.continueAsNew({ state: "ContinueAsNew", dossierId: id, run: 1, previous: null });

  it("interrupts the open task, and the fresh execution is of today's version", async () => {
    const dossier = await given();

    const move = await test.acts.moveToCurrentVersion(dossier.id, TEAM);
    await continued(dossier);

    expect(move).toMatchObject({
      outcome: "moves",
      tasks: ["SubmitIntake-1-1"],
      from: undefined,
      to: CURRENT,
    });
    expect(test.workflow.failures).toEqual(["ContinueAsNew"]);
    expect(await find(dossier)).toMatchObject({ run: 2, workflowVersion: CURRENT });
    expect((await test.backend.dossiers.findWhole(dossier.id))?.changes).toMatchObject([
      { by: TEAM, what: "workflowVersion", to: CURRENT },
    ]);
    expect((await test.acts.moveToCurrentVersion(dossier.id, TEAM)).outcome).toBe("current");
    expect(test.mailer.sent).toHaveLength(1);
  });

  it("that did not reach the workflow is done by the next sweep", async () => {
    const dossier = await given();
    test.workflow.isDown = true;
    await test.acts.moveToCurrentVersion(dossier.id, TEAM);
    test.workflow.isDown = false;

    const failures: string[] = [];
    await createFollowUp(test.acts, (_due, error) => failures.push(String(error)))(() => true);

    expect(failures).toEqual([]);
    expect(test.workflow.failures).toEqual(["ContinueAsNew"]);
  });

  it("of one between two tasks waits for the next sweep", async () => {
    const id = "01HM0000000000000000009999";
    await test.backend.dossiers.create(aDossier({ id, reference: "LED-2026-09999" }));

    expect((await test.acts.moveToCurrentVersion(id, TEAM)).outcome).toBe("later");
    expect((await test.backend.dossiers.find(id))?.clocks).toEqual({ executionAge: test.time.now });
  });

  it("of all says first what would happen, and then moves those that wait for somebody", async () => {
    const old = [await given(), await given()];
    const current = await given({ workflowVersion: CURRENT });
    const stopped = await given();
    await test.acts.park({ dossierId: stopped.id, run: 1, error: "FAILED", cause: "" });

    const dry = await test.acts.findMoves();
    expect(test.workflow.failures).toEqual([]);
    const done = await test.acts.moveAll(TEAM);

    const outcomes = dry.moves.map(({ dossierId, outcome }) => [dossierId, outcome]).sort();
    expect(outcomes).toEqual([...old.map(({ id }) => [id, "moves"]), [stopped.id, "parked"]].sort());
    expect(dry.next).toBeUndefined();
    expect([...done.moved].sort()).toEqual(old.map(({ id }) => id).sort());
    expect(done.left).toBe(0);
    expect(test.workflow.failures).toHaveLength(2);
    expect((await find(current)).clocks).toEqual({});
  });

  it("of all goes on where an earlier call stopped", async () => {
    await given();

    expect((await test.acts.findMoves("applicant.")).moves).toHaveLength(1);
    expect((await test.acts.findMoves("signatory.")).moves).toEqual([]);
    await expect(test.acts.findMoves("nobody.")).rejects.toThrow("CURSOR_UNREADABLE");
  });

  it("of many moves so many per call, and says how many are left", async () => {
    for (let count = 0; count < 52; count++) await given();

    const first = await test.acts.moveAll(TEAM);

    expect([first.moved.length, first.left]).toEqual([50, 2]);
  });
});
