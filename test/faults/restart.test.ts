import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, inject, it } from "vitest";
import { openScene } from "../end-to-end/scene.ts";
import { Journey } from "../journey/journey.ts";
import type { Scene } from "../journey/scene.ts";
import { Chance } from "./chance.ts";
import { killOften } from "./kills.ts";

const stateFolder = mkdtempSync(join(tmpdir(), "led-state-"));
let scene: Scene | undefined;

afterEach(async () => {
  await scene?.cloud.stop();
  scene = undefined;
  rmSync(stateFolder, { recursive: true, force: true });
});

it("an onboarding continues after the local cloud is killed and restarted", async () => {
  scene = await openScene({ stateFolder });
  const journey = new Journey(scene);
  await journey.makeContact();
  await journey.decide("SubmitIntake");
  await scene.cloud.kill();

  scene = await openScene({ stateFolder });
  const resumed = journey.on(scene);
  await resumed.decide("AssessIntake");
  await resumed.decide("AgreePlanning");

  const [execution] = await scene.cloud.executions();
  expect(execution?.status).toBe("RUNNING");
  expect((await scene.mails(journey.people.contact.email)).length).toBeGreaterThan(2);
});

/** `npm run faults -- --kills 500` does this 500 times, on complete onboardings. */
it("kill -9 at any moment loses nothing, and does nothing twice", async () => {
  const killed = await killOften(inject("assembly"), 3, new Chance(3), { isShort: true });

  expect(killed.broken).toEqual([]);
  expect(killed.onboardings).toBeGreaterThan(0);
  expect(killed.sentTwice).toBeLessThanOrEqual(killed.kills);
});
