import { Conflict } from "../../domain/errors.ts";
import type { Dossiers } from "../../domain/ports.ts";
import type { Note } from "../../domain/records.ts";
import { keys } from "./keys.ts";
import { getItem } from "./read-items.ts";
import { noteDay } from "./logs.ts";
import { isUnmet, type Table, translated } from "./table.ts";
import { check, IS_NEW, put, write } from "./writes.ts";

export const notePut = (table: Table, dossierId: string, note: Note) =>
  put(table, "note", { ...note, ...keys.note(dossierId, note.id) }, IS_NEW);

const isSame = (one: Note, other: Note): boolean =>
  one.text === other.text &&
  one.to === other.to &&
  one.by.id === other.by.id &&
  one.by.role === other.by.role;

/**
 * Stores notes, which never change. Writing the same note again is idempotent; a different note under the same id is a
 * conflict.
 */
export const createNotes = (table: Table): Pick<Dossiers, "addNote"> => ({
  addNote: (dossierId, note) =>
    translated(dossierId, async () => {
      await noteDay(table, dossierId, note.at);
      const isThere = check(table, keys.dossier(dossierId), {
        condition: "attribute_exists(pk) AND #status <> :deleted",
        names: { "#status": "status" },
        values: { ":deleted": "DELETED" },
      });
      try {
        await write(table, notePut(table, dossierId, note), isThere);
        return note;
      } catch (error) {
        if (!isUnmet(error, 0)) throw error;
        const stored = await getItem(table, keys.note(dossierId, note.id), "note");
        if (!stored || !isSame(stored, note)) throw new Conflict("NOTE_EXISTS", { dossier: dossierId });
        return stored;
      }
    }),
});
