import type { StoredDocument } from "../../domain/documents.ts";
import type { Reading } from "../../domain/reading.ts";
import { documentName } from "../../domain/texts.nl.ts";

export const thingsRead = {
  dossier: "het dossier",
  document: "een document",
  export: "een export",
} as const satisfies Record<Reading["what"], string>;

/** What was read, in words. */
export function thingRead({ what, id }: Reading, documents: readonly StoredDocument[]): string {
  const document = documents.find((candidate) => candidate.id === id);
  return document ? `${documentName(document)}: ${document.name}` : thingsRead[what];
}
