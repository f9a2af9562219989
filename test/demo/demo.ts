import { createApp } from "../../infra/app.ts";
import { readOptions } from "../../infra/command-line.ts";
import { startCloud } from "../../local/cloud.ts";
import { Scene } from "../journey/scene.ts";
import { USES_FOLDER } from "../permissions/uses-folder.ts";
import { playOnboarding } from "./play.ts";
import { playYears } from "./play-years.ts";
import { Stage } from "./stage.ts";
import { summarise, summariseYears } from "./summary.ts";

const FORTNIGHT = 14 * 86_400_000;
const values = readOptions(
  `npm run demo [-- --years]
  Plays one onboarding on the synthesized stack; --years plays ten years of one organisation.`,
  { years: { type: "boolean", default: false } },
);

/**
 * `npm run demo`: one complete onboarding on the synthesized stack, with fictional people.
 * `npm run demo -- --years`: ten years of one organisation, and the years until everything is deleted.
 */
const started = performance.now();
console.log("LED onboarding: the synthesized stack starts in a local cloud …\n");
// Over years follow-up runs once a fortnight while the clock jumps, which suffices for everything that falls due.
const coalesce = values.years ? FORTNIGHT : undefined;
const cloud = await startCloud({
  assembly: () => createApp({ environment: "dev" }),
  coalesce,
  usesFolder: USES_FOLDER,
});
const stage = new Stage(new Scene(cloud));
try {
  await (values.years ? playYears(stage) : playOnboarding(stage));
  const summary = values.years ? summariseYears : summarise;
  const { text, problems } = await summary(stage, performance.now() - started);
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
