import { expect, it } from "vitest";
import { openTestTable } from "../adapters/database.ts";
import { PEOPLE, isOpenWorkflowTask } from "./people.ts";
import { proposalFor } from "./proposals.ts";
import { World } from "./world.ts";
import { taskId } from "../../functions/domain/human-task.ts";
import type { Table } from "../../functions/adapters/dynamodb/table.ts";
import { afterAll, vi } from "vitest";

async function once(table?: Table) {
  const world = new World(table);
  await world.begin("onboarding", PEOPLE.contact);
  for (let n = 0; n < 14; n++) {
    const { tasks, dossier } = await world.whole();
    const task = tasks.find(isOpenWorkflowTask);
    if (!task) break;
    const proposed = await proposalFor(world, task, dossier, { residualRisk: "low", onBehalf: false, term: 300 });
    const result = await world.decideTask(world.dossierId, taskId(task), proposed);
    if (result.status !== "decided") throw new Error(JSON.stringify(result));
    await world.engine.settled();
    await world.whole();
  }
  const { dossier } = await world.whole();
  await world.close();
  return dossier.status + " " + world.engine.calls.length+ " " + world.mailed.length;
}

it("memory", async () => {
  expect(await once()).toBe("");
});
it("fast", async () => {
  for (let i = 0; i < 20; i++) await once();
  const cpu = process.cpuUsage(); const t = performance.now();
  for (let i = 0; i < 100; i++) await once();
  const { user, system } = process.cpuUsage(cpu);
  console.log("memory: ms CPU per walk", (user + system) / 1000 / 100, "wall", (performance.now() - t) / 100);
});
it("dynoxide", async () => {
  const { table, database } = await openTestTable();
  const cpu = process.cpuUsage(); const t = performance.now();
  for (let i = 0; i < 5; i++) {await once({...table, name: "dossiers"}).catch((e) => console.log(String(e).slice(0,200)));}
  const { user, system } = process.cpuUsage(cpu);
  console.log("dynoxide: ms CPU per walk", (user + system) / 1000 / 5, "wall", (performance.now() - t) / 5);
  await database.stop();
});
