import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { temporaryFolder } from "../../infra/temporary-folder.ts";
import { Record } from "../journey/record.ts";
import { Journey } from "../journey/journey.ts";
import type { Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

const DAY = 86_400_000;
const FIXTURE = join(import.meta.dirname, "../fixtures/state/at-126d437.tgz");
/**
 * A dossier of each status as commit 126d437 stored it: version 3, with version 1 of the workflows. That commit left no
 * parked dossier and none in use, so these two were made from others by hand, in its format.
 */
const STORED = {
  "LED-2026-00020": "ENQUIRY",
  "LED-2026-00004": "ONBOARDING",
  "LED-2026-00005": "PARKED",
  "LED-2026-00099": "IN_USE",
  "LED-2026-00001": "ENDING",
  "LED-2026-00028": "CLOSED",
} as const;

let scene: Scene;
let record: Record;

beforeAll(async () => {
  const stateFolder = temporaryFolder("stored-state-");
  execFileSync("tar", ["xzf", FIXTURE, "-C", stateFolder]);
  scene = await openScene({ stateFolder });
  record = new Record(scene.cloud);
});
afterAll(() => scene.cloud.stop());

it.each(Object.entries(STORED))(
  "%s, which is %s, is read and shown completely",
  async (reference, status) => {
    const whole = await record.whole(reference);
    const browser = await scene.staffBrowser("tine-team");
    const page = await scene.openAsStaff(browser, await record.adminAddress(reference));

    expect(whole.dossier.status).toBe(status);
    expect(whole.unreadable).toEqual([]);
    expect(page.status).toBe(200);
    expect(page.text).toContain(reference);
  },
);

it("a parked one resumes from its stage", async () => {
  const browser = await scene.staffBrowser("tine-team");
  const page = await scene.openAsStaff(browser, `${await record.adminAddress("LED-2026-00005")}/system`);
  await browser.submit(page.form("stage"), { stage: "DPIA" });
  await scene.cloud.settled();

  expect(await record.dossier("LED-2026-00005")).toMatchObject({
    status: "ONBOARDING",
    run: 5,
    stage: "DPIA",
  });
});

it("an ending under way is confirmed and completes", { timeout: 180_000 }, async () => {
  const journey = new Journey(scene);
  journey.reference = "LED-2026-00001";
  await journey.decide("ConfirmEndOfUse");
  await journey.open("ReversalPeriod");

  await scene.cloud.advance(31 * DAY);
  await scene.cloud.settled();

  const { dossier, accesses } = await record.whole(journey.reference);
  expect(dossier).toMatchObject({ status: "CLOSED", closed: { outcome: "ended" } });
  expect(accesses.map(({ status }) => status)).toEqual(["ended"]);
});
