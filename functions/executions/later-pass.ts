import type { Stage } from "../../statemachine/contract.ts";
import { type Instant, laterOf } from "../domain/calendar.ts";
import { withClock } from "../domain/clocks.ts";
import type { Dossier, DossierOf, LaterPass } from "../domain/dossier.ts";
import { withNextRun } from "./start-execution.ts";
import { termIsOverAt } from "../domain/use-clocks.ts";

type Later = Pick<LaterPass, "kind" | "of" | "reason" | "by"> & { from: Stage; at: Instant };

/**
 * Starts the next pass of a dossier at a stage. The dossier is at that stage at once, so it can resume there even when
 * its execution ends before it enters the stage. The rounds restart, and the facts from that stage on are established
 * anew. The access record keeps the granted access unchanged.
 */
export function laterPassOf(
  dossier: DossierOf<"IN_USE" | "ENDING">,
  { kind, of, reason, by, from, at }: Later,
): Dossier {
  const end = dossier.protocol?.term.end;
  return withNextRun(
    {
      ...dossier,
      status: "ONBOARDING",
      inUseSince: undefined,
      ending: undefined,
      endOfUse: undefined,
      stage: from,
      since: at,
      pass: dossier.pass + 1,
      rounds: {},
      laterPass: { kind, from, of, end, reason, by, at },
      planning: from === "INTAKE" ? undefined : dossier.planning,
      dpia: from === "PROTOCOL" ? dossier.dpia : undefined,
      protocol: undefined,
      lastRequest: undefined,
      clocks:
        end === undefined
          ? dossier.clocks
          : withClock(dossier.clocks, "termEnd", laterOf(at, termIsOverAt(end))),
    },
    from,
    at,
  );
}
