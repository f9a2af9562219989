import type { Text, TextPart } from "../templates/write-docx.ts";
import { type Part, QUESTIONNAIRE } from "./questionnaire.ts";
import { preAssessDpia } from "./pre-assessment-texts.nl.ts";

/** The templates of the DPIA documents. dpia-values.ts fills in the placeholders. Fill-in help is in `[[…]]`. */
const ANSWERS: TextPart = {
  table: [
    ["Vraag", "Antwoord"],
    ["{#verwerking}{vraag}", "{antwoord}{/verwerking}"],
  ],
  widths: [4, 7],
};

const partOf = (part: Part): TextPart[] => {
  const { label = "", hint = "" } = preAssessDpia.fields[part] ?? {};
  return [
    { heading: label },
    { joined: `${hint} Bron: ${[...new Set(QUESTIONNAIRE[part].map(({ source }) => source))].join("; ")}.` },
    {
      table: [
        ["Criterium", "Antwoord", "Toelichting"],
        [`{#deel_${part}}{criterium}`, "{antwoord}", `{toelichting}{/deel_${part}}`],
      ],
      widths: [6, 2, 4],
    },
  ];
};

/** The pre-assessment: the conclusion first, then what it rests on. */
export const preAssessmentTemplate = (author: string): Text => ({
  title: "Vooronderzoek DPIA: de LED raadplegen door {afnemer}",
  author,
  footer: ["Vooronderzoek DPIA, dossier {dossiernummer}, {datum}"],
  parts: [
    "Dossier {dossiernummer}, {datum}. Opgemaakt door het {team} van {agentschap}.",
    { heading: "Het besluit" },
    "**{besluit}**",
    "Het voorstel dat uit de antwoorden volgt: {voorstel}",
    "{#motivering}",
    "Motivering: {motivering}",
    "{/motivering}",
    { heading: "De verwerking" },
    ANSWERS,
    ...partOf("a"),
    ...partOf("b"),
    ...partOf("c"),
    { heading: "Hoe het voorstel tot stand komt" },
    "Eén keer ja in deel A of B, of twee keer ja in deel C: dan is het voorstel een gegevensbeschermingseffectbeoordeling (DPIA). Wie besluit, kan daarvan afwijken en motiveert dat. Vragenlijst {vragenlijst}.",
  ],
});

/** Risks that every use of the LED has. The consumer judges the likelihood, the consequence and the measure. */
const RISKS = [
  "Iemand raadpleegt gegevens zonder dat zijn taak dat vraagt.",
  "Gegevens komen bij iemand die ze niet mag krijgen, ook bij een verwerker.",
  "Een beslissing steunt op een bewijs dat niet klopt of ingetrokken is.",
  "Gegevens blijven langer bewaard dan nodig.",
  "Een betrokkene weet niet dat zijn gegevens geraadpleegd zijn.",
];

/** The initial draft of the consumer's DPIA. It has the parts that GDPR 35(7) requires, and those of 35(2) and 35(9). */
export const initialDraftTemplate = (author: string): Text => ({
  title: "Aanzet van de DPIA: de LED raadplegen door {afnemer}",
  author,
  footer: ["Aanzet van de DPIA, dossier {dossiernummer}, {datum}"],
  parts: [
    "Dossier {dossiernummer}, {datum}. Opgemaakt door het {team} van {agentschap}, uit het vooronderzoek en de intake.",
    "[[Dit is een aanzet. De DPIA is van de afnemer: vul aan wat tussen vierkante haken staat, samen met je DPO, en pas aan wat niet klopt. Zet geen rijksregisternummers of gegevens van burgers in dit document.]]",
    { heading: "1. De verwerking en haar doelen" },
    "De AVG vraagt een systematische beschrijving (artikel 35, lid 7, a).",
    ANSWERS,
    "{#gebruik}",
    "Zo gebruikt de afnemer de LED: {gebruik}",
    "{/gebruik}",
    "[[Beschrijf de weg van de gegevens: welke toepassing vraagt ze op, waar komen ze terecht, en welke verwerkers werken ermee?]]",
    { heading: "2. Noodzaak en evenredigheid" },
    "Waarom de verwerking nodig is, en niet verder gaat dan nodig (artikel 35, lid 7, b).",
    "De taak van de afnemer: {#grond}{grond}{/grond}{^grond}[[decreet of besluit, met het artikel]]{/grond}",
    "[[Waarom kan het niet met minder gegevens, of minder vaak? Kan de burger het bewijs zelf bezorgen, en waarom volstaat dat niet?]]",
    "[[Hoe informeer je de betrokkenen, en hoe oefenen ze hun rechten uit?]]",
    { heading: "3. De risico's voor de betrokkenen" },
    "{#heeft_aandachtspunten}",
    { joined: "Uit het vooronderzoek komen deze aandachtspunten:" },
    "{#aandachtspunten}",
    { item: "{criterium} {toelichting}" },
    "{/aandachtspunten}",
    "{/heeft_aandachtspunten}",
    { joined: "Beoordeel elk risico, ook die van de aandachtspunten (artikel 35, lid 7, c)." },
    "[[Kans en gevolg: laag, gemiddeld of hoog. Vul de tabel aan.]]",
    {
      table: [
        ["Risico", "Kans", "Gevolg", "Maatregel"],
        ...RISKS.map((risk) => [risk, "[[kans]]", "[[gevolg]]", "[[maatregel]]"]),
        ["[[een ander risico]]", "[[kans]]", "[[gevolg]]", "[[maatregel]]"],
      ],
      widths: [5, 2, 2, 4],
    },
    { heading: "4. De maatregelen" },
    { joined: "Dit is al geregeld (artikel 35, lid 7, d):" },
    { item: "De uitwisseling is versleuteld en loopt via {platform} van {dienstenintegrator}." },
    {
      item: "Elke raadpleging wordt gelogd: wie raadpleegde, over wie, welke gegevens, wanneer en waarom.",
    },
    { item: "Een protocol legt doelen, gegevens, bewaring en controle vast, na advies van beide DPO's." },
    "[[Welke maatregelen neemt de afnemer zelf: toegang, opleiding, controle van de logs, wissen, melden van inbreuken?]]",
    { heading: "5. Het risico dat overblijft" },
    "[[Laag, gemiddeld of hoog, en waarom. Blijft het hoog, dan raadpleegt de afnemer de toezichthouder ({toezichthouder}) voordat iemand het protocol ondertekent: artikel 36.]]",
    { heading: "6. Het advies van de DPO" },
    "[[Het advies van {#dpo}{dpo}{/dpo}{^dpo}de DPO{/dpo}, met de datum (artikel 35, lid 2).]]",
    { heading: "7. De mening van de betrokkenen" },
    "[[Vroeg je de betrokkenen, of wie hen vertegenwoordigt, naar hun mening? Zo niet, waarom niet (artikel 35, lid 9)?]]",
  ],
});
