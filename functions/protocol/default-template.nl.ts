import type { Text, TextPart } from "../templates/write-docx.ts";
import { elementNames } from "./form-texts.nl.ts";
import type { PlaceholderName } from "./placeholders.nl.ts";
import { PROTOCOL_ELEMENTS, type ProtocolElement } from "./protocol-elements.ts";

/** The value, or fill-in help where there is none. */
const or = (name: PlaceholderName, help: string): string => `{${name}}{^${name}}[[${help}]]{/${name}}`;
/** Only with a value. */
const where = (name: PlaceholderName, text: string): string => `{#${name}}${text}{/${name}}`;
/** Paragraphs that are only there with a value. */
const only = (name: PlaceholderName, ...parts: TextPart[]): TextPart[] => [
  `{#${name}}`,
  ...parts,
  `{/${name}}`,
];
const without = (name: PlaceholderName, text: string): string => `{^${name}}${text}{/${name}}`;

/**
 * The protocol template that ships: the LED team replaces it with its own on the admin page. The articles 1 to 13 are
 * the elements of the law, in its order; the others are the terms of the agency.
 * Source: e-gov decree of 18/07/2008, art. 8, and published protocols.
 */
export const defaultTemplate = (author: string): Text => ({
  title:
    "Protocol voor de elektronische mededeling van persoonsgegevens van {agentschap} naar {afnemer}, in het kader van: " +
    or("kader", "het doel, in enkele woorden"),
  author,
  footer: ["Protocol LED, dossier {dossiernummer}, versie {versie} van {datum} ({status})"],
  parts: [
    "Versie {versie} van {datum}, {status}. Dossier {dossiernummer}.",
    "[[Dit is een ontwerp. Vul aan wat tussen vierkante haken staat. Zet geen rijksregisternummers of gegevens van burgers in dit document.]]",
    ...parties,
    ...considerations,
    { heading: "Komen overeen" },
    ...PROTOCOL_ELEMENTS.flatMap(({ number, field }) => [
      { heading: `${number}. ${elementNames[field]}` },
      ...ELEMENTS[field],
    ]),
    ...terms,
    ...signatures,
    { heading: "Waar vind ik de dertien elementen?" },
    {
      joined:
        "Artikel 8 van het e-govdecreet noemt dertien elementen die een protocol bevat. Ze staan in deze artikelen.",
    },
    { table: whereElementsAre(), widths: [5, 2] },
  ],
});

const parties: TextPart[] = [
  { heading: "Tussen" },
  `{beheerder}, met zetel in {beheerder_zetel}, ondernemingsnummer {beheerder_nummer}${where("beheerder_ovo", ", OVO-code {beheerder_ovo}")}, verder "{agentschap}" genoemd,`,
  "en",
  `{afnemer}, met zetel in ${or("zetel", "straat, nummer, postcode en gemeente")}, ondernemingsnummer ${or("afnemer_nummer", "ondernemingsnummer")}${where("afnemer_ovo", ", OVO-code {afnemer_ovo}")}, vertegenwoordigd door:`,
  "{#ondertekenaars}",
  { item: "{naam}, {functie}" },
  "{/ondertekenaars}",
  "{^ondertekenaars}",
  { item: "[[naam en functie van wie ondertekent; een stad of gemeente en een OCMW ondertekenen met twee]]" },
  "{/ondertekenaars}",
  "{#verdere_afnemers}",
  "en {naam}, met zetel in {zetel}, ondernemingsnummer {nummer}, vertegenwoordigd door {ondertekenaar}, {functie},",
  "{/verdere_afnemers}",
  `${where("besluit", "op grond van het besluit van {besluit}, ")}verder "de afnemer" genoemd.`,
];

const considerations: TextPart[] = [
  { heading: "Overwegen" },
  {
    item: "{agentschap} beheert de Leer- en Ervaringsbewijzendatabank (LED), met gegevens van kwalificatiebewijzen.",
  },
  { item: "De afnemer heeft voor zijn taken gegevens uit de LED nodig, voor de doelen van artikel 2." },
  {
    item: "Artikel 8 van het decreet van 18 juli 2008 betreffende het elektronische bestuurlijke gegevensverkeer (het e-govdecreet) vraagt een protocol voor elke elektronische mededeling van persoonsgegevens, na advies van de functionarissen voor gegevensbescherming (DPO's) van beide partijen.",
  },
  { item: or("dpia", "De conclusie van het vooronderzoek naar een DPIA.") },
  {
    item: `De DPO van de afnemer is ${or("afnemer_dpo", "naam en e-mailadres")}. ${where("advies_afnemer_datum", "Op {advies_afnemer_datum} gaf {advies_afnemer_naam} een {advies_afnemer_uitkomst} advies over dit protocol.")}${without("advies_afnemer_datum", "De DPO geeft advies voor de ondertekening.")}`,
  },
  {
    item: `De DPO van {agentschap} is bereikbaar op {led_dpo}. ${where("advies_led_datum", "Op {advies_led_datum} gaf {advies_led_naam} een {advies_led_uitkomst} advies over dit protocol.")}${without("advies_led_datum", "De DPO geeft advies voor de ondertekening.")}`,
  },
];

const ELEMENTS: Record<ProtocolElement, TextPart[]> = {
  controllers: [
    "{agentschap} is verwerkingsverantwoordelijke voor de LED en voor de mededeling van de gegevens. De afnemer is verwerkingsverantwoordelijke voor wat met de gegevens gebeurt vanaf de ontvangst. Elke partij leeft de Algemene Verordening Gegevensbescherming (AVG) na voor haar eigen verwerking.",
  ],
  purposes: [
    "De afnemer gebruikt de gegevens alleen voor deze doelen:",
    or("doelen", "Zeg waarvoor de afnemer de gegevens gebruikt, zo precies mogelijk."),
    ...only("gebruik", "Zo gebruikt de afnemer de LED: {gebruik}"),
  ],
  data: [
    `Betrokkenen: ${or("betrokkenen", "over wie de gegevens gaan")}.`,
    `Categorieën van gegevens: ${or("gegevens", "welke nodig zijn, en in welke omvang")}`,
    ...only(
      "gegevens_gekozen",
      { joined: "De afnemer krijgt deze gegevens uit de LED:" },
      "[[Schrap wat niet nodig is.]]",
      {
        table: [
          ["Gegeven", "Waarom nodig", "Bewaartermijn"],
          ["{#gegevenslijst}{gegeven}", "{waarom}", "{bewaring}{/gegevenslijst}"],
        ],
        widths: [4, 5, 3],
      },
    ),
    `Waarom dit nodig en evenredig is: ${or("evenredigheid", "voor elk gegeven, voor het doel van artikel 2")}`,
    `De afnemer bewaart de gegevens niet langer dan nodig: ${or("bewaring", "hoelang, en waarom")}`,
  ],
  recipients: [
    `Wie de gegevens raadpleegt of krijgt: ${or("ontvangers", "welke diensten, en welke derden")}`,
    "De afnemer geeft de gegevens aan niemand anders door, tenzij een wet of decreet dat verplicht. Wie de gegevens voor de afnemer verwerkt, is verwerker: zie artikel 16.",
  ],
  legalGround: [
    "{agentschap} deelt de gegevens mee op grond van zijn decretale opdracht om de LED te beheren en gegevens mee te delen aan overheden die ze voor hun taken nodig hebben (AVG, artikel 6, lid 1, c en e). Op die grond heeft {agentschap} de gegevens ook verzameld.",
    `De afnemer heeft de gegevens nodig voor een taak op grond van: ${or("grond_mededeling", "decreet of besluit, met het artikel")}`,
    `De afnemer verwerkt de gegevens op grond van: ${or("grond_verwerking", "bijvoorbeeld een taak van algemeen belang: AVG, artikel 6, lid 1, e")}`,
  ],
  security: [
    "Elke partij neemt passende technische en organisatorische maatregelen (AVG, artikel 32). Bij de afnemer is ten minste dit geregeld: alleen wie de gegevens voor zijn taak nodig heeft, krijgt toegang; toegang is persoonlijk, met sterke authenticatie, en stopt zodra de taak stopt; wie toegang heeft, is gebonden aan vertrouwelijkheid en krijgt uitleg over de regels; de gegevens zijn versleuteld tijdens het transport.",
    `Verder neemt de afnemer deze maatregelen: ${or("beveiliging", "welke, en wie toegang krijgt")}`,
  ],
  periodicity: [
    `Zo vaak vraagt de afnemer gegevens op: ${or("periodiciteit", "wanneer, en hoe vaak")}`,
    "De afnemer vraagt gegevens alleen op als dat voor een doel van artikel 2 nodig is.",
  ],
  term: [
    `Dit protocol geldt vanaf ${or("begin", "begindatum")}, en ten vroegste vanaf de dag waarop de laatste partij ondertekent.`,
    `${where("einde", "Het eindigt op {einde}.")}${without("einde", "Het heeft geen einddatum.")}`,
  ],
  sanctions: [
    "Leeft de afnemer dit protocol of de AVG niet na, dan kan {agentschap} de mededeling van gegevens meteen opschorten (artikel 19), en dit protocol beëindigen. De afnemer wist in dat geval op vraag van {agentschap} de gegevens die in strijd met dit protocol verwerkt zijn. Dit doet niets af aan de sancties van de AVG, de bevoegdheden van de toezichthouder ({toezichthouder}) en het recht op schadevergoeding.",
    ...only("sancties", "Verder is dit afgesproken: {sancties}"),
  ],
  originalPurposes: ["{oorspronkelijke_doelen}"],
  furtherUse: [
    "De wetgever heeft voorzien dat overheden de gegevens van de LED voor hun taken raadplegen. Het gebruik voor de doelen van artikel 2 is verenigbaar met de doelen waarvoor de gegevens verzameld zijn.",
    ...only("verder_gebruik", "De afnemer licht dat zo toe: {verder_gebruik}"),
    without(
      "verder_gebruik",
      "[[Is een toelichting nodig bij de doelen van de afnemer? Zet ze hier, of schrap deze regel.]]",
    ),
  ],
  dataQuality: [
    "De LED bevat gegevens van authentieke bronnen en eigen verklaringen van burgers; bij elk gegeven staat welke van de twee het is. {agentschap} staat in voor de juiste weergave van wat de bronnen leveren. Merkt de afnemer dat een gegeven onjuist of onvolledig is, dan meldt hij dat zonder uitstel aan {agentschap}, dat de bron op de hoogte brengt.",
    `Zo gaat de afnemer om met een gegeven dat niet blijkt te kloppen: ${or("kwaliteit", "wat de afnemer doet")}`,
  ],
  format: [
    `De mededeling is elektronisch en loopt via {platform} van {dienstenintegrator}. ${where("kanalen", "Kanaal: {kanalen}.")}`,
    `Vorm: ${or("vorm", "hoe de afnemer de gegevens krijgt")}`,
    "Elke raadpleging wordt gelogd: wie raadpleegde, over wie, welke gegevens, wanneer en waarom. Beide partijen bewaren hun loggegevens zo dat een controle achteraf mogelijk is.",
    `Zo logt de afnemer: ${or("logging", "wie, welke gegevens, wanneer en waarom, en hoelang dat bewaard blijft")}`,
    `${where("mutaties", "De afnemer krijgt deze mutaties: {mutaties}")}${without("mutaties", "Er worden geen mutaties automatisch verstuurd.")}`,
    ...only(
      "mutaties",
      `Verwijzingsrepertorium: ${or("verwijzingsrepertorium", "over wie de afnemer mutaties krijgt, en hoe die lijst juist blijft")}`,
    ),
  ],
};

const terms: TextPart[] = [
  { heading: "14. Rechten van betrokkenen" },
  "Een betrokkene kan zijn rechten uitoefenen bij elke partij, die de vraag behandelt voor haar eigen verwerking en de andere partij op de hoogte brengt als dat nodig is. De afnemer informeert de betrokkenen dat hij gegevens uit de LED verwerkt, zoals artikel 14 van de AVG vraagt. Verbeteren of wissen van gegevens in de LED gebeurt bij de bron.",
  { heading: "15. Inbreuken in verband met persoonsgegevens" },
  "Wie een inbreuk vaststelt die gegevens uit de LED raakt, brengt de andere partij daarvan op de hoogte zonder onredelijke vertraging, en ten laatste binnen 24 uur. Beide partijen werken samen om de gevolgen te beperken. Elke partij doet voor haar eigen verwerking de meldingen van de artikelen 33 en 34 van de AVG.",
  { heading: "16. Verwerkers" },
  "De afnemer doet alleen een beroep op verwerkers die voldoende waarborgen bieden, met een overeenkomst volgens artikel 28 van de AVG. Hij legt hun de verplichtingen van dit protocol op en blijft voor hen verantwoordelijk. Op vraag van {agentschap} bezorgt hij de lijst van zijn verwerkers.",
  { heading: "17. Controle" },
  "De afnemer kijkt geregeld na of zijn raadplegingen rechtmatig zijn, en ten minste een keer per jaar. {agentschap} kan inlichtingen en loggegevens opvragen en laten nagaan of dit protocol nageleefd wordt. De afnemer werkt daaraan mee en krijgt de kans om op de vaststellingen te antwoorden.",
  { heading: "18. Wijziging en opzegging" },
  "Verandert een doel, een gegeven, een ontvanger of de regelgeving, dan brengen de partijen elkaar op de hoogte en passen ze dit protocol aan voordat de verwerking verandert. Een wijziging vraagt een nieuwe versie, na advies van de DPO's. Elke partij kan dit protocol schriftelijk opzeggen, met een termijn van drie maanden. Als het eindigt, stopt de raadpleging, en blijft dit protocol gelden voor de gegevens die de afnemer nog bewaart.",
  { heading: "19. Opschorting" },
  "{agentschap} kan de mededeling opschorten bij een ernstig vermoeden van misbruik, bij een inbreuk of op vraag van de toezichthouder. {agentschap} zegt meteen waarom, hoort de afnemer en herstelt de mededeling zodra de reden weggevallen is.",
  { heading: "20. Geschillen" },
  "Op dit protocol is het Belgische recht van toepassing. De partijen proberen een geschil eerst in overleg op te lossen, met hun DPO's. Lukt dat niet, dan zijn de rechtbanken van Brussel bevoegd.",
  { heading: "21. Bekendmaking" },
  "Beide partijen maken dit protocol bekend op hun website zodra het ondertekend is, zonder rijksregisternummers en zonder handtekeningen.",
];

const signatures: TextPart[] = [
  { heading: "Ondertekening" },
  "Opgemaakt in evenveel exemplaren als er partijen zijn. Elke partij krijgt een ondertekend exemplaar.",
  "{#ondertekenaars}",
  { heading: "Voor {afnemer}", level: 2 },
  { joined: "Naam: {naam}" },
  { joined: "Functie: {functie}" },
  { joined: "Datum en handtekening:" },
  { room: 3 },
  "{/ondertekenaars}",
  "{^ondertekenaars}",
  { heading: "Voor {afnemer}", level: 2 },
  { joined: "[[Naam, functie, datum en handtekening]]" },
  { room: 3 },
  "{/ondertekenaars}",
  "{#verdere_afnemers}",
  { heading: "Voor {naam}", level: 2 },
  { joined: "Naam: {ondertekenaar}" },
  { joined: "Functie: {functie}" },
  { joined: "Datum en handtekening:" },
  { room: 3 },
  "{/verdere_afnemers}",
  { heading: "Voor {agentschap}", level: 2 },
  { joined: "Naam:" },
  { joined: "Functie:" },
  { joined: "Datum en handtekening:" },
  { room: 3 },
];

function whereElementsAre(): string[][] {
  const places: Partial<Record<ProtocolElement, string>> = { controllers: "Tussen, en artikel 1" };
  return [
    ["Element", "Waar"],
    ...PROTOCOL_ELEMENTS.map(({ number, field }) => [
      `${number}. ${elementNames[field]}`,
      places[field] ?? `Artikel ${number}`,
    ]),
  ];
}
