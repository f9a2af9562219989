import { CONTROLLER_PLACES } from "./further-controllers.ts";
import type { FieldText } from "./texts.ts";

const ORDINALS = {
  second: "Tweede",
  third: "Derde",
  fourth: "Vierde",
  fifth: "Vijfde",
  sixth: "Zesde",
  seventh: "Zevende",
  eighth: "Achtste",
  ninth: "Negende",
  tenth: "Tiende",
};

/** The texts of a group with a group per further controller. */
export const byPlaceTexts = (
  group: string,
  text: FieldText,
  fields: (label: string) => Record<string, FieldText>,
): Record<string, FieldText> => ({
  [group]: { ...text, isFolded: true },
  ...Object.fromEntries(
    CONTROLLER_PLACES.flatMap((place): [string, FieldText][] => {
      const label = `${ORDINALS[place]} organisatie`;
      const path = `${group}.${place}`;
      return [
        [path, { label, isFolded: true }],
        ...Object.entries(fields(label.toLowerCase())).map(([field, one]): [string, FieldText] => [
          `${path}.${field}`,
          one,
        ]),
      ];
    }),
  ),
});

export const furtherControllerFields = byPlaceTexts(
  "furtherControllers",
  {
    label: "Is er nog een organisatie verantwoordelijk voor hetzelfde gebruik?",
    told: "Andere verantwoordelijke organisaties",
    hint: "Bijvoorbeeld het OCMW van je stad, of de andere besturen van een samenwerking. Ze staan mee in het protocol, en ondertekenen het ook.",
  },
  (which) => ({
    name: { label: `Naam van de ${which}`, told: "Naam" },
    enterpriseNumber: { label: `Ondernemingsnummer (KBO) van de ${which}`, told: "Ondernemingsnummer" },
    ovoCode: {
      label: `OVO-code van de ${which}`,
      told: "OVO-code",
      hint: "Alleen voor departementen en agentschappen van de Vlaamse overheid.",
    },
    seat: {
      label: `Zetel van de ${which}`,
      told: "Zetel",
      hint: "Straat, nummer, postcode en gemeente.",
    },
    signatory: { label: `Wie ondertekent voor de ${which}?`, told: "Ondertekenaar" },
    capacity: { label: `Functie van wie ondertekent voor de ${which}`, told: "Functie" },
  }),
);
