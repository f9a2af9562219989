import { NAMES } from "../../domain/names.ts";
/** Texts about the handler of a dossier, for the LED. */
export const handlerTexts = {
  title: "Behandelaar",
  nobody: "nog niemand: wie de eerste taak opneemt",
  gone: "Deze collega heeft de rol niet meer: geef het dossier door.",
  take: "Neem het dossier op",
  takeOver: (name: string) => `Neem het dossier over van ${name}`,
  release: "Geef het dossier terug",
  handOver: "Geef het dossier door aan",
  handOverButton: "Geef door",
  changed: `De behandelaar is gewijzigd. De volgende taken van het ${NAMES.desk} gaan naar die collega.`,
};
