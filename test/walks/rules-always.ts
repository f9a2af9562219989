import { type Dossier, endOfUseOf, isUnderWay } from "../../functions/domain/dossier.ts";
import { mayBecome } from "../../functions/domain/dossier-life.ts";
import { type HumanTask, taskId } from "../../functions/domain/human-task.ts";
import { isSideTask, moveIsAllowed } from "../../functions/domain/process.ts";
import { breach, type Moment, type Rule } from "./moment.ts";
import { isOpenWorkflowTask } from "./people.ts";

/**
 * Maximum number of transitions without an open human task. Within an execution that resumes at its own stage that is
 * 30 (design, "Executions"; test/statemachine/onboarding.test.ts). One that resumes at an earlier stage also passes
 * every decided task, with two transitions each.
 */
const MOST_TRANSITIONS = 60;

const earlier = (before: Moment["before"], task: HumanTask): HumanTask | undefined =>
  before?.tasks.find((other) => taskId(other) === taskId(task));

/** Whether a write gave up the request of that pass: what was granted goes on. */
const isGivenUp = ({ pass }: Dossier, to: Dossier): boolean =>
  to.status === "IN_USE" && to.use.lastRequest?.pass === pass;

/** Rules of the design that hold after every step, whatever failed in it. */
export const ALWAYS = {
  "a decision never changes once it is written": ({ before, now }) =>
    (before?.tasks ?? []).flatMap((task) => {
      if (!task.decision) return [];
      const after = now.tasks.find((other) => taskId(other) === taskId(task));
      return breach(
        after?.status !== "decided" || JSON.stringify(after.decision) !== JSON.stringify(task.decision),
        taskId(task),
      );
    }),

  "a decision that was just stored is consumed, or follow-up has a clock for it": ({ before, now }) =>
    now.tasks.flatMap((task) =>
      breach(
        task.decision !== undefined &&
          earlier(before, task)?.decision === undefined &&
          task.consumedAt === undefined &&
          !("undelivered" in task.clocks) &&
          (isSideTask(task.kind) || isUnderWay(now.dossier)),
        taskId(task),
      ),
    ),

  "one workflow task is open at a time": ({ now }) => {
    const open = now.tasks.filter(isOpenWorkflowTask);
    return breach(open.length > 1, open.map(taskId).join());
  },

  "no task is open on a closed dossier": ({ now: { dossier, tasks } }) =>
    dossier.status === "CLOSED" && !("closed" in dossier.clocks)
      ? tasks.flatMap((task) => breach(task.status === "open", taskId(task)))
      : [],

  "a dossier goes from stage to stage by the moves of the process": ({ writes }) =>
    writes.flatMap(({ from, to }) =>
      breach(!moveIsAllowed(from.stage, to.stage) && !isGivenUp(from, to), `${from.stage} → ${to.stage}`),
    ),

  "a dossier gets another status by its life only": ({ writes }) =>
    writes.flatMap(({ from, to }) =>
      breach(!mayBecome(from.status, to.status), `${from.status} → ${to.status}`),
    ),

  "no protocol is submitted before the DPIA is concluded": ({ writes }) =>
    writes.flatMap(({ from, to: { protocol, dpia } }) => {
      const isNew =
        protocol?.submittedAt !== undefined && protocol.submittedAt !== from.protocol?.submittedAt;
      const isConcluded = dpia && (dpia.conclusion === "not-required" || dpia.acceptedAt !== undefined);
      return breach(isNew && !isConcluded, JSON.stringify(dpia?.conclusion));
    }),

  "nobody signs without the positive advice of both DPOs, nor the authority before the applicant": ({
    writes,
  }) =>
    writes.flatMap(({ from, to: { protocol, dpia } }) => {
      const { applicant, authority } = protocol?.signatures ?? {};
      const isNew =
        (applicant && !from.protocol?.signatures.applicant) ||
        (authority && !from.protocol?.signatures.authority);
      if (!isNew || !protocol) return [];
      return [
        ...breach(protocol.ledDpoAdvice?.outcome !== "positive", "the LED's DPO"),
        ...breach(protocol.consumerDpoAdvice?.outcome !== "positive", "the consumer's DPO"),
        ...breach(authority !== undefined && applicant === undefined, "the applicant's signature"),
        ...breach(dpia?.residualRisk === "high" && !dpia.priorConsultation, "the supervisor"),
      ];
    }),

  "nothing is in use without both signatures and a connection": ({ writes }) =>
    writes.flatMap(({ from, to }) => {
      if (to.status !== "IN_USE" || from.status === "IN_USE") return [];
      const { applicant, authority } = to.protocol?.signatures ?? {};
      return breach(!applicant || !authority || !to.connection, from.status);
    }),

  "an access comes into force only by a signed protocol, and goes only by a newer one or a confirmed end": ({
    before,
    now: { accesses, dossier },
    writes,
  }) => {
    const passed = [...writes.map(({ to }) => to), dossier];
    const signed = (pass: number) =>
      passed.some((written) => written.pass === pass && written.protocol?.signatures.authority !== undefined);
    return accesses.flatMap((access) => {
      const known = before?.accesses.find(({ pass }) => pass === access.pass);
      if (!known) return breach(!signed(access.pass), `access ${access.pass} was not signed for`);
      if (known.status === access.status) return [];
      const newer = accesses.some(({ pass }) => pass === access.replacedBy && pass > access.pass);
      const isFair = {
        replaced: newer,
        ended: passed.some((written) => endOfUseOf(written) !== undefined),
        "in-force": known.status === "ended",
      }[access.status];
      return breach(!isFair, `access ${access.pass}: ${known.status} → ${access.status}`);
    });
  },

  "what was granted stays as it was": ({ before, now }) =>
    (before?.accesses ?? []).flatMap((known) => {
      const access = now.accesses.find(({ pass }) => pass === known.pass);
      const { start, end, purpose, organisation, protocolVersion } = access ?? {};
      const isSame =
        JSON.stringify([start, end, purpose, organisation, protocolVersion]) ===
        JSON.stringify([known.start, known.end, known.purpose, known.organisation, known.protocolVersion]);
      return breach(!isSame, `access ${known.pass}`);
    }),

  "no mail is sent twice, but where a fault strikes between SES and its record": ({ world }) => {
    const { mailed, test, faults } = world;
    const twice = mailed.filter((key, place) => mailed.indexOf(key) !== place);
    const unrecorded = test.mailer.sent.length - mailed.length;
    return [
      ...breach(twice.length > 0, twice.join()),
      ...breach(unrecorded > faults.struck.length, `${unrecorded} mails without a record`),
    ];
  },

  "every sent mail has its text": ({ world, now: { dossier, mails } }) => {
    const { mailer, archive } = world.test;
    const kept = [...archive.kept.values()];
    return [
      ...mails
        .filter(({ status }) => status === "sent")
        .flatMap(({ key }) => breach(!archive.kept.has(`${dossier.id}/${key}`), key)),
      // Mails that SES received, even without a record.
      ...mailer.sent.flatMap(({ subject }) =>
        breach(!kept.some((text) => text.startsWith(`Subject: ${subject}\r\n`)), subject),
      ),
    ];
  },

  "no execution makes many transitions without an open human task": ({ world: { engine } }) =>
    breach(engine.mostTransitions > MOST_TRANSITIONS, String(engine.mostTransitions)),

  "a function ends with an error only by its name": ({ world: { engine } }) =>
    engine.errors.flatMap(({ state, name, message }) => {
      const isKnown =
        ["Withdrawn", "RetryLater", "Conflict", "Runtime.ExitError"].includes(name) ||
        (name === "GiveUp" && /^(RUN_IS_OLD|DOSSIER_NOT_UNDER_WAY)/.test(message));
      return breach(!isKnown, `${state}: ${name} ${message}`);
    }),

  /** An execution lasts a year at most: without sweeps in its last weeks it gets no successor. */
  "a dossier is parked only because its execution was stopped, or nothing swept as it grew old": ({
    now: { dossier },
    world,
  }) =>
    dossier.status === "PARKED"
      ? breach(
          !world.stopped && dossier.parked.error !== "TIMED_OUT",
          `${dossier.parked.error} ${dossier.parked.cause}`,
        )
      : [],
} as const satisfies Record<string, Rule>;
