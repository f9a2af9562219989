import { allowed, refused, type Verdict } from "../domain/verdict.ts";
import type { Move, MoveOutcome } from "./describe-move.ts";

/** Whether a move happens, now or at the next sweep. */
export const isAMove = ({ outcome }: Pick<Move, "outcome">): boolean =>
  outcome === "moves" || outcome === "later";

/**
 * MOVE-01: a dossier moves to the current version of the workflow only while its execution runs an older one, and only
 * once: a requested move is retried automatically. A parked dossier gets the current version when it resumes.
 * Source: design, "What AWS does that is easy to miss": a running execution keeps the definition it started with.
 */
export function moveIsNeeded({ outcome }: Move): Verdict {
  if (outcome === "moves" || outcome === "later") return allowed;
  return refused("MOVE-01", REFUSALS[outcome]);
}

const REFUSALS: Record<Exclude<MoveOutcome, "moves" | "later">, string> = {
  "under-way": "Dit dossier gaat al over naar de huidige versie.",
  current: "Dit dossier werkt al met de huidige versie.",
  parked: "Dit dossier stopte door een fout. Het krijgt de huidige versie zodra je het laat verdergaan.",
  closing: "Deze aanvraag wordt ingetrokken.",
  starting: "De workflow van dit dossier start nog, met de huidige versie.",
  "not-running": "Voor dit dossier loopt er geen workflow.",
};
