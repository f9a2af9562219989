import { type Instant, toInstant } from "../domain/calendar.ts";
import { withClock } from "../domain/clocks.ts";
import type { Dossier, DossierOf, Ending, EndingReason } from "../domain/dossier.ts";
import type { Actor } from "../domain/people.ts";
import type { Clock, NewId } from "../domain/ports.ts";
import type { StateName } from "../../statemachine/contract.ts";
import type { Verdict } from "../domain/verdict.ts";
import { type ChangeDossier, judgeAndChange } from "../dossiers/change-dossier.ts";
import { earlierRequestHasEnded } from "../dossiers/earlier-request-has-ended.ts";
import { type LaunchExecution, withNextRun } from "../executions/start-execution.ts";
import { termIsOverAt, withoutUseClocks } from "../domain/use-clocks.ts";
import { useMayEnd } from "./use-may-end.ts";
import type { CarryOutWithdrawal } from "../dossiers/withdraw-dossier.ts";

export type EndUse = (
  dossierId: string,
  ending: { reason: EndingReason; explanation: string },
  by: Actor,
) => Promise<Verdict>;

/**
 * Begins the end of a use: one conditional write, then the out-of-use workflow starts; follow-up starts it after an
 * interruption. The access stays in force until the LED team confirms the end. A request under way is given up first,
 * as by a withdrawal; follow-up then begins the end.
 */
export function createEndUse(deps: {
  changeDossier: ChangeDossier;
  launch: LaunchExecution;
  carryOutWithdrawal: CarryOutWithdrawal;
  now: Clock;
  newId: NewId;
}): EndUse {
  return (dossierId, { reason, explanation }, by) => {
    const at = toInstant(deps.now());
    const ending = { reason, explanation, by, at };
    return judgeAndChange(deps.changeDossier, dossierId, {
      judge: (current) => useMayEnd(current, reason, by),
      change: (current) => {
        if (current.status === "ENQUIRY" || current.status === "CLOSED") return undefined;
        return current.status === "IN_USE" ? endingOf(current, ending) : askedOf(current, ending);
      },
      records: ({ status }) => [
        {
          ...{ id: deps.newId(), at, by, from: status, to: reason },
          what: status === "IN_USE" ? "ending" : "ending-asked",
        },
      ],
      then: (dossier) => (dossier.endingAsked ? deps.carryOutWithdrawal(dossier) : deps.launch(dossier)),
    });
  };
}

export type BeginAskedEnd = (dossierId: string) => Promise<void>;

/** Begins the requested end, on behalf of the person who requested it, after the request under way was given up. */
export function createBeginAskedEnd(deps: {
  changeDossier: ChangeDossier;
  launch: LaunchExecution;
  now: Clock;
  newId: NewId;
}): BeginAskedEnd {
  return async (dossierId) => {
    const at = toInstant(deps.now());
    const dossier = await deps.changeDossier(
      dossierId,
      (current) =>
        current.status === "IN_USE" && current.endingAsked && earlierRequestHasEnded(current).allowed
          ? endingOf(current, { ...current.endingAsked, at })
          : undefined,
      ({ status, endingAsked: asked }) =>
        asked ? [{ id: deps.newId(), at, by: asked.by, what: "ending", from: status, to: asked.reason }] : [],
    );
    await deps.launch(dossier);
  };
}

type InUse = DossierOf<"IN_USE">;

/** Withdraws the request under way and stores the reason; the end follows (follow-up/follow-up-dossier.ts). */
const askedOf = (dossier: DossierOf<"ONBOARDING" | "PARKED" | "ENDING">, ending: Ending): Dossier => ({
  ...dossier,
  endingAsked: ending,
  closing: dossier.closing ?? { by: ending.by, reason: ending.explanation, at: ending.at },
  clocks: withClock(dossier.clocks, "closing", ending.at),
});

/** Every ending is a round of its own, so that a reversed one is not reused. */
function endingOf(dossier: InUse, ending: Ending): Dossier {
  const number = (dossier.rounds.OUT_OF_USE?.number ?? 0) + 1;
  const from = firstStateOf(dossier, ending.reason, ending.at);
  return withNextRun(
    {
      ...dossier,
      status: "ENDING",
      inUseSince: undefined,
      ending,
      endingAsked: undefined,
      lastRequest: undefined,
      rounds: { ...dossier.rounds, OUT_OF_USE: { number, from, cause: `ending-${ending.at}` } },
      clocks: withoutUseClocks(dossier),
    },
    "OUT_OF_USE",
    ending.at,
  );
}

/** The renewal is asked only while the term runs. */
function firstStateOf({ protocol }: InUse, reason: EndingReason, now: Instant): StateName {
  const end = protocol?.term.end;
  return reason === "term" && end !== undefined && now < termIsOverAt(end)
    ? "DecideRenewal"
    : "ConfirmEndOfUse";
}
