import { describe, expect, it } from "vitest";
import { ENDING_REASONS } from "../../functions/domain/use.ts";
import { SYSTEM } from "../../functions/domain/people.ts";
import { renewalIsPossible } from "../../functions/out-of-use/renewal-is-possible.ts";
import { useMayBeRestored } from "../../functions/out-of-use/use-may-be-restored.ts";
import { NOW } from "../builders/dossier.ts";
import { aProtocol } from "../protocol/answers.ts";

const ALLOWED = { allowed: true };

describe("END-02", () => {
  it("only a use that ends because of its term can be renewed", () => {
    const renewable = ENDING_REASONS.filter((reason) => {
      const ending = { reason, explanation: "We stoppen", by: SYSTEM, at: NOW };
      return renewalIsPossible({ use: { since: NOW, ending } }).allowed;
    });

    expect(renewable).toEqual(["term"]);
    expect(renewalIsPossible({})).toMatchObject({ reasons: [{ rule: "END-02", field: "outcome" }] });
  });
});

describe("END-03", () => {
  const protocol = aProtocol({ term: { start: "2026-01-01", end: "2026-11-23" } });

  it("a use can be restored until the last moment of its term in Brussels, and not after it", () => {
    expect(useMayBeRestored({ protocol }, "2026-11-23T22:59:59.000Z")).toEqual(ALLOWED);
    expect(useMayBeRestored({ protocol }, "2026-11-23T23:00:00.000Z")).toMatchObject({
      reasons: [{ rule: "END-03" }],
    });
  });

  it("without an end, it can always be restored", () => {
    expect(
      useMayBeRestored(
        { protocol: aProtocol({ term: { start: "2026-01-01" } }) },
        "2040-01-01T00:00:00.000Z",
      ),
    ).toEqual(ALLOWED);
  });
});
