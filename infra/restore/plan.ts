import type { Dossier } from "../../functions/domain/dossier.ts";
import type { ArchivedMail } from "./archived-mails.ts";
import type { Decided, Execution } from "./executions.ts";
import { type Contents, needsExecution } from "./restored-table.ts";

type Seen = {
  restored: Contents;
  /** The table of before, where it can be read. */
  lost: Contents | undefined;
  executions: readonly Execution[];
  decisions: readonly Decided[];
  mails: readonly ArchivedMail[];
};

export type Plan = {
  /** Each with the highest number that an execution of it had. */
  toRenew: { dossier: Dossier; lastRun: number }[];
  toDelete: Dossier[];
  /** Year and number. */
  counters: Map<number, number>;
  /** Mails to record as sent. */
  mails: ArchivedMail[];
  /** Keys of the dossiers that do not parse: nothing is done for them. */
  unreadable: string[];
  decisions: (Decided & { reference: string })[];
  /** Dossiers that the restored table does not know. */
  lost: { id: string; reference?: string }[];
};

/** What brings a restored table in step with what happened since, and what was lost. */
export function planOf({ restored, lost, executions, decisions, mails }: Seen): Plan {
  const known = new Map(restored.dossiers.map((dossier) => [dossier.id, dossier]));
  const isDeleted = ({ id }: Dossier) => lost?.deleted.has(id) === true;
  const living = restored.dossiers.filter((dossier) => !isDeleted(dossier));
  const isMissing = (id: string) => !known.has(id) && !restored.deleted.has(id) && !lost?.deleted.has(id);
  const references = new Map(
    mails.flatMap(({ dossierId, reference }) => (reference ? [[dossierId, reference]] : [])),
  );
  const ofDossiers = [
    ...mails.filter(({ reference }) => reference !== undefined),
    ...executions,
    ...(lost?.dossiers ?? []).map(({ id }) => ({ dossierId: id })),
  ];
  const missing = new Set(ofDossiers.map(({ dossierId }) => dossierId).filter(isMissing));
  for (const { id, reference } of lost?.dossiers ?? []) references.set(id, reference);
  return {
    toRenew: living.filter(needsExecution).map((dossier) => ({
      dossier,
      lastRun: Math.max(
        0,
        ...executions.flatMap(({ dossierId, run }) => (dossierId === dossier.id ? [run] : [])),
      ),
    })),
    toDelete: restored.dossiers.filter(isDeleted),
    counters: countersOf([...references.values()], restored.counters, lost?.counters),
    mails: mails.filter((mail) => known.has(mail.dossierId) && !isAboutLostTask(mail, restored)),
    unreadable: restored.unreadable,
    decisions: decisions.map((decision) => ({
      ...decision,
      reference: known.get(decision.dossierId)?.reference ?? decision.dossierId,
    })),
    lost: [...missing].map((id) => ({ id, reference: references.get(id) })),
  };
}

/**
 * Whether the mail asks for a task that was opened since. That task is opened again, and asked again: the link in this mail
 * was lost with the table.
 */
function isAboutLostTask({ dossierId, key }: ArchivedMail, { tasks }: Contents): boolean {
  const [task] = /\b[A-Z][A-Za-z]+-\d+-\d+\b/.exec(key) ?? [];
  return task !== undefined && !tasks.has(`${dossierId} ${task}`);
}

/** The counters below the highest number that was given. */
function countersOf(
  references: readonly string[],
  restored: ReadonlyMap<number, number>,
  lost: ReadonlyMap<number, number> = new Map(),
): Map<number, number> {
  const given = new Map(lost);
  for (const reference of references) {
    const [, year, number] = /^LED-(\d{4})-(\d+)$/.exec(reference) ?? [];
    given.set(Number(year), Math.max(Number(number), given.get(Number(year)) ?? 0));
  }
  return new Map([...given].filter(([year, number]) => number > (restored.get(year) ?? 0)));
}

/** Running executions that are not the current one of a dossier. */
export const formerOnes = (executions: readonly Execution[], { dossiers }: Contents): Execution[] => {
  const runs = new Map(dossiers.map(({ id, run }) => [id, run]));
  return executions.filter(({ isRunning, dossierId, run }) => isRunning && runs.get(dossierId) !== run);
};
