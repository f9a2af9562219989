import { describe, expect, it } from "vitest";
import { STAGES } from "../../statemachine/contract.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { SYSTEM } from "../../functions/domain/people.ts";
import { amendmentIsPossible } from "../../functions/in-use/amendment-is-possible.ts";
import { useMayEnd } from "../../functions/out-of-use/use-may-end.ts";
import { aDossier, NOW, inStatus } from "../builders/dossier.ts";
import { APPLICANT, TEAM } from "../builders/people.ts";

const ALLOWED = { allowed: true };

const inUse = inStatus(aDossier({ stage: "IN_USE" }), { status: "IN_USE" });
const closing = { at: NOW, outcome: "ended", by: TEAM } as const;
const closed = inStatus(aDossier(), { status: "CLOSED", closed: closing });
const ending = (reason: "term" | "stopped") =>
  inStatus(aDossier({ stage: "OUT_OF_USE" }), {
    status: "ENDING",
    use: { since: NOW, ending: { reason, explanation: "We stoppen", by: SYSTEM, at: NOW } },
  });
const endingAsked = { reason: "stopped", explanation: "We stoppen", by: TEAM, at: NOW } as const;
const amended = aDossier({
  pass: 2,
  request: { laterPass: { kind: "amendment", from: "PROTOCOL", of: 1, by: TEAM, at: NOW } },
  stage: "PROTOCOL",
});

describe("AMEND-01", () => {
  it("a dossier in use can be reopened at each step that leads to a new protocol, and at no other", () => {
    const possible = STAGES.filter((stage) => amendmentIsPossible(inUse, stage).allowed);

    expect(possible).toEqual(["INTAKE", "DPIA", "PROTOCOL"]);
    expect(amendmentIsPossible(inUse, "MAGDA")).toMatchObject({
      reasons: [{ rule: "AMEND-01", field: "stage" }],
    });
  });

  it.each<[string, Dossier]>([
    ["onboarding", aDossier()],
    ["ending", ending("term")],
    ["closed", closed],
    ["in use, with an end that was asked", { ...inUse, use: { since: NOW, endingAsked } }],
  ])("a dossier that is %s cannot", (_name, dossier) => {
    expect(amendmentIsPossible(dossier, "PROTOCOL")).toMatchObject({ reasons: [{ rule: "AMEND-01" }] });
  });
});

describe("END-01", () => {
  it.each([
    ["term", ["system"]],
    ["purpose", ["applicant", "led-team"]],
    ["stopped", ["applicant", "led-team"]],
    ["breach", ["led-team"]],
  ] as const)("the end for %s can be requested by %s only", (reason, speakers) => {
    const may = [SYSTEM, APPLICANT, TEAM].filter((by) => useMayEnd(inUse, reason, by).allowed);

    expect(may.map(({ role }) => role).sort()).toEqual([...speakers].sort());
  });

  it("a later request is given up for it, but not for the end of a term", () => {
    expect(useMayEnd(amended, "stopped", APPLICANT)).toEqual(ALLOWED);
    expect(useMayEnd(amended, "term", SYSTEM)).toMatchObject({ reasons: [{ rule: "END-01" }] });
  });

  it("the question about a renewal is given up for a breach, and other endings for nothing", () => {
    expect(useMayEnd(ending("term"), "breach", TEAM)).toEqual(ALLOWED);
    expect(useMayEnd(ending("term"), "stopped", APPLICANT)).toMatchObject({ reasons: [{ rule: "END-01" }] });
    expect(useMayEnd(ending("stopped"), "breach", TEAM)).toMatchObject({ reasons: [{ rule: "END-01" }] });
  });

  it("a dossier that is not in use yet, or closed, cannot end", () => {
    expect(useMayEnd(aDossier(), "stopped", APPLICANT)).toMatchObject({ reasons: [{ rule: "END-01" }] });
    expect(useMayEnd(closed, "stopped", APPLICANT)).toMatchObject({ reasons: [{ rule: "END-01" }] });
  });
});
