import { addMinutes, toInstant } from "../domain/calendar.ts";
import { withoutClock } from "../domain/clocks.ts";
import type { ClosingOutcome, Dossier } from "../domain/dossier.ts";
import { holdEnded } from "../domain/hold.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import { type Actor, SYSTEM } from "../domain/people.ts";
import type { Clock, Dossiers, HumanTasks } from "../domain/ports.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import type { BeginState, StatePayload } from "./begin-state.ts";
import type { ChangeDossier } from "./change-dossier.ts";
import { workflowTexts } from "./texts.nl.ts";

type Closing = { outcome: ClosingOutcome; reason: string; by: Actor };
export type CloseDossier = (dossierId: string, closing: Closing) => Promise<void>;

type Deps = {
  dossiers: Dossiers;
  tasks: HumanTasks;
  changeDossier: ChangeDossier;
  sendMail: SendMail;
  site: Site;
  now: Clock;
};

/** When follow-up completes a closing that was cut short, in minutes. */
const COMPLETED_AFTER = 10;

/**
 * Closes a dossier: its status, then its open tasks, then the mails to both parties. Twice is once; the status carries
 * the clock `closed` until all of it is done, so that follow-up completes what was cut short.
 */
export function createCloseDossier(deps: Deps): CloseDossier {
  return async (dossierId, closing) => {
    const dossier = await deps.changeDossier(dossierId, (current) =>
      current.status === "CLOSED" ? undefined : closedAs(current, closing, toInstant(deps.now())),
    );
    const whole = await deps.dossiers.findWhole(dossierId);
    for (const task of whole?.tasks ?? []) {
      if (task.status === "open") await deps.tasks.close(dossierId, taskId(task));
    }
    if (dossier.status === "CLOSED" && dossier.closed.outcome !== "answered")
      await tellBothParties(dossier, deps);
    await deps.changeDossier(dossierId, (current) =>
      "closed" in current.clocks ? { ...current, clocks: withoutClock(current.clocks, "closed") } : undefined,
    );
  };
}

const closedAs = (dossier: Dossier, closing: Closing, at: string): Dossier => ({
  ...holdEnded(dossier, at),
  status: "CLOSED",
  start: undefined,
  clocks: { closed: addMinutes(at, COMPLETED_AFTER) },
  closed: { at, ...closing },
});

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
    await deps.closeDossier(dossier.id, closingOf(decided));
  };
}

function closingOf(task: HumanTask | undefined): Closing {
  const reason = task?.decision?.fields["reason"];
  return {
    outcome: OUTCOMES[task?.decision?.outcome ?? ""] ?? "closed",
    reason: typeof reason === "string" ? reason : "",
    by: task?.decision?.by ?? SYSTEM,
  };
}
