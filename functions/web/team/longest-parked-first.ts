import type { DossierOf } from "../../domain/dossier.ts";

export const longestFirst = (items: DossierOf<"PARKED">[]): DossierOf<"PARKED">[] =>
  items.toSorted((a, b) => a.parked.at.localeCompare(b.parked.at));
