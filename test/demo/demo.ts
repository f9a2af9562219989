import { createApp } from "../../infra/app.ts";
import { startCloud } from "../../local/cloud.ts";
import { Scene } from "../people/scene.ts";
import { playOnboarding } from "./play.ts";
import { Stage } from "./stage.ts";
import { summarise } from "./summary.ts";

/** `npm run demo`: one whole onboarding on the synthesized stack, played by people who do not exist. */
const started = performance.now();
console.log("LED onboarding: the synthesized stack starts in a local cloud …\n");
const cloud = await startCloud({ assembly: () => createApp({ environment: "dev" }) });
const stage = new Stage(new Scene(cloud));
try {
  await playOnboarding(stage);
  const { text, problems } = await summarise(stage, performance.now() - started);
  console.log(text);
  for (const problem of problems) console.error(`Not as it should be: ${problem}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} catch (error) {
  console.error(`\nThe play stopped: ${error instanceof Error ? error.message : String(error)}`);
  for (const line of stage.lastErrors()) console.error(`  ${line}`);
  process.exitCode = 1;
} finally {
  await cloud.stop();
}
