/** Texts around the fields of every form. */
export const formTexts = {
  optional: "(niet verplicht)",
  problem: "Fout:",
  choose: "Kies een antwoord",
  summary: "Er is iets niet in orde",
  typed: "Wat je invulde",
  typedText:
    "Dit is nog niet verstuurd en nergens bewaard. Het blijft staan zolang je deze pagina openlaat: kijk het na en verstuur het opnieuw.",
  typedToCopy: "Dit is niet verwerkt. Kopieer hieruit wat je nog nodig hebt.",
  typedOther: "Je tekst",
  /** On the page that the form came from. */
  typedHere: "Wat je invulde, staat hieronder. Kijk het na en verstuur het opnieuw.",
  notRead:
    "We konden niet lezen wat je verstuurde. Hieronder staat het formulier, met je ontwerp als je dat bewaarde. Je vorige tekst vind je vaak terug met de knop Vorige van je browser.",
  again: "Opnieuw versturen",
  showPage: "Toon de hele pagina met wat ik invulde",
  cancel: "Ga terug",
  /** Title of the page before what cannot be undone. */
  sure: "Ben je zeker?",
  toPage: "Terug naar de pagina",
  noNationalNumber: "Dit is geen rijksregisternummer",
};
