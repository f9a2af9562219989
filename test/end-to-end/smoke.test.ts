import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Scene } from "../journey/scene.ts";
import { smoke } from "../smoke/smoke.ts";
import { openScene } from "./scene.ts";

const MAILBOX = "rook@test.example";
let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.cloud.stop());

it("npm run smoke checks a stack from the contact form to a withdrawal", async () => {
  const said: string[] = [];

  await smoke({
    url: scene.cloud.url,
    person: {
      mailbox: MAILBOX,
      linkFrom: async (mail) =>
        scene.linkIn(await scene.mail(MAILBOX, mail === "confirmation" ? /[Bb]evestig/ : /[Ii]ntake/)),
    },
    ear: {
      stack: "led-onboarding-dev",
      cloudWatch: new CloudWatchClient(scene.cloud.operator),
      numberHeard: async () => (await scene.mail("alarm@led.example", /^ALARM/)).text,
    },
    say: (line) => void said.push(line.replace(/:.*/, "")),
    look: { every: 200, times: 300 },
  });

  expect(said).toEqual([
    ...["site", "sign-in", "API", "contact", "mail and dates", "workflow", "documents", "end", "alarm"],
  ]);
});
