import type { ParkedDossier } from "../../domain/dossier.ts";

export const longestFirst = (items: ParkedDossier[]): ParkedDossier[] =>
  items.toSorted((a, b) => a.parked.at.localeCompare(b.parked.at));
