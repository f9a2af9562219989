import { createCloseAfterDecision } from "../../functions/executions/close-after-decision.ts";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { StatePayload } from "../../functions/executions/begin-state.ts";
import { createDecideTask } from "../../functions/tasks/decide-task.ts";
import { createRedeliverDecision } from "../../functions/executions/redeliver-decision.ts";
import { GiveUp, RetryLater, Withdrawn } from "../../functions/domain/errors.ts";
import { assessIntake } from "../../functions/intake/assess-intake.ts";
import { submitIntake } from "../../functions/intake/submit-intake.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { taskId } from "../../functions/domain/human-task.ts";
import { type Actor, SYSTEM } from "../../functions/domain/people.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import { WORKFLOW_VERSION } from "../../statemachine/contract.ts";
import { openFileTable } from "../adapters/database.ts";
import { aDossier, inStatus } from "../builders/dossier.ts";
import { APPLICANT, TEAM } from "../builders/people.ts";
import { backendForEachTest, type TestBackend } from "./backend.ts";
import { isUnderWay, withFacts } from "../../functions/domain/dossier.ts";
import { aSignedProtocol } from "../builders/agreement.ts";

const ID = "AssessIntake-1-1";
const ANY_MOMENT: unknown = expect.any(String);
const MORE = { outcome: "more-information", fields: { questions: "Welke afdeling?" }, documents: [] };

const test = backendForEachTest(await openFileTable());
let dossier: Dossier;
let number = 0;

beforeEach(async () => {
  number += 1;
  const id = `01HW${String(number).padStart(22, "0")}`;
  dossier = await test.backend.dossiers.create(
    aDossier({ id, reference: `LED-2027-${String(number).padStart(5, "0")}` }),
  );
  test.workflow.executions.set(`${id}-1`, "running");
});

const decide = (...[outside = test]: TestBackend[]) =>
  createDecideTask({ ...outside.acts, ...outside.backend, definitions: TASKS, passOn: outside.acts.deliver });
const find = (id = ID) => test.task(dossier.id, id);
const payload = (differences: Partial<StatePayload> = {}): StatePayload => ({
  state: "SubmitIntake",
  dossierId: dossier.id,
  run: 1,
  previous: null,
  ...differences,
});
const open = async (taskToken: string) => {
  test.workflow.waiting.add(taskToken);
  await test.acts.openTask(assessIntake, dossier, { taskToken });
};
const found = () => test.dossier(dossier.id);
const redeliver = async (id = ID) =>
  createRedeliverDecision({ ...test.acts, ...test.backend })(await find(id));

describe("decision first", () => {
  it("a decision is stored and delivered, and stays due until it is consumed", async () => {
    await open("token-1");

    const result = await decide()(dossier.id, ID, { ...MORE, by: TEAM });

    expect(result.status).toBe("decided");
    expect(test.workflow.answers).toEqual([{ task: ID, outcome: "more-information" }]);
    expect(await find()).toMatchObject({
      status: "decided",
      deliveries: 0,
      clocks: { undelivered: ANY_MOMENT },
    });
  });

  it("a decision taken while Step Functions is down is stored, and follow-up delivers it", async () => {
    await open("token-1");
    test.workflow.isDown = true;

    const result = await decide()(dossier.id, ID, { ...MORE, by: TEAM });
    expect(result.status).toBe("decided");
    test.workflow.isDown = false;
    await redeliver();

    expect(test.workflow.answers).toEqual([{ task: ID, outcome: "more-information" }]);
  });

  it("a decision on a task with a stale token is delivered to the next token", async () => {
    await open("token-1");
    test.workflow.waiting.clear();
    await decide()(dossier.id, ID, { ...MORE, by: TEAM });
    expect(test.workflow.answers).toEqual([]);

    await open("token-2");

    expect(test.workflow.answers).toEqual([{ task: ID, outcome: "more-information" }]);
  });

  it("a decision that is not consumed after three deliveries parks the dossier", async () => {
    await open("token-1");
    await decide()(dossier.id, ID, { ...MORE, by: TEAM });

    await redeliver();
    await redeliver();
    expect((await test.backend.dossiers.find(dossier.id))?.status).toBe("ONBOARDING");
    await redeliver();

    expect(await test.backend.dossiers.find(dossier.id)).toMatchObject({
      status: "PARKED",
      parked: { error: "DECISION_NOT_TAKEN_UP" },
    });
    expect(test.alarms).toEqual([dossier.id]);
    expect((await find()).clocks).toEqual({});
  });

  it("a decision is followed up again when the parking failed", async () => {
    await open("token-1");
    await decide()(dossier.id, ID, { ...MORE, by: TEAM });
    test.workflow.executions.clear();
    const park = vi.fn().mockRejectedValueOnce(new RetryLater("THROTTLED"));
    const failing = createRedeliverDecision({ ...test.acts, ...test.backend, park });

    await expect(failing(await find())).rejects.toThrow(RetryLater);
    expect((await find()).clocks).toHaveProperty("undelivered");
  });

  it("an execution that comes too late for a dossier in use changes nothing", async () => {
    await test.backend.dossiers.save(inStatus(await found(), { status: "IN_USE" }));

    const entering = test.acts.enterStage(payload({ state: "EnterIntake" }), "INTAKE");

    await expect(entering).rejects.toThrow("DOSSIER_NOT_UNDER_WAY");
  });

  it("a decision without an execution to receive it parks the dossier at the next sweep", async () => {
    await open("token-1");
    test.workflow.isDown = true;
    await decide()(dossier.id, ID, { ...MORE, by: TEAM });
    test.workflow.isDown = false;
    test.workflow.executions.set(`${dossier.id}-1`, "ended");

    await redeliver();

    expect((await test.backend.dossiers.find(dossier.id))?.status).toBe("PARKED");
  });

  it("of two concurrent decisions one wins, and the other person is told who decided", async () => {
    await open("token-1");
    const other: Actor = { role: "led-team", id: "staff-2", name: "Bram Team" };
    const unsuitable = { outcome: "unsuitable", fields: { reason: "Past niet" }, documents: [] };

    const results = await Promise.all([
      decide()(dossier.id, ID, { ...MORE, by: TEAM }),
      decide()(dossier.id, ID, { ...unsuitable, by: other }),
    ]);

    expect(results.map(({ status }) => status).sort()).toEqual(["already-decided", "decided"]);
    expect(test.workflow.answers).toHaveLength(1);
  });

  it("the same decision posted twice at once is delivered once", async () => {
    await open("token-1");
    const same = { ...MORE, by: TEAM };

    const results = await Promise.all([decide()(dossier.id, ID, same), decide()(dossier.id, ID, same)]);

    expect(results.map(({ status }) => status)).toEqual(["decided", "decided"]);
    expect(test.workflow.answers).toHaveLength(1);
  });

  it("a decision is consumed once the next state has marked it, permanently", async () => {
    await open("token-1");
    await decide()(dossier.id, ID, { ...MORE, by: TEAM });

    await test.acts.beginState(payload({ previous: ID }));
    await redeliver();

    expect(test.workflow.answers).toHaveLength(1);
    expect(await find()).toMatchObject({ clocks: {}, consumedAt: ANY_MOMENT });
  });

  it("an execution that restarts a round gets the decision again, and nobody is mailed twice", async () => {
    await open("token-1");
    await decide()(dossier.id, ID, { ...MORE, by: TEAM });
    await test.acts.beginState(payload({ previous: ID }));

    await open("token-2");

    expect(test.workflow.answers).toHaveLength(2);
    expect(test.mailer.sent).toHaveLength(1);
  });

  it("a wrong form is refused with its problems, and nothing is stored", async () => {
    await open("token-1");

    const result = await decide()(dossier.id, ID, {
      outcome: "more-information",
      fields: {},
      documents: [],
      by: TEAM,
    });

    expect(result).toMatchObject({ status: "refused", reasons: [{ rule: "TASK-03", field: "questions" }] });
    expect((await find()).status).toBe("open");
  });

  it("a role decides its own tasks only", async () => {
    await open("token-1");

    const result = await decide()(dossier.id, ID, { ...MORE, by: APPLICANT });

    expect(result).toMatchObject({ status: "refused", reasons: [{ rule: "ROLE-01" }] });
  });

  it("the system decides any task, without a person's name", async () => {
    await open("token-1");

    await decide()(dossier.id, ID, { ...MORE, by: SYSTEM });

    const { decision } = await find();
    expect(decision?.by).toEqual(SYSTEM);
    expect(decision?.onBehalf).toBeUndefined();
  });
});

describe("opening a task", () => {
  it("mails a personal link to the applicant, and never the token", async () => {
    test.workflow.waiting.add("secret-task-token");

    await test.acts.openTask(submitIntake, dossier, { taskToken: "secret-task-token" });

    const [mail] = test.mailer.sent;
    expect(mail?.to).toMatchObject([{ email: "an@voorbeeldegem.example" }]);
    expect(mail?.replyTo).toBe("led@team.example");
    expect(mail?.subject).toContain(dossier.reference);
    expect(mail?.text).toMatch(/https:\/\/led\.example\/live\/taak\/[\w-]{43}/);
    expect(`${mail?.text}${mail?.html}`).not.toContain("secret-task-token");
  });

  it("stores the sent mail without the secret of its link", async () => {
    await test.acts.openTask(submitIntake, dossier, { taskToken: "token-1" });

    const [kept] = [...test.archive.kept.values()];
    expect(kept).toContain("/taak/…");
    expect(kept).not.toMatch(/taak\/[\w-]{43}/);
  });

  it("a crash between the send and its record sends the mail again, a retry after the record does not", async () => {
    test.mailer.isDown = true;
    await expect(test.acts.openTask(submitIntake, dossier, { taskToken: "token-1" })).rejects.toThrow(
      RetryLater,
    );
    test.mailer.isDown = false;

    await test.acts.openTask(submitIntake, dossier, { taskToken: "token-1" });
    await test.acts.openTask(submitIntake, dossier, { taskToken: "token-1" });

    expect(test.mailer.sent).toHaveLength(1);
  });

  it("an older execution changes nothing", async () => {
    await expect(test.acts.beginState(payload({ run: 2 }))).rejects.toThrow(GiveUp);
  });
});

describe("rounds", () => {
  const restarts = [{ stage: "INTAKE" as const, from: "SubmitIntake" as const }];

  it("a loop raises the round once for the task that caused it", async () => {
    await open("token-1");
    await decide()(dossier.id, ID, { ...MORE, by: TEAM });

    await test.acts.raiseRound({ ...payload({ state: "RaiseRound", previous: ID }), restarts });
    await test.acts.raiseRound({ ...payload({ state: "RaiseRound", previous: ID }), restarts });

    const after = await test.backend.dossiers.find(dossier.id);
    expect(after?.rounds).toEqual({ INTAKE: { number: 2, from: "SubmitIntake", cause: ID } });
  });

  it("a loop that runs again after a later one starts no round", async () => {
    await open("token-1");
    await decide()(dossier.id, ID, { ...MORE, by: TEAM });
    await test.acts.raiseRound({ ...payload({ state: "RaiseRound", previous: ID }), restarts });
    const later = { INTAKE: { number: 3, from: "SubmitIntake", cause: "AssessIntake-1-2" } };
    await test.acts.changeDossier(dossier.id, (current) => ({ ...current, rounds: later }));

    await test.acts.raiseRound({ ...payload({ state: "RaiseRound", previous: ID }), restarts });

    expect((await test.backend.dossiers.find(dossier.id))?.rounds).toEqual(later);
  });

  it("a stage is entered at the state where its round started; forward moves go one step at a time", async () => {
    await open("token-1");
    await decide()(dossier.id, ID, { ...MORE, by: TEAM });
    const planning = [{ stage: "INTAKE" as const, from: "ProposePlanning" as const }];
    await test.acts.raiseRound({ ...payload({ state: "RaiseRound", previous: ID }), restarts: planning });

    expect(await test.acts.enterStage(payload(), "INTAKE")).toMatchObject({ entry: "ProposePlanning" });
    await expect(test.acts.enterStage(payload(), "PROTOCOL")).rejects.toThrow(/MOVE_NOT_ALLOWED/);
    expect(await test.acts.enterStage(payload(), "DPIA")).toMatchObject({ entry: "PreAssessDpia" });
  });
});

describe("withdrawing", () => {
  it("fails the open task, and the workflow closes the dossier", async () => {
    await open("token-1");

    const verdict = await test.acts.withdraw(dossier.id, APPLICANT, "We doen het niet");
    expect(verdict.allowed).toBe(true);
    expect(test.workflow.failures).toEqual(["Withdrawn"]);
    await createCloseAfterDecision(test.acts)(payload({ state: "CloseDossier" }));

    const after = await test.backend.dossiers.find(dossier.id);
    expect(after).toMatchObject({
      status: "CLOSED",
      closed: { outcome: "withdrawn", reason: "We doen het niet" },
      clocks: {},
    });
    expect((await find()).status).toBe("closed");
  });

  it("stops all states, new tasks and new decisions from then on", async () => {
    await open("token-1");
    await test.acts.withdraw(dossier.id, APPLICANT, "We doen het niet");

    await expect(test.acts.beginState(payload())).rejects.toThrow(Withdrawn);
    await expect(test.acts.openTask(submitIntake, dossier, { taskToken: "t" })).rejects.toThrow(Withdrawn);
    expect(await decide()(dossier.id, ID, { ...MORE, by: TEAM })).toEqual({ status: "closed" });
  });

  it("keeps an earlier decision in the record", async () => {
    await open("token-1");
    await decide()(dossier.id, ID, { ...MORE, by: TEAM });

    await test.acts.withdraw(dossier.id, APPLICANT, "We doen het niet");
    await expect(test.acts.beginState(payload({ previous: ID }))).rejects.toThrow(Withdrawn);
    await createCloseAfterDecision(test.acts)(payload({ state: "CloseDossier" }));

    expect((await find()).decision?.outcome).toBe("more-information");
  });

  it("without a running execution the dossier closes at once", async () => {
    test.workflow.executions.clear();

    await test.acts.withdraw(dossier.id, APPLICANT, "We doen het niet");

    expect((await test.backend.dossiers.find(dossier.id))?.status).toBe("CLOSED");
  });

  it("is refused after the last signature", async () => {
    await test.acts.changeDossier(dossier.id, (current) =>
      withFacts(current, { protocol: aSignedProtocol() }),
    );

    const verdict = await test.acts.withdraw(dossier.id, APPLICANT, "Toch niet");

    expect(verdict).toMatchObject({ allowed: false, reasons: [{ rule: "WITHDRAW-01" }] });
  });
});

describe("executions", () => {
  it("a stored start is started once", async () => {
    const { withNextRun } = await import("../../functions/executions/start-execution.ts");
    const written = await test.acts.changeDossier(dossier.id, (current) =>
      isUnderWay(current) ? withNextRun(current, "INTAKE", test.time.now) : undefined,
    );

    await test.acts.launch(written);
    await test.acts.launch((await test.backend.dossiers.find(dossier.id)) ?? written);

    expect([...test.workflow.executions.keys()]).toEqual([`${dossier.id}-1`, `${dossier.id}-2`]);
    expect(await test.backend.dossiers.find(dossier.id)).toMatchObject({
      run: 2,
      clocks: { executionAge: ANY_MOMENT },
    });
  });

  it("a name that an ended execution still has is skipped", async () => {
    const { withNextRun } = await import("../../functions/executions/start-execution.ts");
    test.workflow.executions.set(`${dossier.id}-2`, "ended");
    const written = await test.acts.changeDossier(dossier.id, (current) =>
      isUnderWay(current) ? withNextRun(current, "INTAKE", test.time.now) : undefined,
    );

    await test.acts.launch(written);

    expect(await test.backend.dossiers.find(dossier.id)).toMatchObject({ run: 3 });
    expect(test.workflow.executions.get(`${dossier.id}-3`)).toBe("running");
  });

  it("parking is idempotent, ignores another run, and resumes from a reached stage", async () => {
    const request = { dossierId: dossier.id, run: 1, error: "States.Runtime", cause: "…" };
    await test.acts.park({ ...request, run: 7 });
    expect((await test.backend.dossiers.find(dossier.id))?.status).toBe("ONBOARDING");

    await test.acts.park(request);
    await test.acts.park(request);
    expect(test.mailer.sent).toHaveLength(1);

    expect(await test.acts.resume(dossier.id, "PROTOCOL", TEAM)).toMatchObject({ allowed: false });
    expect(await test.acts.resume(dossier.id, "INTAKE", TEAM)).toEqual({ allowed: true });
    expect(await test.backend.dossiers.find(dossier.id)).toMatchObject({ status: "ONBOARDING", run: 2 });
    expect(test.workflow.executions.get(`${dossier.id}-2`)).toBe("running");
  });

  it("a decision that is newer than the execution's definition does not park: a fresh execution with the current one continues", async () => {
    const request = { dossierId: dossier.id, run: 1, error: "UnknownOutcome", cause: "…" };
    await test.acts.park(request);

    expect(await test.backend.dossiers.find(dossier.id)).toMatchObject({
      status: "ONBOARDING",
      run: 2,
      request: { start: { resumeFrom: "INTAKE" } },
    });
    expect(test.mailer.sent).toEqual([]);

    const { onboarding: workflowVersion } = WORKFLOW_VERSION;
    await test.backend.dossiers.save({ ...(await found()), workflowVersion });
    await test.acts.park({ ...request, run: 2 });
    expect(await found()).toMatchObject({ status: "PARKED", parked: { error: "UnknownOutcome" } });
  });

  it("an old execution hands over to a fresh one at the same stage", async () => {
    await test.acts.continueAsNew(payload({ state: "ContinueAsNew" }));

    expect(await test.backend.dossiers.find(dossier.id)).toMatchObject({ run: 2, stage: "INTAKE" });
    expect(test.workflow.executions.get(`${dossier.id}-2`)).toBe("running");
  });

  it("an execution that is 300 days old is replaced at its open task, and tried again a day later", async () => {
    await open("token-1");

    await test.acts.renewExecution(dossier);

    expect(test.workflow.failures).toEqual(["ContinueAsNew"]);
    const after = await test.backend.dossiers.find(dossier.id);
    expect(after?.clocks).toEqual({ executionAge: "2026-11-24T09:00:00.000Z" });
  });

  it("a task is identified by dossier, kind, pass and round", () => {
    expect(taskId({ kind: "AssessIntake", pass: 2, round: 3 })).toBe("AssessIntake-2-3");
  });
});
