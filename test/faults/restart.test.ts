import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { openScene } from "../end-to-end/scene.ts";
import { Journey } from "../people/journey.ts";
import type { Scene } from "../people/scene.ts";

const stateFolder = mkdtempSync(join(tmpdir(), "led-state-"));
let scene: Scene | undefined;

afterEach(async () => {
  await scene?.cloud.stop();
  rmSync(stateFolder, { recursive: true, force: true });
});

it("an onboarding goes on after the local cloud is killed and started again", async () => {
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
  expect((await scene.mails(journey.people.contact.email)).length).toBeGreaterThan(3);
});
