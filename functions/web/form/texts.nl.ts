/** Words around the fields of every form. */
export const formTexts = {
  optional: "(niet verplicht)",
  problem: "Fout:",
  choose: "Kies een antwoord",
  summary: "Er is iets niet in orde",
  noNationalNumber: "Dit is geen rijksregisternummer",
};
