import { NAMES } from "../../domain/names.ts";

/** Texts of the page that adds a document to a dossier, outside any task. */
export const addDocumentTexts = {
  title: "Voeg een document toe aan het dossier",
  consumer: `Voor een document dat bij geen taak hoort, zoals een verslag of een mail. Het ${NAMES.desk} ziet het in het dossier, maar krijgt er geen mail van. Moet het meteen gelezen worden? Stuur dan ook een bericht.`,
  led: "Voor een document dat bij geen taak hoort, zoals een verslag of een mail. Alleen de LED ziet het.",
  fields: {
    title: {
      label: "Wat is het?",
      hint: "Bijvoorbeeld: verslag van het overleg van 12 maart. Zet hier geen namen of nummers die niet nodig zijn.",
    },
  },
  button: "Kies het bestand",
};
