import type { Dossier } from "../domain/dossier.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * PARK-02: the LED team can close a parked dossier with a reason, also after the last signature, where resuming makes
 * no sense. An access granted earlier stays in force.
 * Source: design, "Executions": parking is undone from the admin page.
 */
export const parkedMayClose = ({ status }: Dossier): Verdict =>
  status === "PARKED"
    ? allowed
    : refused("PARK-02", "Alleen een dossier dat door een fout stopte, kan je zo afsluiten.");
