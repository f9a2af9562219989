import { relative } from "node:path";
import fc from "fast-check";
import { beforeAll, expect, vi } from "vitest";
import { type Walk, walkFrom } from "./steps.ts";
import { walk } from "./walk.ts";

/** Number and seed: see vitest.config.ts. A path replays one walk of a seed. */
const { WALKS = "200", WALK_SEED, WALK_PATH } = process.env;

/** Runs a share of the walks with these starts. */
export async function walkShare(share: number, ...starts: Walk["start"][]): Promise<void> {
  await fc.assert(
    fc.asyncProperty(walkFrom(...starts), async (way) => void (await walk(way))),
    {
      numRuns: Math.ceil(Number(WALKS) * share),
      ...(WALK_SEED === undefined ? {} : { seed: Number(WALK_SEED) }),
      ...(WALK_PATH === undefined ? {} : { path: WALK_PATH, endOnFailure: true }),
      asyncReporter: report,
    },
  );
}

/** The jitter of retries in Step Functions is random; in a walk it is constant. */
export const withoutChance = () => beforeAll(() => void vi.spyOn(Math, "random").mockReturnValue(0.5));

async function report(details: fc.RunDetails<[Walk]>): Promise<void> {
  if (!details.failed) return;
  const { seed, counterexamplePath, counterexample, errorInstance, numRuns } = details;
  const cause = errorInstance instanceof Error ? errorInstance : new Error(String(errorInstance));
  const file = relative(process.cwd(), expect.getState().testPath ?? "test/walks");
  const steps = (counterexample?.[0].steps ?? []).map((step) => `  ${JSON.stringify(step)}`);
  throw new Error(
    [
      `${cause.message}`,
      `after ${numRuns} walks. Replay: WALK_SEED=${seed} WALK_PATH=${counterexamplePath} npx vitest run ${file}`,
      `from ${counterexample?.[0].start}:`,
      ...steps,
    ].join("\n"),
    { cause },
  );
}
