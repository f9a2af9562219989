import { describe, expect, it } from "vitest";
import { assigneeIsAsSeen } from "../../functions/staff/assignee-is-as-seen.ts";
import { colleagueHasTheRole, colleaguesWith } from "../../functions/staff/colleague-has-the-role.ts";
import { ownTaskIsReleased } from "../../functions/staff/own-task-is-released.ts";
import { periodIsInOrder } from "../../functions/staff/period-is-in-order.ts";
import { roleIsOnesOwn } from "../../functions/staff/role-is-ones-own.ts";
import { substituteIsAColleague } from "../../functions/staff/substitute-is-a-colleague.ts";
import { substitutionIsNew } from "../../functions/staff/substitution-is-new.ts";
import { substitutionMayEnd } from "../../functions/staff/substitution-may-end.ts";
import { taskIsOfOwnRole } from "../../functions/staff/task-is-of-own-role.ts";
import {
  type Colleague,
  isInEffect,
  type Substitution,
  withSubstitutions,
} from "../../functions/domain/staff.ts";
import type { Verdict } from "../../functions/domain/verdict.ts";
import { NOW } from "../builders/dossier.ts";
import { aTask } from "../builders/task.ts";

const rulesOf = (verdict: Verdict) => (verdict.allowed ? [] : verdict.reasons.map(({ rule }) => rule));
const LIES: Colleague = { subject: "lies", name: "Lies Team", roles: ["led-team"], seenAt: NOW };
const DIRK: Colleague = { subject: "dirk", name: "Dirk DPO", roles: ["led-dpo"], seenAt: NOW };
const TODAY = "2026-11-23";
const SUBSTITUTION: Substitution = {
  id: "2026-11-30-1",
  role: "led-dpo",
  of: { id: "dirk", name: "Dirk DPO" },
  substitute: { id: "lies", name: "Lies Team" },
  from: "2026-11-25",
  until: "2026-11-30",
  at: NOW,
};
const assignee = { id: "lies", name: "Lies Team", at: NOW };

describe("the assignee of a task", () => {
  it.each([
    ["of one's role", aTask({ audience: "led-team" }), []],
    ["of another role", aTask({ audience: "led-dpo" }), ["CLAIM-01"]],
    ["of the applicant", aTask({ audience: "applicant" }), ["CLAIM-01"]],
    ["that is decided", aTask({ audience: "led-team", status: "decided" }), ["CLAIM-01"]],
  ])("CLAIM-01: a task %s", (_, task, rules) => {
    expect(rulesOf(taskIsOfOwnRole(task, LIES))).toEqual(rules);
  });

  it("CLAIM-02: a colleague's task is taken over only after seeing its assignee", () => {
    expect(rulesOf(assigneeIsAsSeen({}, "tom", undefined))).toEqual([]);
    expect(rulesOf(assigneeIsAsSeen({ assignee }, "lies", undefined))).toEqual([]);
    expect(rulesOf(assigneeIsAsSeen({ assignee }, "tom", "lies"))).toEqual([]);
    expect(rulesOf(assigneeIsAsSeen({ assignee }, "tom", ""))).toEqual(["CLAIM-02"]);
    expect(rulesOf(assigneeIsAsSeen({ assignee }, "tom", "dirk"))).toEqual(["CLAIM-02"]);
  });

  it("CLAIM-03: it is handed over to a colleague with the role that day, including a substitute", () => {
    const on = (day: string) => colleaguesWith("led-dpo", [LIES, DIRK], [SUBSTITUTION], day);

    expect(rulesOf(colleagueHasTheRole("dirk", on(TODAY)))).toEqual([]);
    expect(rulesOf(colleagueHasTheRole("lies", on(TODAY)))).toEqual(["CLAIM-03"]);
    expect(rulesOf(colleagueHasTheRole("lies", on("2026-11-25")))).toEqual([]);
    expect(rulesOf(colleagueHasTheRole("nobody", on(TODAY)))).toEqual(["CLAIM-03"]);
  });

  it("CLAIM-04: only the assignee releases it", () => {
    expect(rulesOf(ownTaskIsReleased({ assignee }, "lies"))).toEqual([]);
    expect(rulesOf(ownTaskIsReleased({}, "tom"))).toEqual([]);
    expect(rulesOf(ownTaskIsReleased({ assignee }, "tom"))).toEqual(["CLAIM-04"]);
  });
});

describe("a substitute", () => {
  it.each([
    ["the day before", "2026-11-24", false],
    ["its first day", "2026-11-25", true],
    ["its last day", "2026-11-30", true],
    ["the day after", "2026-12-01", false],
  ])("has the role on %s: %s %s", (_, day, has) => {
    const now = withSubstitutions(LIES, [SUBSTITUTION], day);

    expect(isInEffect(SUBSTITUTION, day)).toBe(has);
    expect(now.roles).toEqual(has ? ["led-team", "led-dpo"] : ["led-team"]);
    expect(withSubstitutions(DIRK, [SUBSTITUTION], day).roles).toEqual(["led-dpo"]);
  });

  it("loses it when the substitution is ended", () => {
    const ended = { at: NOW, by: { id: "dirk", name: "Dirk DPO" } };

    expect(isInEffect({ ...SUBSTITUTION, ended }, "2026-11-26")).toBe(false);
  });

  it("SUBSTITUTE-01: cannot name another for the substituted role", () => {
    const now = withSubstitutions(LIES, [SUBSTITUTION], "2026-11-26");

    expect(rulesOf(roleIsOnesOwn("led-team", now))).toEqual([]);
    expect(rulesOf(roleIsOnesOwn("led-dpo", now))).toEqual(["SUBSTITUTE-01"]);
    expect(rulesOf(roleIsOnesOwn("led-dpo", DIRK))).toEqual([]);
  });

  it("SUBSTITUTE-02: is another known colleague", () => {
    expect(rulesOf(substituteIsAColleague(LIES, DIRK))).toEqual([]);
    expect(rulesOf(substituteIsAColleague(undefined, DIRK))).toEqual(["SUBSTITUTE-02"]);
    expect(rulesOf(substituteIsAColleague(DIRK, DIRK))).toEqual(["SUBSTITUTE-02"]);
  });

  it.each([
    [TODAY, TODAY, []],
    ["2026-11-22", "2026-11-24", ["SUBSTITUTE-03"]],
    ["2026-11-25", "2026-11-24", ["SUBSTITUTE-03"]],
    [TODAY, "2027-11-24", []],
    [TODAY, "2027-11-25", ["SUBSTITUTE-03"]],
  ])("SUBSTITUTE-03: from %s until %s", (from, until, rules) => {
    expect(rulesOf(periodIsInOrder(from, until, TODAY))).toEqual(rules);
  });

  it("SUBSTITUTE-04: is named once for the same days", () => {
    const asked = { role: "led-dpo", of: "dirk", substitute: "lies" } as const;
    const ended = { at: NOW, by: { id: "dirk", name: "Dirk DPO" } };
    const on = (from: string, until: string, known = SUBSTITUTION) =>
      rulesOf(substitutionIsNew({ ...asked, from, until }, [known]));

    expect(on("2026-11-30", "2026-12-05")).toEqual(["SUBSTITUTE-04"]);
    expect(on("2026-12-01", "2026-12-05")).toEqual([]);
    expect(on("2026-11-25", "2026-11-30", { ...SUBSTITUTION, ended })).toEqual([]);
  });

  it("SUBSTITUTE-05: is ended by the absent colleague, by the substitute, or by a colleague with the role", () => {
    const other = { ...DIRK, subject: "doris" };

    for (const by of [DIRK, LIES, other]) expect(rulesOf(substitutionMayEnd(SUBSTITUTION, by))).toEqual([]);
    expect(rulesOf(substitutionMayEnd(SUBSTITUTION, { ...LIES, subject: "tom" }))).toEqual(["SUBSTITUTE-05"]);
  });
});
