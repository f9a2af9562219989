import { addDays, type CalendarDate, dateOf, toInstant } from "../domain/calendar.ts";
import type { Clock, DossierFiles, Tombstones, WholeDossier } from "../domain/ports.ts";
import type { SealErased } from "../log/seal-log.ts";
import { DELETION_CLOCK, type Tombstone } from "../domain/tombstone.ts";
import type { ClosedDossier } from "../domain/kept-until.ts";

type Closed = WholeDossier & { dossier: ClosedDossier };
type Under = Pick<Tombstone, "rule" | "ground">;

/**
 * Replaces a closed dossier by its tombstone in one write, with optimistic locking on the version that the rules
 * judged: a concurrent legal hold is written either before it, or too late. From then on the dossier does not exist;
 * the clock of the tombstone has follow-up delete the rest.
 */
export function createBuryDossier({ tombstones, now }: { tombstones: Tombstones; now: Clock }) {
  return async ({ dossier, documents, mails, tasks }: Closed, under: Under): Promise<void> => {
    const deletedAt = toInstant(now());
    const { id, reference, closed, version } = dossier;
    const counts = { documents: documents.length, mails: mails.length, tasks: tasks.length };
    const { outcome, at: closedAt } = closed;
    const clocks = { [DELETION_CLOCK]: deletedAt };
    await tombstones.bury(
      {
        status: "DELETED",
        ...{ id, reference, deletedAt, ...under, outcome, closedAt, counts, clocks },
      },
      version,
    );
  };
}
export type BuryDossier = ReturnType<typeof createBuryDossier>;

type Deps = {
  tombstones: Tombstones;
  files: DossierFiles;
  sealErased: SealErased;
  /** Programs that are told of events hear that the dossier is gone. */
  publishEvents: (dossierId: string, day: CalendarDate) => Promise<void>;
  now: Clock;
};
export type CompleteDeletion = (dossierId: string) => Promise<void>;

/**
 * Deletes the files and the items of a dossier that has a tombstone, after the last digest of its log. The tombstone contains everything needed to find
 * them, so an interrupted deletion restarts from the beginning. It checks again a day later, when concurrent work (a
 * mail, an export, an upload) has finished.
 */
export function createCompleteDeletion({ tombstones, files, ...deps }: Deps): CompleteDeletion {
  return async (dossierId) => {
    const tombstone = await tombstones.find(dossierId);
    if (!tombstone || !(DELETION_CLOCK in tombstone.clocks)) return;
    if (tombstone.digest === undefined) await tombstones.seal(dossierId, await deps.sealErased(tombstone));
    await deps.publishEvents(dossierId, dateOf(tombstone.deletedAt));
    await files.removeAll(dossierId);
    await tombstones.clear(tombstone);
    const again = addDays(tombstone.deletedAt, 1);
    await tombstones.complete(dossierId, toInstant(deps.now()) < again ? { [DELETION_CLOCK]: again } : {});
  };
}
