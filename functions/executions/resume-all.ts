import { stageToResume } from "../domain/dossier.ts";
import type { Actor } from "../domain/people.ts";
import type { Dossiers } from "../domain/ports.ts";
import { type CauseKind, causeOf } from "./causes.nl.ts";
import type { createResumeDossier } from "./resume-dossier.ts";

/** Resumptions per call, so that the call ends well within a page's 28 seconds. */
const MOST_RESUMED = 50;

/** `resumed`: how many dossiers continue. `left`: whether further calls are needed. */
export type Resumed = { resumed: number; left: boolean };
export type ResumeAll = (cause: CauseKind, by: Actor) => Promise<Resumed>;

/** Resumes the parked dossiers of one cause, each at its own stage, with a maximum per call. */
export function createResumeAll(deps: {
  dossiers: Pick<Dossiers, "listParked">;
  resume: ReturnType<typeof createResumeDossier>;
}): ResumeAll {
  return async (cause, by) => {
    let resumed = 0;
    let next: string | undefined;
    do {
      const page = await deps.dossiers.listParked(next);
      for (const dossier of page.items) {
        if (causeOf(dossier.parked) !== cause) continue;
        if (resumed === MOST_RESUMED) return { resumed, left: true };
        const verdict = await deps.resume(dossier.id, stageToResume(dossier), by);
        if (verdict.allowed) resumed += 1;
      }
      next = page.next;
    } while (next !== undefined);
    return { resumed, left: false };
  };
}
