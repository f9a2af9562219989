import type { Stage } from "../../statemachine/contract.ts";
import { type Instant, laterOf } from "../domain/calendar.ts";
import { withClock } from "../domain/clocks.ts";
import type { Dossier, DossierOf } from "../domain/dossier.ts";
import type { LaterPass } from "../domain/request.ts";
import { withNextRun } from "./start-execution.ts";
import { termIsOverAt } from "../domain/use-clocks.ts";

/** The first stage of a later pass: a use that the team entered has no DPIA here, and no more of an intake than is known. */
export const mustStartAtIntake = ({ protocol }: Pick<Dossier, "protocol">): boolean =>
  protocol?.entered !== undefined;

type Later = Pick<LaterPass, "kind" | "of" | "reason" | "by"> & { from: Stage; at: Instant };

/**
 * Starts the next pass of a dossier at a stage. The dossier is at that stage at once, so it can resume there even when
 * its execution ends before it enters the stage. The rounds restart, and the facts from that stage on are established
 * anew. The access record keeps the granted access unchanged.
 */
export function withLaterPass(
  dossier: DossierOf<"IN_USE" | "ENDING">,
  { kind, of, reason, by, from, at }: Later,
): Dossier {
  const { end } = dossier.protocol.term;
  return withNextRun(
    {
      ...dossier,
      status: "ONBOARDING",
      use: undefined,
      stage: from,
      since: at,
      pass: dossier.pass + 1,
      rounds: {},
      request: { laterPass: { kind, from, of, end, reason, by, at } },
      planning: from === "INTAKE" ? undefined : dossier.planning,
      dpia: from === "PROTOCOL" ? dossier.dpia : undefined,
      protocol: undefined,
      clocks:
        end === undefined
          ? dossier.clocks
          : withClock(dossier.clocks, "termEnd", laterOf(at, termIsOverAt(end))),
    },
    from,
    at,
  );
}
