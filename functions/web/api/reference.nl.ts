/** Texts of the page that describes the API. What the description itself says is English, as its names are. */
export const referenceTexts = {
  title: "De API",
  intro:
    "Wat je op deze pagina's doet, kan een programma ook. De beschrijving hieronder is in het Engels, zoals de namen in de API.",
  document: "De beschrijving als OpenAPI-document",
  server: (address: string) => `Adres: ${address}`,
  parameters: "Parameters",
  headings: ["Naam", "Waar", "Verplicht", "Wat"],
  required: "ja",
  optional: "nee",
  body: "Opdracht",
  answer: "Antwoord",
  statuses: "Statussen",
  schema: (name: string) => `Schema ${name}`,
  back: "Terug naar de API",
};
