import * as z from "zod";
import { createApp } from "../infra/app.ts";
import { type Cloud, startCloud } from "../local/cloud.ts";
import { Journey } from "../test/journey/journey.ts";
import { Scene } from "../test/journey/scene.ts";
import { GrownTable } from "./grown-table.ts";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const FOLLOW_UP = "led-dev-follow-up";

/** Numbers of dossiers that are compared. `GROWTH=100,200000` takes others; 200,000 take about half an hour to write. */
const SIZES = (process.env["GROWTH"] ?? "100,10000").split(",").map(Number);

/** What one page, list or sweep costs at each number of dossiers. */
export const Growth = z.array(
  z.object({
    what: z.string(),
    at: z.array(z.object({ dossiers: z.number(), milliseconds: z.number(), readUnits: z.number() })),
  }),
);
export type Growth = z.infer<typeof Growth>;

type Cost = { milliseconds: number; readUnits: number };

/**
 * Fills the table of a local cloud with ever more dossiers, and measures what reads them. Median of the milliseconds of
 * `rounds` readings; the units of the last, because the first of a session costs more.
 */
export async function measureGrowth(rounds: number): Promise<Growth> {
  const cloud = await startCloud({ assembly: () => createApp({ environment: "dev" }) });
  try {
    const scene = new Scene(cloud);
    const reference = await playModels(cloud, scene);
    const table = await GrownTable.of(cloud);
    const measured = new Map<string, Growth[number]["at"]>();
    for (const dossiers of SIZES) {
      await table.growTo(dossiers);
      // The sweep counts the lines again, a part of them at a time.
      for (let left = 3; left > 0; left--) await cloud.advance(70 * MINUTE);
      for (const [what, act] of Object.entries(await actsOf(cloud, scene, reference)))
        measured.set(what, [
          ...(measured.get(what) ?? []),
          { dossiers, ...(await costOf(cloud, act, rounds)) },
        ]);
    }
    return [...measured].map(([what, at]) => ({ what, at }));
  } finally {
    await cloud.stop();
  }
}

/** Dossiers in every stage, which are copied; returns the reference of one that waits for the team. */
async function playModels(cloud: Cloud, scene: Scene): Promise<string> {
  const stages = [
    "AssessIntake",
    "AgreePlanning",
    "ReviewProtocol",
    "SignForApplicant",
    "ConnectMagda",
  ] as const;
  for (const stage of stages) {
    const journey = new Journey(scene);
    await journey.makeContact();
    await journey.walkTo(stage);
    if (stage === "ConnectMagda") await journey.decide("ConnectMagda");
  }
  const waiting = new Journey(scene);
  await waiting.makeContact();
  await waiting.decide("SubmitIntake");
  await cloud.settled();
  // The lines of the overview follow the log within minutes.
  await cloud.advance(DAY);
  return waiting.reference;
}

/** What reads dossiers, each once. */
async function actsOf(
  cloud: Cloud,
  scene: Scene,
  reference: string,
): Promise<Record<string, () => Promise<void>>> {
  const browser = await scene.staffBrowser("tine-team");
  const open = (path: string) => async () => {
    const { status, text } = await scene.openAsStaff(browser, `${cloud.adminUrl}${path}`);
    if (status !== 200) throw new Error(`${path} answers ${status}: ${text.slice(0, 200)}`);
  };
  const found = await scene.openAsStaff(browser, `${cloud.adminUrl}/dossiers?search=${reference}`);
  const [href = ""] = found.root
    .querySelectorAll("a[href]")
    .map((anchor) => anchor.getAttribute("href") ?? "")
    .filter((address) => /\/dossiers\/01\w{24}$/.test(address));
  const dossier = href.slice(href.indexOf("/dossiers/"));
  return {
    inbox: open(""),
    "inbox, sorted by deadline": open("?sort=deadline"),
    "my tasks": open("?show=mine"),
    "all dossiers": open("/dossiers"),
    "dossiers of a stage": open("/dossiers?stage=INTAKE"),
    "search by name": open("/dossiers?search=voorbeeldegem"),
    "search by two letters": open("/dossiers?search=ba"),
    "search by reference": open(`/dossiers?search=${reference}`),
    "overview and statistics": open("/overview"),
    "page of a dossier": open(dossier),
    system: open("/system"),
    sweep: async () => {
      const { functionError } = await cloud.invoke(FOLLOW_UP, {});
      if (functionError !== undefined) throw new Error(`the sweep fails: ${functionError}`);
    },
  };
}

async function costOf(cloud: Cloud, act: () => Promise<void>, rounds: number): Promise<Cost> {
  await act();
  const times: number[] = [];
  let readUnits = 0;
  for (let round = 0; round < rounds; round++) {
    await cloud.settled();
    cloud.counts.reset();
    const started = performance.now();
    await act();
    times.push(performance.now() - started);
    ({ readUnits } = cloud.counts.snapshot());
  }
  times.sort((one, other) => one - other);
  return { milliseconds: Math.round(times[Math.floor(times.length / 2)] ?? 0), readUnits };
}
