import fc from "fast-check";
import { it } from "vitest";
import { walk } from "./walk.ts";
import { type Walk, walkFrom } from "./steps.ts";
import { withoutChance } from "./walks.ts";
withoutChance();
it("fails how", async () => {
  const seen = new Map<string, {count: number; steps: number; text: string; w: Walk}>();
  const t = performance.now(); const cpu = process.cpuUsage();
  const start = (process.env.START ?? "onboarding") as "onboarding";
  const all = fc.sample(walkFrom(start), { numRuns: Number(process.env.WALKS ?? 50), seed: Number(process.env.WALK_SEED ?? 1) });
  const ends = new Map<string, number>();
  for (const w of all) {
    try { const end = await walk(w); ends.set(String(end), (ends.get(String(end)) ?? 0) + 1); } catch (e) {
      const key = String(e).replace(/step \d+ /, "").replace(/\d+/g, "n").slice(0, 150);
      const known = seen.get(key);
      if (!known || w.steps.length < known.steps) seen.set(key, { count: (known?.count ?? 0) + 1, steps: w.steps.length, text: String(e), w });
      else known.count++;
    }
  }
  const { user, system } = process.cpuUsage(cpu);
  console.log(`${all.length} walks, ${((performance.now() - t) / all.length).toFixed(0)} ms each, CPU ${((user + system) / 1000 / all.length).toFixed(0)}`);
  console.log(JSON.stringify([...ends]));
  for (const [, { count, text, w }] of [...seen].sort((a, b) => b[1].count - a[1].count)) console.log(count, text.slice(0, 400), "\n" + w.steps.map((x) => "  " + JSON.stringify(x)).join("\n"));
});
