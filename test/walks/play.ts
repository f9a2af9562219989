import { executionOf, stageToResume } from "../../functions/domain/dossier.ts";
import { type HumanTask, taskId } from "../../functions/domain/human-task.ts";
import type { WholeDossier } from "../../functions/domain/ports.ts";
import { dayAfter } from "../journey/answers.ts";
import { isOfFault } from "./faults.ts";
import { machineArn } from "./machines.ts";
import { actorOf, applicantOf, isOpenWorkflowTask } from "./people.ts";
import { type Choice, proposalFor } from "./proposals.ts";
import type { Act, Move } from "./steps.ts";
import { SWEEP, TEAM, type World } from "./world.ts";

const DAY = 24 * 60 * 60_000;
/** Maximum number of sweeps within one wait; repeatedly due items are then checked less often. */
const MOST_SWEEPS = 60;

/** Follow-up may be down for weeks: an execution lasts a year, and is replaced after 300 days. */
const LONGEST_WITHOUT_SWEEP = 50 * DAY;

const wrong = (message: string, about: object = {}): never => {
  throw new Error(`${message} ${JSON.stringify(about)}`);
};

/** Plays a move; throws when somebody gets an answer that a rule forbids. */
export async function play(world: World, move: Move): Promise<void> {
  // What one person does is left to the default.
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check
  switch (move.act) {
    case "onward":
      await resumeParked(world);
      for (let left = move.tasks; left > 0; left--) {
        const whole = await world.whole();
        const task = whole?.tasks.find(isOpenWorkflowTask);
        if (!whole || !task) return;
        await decide(world, whole, task, move.choice);
        await world.engine.settled();
      }
      return;
    case "wait":
      return wait(world, move.days * DAY, move.sweeping);
    case "together":
      return allOf([perform(world, move.one), ticks(move.ticks).then(() => perform(world, move.other))]);
    case "stop": {
      const whole = await world.whole();
      if (!whole) return;
      const { dossierId, run, workflow } = executionOf(whole.dossier);
      const executionArn = `${machineArn(workflow).replace(":stateMachine:", ":execution:")}:${dossierId}-${run}`;
      world.stopped = true;
      await world.engine.operate("StopExecution", { executionArn }).catch(() => undefined);
      return;
    }
    case "call-again":
      return callAgain(world);
    case "answer-again": {
      const tokens = world.engine.calls.flatMap(
        ({ payload }) => /"taskToken":"([^"]+)"/.exec(payload)?.[1] ?? [],
      );
      const spent = [];
      for (const token of tokens) if (!(await world.engine.waitsFor(token))) spent.push(token);
      const taskToken = spent[move.token % Math.max(1, spent.length)];
      if (taskToken !== undefined)
        await world.acts.workflow.answer(taskToken, { task: "SubmitIntake-1-1", outcome: "submitted" });
      return;
    }
    default:
      return perform(world, move);
  }
}

/** Waits for all, and throws unexplained errors before those of faults. */
async function allOf(acts: Promise<void>[]): Promise<void> {
  const failures = (await Promise.allSettled(acts)).flatMap((result) =>
    result.status === "rejected" ? [{ error: result.reason as unknown }] : [],
  );
  const worst = failures.find(({ error }) => !isOfFault(error)) ?? failures[0];
  if (worst) throw worst.error;
}

/** The team resumes it at the stage of the dossier. */
async function resumeParked(world: World): Promise<void> {
  const dossier = (await world.whole())?.dossier;
  if (dossier?.status !== "PARKED") return;
  await world.acts.resume(dossier.id, stageToResume(dossier), TEAM);
  await world.engine.settled();
}

async function ticks(count: number): Promise<void> {
  for (let left = count; left > 0; left--) await Promise.resolve();
}

/** Moves the clock; meanwhile follow-up sweeps whenever something is due, or does not run at all. */
async function wait(world: World, milliseconds: number, sweeping: boolean): Promise<void> {
  const longest = sweeping ? Infinity : world.sweptAt + LONGEST_WITHOUT_SWEEP - world.clock.now();
  const target = world.clock.now() + Math.min(milliseconds, Math.max(0, longest));
  for (let left = MOST_SWEEPS; sweeping && left > 0; left--) {
    const due = await world.nextDue();
    if (due === undefined || due > target) break;
    const next = Math.max(world.clock.now() + SWEEP, Math.ceil(due / SWEEP) * SWEEP);
    await world.clock.advance(next - world.clock.now());
    await world.sweep();
  }
  await world.clock.advance(Math.max(0, target - world.clock.now()));
  await world.engine.settled();
}

/** The function of an open task runs again with the same call: nothing changes. */
async function callAgain(world: World): Promise<void> {
  const call = world.engine.calls.at(-1);
  const before = await world.whole();
  const open = before?.tasks.find(isOpenWorkflowTask);
  if (
    !call ||
    world.engine.hasJustFailed ||
    !before ||
    open?.kind !== call.state ||
    before.dossier.request?.closing
  )
    return;
  if (!call.payload.includes(JSON.stringify(open.taskToken))) return;
  const mails = world.mailed.length;
  const { functionError } = await world.engine.invoke(call);
  if (functionError !== undefined) return;
  const after = await world.whole();
  const shown = (whole: WholeDossier | undefined) => JSON.stringify([whole?.dossier, whole?.tasks]);
  if (shown(after) !== shown(before) || world.mailed.length !== mails)
    wrong("a state that ran twice changed something", { state: call.state });
}

async function perform(world: World, act: Act): Promise<void> {
  const whole = await world.whole();
  if (!whole) return;
  const { dossier, tasks } = whole;
  const { dossierId, acts } = world;
  const speaker = (by: "applicant" | "led-team") => (by === "led-team" ? TEAM : applicantOf(dossier));
  const say = (text: string) => {
    world.typed.add(text);
    return text;
  };
  switch (act.act) {
    case "decide": {
      const open = tasks.filter(({ status }) => status === "open");
      const task = open[act.task % Math.max(1, open.length)];
      if (task) await decide(world, whole, task, act.choice);
      return;
    }
    case "decide-wrongly": {
      const task = tasks[act.task % Math.max(1, tasks.length)];
      if (!task) return;
      const proposed = { outcome: "nonsense", fields: {}, documents: [], by: TEAM };
      const { status } = await world.acts.decideTask(dossierId, taskId(task), proposed);
      if (status === "decided") wrong("a decision that is none was taken", { task: taskId(task) });
      return;
    }
    case "decide-again": {
      const decided = tasks.filter(({ decision }) => decision);
      const task = decided[act.task % Math.max(1, decided.length)];
      if (!task?.decision) return;
      const by = actorOf(task.audience, dossier);
      const proposed = { outcome: task.decision.outcome, fields: {}, documents: [], by };
      const result = await world.acts.decideTask(dossierId, taskId(task), proposed);
      if (result.status !== "already-decided" && result.status !== "decided")
        return wrong("a task was decided twice", { task: taskId(task), status: result.status });
      const told = result.status === "decided" ? result.task.decision : result.decision;
      if (JSON.stringify(told) !== JSON.stringify(task.decision))
        wrong("another decision is told than was taken", { task: taskId(task) });
      return;
    }
    case "withdraw":
      await acts.withdraw(dossierId, speaker(act.by), say("We zien er toch van af, om eigen redenen."));
      return;
    case "end-use": {
      const explanation = say("Wij hebben dit in onze dienst niet meer nodig.");
      await acts.endUse(dossierId, { reason: act.reason, explanation }, speaker(act.by));
      return;
    }
    case "amend":
      await acts.amend(dossierId, { stage: act.stage, reason: say("Ons doel is voortaan anders.") }, TEAM);
      return;
    case "resume":
      await acts.resume(dossierId, act.stage, TEAM);
      return;
    case "hold": {
      const until = dayAfter(world.clock.now(), act.days);
      await world.acts.holdDossier(dossierId, { until, reason: say("Wij wachten op de raad.") }, TEAM);
      return;
    }
    case "resume-held":
      await world.acts.resumeHeld(dossierId, TEAM);
      return;
    case "change-person": {
      const number = world.newId();
      const person = {
        name: say(`Piet Opvolger ${number}`),
        email: say(`opvolger-${number}@voorbeeldegem.example`),
        ...(act.part === "signatory" || act.part === "secondSignatory"
          ? { capacity: "waarnemend directeur" }
          : {}),
      };
      const fields = act.remove ? undefined : { change: "someone-else", person };
      await world.acts.changePeople(dossierId, { part: act.part, fields }, TEAM);
      return;
    }
    case "legal-hold": {
      const set = act.lift ? world.acts.liftLegalHold : world.acts.setLegalHold;
      await set(dossierId, TEAM, say("Er loopt een geschil over dit dossier."));
      return;
    }
    case "erase":
      await world.acts.eraseDossier(dossierId, "not-needed");
      return;
    case "sweep":
      await world.sweep();
      return;
  }
}

async function decide(world: World, whole: WholeDossier, task: HumanTask, choice: Choice): Promise<void> {
  const id = taskId(task);
  const proposed = await proposalFor(world, task, whole.dossier, choice);
  noteTyped(world, proposed.fields);
  const result = await world.acts.decideTask(world.dossierId, id, proposed);
  if (result.status !== "decided") return;
  const now = await world.whole();
  // It was erased at that moment.
  if (!now) return;
  const stored = now.tasks.find((other) => taskId(other) === id)?.decision;
  if (stored?.outcome !== proposed.outcome || stored.by.id !== proposed.by.id)
    wrong("who was told to have decided did not decide", { task: id, outcome: proposed.outcome });
}

/** Typed texts, recognised by a space or an at sign: a date or a choice is not secret. */
function noteTyped(world: World, value: unknown): void {
  if (typeof value === "string" && /[ @]/.test(value)) world.typed.add(value);
  else if (typeof value === "object" && value !== null)
    for (const inner of Object.values(value)) noteTyped(world, inner);
}
