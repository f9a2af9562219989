import * as z from "zod";
import { StoredDocument } from "./documents.ts";
import { Dossier } from "./dossier.ts";
import { cleanFileName } from "./file-name.ts";
import { HumanTask } from "./human-task.ts";

/**
 * What is stored outlives the code: an item of an earlier version is read as today's. It is written in today's shape
 * with its next change.
 */
const Versioned = z.looseObject({ schemaVersion: z.int() });
type Stored = z.infer<typeof Versioned>;
type Migrations = Record<number, (stored: Stored) => Record<string, unknown>>;

/** From each version to the next. */
const DOSSIER: Migrations = {
  1: (stored) => ({ ...stored, pauses: [] }),
  // `endingAsked` can be absent.
  2: (stored) => stored,
  // The clocks are those of a table.
  3: (stored) => stored,
};
const TASK: Migrations = {
  1: (stored) => ({ ...stored, since: stored["openedAt"] }),
  // `givenUntil` can be absent.
  2: (stored) => stored,
  // The clocks are those of a table.
  3: (stored) => stored,
};
const DOCUMENT: Migrations = {
  // A name was kept as it was given.
  1: (stored) => ({ ...stored, name: cleanFileName(String(stored["name"]), String(stored["contentType"])) }),
};

function migrated(item: unknown, migrations: Migrations): Stored {
  const stored = Versioned.parse(item);
  const step = migrations[stored.schemaVersion];
  return step ? migrated({ ...step(stored), schemaVersion: stored.schemaVersion + 1 }, migrations) : stored;
}

export const readDossier = (item: unknown): Dossier => Dossier.parse(migrated(item, DOSSIER));
export const readTask = (item: unknown): HumanTask => HumanTask.parse(migrated(item, TASK));
export const readDocument = (item: unknown): StoredDocument => StoredDocument.parse(migrated(item, DOCUMENT));
