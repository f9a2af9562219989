import { NAMES } from "../domain/names.ts";
import type { FieldText } from "../domain/texts.ts";
import { LED_DATA } from "./led-data.ts";
import { PROTOCOL_ELEMENTS, type ProtocolElement } from "./protocol-elements.ts";

/** Headings of the thirteen elements, for the form and the template. */
export const elementNames: Record<ProtocolElement, string> = {
  controllers: "De verwerkingsverantwoordelijken",
  purposes: "De doelen",
  data: "De gegevens, en waarom ze evenredig zijn",
  recipients: "De ontvangers en derden",
  legalGround: "De rechtsgrond van de mededeling en van de verzameling",
  security: "De beveiliging",
  periodicity: "De periodiciteit",
  term: "De duur",
  sanctions: "De sancties",
  originalPurposes: "Waarvoor de gegevens oorspronkelijk verzameld zijn",
  furtherUse: "Verenigbaarheid van de verdere verwerking",
  dataQuality: "De kwaliteit van de gegevens",
  format: "De vorm van de mededeling en de logging",
};

/** "4. De ontvangers en derden" */
const numbered = (field: ProtocolElement): string =>
  `${PROTOCOL_ELEMENTS.find((element) => element.field === field)?.number}. ${elementNames[field]}`;

/** Element 10, which the agency writes. */
export const originalPurposes = (keeper: string): string =>
  `${keeper} verzamelt gegevens van kwalificatiebewijzen die Vlaamse instellingen uitreiken. Dat gebeurt om die bewijzen te registreren, en om ze op een betrouwbare manier te tonen aan wie ze behaalde en aan overheden die ze voor hun taken mogen raadplegen.`;

/** A reason and a retention period for each datum. */
const detailFields: Record<string, FieldText> = Object.fromEntries(
  Object.entries(LED_DATA).flatMap(([id, { name, why }]): [string, FieldText][] => [
    [`dataDetails.${id}`, { label: name }],
    [
      `dataDetails.${id}.why`,
      { label: "Waarom heb je dit nodig?", told: "Waarom", hint: `Standaard: ${why}` },
    ],
    [`dataDetails.${id}.kept`, { label: "Hoelang bewaar je dit?", told: "Bewaartermijn" }],
  ]),
);

export const protocolFields: Record<string, FieldText> = {
  legalBasis: {
    label: "Waarop steunt je toegang?",
    told: "Waarop de toegang steunt",
    hint: "Een machtiging kan alleen als je ze kreeg voor 26 juni 2018. Noem ze dan ook bij punt 5.",
    options: { protocol: "Een protocol", "legacy-authorisation": "Een vroegere machtiging" },
  },
  controllers: { label: numbered("controllers"), hint: "Naam en ondernemingsnummer kennen we al." },
  "controllers.seat": {
    label: "Zetel van je organisatie",
    told: "Zetel",
    hint: "Straat, nummer, postcode en gemeente.",
  },
  "controllers.representedBy": {
    label: "Wie vertegenwoordigt je organisatie?",
    told: "Vertegenwoordigd door",
  },
  "controllers.capacity": { label: "In welke functie?" },
  "controllers.secondSignatory": {
    label: "Tweede ondertekenaar",
    hint: "Bij een gemeente tekenen de burgemeester en de algemeen directeur, bij een OCMW de voorzitter van het vast bureau en de algemeen directeur.",
  },
  "controllers.secondCapacity": { label: "Functie van de tweede ondertekenaar" },
  "controllers.councilDecisionDate": {
    label: "Datum van het besluit van college, vast bureau of raad",
    hint: "Alleen voor lokale besturen.",
  },
  "controllers.dpo": { label: "Naam en e-mailadres van je DPO", told: "DPO van de afnemer" },
  purposes: {
    label: numbered("purposes"),
    hint: "Waarvoor gebruik je de gegevens? Wees zo precies mogelijk.",
  },
  data: { label: numbered("data") },
  "data.items": {
    label: "Welke gegevens van de LED heb je nodig?",
    told: "Gegevens van de LED",
    hint: "Vink alleen aan wat je nodig hebt. In het protocol staat elk gegeven in een tabel.",
    options: Object.fromEntries(Object.entries(LED_DATA).map(([id, { name }]) => [id, name])),
  },
  "data.categories": {
    label: "Welke categorieën van gegevens, en hoeveel?",
    hint: "Bijvoorbeeld: het hoogste diploma, een keer per sollicitant. Over wie de gegevens gaan, komt uit je intake.",
  },
  "data.proportionality": {
    label: "Waarom is elke categorie nodig en evenredig?",
    hint: "Leg voor elke categorie uit waarom het niet met minder kan.",
  },
  dataDetails: {
    label: "Per gegeven: waarom, en hoelang",
    hint: "Alleen voor de gegevens die je aanvinkte. Laat leeg wat niet verschilt: dan komt in de tabel onze standaardreden, en de bewaartermijn die je onderaan invult.",
  },
  ...detailFields,
  recipients: {
    label: numbered("recipients"),
    hint: "Welke diensten raadplegen de gegevens? Krijgen derden ze ook, zoals een verwerker?",
  },
  legalGround: { label: numbered("legalGround") },
  "legalGround.communication": {
    label: "Op welk decreet of besluit steunt de taak waarvoor je de gegevens nodig hebt?",
    told: "Decreet of besluit waarop de taak van de afnemer steunt",
    hint: `Noem ook het artikel. Op welke grond ${NAMES.agency} de gegevens verzamelt en meedeelt, staat al in het protocol.`,
  },
  "legalGround.collection": {
    label: "Op welke rechtsgrond verwerk je ze zelf?",
    told: "Rechtsgrond waarop de afnemer ze verwerkt",
    hint: "Bijvoorbeeld: een taak van algemeen belang (AVG, artikel 6, lid 1, e).",
  },
  security: {
    label: numbered("security"),
    hint: "Hoe bescherm je de gegevens, en wie krijgt toegang?",
  },
  periodicity: { label: numbered("periodicity"), hint: "Wanneer en hoe vaak vraag je gegevens op?" },
  term: { label: numbered("term") },
  "term.start": {
    label: "Begindatum",
    hint: "Neem een dag waarop iedereen ondertekend zal hebben: het protocol geldt pas vanaf de laatste handtekening.",
  },
  "term.end": { label: "Einddatum", hint: "Laat dit leeg als het protocol geen einde heeft." },
  sanctions: {
    label: numbered("sanctions"),
    told: "Wat beide partijen aan de sancties toevoegen",
    hint: "Het protocol zegt al wat er gebeurt als het niet nageleefd wordt. Laat dit leeg als je niets toevoegt.",
  },
  furtherUse: {
    label: numbered("furtherUse"),
    hint: "Raadplegen voor jouw doel is bijna altijd verder gebruik: leg uit waarom dat verenigbaar is met het doel van punt 10, of noem het decreet dat het toelaat.",
  },
  dataQuality: {
    label: numbered("dataQuality"),
    hint: "De LED is de bron. Wat doe je als een gegeven niet blijkt te kloppen?",
  },
  format: { label: numbered("format") },
  "format.exchange": { label: "In welke vorm krijg je de gegevens?", told: "Vorm van de gegevens" },
  "format.logging": {
    label: "Hoe log je elke raadpleging?",
    told: "Logging van elke raadpleging",
    hint: "Wie, wanneer, welke gegevens en waarom. Vaak bewaar je dit 10 jaar.",
  },
  "format.referenceRegister": {
    label: "Verwijzingsrepertorium",
    hint: "Alleen voor mutaties: over wie krijg je ze, en hoe houd je die lijst juist?",
  },
  retention: {
    label: "Hoelang bewaart je organisatie de gegevens?",
    told: "Hoelang de afnemer de gegevens bewaart",
    hint: "Leg ook uit waarom.",
  },
  advice: {
    label: "Positief advies van je DPO",
    told: "Advies van de DPO van de afnemer",
    hint: "Gaf je DPO een positief advies over deze tekst? Vul dit dan in, en voeg het advies toe als document. Is er nog geen advies, laat dit dan leeg. Met een negatief advies dien je niet in: bespreek met je DPO wat er anders moet.",
  },
  "advice.outcome": {
    label: "Wat is het advies?",
    options: { positive: "Positief", conditions: "Positief onder voorwaarden" },
  },
  "advice.date": { label: "Datum van het advies" },
  "advice.name": { label: "Naam van je DPO", told: "Naam" },
};
