import { currentAccess } from "../../functions/domain/access.ts";
import { endingAskedOf, endingOf, executionOf, isUnderWay } from "../../functions/domain/dossier.ts";
import { isOnHold } from "../../functions/domain/running-time.ts";
import { taskId } from "../../functions/domain/human-task.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import { STAGES } from "../../statemachine/contract.ts";
import { breach, type Rule } from "./moment.ts";
import { isOpenWorkflowTask } from "./people.ts";

/** Rules that hold when nothing fails any more and follow-up has done everything due. */
export const AT_REST = {
  "a dossier that is under way has a running execution that waits for its one open task": async ({
    world,
    now: { dossier, tasks },
  }) => {
    if (!isUnderWay(dossier)) return [];
    const isRunning = await world.acts.workflow.isRunning(executionOf(dossier));
    const open = tasks.filter(isOpenWorkflowTask);
    const [task] = open;
    const token = task?.taskToken;
    return [
      ...breach(!isRunning, `no execution ${dossier.run}`),
      ...breach(dossier.request.start !== undefined, "the start is still to come"),
      ...breach(open.length !== 1, `open: ${open.map(taskId).join() || "none"}`),
      ...breach(token !== undefined && !(await world.engine.waitsFor(token)), "the token is not waited for"),
      ...breach(task !== undefined && task.pass !== dossier.pass, "the open task is of an earlier pass"),
    ];
  },

  "a dossier that is not under way has no running execution": async ({ world, now: { dossier } }) => {
    if (isUnderWay(dossier) || dossier.status === "PARKED") return [];
    const running = (await world.engine.executions()).filter(({ status }) => status === "RUNNING");
    return breach(running.length > 0, `${dossier.status}: ${running.map(({ name }) => name).join()}`);
  },

  /**
   * A decision of a later stage is consumed when the workflow reaches that stage; one of a request that was given up
   * never is.
   */
  "every stored decision of the stages so far is consumed": ({ now: { dossier, tasks } }) =>
    tasks.flatMap((task) =>
      breach(
        task.decision !== undefined &&
          task.consumedAt === undefined &&
          !("undelivered" in task.clocks) &&
          isUnderWay(dossier) &&
          task.pass === dossier.pass &&
          (!endingOf(dossier) || task.stage === "OUT_OF_USE") &&
          STAGES.findIndex((stage) => stage === task.stage) <= STAGES.indexOf(dossier.stage),
        taskId(task),
      ),
    ),

  "nothing that is due is left": ({ world, now: { dossier, tasks } }) => {
    const time = world.now.toISOString();
    return [
      { id: "dossier", clocks: dossier.clocks },
      ...tasks.map((task) => ({ id: taskId(task), ...task })),
    ]
      .flatMap(({ id, clocks }) => Object.entries(clocks).map(([name, at]) => ({ id, name, at })))
      .flatMap(({ id, name, at }) => breach(at <= time, `${id}: ${name} ${at}`));
  },

  "a withdrawal has closed its dossier": ({ now: { dossier } }) =>
    breach(dossier.request?.closing !== undefined && dossier.status !== "CLOSED", dossier.status),

  "an end of the use that was asked while something else was under way has begun": ({ now: { dossier } }) =>
    breach(endingAskedOf(dossier) !== undefined && dossier.status !== "CLOSED", dossier.status),

  "no question to the consumer waits unseen": ({ now: { dossier, tasks } }) =>
    tasks.flatMap((task) => {
      if (task.status !== "open" || !TASKS[task.kind].stalls) return [];
      const asked = tasks.some(({ status, about }) => status === "open" && about === taskId(task));
      return breach(!asked && Object.keys(task.clocks).length === 0, `${taskId(task)} ${dossier.status}`);
    }),

  "a use has its access, its yearly check and the end of its term in sight": ({
    now: { dossier, accesses },
  }) => {
    if (dossier.status !== "IN_USE") return [];
    const end = dossier.protocol?.term.end;
    return [
      ...breach(!currentAccess(accesses), "no access in force"),
      ...breach(!("yearly" in dossier.clocks), "no yearly check"),
      ...breach(end !== undefined && !("termEnd" in dossier.clocks), "no end of its term"),
    ];
  },

  "a closed dossier has the end of its retention in sight, or a legal hold": ({ now: { dossier } }) =>
    breach(
      dossier.status === "CLOSED" && !dossier.legalHold && !("retention" in dossier.clocks),
      Object.keys(dossier.clocks).join(),
    ),

  "of a parked dossier the team was told": ({ world, now: { dossier, mails } }) => {
    if (dossier.status !== "PARKED") return [];
    const isMailed = mails.some(({ key, status }) => key === `parked/${dossier.run}` && status === "sent");
    return breach(!isMailed || world.test.alarms.length === 0, `run ${dossier.run}`);
  },

  "a question that waits for its answer is a task of the team": ({ now: { dossier, tasks } }) =>
    dossier.status === "ENQUIRY"
      ? breach(!tasks.some(({ kind, status }) => kind === "AnswerEnquiry" && status === "open"), "no task")
      : [],

  "a hold ends by itself": ({ world, now: { dossier } }) =>
    breach(
      dossier.hold !== undefined &&
        isUnderWay(dossier) &&
        (!isOnHold(dossier, world.now.toISOString()) || dossier.clocks["hold"] !== dossier.hold.until),
      JSON.stringify(dossier.clocks),
    ),

  "the links of who is still there stay good": async ({ world, now: { dossier, tasks } }) => {
    const current = Object.values(dossier.people).map(({ id }) => id);
    const broken = [];
    for (const { link, secret } of world.links) {
      const { target, personId, expiresAt } = link;
      if (!current.includes(personId) || expiresAt <= world.now.toISOString()) continue;
      const found = await world.test.backend.links.find(secret);
      const leadsTo = target.kind !== "task" || tasks.some((task) => taskId(task) === target.taskId);
      broken.push(...breach(!found || !leadsTo, target.kind));
    }
    return broken;
  },
} as const satisfies Record<string, Rule>;

/** Rules on the whole of a walk, at its end: reading a whole log after each step would take most of the time. */
export const AT_END = {
  "the log is as its digests say": async ({ world, now: { dossier } }) => {
    const { difference } = await world.acts.verifyLog(dossier.id);
    return breach(difference !== undefined, JSON.stringify(difference));
  },
} as const satisfies Record<string, Rule>;
