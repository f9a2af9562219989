import { describe, expect, it } from "vitest";
import { accessOf, endedOn } from "../../functions/domain/access.ts";
import { type Dossier, endingOf } from "../../functions/domain/dossier.ts";
import { submitIntake } from "../../functions/intake/submit-intake.ts";
import { aDossier, NOW, inStatus } from "../builders/dossier.ts";
import { TEAM } from "../builders/people.ts";
import { INTAKE, LED_ADVICE } from "../protocol/answers.ts";
import { backendForEachTest, type TestBackend } from "../application/backend.ts";
import { aConnection, anAgreement, aSignedProtocol } from "../builders/agreement.ts";

const test = backendForEachTest();
let dossier: Dossier;

const given = async (differences: Parameters<typeof aDossier>[0] = {}) => {
  dossier = await test.backend.dossiers.create(aDossier(differences));
  test.workflow.executions.set(`${dossier.id}-1`, "running");
};
const find = () => test.backend.dossiers.find(dossier.id);
const park = (differences: Partial<Parameters<TestBackend["acts"]["park"]>[0]> = {}) =>
  test.acts.park({
    dossierId: dossier.id,
    run: 1,
    error: "GiveUp",
    cause: "TASK_MAY_NOT_OPEN",
    ...differences,
  });

describe("a parked dossier", () => {
  it("is not parked after its deletion, and raises no alarm", async () => {
    const dossierId = "01HZ0000000000000000000DEL";

    await test.acts.park({ dossierId, run: 1, error: "ABORTED", cause: `execution=${dossierId}-1` });

    expect(await test.backend.dossiers.find(dossierId)).toBeUndefined();
    expect([test.alarms, test.mailer.sent]).toEqual([[], []]);
  });

  it("shows the last successful state of the workflow", async () => {
    await given();
    test.workflow.lastStates.set(`${dossier.id}-1`, "EnterIntake");

    await park();

    expect(await find()).toMatchObject({ status: "PARKED", parked: { lastState: "EnterIntake" } });
    expect(test.alarms).toEqual([dossier.id]);
    expect(test.mailer.sent).toHaveLength(1);
  });

  it("is parked also when its execution has no history", async () => {
    await given();
    test.workflow.isDown = true;

    await park();

    expect(await find()).toMatchObject({ status: "PARKED", parked: { error: "GiveUp" } });
  });

  it("is listed only while it is parked", async () => {
    await given();
    expect((await test.backend.dossiers.listParked()).items).toEqual([]);

    await park();
    expect((await test.backend.dossiers.listParked()).items).toMatchObject([{ id: dossier.id }]);
    expect((await test.backend.tasks.listOpen("led-team")).items).toEqual([]);

    await test.acts.resume(dossier.id, "INTAKE", TEAM);
    expect((await test.backend.dossiers.listParked()).items).toEqual([]);
  });

  it("results from a lost execution that nobody noticed", async () => {
    await given();
    test.workflow.executions.clear();
    await test.acts.checkExecution((await find()) ?? dossier);

    expect(await find()).toMatchObject({ status: "PARKED", parked: { error: "EXECUTION_GONE" } });
  });

  it("whose execution still waits is not continued when that execution is old", async () => {
    await given();
    await park();

    await test.acts.continueAsNew({
      state: "ContinueAsNew",
      dossierId: dossier.id,
      run: 1,
      previous: null,
    });

    expect(await find()).toMatchObject({ status: "PARKED", run: 1 });
  });
});

const CONNECTION = aConnection(["web-service"]);
const SIGNED = aSignedProtocol({ ledDpoAdvice: LED_ADVICE });
const FACTS = anAgreement({ intake: INTAKE, protocol: SIGNED, connection: CONNECTION });
const ENDING = { reason: "stopped", explanation: "We stoppen", by: TEAM, at: NOW } as const;
const ENDING_ROUND = { OUT_OF_USE: { number: 1, from: "ConfirmEndOfUse", cause: `ending-${NOW}` } };

/** A dossier whose first pass granted an access. */
const givenAccess = async (differences: Parameters<typeof aDossier>[0], ended = false) => {
  await given(differences);
  const by = { at: NOW, by: TEAM };
  const access = accessOf(aDossier(), FACTS, 1, by);
  await test.backend.accesses.grant(ended ? endedOn(access, "2026-11-23", by) : access);
};
const close = () => test.acts.closeParked(dossier.id, "Gaat niet verder", TEAM);

describe("PARK-02: closing a parked dossier", () => {
  it("requires a parked dossier", async () => {
    await given();

    expect(await close()).toMatchObject({ allowed: false, reasons: [{ rule: "PARK-02" }] });
    expect(await find()).toMatchObject({ status: "ONBOARDING" });
  });

  it("notifies both parties, closes its tasks and stops its execution", async () => {
    await given();
    test.workflow.waiting.add("token-1");
    await test.acts.openTask(submitIntake, dossier, { taskToken: "token-1" });
    await park();
    test.mailer.sent.length = 0;

    expect(await close()).toEqual({ allowed: true });

    expect(await find()).toMatchObject({
      status: "CLOSED",
      closed: { outcome: "closed", reason: "Gaat niet verder", by: TEAM },
      clocks: {},
    });
    expect(await test.backend.tasks.find(dossier.id, "SubmitIntake-1-1")).toMatchObject({ status: "closed" });
    expect(test.workflow.failures).toEqual(["Withdrawn"]);
    expect(test.mailer.sent).toHaveLength(2);
  });

  it("is possible after the last signature too", async () => {
    await given({ stage: "MAGDA", ...FACTS, connection: undefined });
    await park();

    expect(await close()).toEqual({ allowed: true });
    expect(await find()).toMatchObject({ status: "CLOSED" });
  });

  it("of a later request keeps the earlier access in force", async () => {
    await givenAccess({ stage: "DPIA", pass: 2, intake: { ...INTAKE, purpose: "Iets anders" } });
    await park();

    await close();

    expect(await find()).toMatchObject({
      status: "IN_USE",
      stage: "IN_USE",
      intake: { purpose: INTAKE.purpose },
      use: { lastRequest: { pass: 2, outcome: "closed", reason: "Gaat niet verder" } },
    });
    expect(test.mailer.sent.at(-1)?.subject).toContain("De aanvraag stopt");
  });

  it("of an unconfirmed ending returns it to use, without an ending", async () => {
    await givenAccess({ stage: "OUT_OF_USE", ...FACTS });
    await test.backend.dossiers.save(
      inStatus(dossier, { status: "ENDING", use: { since: NOW, ending: ENDING }, rounds: ENDING_ROUND }),
    );
    await park();

    await close();

    const after = await find();
    expect(after).toMatchObject({ status: "IN_USE", stage: "IN_USE" });
    expect(after && endingOf(after)).toBeUndefined();
    expect(test.mailer.sent.at(-1)?.subject).toContain("Het gebruik loopt niet af");
  });

  it("of a confirmed ending ends the use", async () => {
    await givenAccess({ stage: "OUT_OF_USE", ...FACTS }, true);
    await test.backend.dossiers.save(
      inStatus(dossier, { status: "ENDING", use: { since: NOW, ending: ENDING }, rounds: ENDING_ROUND }),
    );
    await park();

    await close();

    expect(await find()).toMatchObject({ status: "CLOSED", closed: { outcome: "ended" } });
  });
});
