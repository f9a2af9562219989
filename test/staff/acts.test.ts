import { beforeEach, describe, expect, it } from "vitest";
import { createAssignTask } from "../../functions/staff/assign-task.ts";
import { createChangeHandler } from "../../functions/handler/change-handler.ts";
import { handlerToday } from "../../functions/staff/handler-today.ts";
import { TelephoneForm } from "../../functions/staff/telephone-form.ts";
import { isAssignedTo, withSubstitutions } from "../../functions/domain/staff.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import { createEndSubstitution, createNameSubstitute } from "../../functions/staff/substitutions.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import type { Role } from "../../functions/domain/people.ts";
import type { Member } from "../../functions/domain/staff.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aTask } from "../builders/task.ts";
import { backendForEachTest } from "../application/backend.ts";

const ID = "AssessIntake-1-1";
const member = (subject: string, ...roles: Role[]): Member => ({ subject, name: `${subject} (naam)`, roles });
const LIES = member("lies", "led-team");
const TOM = member("tom", "led-team");
const DIRK = member("dirk", "led-dpo");

const test = backendForEachTest();
let dossier: Dossier;

beforeEach(async () => {
  dossier = await test.backend.dossiers.create(aDossier());
  const task = aTask({ dossierId: dossier.id, kind: "AssessIntake", audience: "led-team" });
  await test.backend.tasks.open(task, dossier);
  for (const { subject, name, roles } of [LIES, TOM, DIRK])
    await test.backend.staff.remember({ subject, name, roles, seenAt: NOW });
});

const assign = (...[assignment, by]: [Parameters<ReturnType<typeof createAssignTask>>[2], Member]) =>
  createAssignTask(test.acts)(dossier.id, ID, assignment, by);
const assignee = async () => (await test.backend.tasks.find(dossier.id, ID))?.assignee;
const DAYS = { from: "2026-11-23", until: "2026-11-30" };
let asked = 0;
const name = (fields: object, by: Member, id = `asked-${++asked}`) =>
  createNameSubstitute(test.acts)({ ...DAYS, ...fields }, by, id);
const end = (id: string, by: Member) => createEndSubstitution(test.acts)(id, by);

describe("a task of the LED", () => {
  it("that two colleagues take at once goes to one, and the other is told who has it", async () => {
    const results = await Promise.all([assign({ kind: "claim" }, LIES), assign({ kind: "claim" }, TOM)]);

    const has = await assignee();
    expect(results.map(({ status }) => status).sort()).toEqual(["assigned", "refused"]);
    const refused = results.find(({ status }) => status === "refused");
    expect(refused).toMatchObject({ reasons: [{ rule: "CLAIM-02" }] });
    expect(JSON.stringify(refused)).toContain(has?.name);
  });

  it("is released, taken over and handed over, each with a record", async () => {
    await assign({ kind: "claim" }, LIES);
    expect(await assign({ kind: "release" }, TOM)).toMatchObject({ reasons: [{ rule: "CLAIM-04" }] });
    await assign({ kind: "release" }, LIES);
    expect(await assignee()).toBeUndefined();
    await assign({ kind: "claim" }, LIES);
    await assign({ kind: "claim", seen: "lies" }, TOM);
    expect((await assignee())?.id).toBe("tom");
    await assign({ kind: "hand-over", to: "lies" }, TOM);

    expect(await assignee()).toEqual({ id: "lies", name: LIES.name, at: NOW });
    const { changes = [] } = (await test.backend.dossiers.findWhole(dossier.id)) ?? {};
    expect(changes.map(({ what }) => what)).toEqual([
      "handler.taken",
      "assignee.claimed",
      "assignee.released",
      "assignee.claimed",
      "assignee.claimed",
      "assignee.handed-over",
    ]);
  });

  it("cannot be handed over to or by a colleague without its role", async () => {
    expect(await assign({ kind: "hand-over", to: "dirk" }, LIES)).toMatchObject({
      reasons: [{ rule: "CLAIM-03" }],
    });
    expect(await assign({ kind: "claim" }, DIRK)).toMatchObject({ reasons: [{ rule: "CLAIM-01" }] });
    expect(await assignee()).toBeUndefined();
  });

  it("that does not exist is not found", async () => {
    const act = createAssignTask(test.acts);

    expect(await act(dossier.id, "AssessIntake-1-9", { kind: "claim" }, LIES)).toEqual({ status: "unknown" });
  });
});

describe("the handler of a dossier", () => {
  const change = async (
    to: string | undefined,
    seen: string | undefined,
    by: Member,
    assignTask = createAssignTask(test.acts),
  ) => {
    const whole = await test.backend.dossiers.readWhole(dossier.id);
    if (!whole) throw new Error("no dossier");
    return createChangeHandler({ ...test.acts, assignTask })(whole, { to, seen }, by);
  };
  const handler = async () => (await test.backend.dossiers.find(dossier.id))?.handler;
  const site = { names: {} };
  const today = async () => handlerToday({ ...test.backend, site }, { handler: await handler() });

  it("is who took the first task of the team, and gets the next one", async () => {
    await assign({ kind: "claim" }, LIES);
    await assign({ kind: "claim", seen: "lies" }, TOM);
    expect(await handler()).toEqual({ id: "lies", name: LIES.name, at: NOW });

    const current = await test.backend.dossiers.find(dossier.id);
    if (!current) throw new Error("no dossier");
    await test.acts.openTask(TASKS.ProposePlanning, current, {});
    const opened = await test.backend.tasks.find(dossier.id, "ProposePlanning-1-1");
    expect(opened?.assignee).toEqual({ id: "lies", name: LIES.name, at: NOW });
  });

  it("hands the dossier over with the tasks that nobody else took", async () => {
    await assign({ kind: "claim" }, LIES);
    expect(await change("dirk", "lies", LIES)).toMatchObject({ reasons: [{ rule: "CLAIM-03" }] });
    expect(await change("tom", "dirk", TOM)).toMatchObject({ reasons: [{ rule: "HANDLER-01" }] });

    expect(await change("tom", "lies", LIES)).toEqual({ allowed: true });
    expect(await change("tom", "lies", LIES)).toEqual({ allowed: true });

    expect([(await handler())?.id, (await assignee())?.id]).toEqual(["tom", "tom"]);
    const { changes = [] } = (await test.backend.dossiers.findWhole(dossier.id)) ?? {};
    expect(changes.filter(({ what }) => what === "handler.handed-over")).toHaveLength(1);
  });

  it("gets the tasks too when the request is repeated after an interruption", async () => {
    await assign({ kind: "claim" }, LIES);
    const interrupted = () => Promise.reject(new Error("interrupted"));
    await expect(change("tom", "lies", LIES, interrupted)).rejects.toThrow("interrupted");

    await change("tom", "lies", LIES);

    expect([(await handler())?.id, (await assignee())?.id]).toEqual(["tom", "tom"]);
  });

  it("is replaced while absent, by name and telephone number", async () => {
    await assign({ kind: "claim" }, LIES);
    await test.backend.staff.keepTelephone({ subject: "lies", number: "02 553 00 01", at: NOW });
    await test.backend.staff.keepTelephone({ subject: "tom", number: "02 553 00 02", at: NOW });
    expect(await today()).toMatchObject({ handler: { name: LIES.name }, telephone: "02 553 00 01" });

    await name({ role: "led-team", substitute: "tom" }, LIES);
    const now = new Date(DAYS.from);
    const absent = await handlerToday(
      { staff: test.backend.staff, site, now: () => now },
      { handler: await handler() },
    );
    expect(absent).toMatchObject({
      substitute: { name: TOM.name, until: DAYS.until },
      telephone: "02 553 00 02",
    });
    const substitutions = await test.backend.staff.listSubstitutions(DAYS.from);
    const replacing = withSubstitutions(TOM, substitutions, DAYS.from);
    expect(isAssignedTo({ assignee: { id: "lies" }, audience: "led-team" }, replacing)).toBe(true);
    expect(isAssignedTo({ assignee: { id: "lies" }, audience: "led-dpo" }, replacing)).toBe(false);
  });

  it.each([
    ["02 553 00 01", true],
    ["+32 (0)470/12.34.56", true],
    ["553", false],
    ["bel mij", false],
    ["1234567890123456", false],
  ])("has a telephone number: %s", (number, isIt) => {
    expect(TelephoneForm.safeParse({ number }).success).toBe(isIt);
  });
});

describe("a substitute", () => {
  it("is named for some days, gets tasks of the role, and is ended early, once", async () => {
    const named = await name({ role: "led-team", substitute: "dirk" }, LIES);
    if (named.status !== "named") throw new Error(JSON.stringify(named));
    expect((await assign({ kind: "hand-over", to: "dirk" }, LIES)).status).toBe("assigned");

    expect(await end(named.substitution.id, member("x", "leading-official"))).toMatchObject({
      reasons: [{ rule: "SUBSTITUTE-05" }],
    });
    expect(await end(named.substitution.id, LIES)).toEqual({ status: "ended" });
    expect(await end(named.substitution.id, LIES)).toEqual({ status: "ended" });
    expect(await end("2026-11-30-none", LIES)).toEqual({ status: "unknown" });
    const [kept] = await test.backend.staff.listSubstitutions("2026-11-23");
    expect(kept?.ended).toEqual({ at: NOW, by: { id: "lies", name: LIES.name } });
  });

  it("is refused with all reasons at once", async () => {
    const wrong = await name({ role: "led-dpo", substitute: "nobody", from: "2026-11-01" }, LIES);
    const empty = await name({ from: "soon" }, LIES);

    if (wrong.status !== "refused" || empty.status !== "refused") throw new Error("it was accepted");
    expect(wrong.reasons.map(({ rule }) => rule)).toEqual([
      "SUBSTITUTE-01",
      "SUBSTITUTE-02",
      "SUBSTITUTE-03",
    ]);
    expect(empty.problems.map(({ path }) => path.join("."))).toEqual(["role", "substitute", "from"]);
  });

  it("cannot be named twice for the same days", async () => {
    await name({ role: "led-team", substitute: "dirk" }, LIES);

    expect(await name({ role: "led-team", substitute: "dirk" }, LIES)).toMatchObject({
      reasons: [{ rule: "SUBSTITUTE-04" }],
    });
  });
});
