/** Words around the fields of every form. */
export const formTexts = {
  optional: "(niet verplicht)",
  problem: "Fout:",
  choose: "Kies een antwoord",
  summary: "Er is iets niet in orde",
  typed: "Wat je invulde",
  typedText:
    "Dit is nog niet verstuurd en nergens bewaard. Het blijft staan zolang je deze pagina openlaat: kijk het na en verstuur het opnieuw.",
  typedOther: "Je tekst",
  again: "Opnieuw versturen",
  noNationalNumber: "Dit is geen rijksregisternummer",
};
