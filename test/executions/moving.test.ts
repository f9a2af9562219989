import { describe, expect, it } from "vitest";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { createFollowUp } from "../../functions/follow-up/create-follow-up.ts";
import { submitIntake } from "../../functions/intake/submit-intake.ts";
import { moveIsNeeded } from "../../functions/executions/move-is-needed.ts";
import { moveOf } from "../../functions/executions/describe-move.ts";
import { WORKFLOW_VERSION } from "../../statemachine/contract.ts";
import { aDossier, NOW, inStatus } from "../builders/dossier.ts";
import { aTask } from "../builders/task.ts";
import { TEAM } from "../builders/people.ts";
import { backendForEachTest } from "../application/backend.ts";

const CURRENT = WORKFLOW_VERSION.onboarding;
const parked = { at: "2026-11-23T09:00:00.000Z", error: "FAILED", cause: "" };

describe("the result of a move", () => {
  const task = aTask();

  it.each([
    ["moves a dossier that waits for a person", aDossier(), "moves"],
    ["comes later for one between two tasks", aDossier(), "later", []],
    ["is under way for one that was asked", aDossier({ clocks: { executionAge: NOW } }), "under-way"],
    [
      "is not for a young execution",
      aDossier({ clocks: { executionAge: "2027-06-01T09:00:00.000Z" } }),
      "moves",
    ],
    ["does nothing on the current version", aDossier({ workflowVersion: CURRENT }), "current"],
    [
      "leaves a parked one",
      inStatus(aDossier(), { status: "PARKED", returnsTo: "ONBOARDING", parked }),
      "parked",
    ],
    ["leaves one that starts", aDossier({ request: { start: { resumeFrom: "INTAKE" } } }), "starting"],
    [
      "leaves one that is being withdrawn",
      aDossier({ request: { closing: { by: TEAM, reason: "Toch niet", at: parked.at } } }),
      "closing",
    ],
    ["has nothing to move in use", inStatus(aDossier(), { status: "IN_USE" }), "not-running"],
  ] as const)("%s", (_name, dossier, outcome, tasks?: readonly []) => {
    const move = moveOf(dossier, tasks ?? [task], NOW);

    expect(move.outcome).toBe(outcome);
    expect(move.tasks).toEqual(outcome === "moves" ? ["SubmitIntake-1-1"] : []);
    expect(moveIsNeeded(move)).toMatchObject(
      outcome === "moves" || outcome === "later"
        ? { allowed: true }
        : { allowed: false, reasons: [{ rule: "MOVE-01" }] },
    );
  });

  it("depends on the running workflow: out-of-use has its own versions", () => {
    expect(moveOf(inStatus(aDossier(), { status: "ENDING" }), [task], NOW)).toMatchObject({
      workflow: "out-of-use",
      stage: "OUT_OF_USE",
      to: WORKFLOW_VERSION["out-of-use"],
    });
  });
});

describe("moving to the current version", () => {
  const test = backendForEachTest();

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

  it("interrupts the open task, and the fresh execution has the current version", async () => {
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

  it("that did not reach the workflow is completed by the next sweep", async () => {
    const dossier = await given();
    test.workflow.isDown = true;
    await test.acts.moveToCurrentVersion(dossier.id, TEAM);
    test.workflow.isDown = false;

    const failures: string[] = [];
    await createFollowUp(test.acts, (_due, error) => failures.push(String(error)))(() => true);

    expect(failures).toEqual([]);
    expect(test.workflow.failures).toEqual(["ContinueAsNew"]);
  });

  it("is recorded once, also when it is requested repeatedly or concurrently", async () => {
    const dossier = await given();

    await Promise.all([1, 2].map(() => test.acts.moveToCurrentVersion(dossier.id, TEAM)));
    const again = await test.acts.moveToCurrentVersion(dossier.id, TEAM);

    expect(again.outcome).toBe("under-way");
    expect((await test.backend.dossiers.findWhole(dossier.id))?.changes).toHaveLength(1);
  });

  it("that is not complete by the next day is repeated automatically", async () => {
    const dossier = await given();
    await test.acts.moveToCurrentVersion(dossier.id, TEAM);
    test.workflow.waiting.add(`token-${dossier.id}`);
    test.time.now = "2026-11-25T09:00:00.000Z";

    await createFollowUp(test.acts, () => undefined)(() => true);

    expect(test.workflow.failures).toEqual(["ContinueAsNew", "ContinueAsNew"]);
    expect((await test.acts.moveToCurrentVersion(dossier.id, TEAM)).outcome).toBe("under-way");
  });

  it("of a dossier between two tasks waits for the next sweep", async () => {
    const id = "01HM0000000000000000009999";
    await test.backend.dossiers.create(aDossier({ id, reference: "LED-2026-09999" }));

    expect((await test.acts.moveToCurrentVersion(id, TEAM)).outcome).toBe("later");
    expect((await test.backend.dossiers.find(id))?.clocks).toEqual({ executionAge: test.time.now });
  });

  it("of all dossiers first reports the result, and then moves those that wait for somebody", async () => {
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

  it("of all dossiers continues where an earlier call stopped", async () => {
    await given();

    expect((await test.acts.findMoves("applicant.")).moves).toHaveLength(1);
    expect((await test.acts.findMoves("signatory.")).moves).toEqual([]);
    await expect(test.acts.findMoves("nobody.")).rejects.toThrow("CURSOR_UNREADABLE");
  });

  it("of many dossiers moves some per call, and reports how many are left", async () => {
    for (let count = 0; count < 60; count++) await given();

    const presses = [];
    for (let press = 0; press < 3; press++) presses.push(await test.acts.moveAll(TEAM));

    // None has moved yet: each is asked once, and a pending move is not asked again.
    const counted = presses.map(({ moved, left, underWay }) => [moved.length, left, underWay]);
    expect(counted).toEqual([
      [50, 10, 0],
      [10, 0, 50],
      [0, 0, 60],
    ]);
    expect(new Set(presses.flatMap(({ moved }) => moved)).size).toBe(60);
    expect(test.workflow.failures).toHaveLength(60);
    const moved = await test.backend.dossiers.findWhole(presses[0]?.moved[0] ?? "");
    expect(moved?.changes.map(({ what }) => what)).toEqual(["workflowVersion"]);
  });
});
