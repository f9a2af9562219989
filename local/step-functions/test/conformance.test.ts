import { describe, expect, test } from "vitest";
import { PLACE, readCases } from "./cases.ts";
import { runCase } from "./run-case.ts";

/** Cases with other answers than recorded, and the reasons. */
const before2024 =
  "Recorded in 2023: what a .sync task tells of its execution did not have RedriveCount and RedriveStatus yet; recordings since 2024 have.";
const CALLBACKS = "tests/aws/services/stepfunctions/v2/callback/test_callback.py::TestCallback::";
const OTHERWISE: { [id: string]: string } = {
  [`${CALLBACKS}test_start_execution_sync2`]: before2024,
  [`${CALLBACKS}test_start_execution_sync_delegate_failure`]: before2024,
  [`${CALLBACKS}test_start_execution_sync_delegate_timeout`]: before2024,
};

const cases = readCases();

/** Without recordings nothing is proven, so their absence is reported visibly and counts as skipped. */
const ABSENT = `NOT COMPARED with Step Functions: no recordings at ${PLACE}`;
if (!cases) process.stderr.write(`\n${ABSENT} (local/step-functions/README.md)\n`);

describe.skipIf(cases)("recorded executions of Step Functions", () => {
  test.skip(ABSENT, () => undefined);
});

describe.runIf(cases)("the engine answers as Step Functions did", () => {
  test("in every recording with a reason to differ", () => {
    const ids = cases?.map(({ id }) => id);

    expect(ids).toEqual(expect.arrayContaining(Object.keys(OTHERWISE)));
  });

  test.each(
    (cases ?? []).map((one) => [`${one.fidelity} ${one.id.split("::").slice(1).join(" ")}`, one] as const),
  )("%s", async (_name, recorded) => {
    const { differences, causes } = await runCase(recorded);

    const isOtherwise = recorded.id in OTHERWISE;
    expect([...differences, ...causes].length > 0).toBe(isOtherwise);
    if (!isOtherwise) expect([...differences, ...causes]).toEqual([]);
  });
});
