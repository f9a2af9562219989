import { type Instant, toInstant } from "../domain/calendar.ts";
import { withClock } from "../domain/clocks.ts";
import { type Dossier, type DossierOf, endingAskedOf, withdrawalOf, withRequest } from "../domain/dossier.ts";
import type { Actor } from "../domain/people.ts";
import type { Clock, NewId } from "../domain/ports.ts";
import type { StateName } from "../../statemachine/contract.ts";
import type { Ending, EndingReason, GivenEnding, SaidEnding } from "../domain/use.ts";
import type { Verdict } from "../domain/verdict.ts";
import { type ChangeDossier, judgeAndChange } from "../dossiers/change-dossier.ts";
import { earlierRequestHasEnded } from "../dossiers/earlier-request-has-ended.ts";
import { type LaunchExecution, withNextRun } from "../executions/start-execution.ts";
import { termIsOverAt, withoutUseClocks } from "../domain/use-clocks.ts";
import { useMayEnd } from "./use-may-end.ts";
import type { CarryOutWithdrawal } from "../dossiers/withdraw-dossier.ts";

export type EndUse = (dossierId: string, ending: SaidEnding, by: Actor) => Promise<Verdict>;

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
  return (dossierId, said, by) => {
    const at = toInstant(deps.now());
    const ending = { ...said, by, at };
    return judgeAndChange(deps.changeDossier, dossierId, {
      judge: (current) => useMayEnd(current, said.reason, by),
      change: (current) => {
        if (current.status === "IN_USE") return endingFrom(current, ending);
        return ending.reason === "term" ? undefined : askedOf(current, ending);
      },
      records: ({ status }) => [
        {
          ...{ id: deps.newId(), at, by, from: status, to: said.reason },
          what: status === "IN_USE" ? "ending" : "ending-asked",
        },
      ],
      then: (dossier) => (endingAskedOf(dossier) ? deps.carryOutWithdrawal(dossier) : deps.launch(dossier)),
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
        current.status === "IN_USE" && current.use.endingAsked && earlierRequestHasEnded(current).allowed
          ? endingFrom(current, { ...current.use.endingAsked, at })
          : undefined,
      (before) => {
        const asked = endingAskedOf(before);
        if (!asked) return [];
        const { by, reason: to } = asked;
        return [{ id: deps.newId(), at, by, what: "ending", from: before.status, to }];
      },
    );
    await deps.launch(dossier);
  };
}

type InUse = DossierOf<"IN_USE">;

/** What is under way is withdrawn, and why: the end comes after it (follow-up/follow-up-dossier.ts). */
function askedOf(dossier: Dossier, endingAsked: GivenEnding): Dossier | undefined {
  if (dossier.status === "IN_USE" || dossier.status === "CLOSED") return undefined;
  const { by, explanation: reason, at } = endingAsked;
  const closing = { by, reason, at, ...withdrawalOf(dossier), endingAsked };
  return { ...withRequest(dossier, { closing }), clocks: withClock(dossier.clocks, "closing", at) };
}

/** Every ending is a round of its own, so that one that was reversed is not taken up again. */
function endingFrom(dossier: InUse, ending: Ending): Dossier {
  const number = (dossier.rounds.OUT_OF_USE?.number ?? 0) + 1;
  const from = firstStateOf(dossier, ending.reason, ending.at);
  return withNextRun(
    {
      ...dossier,
      status: "ENDING",
      request: {},
      use: { since: dossier.use.since, ending },
      rounds: { ...dossier.rounds, OUT_OF_USE: { number, from, cause: `ending-${ending.at}` } },
      clocks: withoutUseClocks(dossier),
    },
    "OUT_OF_USE",
    ending.at,
  );
}

/** The renewal is asked only while the term runs. */
function firstStateOf({ protocol }: InUse, reason: EndingReason, now: Instant): StateName {
  const { end } = protocol.term;
  return reason === "term" && end !== undefined && now < termIsOverAt(end)
    ? "DecideRenewal"
    : "ConfirmEndOfUse";
}
