import { afterAll, beforeAll, expect, it } from "vitest";
import { Record } from "../faults/record.ts";
import { Journey } from "../people/journey.ts";
import type { Scene } from "../people/scene.ts";
import { openScene } from "./scene.ts";

const DAY = 86_400_000;
let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.cloud.stop());

it("a dossier that waits for 400 days in its DPIA moves to a fresh execution, and nobody notices", async () => {
  const journey = new Journey(scene);
  const record = new Record(scene.cloud);
  await journey.makeContact();
  await journey.walkTo("CarryOutDpia", "SubmitIntake", { dpia: true });
  await scene.mail(journey.people.contact.email, /DPIA/);
  await scene.cloud.settled();
  const before = (await scene.mails(journey.people.contact.email)).length;

  await scene.cloud.advance(400 * DAY);
  await journey.decide("CarryOutDpia");
  await journey.decide("ReviewDpia");
  await scene.cloud.settled();

  const { id, run, status } = await record.dossier(journey.reference);
  expect({ run, status }).toEqual({ run: 2, status: "ONBOARDING" });
  const executions = (await scene.cloud.executions()).map(({ name, status }) => [name, status]);
  expect(executions).toEqual([
    [`${id}-2`, "RUNNING"],
    [`${id}-1`, "SUCCEEDED"],
  ]);
  // Three reminders, and the mail of the next step: nothing was asked twice.
  const mails = (await scene.mails(journey.people.contact.email)).slice(before);
  expect(
    mails.map(({ subject }) => subject).filter((subject) => !subject.includes("Herinnering")),
  ).toHaveLength(1);
});
