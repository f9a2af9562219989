import { type Access, currentAccess, inUseSince } from "../domain/access.ts";
import { addMinutes, toInstant } from "../domain/calendar.ts";
import { type Clocks, withoutClock } from "../domain/clocks.ts";
import { type ClosingOutcome, type Dossier, roundOf } from "../domain/dossier.ts";
import { endOfHold, holdEnded } from "../domain/hold.ts";
import { type HumanTask, parseTaskId, taskId } from "../domain/human-task.ts";
import { type Actor, SYSTEM } from "../domain/people.ts";
import type { Change, Clock, Dossiers, HumanTasks, NewId, WholeDossier } from "../domain/ports.ts";
import { isSideTask } from "../domain/process.ts";
import type { RetentionYears } from "../domain/retention.ts";
import { keptUntil } from "../keeping/kept-until.ts";
import { retentionClocks } from "../keeping/retention-clocks.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import type { BeginState, StatePayload } from "./begin-state.ts";
import type { ChangeDossier } from "./change-dossier.ts";
import { workflowTexts } from "./texts.nl.ts";
import { withUseClocks } from "./use-clocks.ts";

type Closing = { outcome: ClosingOutcome; reason: string; by: Actor };
export type CloseDossier = (dossierId: string, closing: Closing) => Promise<void>;

type Deps = {
  dossiers: Dossiers;
  tasks: HumanTasks;
  changeDossier: ChangeDossier;
  sendMail: SendMail;
  /** How long a closed dossier is kept. */
  retention: RetentionYears;
  site: Site;
  now: Clock;
  newId: NewId;
};

/** When follow-up completes a closing that was cut short, in minutes. */
const COMPLETED_AFTER = 10;

/**
 * Closes a dossier: its status, then its open tasks, then the mails to both parties, then its retention. Twice is once;
 * the status carries the clock `closed` until all of it is done, so that follow-up completes what was cut short. A later
 * request that is given up leaves what was granted as it was, and so does an end of the use: the dossier goes back in use.
 */
export function createCloseDossier(deps: Deps): CloseDossier {
  return async (dossierId, closing) => {
    const at = toInstant(deps.now());
    const { accesses = [] } = (await deps.dossiers.findWhole(dossierId)) ?? {};
    const inForce = closing.outcome === "ended" ? undefined : currentAccess(accesses);
    const dossier = await deps.changeDossier(
      dossierId,
      (current) => {
        if (current.status === "CLOSED") return undefined;
        if (!inForce) return closedAs(current, closing, at);
        return current.status === "IN_USE" ? undefined : backInUse(current, accesses, inForce, closing, at);
      },
      (before) => [
        ...endOfHold(before, { id: deps.newId(), at, by: closing.by }),
        ...(inForce ? [requestEnded(before, closing, { id: deps.newId(), at })] : []),
      ],
    );
    const whole = await deps.dossiers.findWhole(dossierId);
    for (const task of whole?.tasks ?? []) {
      if (task.status === "open" && isOver(task, dossier))
        await deps.tasks.close(dossierId, taskId(task), at);
    }
    if (dossier.status !== "CLOSED") await tellRequestEnded(dossier, inForce, deps);
    else if (dossier.closed.outcome !== "answered") await tellBothParties(dossier, deps);
    await deps.changeDossier(dossierId, (current) =>
      "closed" in current.clocks ? withRetention(current, whole, deps) : undefined,
    );
  };
}

/**
 * With a dossier that closes all its tasks are over; with what is given up those that the workflow waited for, and what
 * the LED team was asked about them. What goes on beside the workflow goes on.
 */
const isOver = ({ kind, about }: HumanTask, dossier: Dossier): boolean =>
  dossier.status === "CLOSED" || !isSideTask(kind) || (about !== undefined && !isAboutSideTask(about));

const isAboutSideTask = (about: string): boolean => {
  const asked = parseTaskId(about);
  return asked !== undefined && isSideTask(asked.kind);
};

/** A request that is given up leaves no other trace on the dossier than the last one. */
const requestEnded = (
  { pass }: Dossier,
  { by, ...how }: Closing,
  change: Pick<Change, "id" | "at">,
): Change => ({
  ...change,
  by,
  what: "request-ended",
  from: pass,
  to: how,
});

/** What was granted stands again as the facts of the dossier. An end of the use that was asked meanwhile is due now. */
function backInUse(
  dossier: Dossier,
  accesses: Access[],
  access: Access,
  closing: Closing,
  at: string,
): Dossier {
  const {
    closing: _,
    laterPass: __,
    start: ___,
    ending: ____,
    endOfUse: _____,
    ...shared
  } = holdEnded(dossier, at);
  const { granted } = access;
  const { dpia, planning, intake, protocol, connection } = granted;
  const inUse = { ...shared, dpia, planning, intake, protocol, connection };
  return {
    ...inUse,
    status: "IN_USE",
    stage: "IN_USE",
    since: at,
    inUseSince: inUseSince(accesses, at),
    lastRequest: { pass: dossier.pass, at, ...closing },
    clocks: {
      ...(shared.endingAsked
        ? { ...useClocksOf(shared), ending: at }
        : withUseClocks({ ...inUse, clocks: useClocksOf(shared) }, at)),
      closed: addMinutes(at, COMPLETED_AFTER),
    },
  };
}

/**
 * Of the clocks of a request that ends, the yearly check goes on, and so does what is still to follow from a hold that
 * ended or a change of people.
 */
const useClocksOf = (dossier: Pick<Dossier, "clocks">): Clocks => clocksOf(dossier, GOES_ON);
const clocksOf = ({ clocks }: Pick<Dossier, "clocks">, names: string[]): Clocks =>
  Object.fromEntries(Object.entries(clocks).filter(([name]) => names.includes(name)));
const GOES_ON = ["yearly", "hold", "people"];

/** All is told: what is left to wait for is the end of its retention, unless a legal hold stands. */
function withRetention(dossier: Dossier, whole: WholeDossier | undefined, deps: Deps): Dossier {
  const clocks = withoutClock(dossier.clocks, "closed");
  if (dossier.status !== "CLOSED" || dossier.legalHold) return { ...dossier, clocks };
  const until = keptUntil(dossier, whole?.accesses ?? [], deps.retention);
  return { ...dossier, clocks: { ...clocks, ...retentionClocks(until, toInstant(deps.now())) } };
}

/** A change of people just before is still to be told. */
const closedAs = (dossier: Dossier, closing: Closing, at: string): Dossier => ({
  ...holdEnded(dossier, at),
  status: "CLOSED",
  start: undefined,
  clocks: { ...clocksOf(dossier, ["people"]), closed: addMinutes(at, COMPLETED_AFTER) },
  closed: { at, ...closing },
});

/**
 * What was given up: the end of a use, a later request, or after that was signed the connection that it still waited for.
 * A later request starts its rounds anew, so an ending that has one is the latest.
 */
type GivenUp = "ending" | "request" | "connection";
function whatIsGivenUp({ rounds, lastRequest }: Dossier, inForce: Access | undefined): GivenUp {
  if (rounds.OUT_OF_USE) return "ending";
  return lastRequest?.pass === inForce?.pass ? "connection" : "request";
}

async function tellRequestEnded(dossier: Dossier, inForce: Access | undefined, { sendMail, site }: Deps) {
  const { lastRequest, people, endingAsked } = dossier;
  if (!lastRequest) return;
  const what = whatIsGivenUp(dossier, inForce);
  const round = roundOf(dossier, "OUT_OF_USE");
  const key =
    what === "ending" ? `ending-given-up/${lastRequest.pass}-${round}` : `request-ended/${lastRequest.pass}`;
  const texts = workflowTexts.givenUp[endingAsked ? "forTheEnd" : what](dossier.organisation.name);
  const quote = lastRequest.reason.split("\n");
  await sendMail({
    ...{
      key: `${key}/applicant`,
      template: "request-ended",
      about: dossier,
      to: people.contact,
      quote,
      ...texts,
    },
    action: {
      label: workflowTexts.followDossier,
      link: { kind: "status", dossierId: dossier.id },
      personId: people.contact.id,
    },
  });
  await sendMail({
    ...{ key: `${key}/led`, template: "request-ended-led", about: dossier, quote, ...texts },
    to: { email: site.mailboxes.ledTeam },
    action: { label: workflowTexts.openDossier, path: `/admin/dossiers/${dossier.id}` },
  });
}

async function tellBothParties(dossier: Extract<Dossier, { status: "CLOSED" }>, { sendMail, site }: Deps) {
  const { contact } = dossier.people;
  const { outcome, reason } = dossier.closed;
  await sendMail({
    key: "closed/applicant",
    template: "closed",
    about: dossier,
    to: contact,
    ...workflowTexts.closed[outcome](dossier.organisation.name, site.names),
    quote: reason.split("\n"),
    action: {
      label: workflowTexts.followDossier,
      link: { kind: "status", dossierId: dossier.id },
      personId: contact.id,
    },
  });
  await sendMail({
    key: "closed/led",
    template: "closed-led",
    about: dossier,
    to: { email: site.mailboxes.ledTeam },
    ...workflowTexts.closedForTeam(dossier.organisation.name, outcome),
    quote: reason.split("\n"),
    action: { label: workflowTexts.openDossier, path: `/admin/dossiers/${dossier.id}` },
  });
}

/** The outcome of a decision that closes: what it says of the dossier. */
const OUTCOMES: Record<string, ClosingOutcome> = {
  unsuitable: "unsuitable",
  close: "closed",
  negative: "negative",
  stopped: "stopped",
  expired: "ended",
};

/** The closing of the workflow: after a withdrawal, or after a decision that closes. */
export function createCloseAfterDecision(
  deps: Deps & { beginState: BeginState; closeDossier: CloseDossier },
): (payload: StatePayload) => Promise<void> {
  return async (payload) => {
    const dossier = await deps.beginState(payload, { closing: true });
    const { closing } = dossier;
    if (closing) {
      return deps.closeDossier(dossier.id, { outcome: "withdrawn", reason: closing.reason, by: closing.by });
    }
    const decided =
      payload.previous === null ? undefined : await deps.tasks.find(dossier.id, payload.previous);
    await deps.closeDossier(dossier.id, closingOf(decided, dossier));
  };
}

function closingOf(task: HumanTask | undefined, { ending }: Dossier): Closing {
  const outcome = OUTCOMES[task?.decision?.outcome ?? ""] ?? "closed";
  const reason = task?.decision?.fields["reason"];
  return {
    outcome,
    reason: typeof reason === "string" ? reason : outcome === "ended" ? (ending?.explanation ?? "") : "",
    by: task?.decision?.by ?? SYSTEM,
  };
}
