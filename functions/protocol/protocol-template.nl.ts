import { showDate } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import { showEnterpriseNumber } from "../domain/enterprise-number.ts";
import type { Dpia } from "../domain/facts.ts";
import { channelNames } from "../domain/texts.nl.ts";
import type { Site } from "../mail/send-mail.ts";
import { PROTOCOL_ELEMENTS, type ProtocolElement } from "./protocol-elements.ts";
import type { Template, TemplateParagraph, TemplateSection } from "./render-template.ts";
import { elementNames, originalPurposes } from "./form-texts.nl.ts";
import { riskNames } from "./texts.nl.ts";

type Known = { dossier: Dossier; site: Site };
type Write = (known: Known) => TemplateParagraph[];

/** The LED protocol, filled in from the dossier; gaps for the parties are marked. */
export function protocolTemplate(dossier: Dossier, site: Site): Template {
  const known = { dossier, site };
  const title = `Protocol tussen ${dossier.organisation.name} en ${site.names.authority.name}`;
  return {
    title,
    subject: `Elektronische mededeling van persoonsgegevens uit de LED, dossier ${dossier.reference}`,
    author: site.names.agencyInFull,
    sections: [
      { heading: "Over dit protocol", paragraphs: introduction(known) },
      ...PROTOCOL_ELEMENTS.map(({ number, field }): TemplateSection => ({
        heading: `${number}. ${elementNames[field]}`,
        paragraphs: ELEMENTS[field](known),
      })),
      { heading: "DPIA", paragraphs: aboutDpia(dossier.dpia) },
      {
        heading: "Bewaring door de afnemer",
        paragraphs: [fill("Zeg hoelang de afnemer de gegevens bewaart en waarom.")],
      },
      { heading: "Advies van de DPO's", paragraphs: advices(known) },
      { heading: "Ondertekening", paragraphs: signing },
      ...signatures(known),
    ],
  };
}

const fill = (fillIn: string): TemplateParagraph => ({ fillIn });
const or = (text: string | undefined, ask: string): TemplateParagraph => text ?? fill(ask);

const introduction: Write = ({ dossier: { reference }, site: { names } }) => [
  `Dit protocol regelt de elektronische mededeling van persoonsgegevens uit de Leer- en Ervaringsbewijzendatabank (LED), volgens artikel 8 van het e-govdecreet van 18 juli 2008. Het dossiernummer is ${reference}.`,
  `${names.agencyInFull} vulde in wat al bekend is. Vul de delen tussen vierkante haken aan en haal de haken weg.`,
  "Zet geen rijksregisternummers of gegevens van burgers in dit document.",
];

const ELEMENTS: Record<ProtocolElement, Write> = {
  controllers: ({ dossier, site: { names } }) => [
    ...consumerParty(dossier),
    `Verder "de afnemer" genoemd.`,
    `${names.authority.name}, met zetel in ${names.authority.seat}, ondernemingsnummer ${showEnterpriseNumber(names.authority.enterpriseNumber)}, voor ${names.agencyInFull} (${names.department}).`,
    `Verder "de beheerder van de LED" genoemd.`,
  ],
  purposes: ({ dossier: { intake } }) => [
    or(intake?.purpose, "Zeg waarvoor de afnemer de gegevens gebruikt."),
    ...(intake ? [intake.use] : []),
  ],
  data: ({ dossier: { intake } }) => [
    intake ? `Betrokkenen: ${intake.dataSubjects}` : fill("Zeg over welke categorieën van mensen het gaat."),
    fill("Zeg welke categorieën van gegevens nodig zijn, en in welke omvang."),
    fill("Zeg voor elke categorie waarom ze nodig en evenredig is voor het doel."),
  ],
  recipients: ({ dossier }) => [
    `Ontvanger: ${dossier.organisation.name}.`,
    fill("Zeg welke diensten de gegevens raadplegen, en welke derden ze eventueel krijgen."),
  ],
  legalGround: ({ dossier: { intake } }) => [
    or(
      intake?.legalBasis,
      "Geef de wettelijke grond van de mededeling: decreet of besluit, met het artikel.",
    ),
    fill("Geef de wettelijke grond waarop de afnemer de gegevens verzamelt."),
  ],
  security: () => [
    fill("Beschrijf de technische en organisatorische maatregelen, en wie toegang krijgt tot de gegevens."),
  ],
  periodicity: ({ dossier: { intake } }) => [
    intake
      ? `De afnemer verwacht ongeveer ${intake.requestsPerYear} opvragingen per jaar.`
      : fill("Schat het aantal opvragingen per jaar."),
    fill("Zeg wanneer de gegevens worden opgevraagd."),
  ],
  term: () => [fill("Geef de begindatum, en de einddatum of de vermelding dat er geen einddatum is.")],
  sanctions: () => [fill("Zeg wat er gebeurt als een partij dit protocol niet naleeft.")],
  originalPurposes: ({ site }) => [originalPurposes(site.names.agency)],
  furtherUse: () => [
    fill("Verwerkt de afnemer de gegevens verder voor een ander doel? Leg uit waarom dat verenigbaar is."),
  ],
  dataQuality: () => [
    "De LED is de bron van de gegevens.",
    fill("Zeg hoe de afnemer omgaat met gegevens die onjuist of onvolledig blijken."),
  ],
  format: ({ dossier: { intake } }) => [
    intake
      ? `Kanaal: ${intake.channels.map((channel) => channelNames[channel]).join(" en ")}.`
      : fill("Zeg via welk kanaal de gegevens gaan."),
    fill("Zeg hoe de afnemer elke raadpleging logt (wie, wanneer, waarom) en hoelang, bijvoorbeeld 10 jaar."),
    ...(intake?.mutations
      ? [
          `Mutaties: ${intake.mutations}`,
          fill(
            "Beschrijf het verwijzingsrepertorium: over wie krijgt de afnemer mutaties, en hoe blijft dat juist?",
          ),
        ]
      : ["Er worden geen mutaties automatisch verstuurd."]),
  ],
};

function consumerParty({ organisation, people: { signatory } }: Dossier): TemplateParagraph[] {
  const number = organisation.enterpriseNumber;
  const numbers = [
    ...(number === undefined ? [] : [`ondernemingsnummer ${showEnterpriseNumber(number)}`]),
    ...(organisation.ovoCode === undefined ? [] : [`OVO-code ${organisation.ovoCode}`]),
  ];
  return [
    [organisation.name, ...numbers].join(", "),
    ...(number === undefined ? [fill("Vul het ondernemingsnummer in.")] : []),
    fill("Vul de zetel in: straat, nummer, postcode en gemeente."),
    signatory
      ? `Vertegenwoordigd door ${signatory.name}${signatory.capacity ? `, ${signatory.capacity}` : ""}.`
      : fill("Zeg door wie de afnemer vertegenwoordigd wordt, en in welke functie."),
    ...(organisation.type === "local-authority"
      ? [fill("Voor een stad of gemeente: de tweede ondertekenaar en de datum van het raadsbesluit.")]
      : []),
  ];
}

function aboutDpia(dpia: Dpia | undefined): TemplateParagraph[] {
  if (!dpia) return [fill("Geef de conclusie over de DPIA.")];
  const on = showDate(dpia.concludedAt);
  if (dpia.conclusion === "not-required")
    return [`Uit het vooronderzoek van ${on} blijkt dat er geen DPIA nodig is.`];
  return [
    `Uit het vooronderzoek van ${on} blijkt dat er een DPIA nodig is.`,
    ...(dpia.acceptedAt ? [`De DPIA is aanvaard op ${showDate(dpia.acceptedAt)}.`] : []),
    ...(dpia.residualRisk ? [`Het risico dat overblijft, is ${riskNames[dpia.residualRisk]}.`] : []),
    ...(dpia.priorConsultation
      ? [`De toezichthouder antwoordde gunstig op ${showDate(dpia.priorConsultation.date)}.`]
      : []),
  ];
}

const advices: Write = ({ dossier: { people }, site: { names, mailboxes } }) => [
  people.dpo
    ? `DPO van de afnemer: ${people.dpo.name} (${people.dpo.email}).`
    : fill("Geef de naam en het e-mailadres van de DPO van de afnemer."),
  fill("Geef de uitkomst en de datum van het advies van de DPO van de afnemer."),
  `DPO van ${names.agency}: ${mailboxes.ledDpo}.`,
  `${names.agency} vult de uitkomst en de datum van dit advies in.`,
];

const signing: TemplateParagraph[] = [
  "Dit protocol wordt in twee exemplaren ondertekend: eerst door de afnemer, dan door de beheerder van de LED. Elke partij krijgt een exemplaar.",
  "Beide partijen publiceren het protocol op hun website zodra het ondertekend is.",
];

const signatures = ({ dossier, site: { names } }: Known): TemplateSection[] => [
  {
    level: 2,
    heading: `Voor ${dossier.organisation.name}`,
    paragraphs: [fill("Naam, functie, datum en handtekening")],
  },
  {
    level: 2,
    heading: `Voor ${names.authority.name}`,
    paragraphs: [fill("Naam, functie, datum en handtekening")],
  },
];
