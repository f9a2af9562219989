import { describe, expect, it } from "vitest";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { GiveUp } from "../../functions/domain/errors.ts";
import type { TaskDefinition } from "../../functions/domain/task-definition.ts";
import type { Actor } from "../../functions/domain/people.ts";
import { submitIntake } from "../../functions/intake/submit-intake.ts";
import { createEnterProtocol } from "../../functions/protocol/enter-protocol.ts";
import { recordPriorConsultation } from "../../functions/protocol/record-prior-consultation.ts";
import { signForAuthority } from "../../functions/protocol/sign-for-authority.ts";
import { submitProtocol } from "../../functions/protocol/submit-protocol.ts";
import { humanState } from "../../functions/executions/state-handlers.ts";
import { openFileTable } from "../adapters/database.ts";
import { aDossier, NOW, inStatus } from "../builders/dossier.ts";
import { aDecision } from "../builders/task.ts";
import { aDpia, APPLICANT_SIGNATURE, aProtocol, LED_ADVICE } from "../protocol/answers.ts";
import { backendForEachTest } from "../application/backend.ts";

const SIGNED = aProtocol({ ledDpoAdvice: LED_ADVICE, signatures: { applicant: APPLICANT_SIGNATURE } });
const HIGH_RISK = {
  stage: "PROTOCOL",
  dpia: aDpia({ residualRisk: "high" }),
  protocol: aProtocol(),
} as const;

const test = backendForEachTest(await openFileTable());
let number = 0;

const create = (differences: Parameters<typeof aDossier>[0]): Promise<Dossier> => {
  number += 1;
  return test.backend.dossiers.create(
    aDossier({
      id: `01HR${String(number).padStart(22, "0")}`,
      reference: `LED-2029-${String(number).padStart(5, "0")}`,
      ...differences,
    }),
  );
};
const find = async ({ id }: Dossier): Promise<Dossier> =>
  (await test.backend.dossiers.find(id)) ?? aDossier();
const open = async (definition: TaskDefinition, dossier: Dossier, taskToken: string) => {
  test.workflow.waiting.add(taskToken);
  await test.acts.openTask(definition, await find(dossier), { taskToken });
};
const decide = async (definition: TaskDefinition, { id }: Dossier, outcome: string, fields: object) => {
  const by: Actor = { role: definition.audience, id: "somebody", name: "Iemand" };
  const act = test.acts.decideTask;
  const decision = { outcome, fields: { ...fields }, documents: [], by };
  expect(await act(id, `${definition.kind}-1-1`, decision)).toMatchObject({ status: "decided" });
};
const enterProtocol = ({ id }: Dossier) =>
  createEnterProtocol(test.acts)({ state: "EnterProtocol", dossierId: id, run: 1, previous: null });

describe("a decision that removed what its own task requires", () => {
  it("is delivered again to a resumed execution: a refusal makes the signature lapse", async () => {
    const dossier = await create({ stage: "PROTOCOL", dpia: aDpia(), protocol: SIGNED });
    await open(signForAuthority, dossier, "token-1");
    await decide(signForAuthority, dossier, "refused", { reason: "Nog niet" });

    await open(signForAuthority, dossier, "token-2");

    expect(test.workflow.answers.at(-1)).toEqual({ task: "SignForAuthority-1-1", outcome: "refused" });
    expect(test.workflow.answers).toHaveLength(2);
  });

  it("returns to the DPIA that the supervisor wants changed", async () => {
    const dossier = await create(HIGH_RISK);
    await open(submitProtocol, dossier, "token-1");
    const task = await test.backend.tasks.find(dossier.id, "SubmitProtocol-1-1");
    if (!task) throw new Error("no task");
    await test.backend.tasks.recordDecision(task, aDecision({ at: test.time.now }), await find(dossier), []);
    await open(recordPriorConsultation, dossier, "token-2");
    await decide(recordPriorConsultation, dossier, "changes-needed", { remarks: "Meer maatregelen" });

    expect(await enterProtocol(dossier)).toEqual({ entry: "SubmitProtocol", priorConsultation: "needed" });
    await open(submitProtocol, dossier, "token-3");
    expect(test.workflow.answers.at(-1)).toEqual({ task: "SubmitProtocol-1-1", outcome: "submitted" });
  });

  it("opens nothing new: the next round waits for the DPIA", async () => {
    const rounds = { PROTOCOL: { number: 2, from: "SubmitProtocol", cause: "RecordPriorConsultation-1-1" } };
    const dossier = await create({ ...HIGH_RISK, dpia: aDpia({ acceptedAt: undefined }), rounds });

    await expect(enterProtocol(dossier)).rejects.toThrow(GiveUp);
    await expect(open(submitProtocol, dossier, "token-1")).rejects.toThrow(/rules=PROTOCOL-01/);
  });

  it("leaves a readable dossier", async () => {
    const dossier = await create(HIGH_RISK);
    await open(recordPriorConsultation, dossier, "token-1");
    await decide(recordPriorConsultation, dossier, "changes-needed", { remarks: "Meer maatregelen" });

    const whole = await test.backend.dossiers.findWhole(dossier.id);

    expect(whole?.dossier.protocol).toBeUndefined();
    expect(whole?.changes.map(({ what }) => what)).toEqual(expect.arrayContaining(["dpia", "protocol"]));
  });
});

describe("a round that starts in a fresh execution", () => {
  it("remembers the decision that caused it", async () => {
    const rounds = { INTAKE: { number: 2, from: "SubmitIntake", cause: "AssessIntake-1-1" } };
    const { id } = await create({ rounds });
    const payload = { state: "SubmitIntake", dossierId: id, run: 1, previous: null, taskToken: "token-1" };

    await humanState(test.acts, submitIntake)(payload);

    expect(await test.backend.tasks.find(id, "SubmitIntake-1-2")).toMatchObject({
      because: "AssessIntake-1-1",
    });
  });
});

describe("an execution that ended before its start was recorded", () => {
  it("is not started again when the dossier needs none any more", async () => {
    const dossier = await create({
      run: 2,
      request: { start: { resumeFrom: "MAGDA" } },
      clocks: { start: NOW },
    });
    const inUse = await test.backend.dossiers.save(inStatus(dossier, { status: "IN_USE" }));
    test.workflow.executions.set(`${dossier.id}-2`, "ended");

    await test.acts.launch(inUse);

    const after = await find(dossier);
    expect(after).toMatchObject({ status: "IN_USE", run: 2, clocks: {} });
    expect(after.request).toBeUndefined();
    expect([...test.workflow.executions.keys()]).not.toContain(`${dossier.id}-3`);
  });
});
