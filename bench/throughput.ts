import * as z from "zod";
import { createApp } from "../infra/app.ts";
import { type Cloud, startCloud } from "../local/cloud.ts";
import type { TaskKind } from "../functions/domain/process.ts";
import { Journey } from "../test/journey/journey.ts";
import { Scene } from "../test/journey/scene.ts";

const HOUR = 3_600_000;
/** Onboardings in parallel, each so often: the contact form has a limit per hour. */
const AT_ONCE = [1, 8] as const;
const PATH = [
  ...(["SubmitIntake", "AssessIntake", "AgreePlanning", "PreAssessDpia", "SubmitProtocol"] as const),
  ...(["ReviewProtocol", "AdviseOnProtocol", "SignForApplicant", "SignForAuthority"] as const),
  "ConnectMagda",
] as const satisfies readonly TaskKind[];

const Times = z.object({ p50: z.number(), p95: z.number() });
/** Whole straight paths through the local cloud, in memory, with so many in parallel. Times in milliseconds. */
export const Throughput = z.array(
  z.object({
    atOnce: z.number(),
    perSecond: z.number(),
    /** From a decision until the page of the next task opens, for the person who has it. */
    nextTask: Times,
    /** That page, its uploads, and the decision. */
    act: Times,
  }),
);
export type Throughput = z.infer<typeof Throughput>;

export async function measureThroughput(): Promise<Throughput> {
  const cloud = await startCloud({ assembly: () => createApp({ environment: "dev" }), coalesce: HOUR });
  try {
    // Every function is started once before anything is measured.
    await play(cloud, 1);
    const measured: Throughput = [];
    for (const atOnce of AT_ONCE) {
      await cloud.advance(2 * HOUR);
      measured.push({ atOnce, ...(await play(cloud, atOnce)) });
    }
    return measured;
  } finally {
    await cloud.stop();
  }
}

async function play(cloud: Cloud, atOnce: number): Promise<Omit<Throughput[number], "atOnce">> {
  // With others in progress the cloud does not come to rest, so a missing page is looked for again.
  const scene = new Scene(cloud, atOnce === 1 ? {} : { atRest: async () => false });
  const acts: number[] = [];
  const nexts: number[] = [];
  const started = performance.now();
  const paths = atOnce === 1 ? 2 : atOnce;
  let left = paths;
  const walk = async () => {
    while (left-- > 0) {
      const journey = new Journey(scene);
      await journey.makeContact();
      for (const kind of PATH) {
        nexts.push(await timeOf(() => journey.open(kind)));
        acts.push(await timeOf(() => journey.decide(kind)));
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, walk));
  await cloud.settled();
  const seconds = (performance.now() - started) / 1000;
  return {
    perSecond: Math.round((1000 * paths) / seconds) / 1000,
    nextTask: timesOf(nexts),
    act: timesOf(acts),
  };
}

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

function timesOf(times: number[]): z.infer<typeof Times> {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (part: number) => Math.round(sorted[Math.floor(part * (sorted.length - 1))] ?? 0);
  return { p50: at(0.5), p95: at(0.95) };
}
