import { NAMES } from "../domain/names.ts";
import { dateOf, dayAfter, showDate } from "../domain/calendar.ts";
import type { Dossier, DossierOf } from "../domain/dossier.ts";
import type { LegalBasis } from "../domain/facts.ts";
import type { Names } from "../domain/names-schema.ts";
import { PERSON_PARTS, type PersonPart } from "../domain/people.ts";
import type { LaterPass } from "../domain/request.ts";
import { channelsToConnect } from "../domain/connected-channels.ts";
import type { MailText, TaskTexts } from "../domain/texts.ts";
import { basisOf, channelNames, IF_NOT_ANSWERED, personPartNames, upperFirst } from "../domain/texts.nl.ts";

type InUse = DossierOf<"IN_USE">;

/** A term may start later than the connection is there. */
const isLater = ({ protocol, use }: InUse): boolean => protocol.term.start > dateOf(use.since);
const fromWhen = (dossier: InUse): string =>
  isLater(dossier) ? `Vanaf ${showDate(dossier.protocol.term.start)}` : "Vanaf nu";

const termOf = ({ term: { start, end } }: LegalBasis): string => {
  return end === undefined
    ? `vanaf ${showDate(start)}, zonder einddatum`
    : `van ${showDate(start)} tot en met ${showDate(end)}`;
};

const OF_THE_LED = "de Leer- en Ervaringsbewijzendatabank (LED)";

/** In a first pass the use starts. In a later pass the use continues or resumes. */
function whatStarts(dossier: InUse, laterPass: LaterPass | undefined): { subject: string; text: string } {
  const { organisation, connection, protocol } = dossier;
  const now = dossier.use.since;
  if (!laterPass)
    return {
      subject: isLater(dossier)
        ? `Je aansluiting is klaar: je kan de LED raadplegen vanaf ${showDate(protocol.term.start)}`
        : "Je kan de LED nu raadplegen",
      text: `De aansluiting van ${organisation.name} is rond. ${fromWhen(dossier)} kan je organisatie ${OF_THE_LED} raadplegen`,
    };
  const { kind, end, at } = laterPass;
  const isConnectedAnew = connection.channels.some((made) => made.at > at);
  const connected = isConnectedAnew ? ` De nieuwe aansluiting van ${organisation.name} is rond.` : "";
  if (end !== undefined && end < dateOf(now))
    return {
      subject: isLater(dossier)
        ? `Je kan de LED weer raadplegen vanaf ${showDate(protocol.term.start)}`
        : "Je kan de LED weer raadplegen",
      text: `Het nieuwe protocol van ${organisation.name} is ondertekend.${connected} De vorige termijn liep tot en met ${showDate(end)}. ${fromWhen(dossier)} kan je organisatie ${OF_THE_LED} weer raadplegen`,
    };
  const { start } = protocol.term;
  const holds = `${fromWhen(dossier)} geldt het nieuwe protocol`;
  const isGap = end !== undefined && dayAfter(end) < start;
  const goesOn = isGap
    ? `Tot en met ${showDate(end)} geldt het vorige protocol nog.`
    : "De toegang tot de LED loopt gewoon door.";
  return {
    subject:
      kind === "renewal"
        ? "Je toegang tot de LED is verlengd"
        : "Je nieuwe protocol voor de LED is ondertekend",
    text: `Het nieuwe protocol van ${organisation.name} is ondertekend.${connected} ${goesOn} ${holds}. Je organisatie mag de LED raadplegen`,
  };
}

const whatStartsForTeam = (dossier: InUse, laterPass: LaterPass | undefined): string =>
  laterPass
    ? `Beide partijen ondertekenden het nieuwe protocol van ${dossier.organisation.name}. ${fromWhen(dossier)} geldt dat.`
    : `De aansluiting van ${dossier.organisation.name} is rond. ${fromWhen(dossier)} kan de organisatie de LED raadplegen.`;

/** The agreed terms: period, channels, reference, contacts. */
const agreed = (dossier: Dossier): string[] => {
  const { intake, protocol, connection, people } = dossier;
  return [
    ...(protocol ? [`Termijn van ${basisOf(dossier)}: ${termOf(protocol)}`] : []),
    ...(connection?.channels ?? []).map(({ channel, productionDate, reference }) =>
      [
        `Kanaal: ${channelNames[channel]}, in productie sinds ${showDate(productionDate)}`,
        ...(reference ? [`aansluitingsnummer ${reference}`] : []),
      ].join(", "),
    ),
    ...(intake?.processor ? [`Verwerker: ${intake.processor}`] : []),
    ...PERSON_PARTS.flatMap((part) => {
      const person = people[part];
      if (!person) return [];
      const { name, email, telephone } = person;
      return `${upperFirst(personPartNames[part])}: ${[name, email, ...(telephone ? [telephone] : [])].join(", ")}`;
    }),
  ];
};

const confirmYearly: TaskTexts = {
  title: "Kloppen je gegevens nog?",
  why: [
    "Eén keer per jaar vragen we of alles nog klopt: de personen van je organisatie, en het doel waarvoor ze de LED raadpleegt.",
    "Kijk na wat hieronder staat, en wijzig wat niet meer klopt. Bevestig daarna dat alles klopt.",
  ],
  outcomes: {
    confirmed: {
      label: "Alles klopt nog",
      button: "Bevestig dat alles klopt",
      confirmation: "Ja, ik keek alles na en het klopt nog",
      past: "bevestigde dat alles nog klopt",
    },
    changed: {
      label: "Er is iets veranderd",
      explanation: `Voor het doel, het kanaal of de verwerker, of voor iets dat hierboven niet staat. Het ${NAMES.desk} kijkt het na en neemt contact met je op.`,
      button: "Meld de wijziging",
      past: "meldde dat er iets veranderd is",
    },
    "not-needed": {
      label: "We hebben de LED niet meer nodig",
      explanation: `Dan stoppen we het gebruik. Het ${NAMES.desk} neemt contact met je op om dat te regelen.`,
      warning: `Het gebruik van de LED door je organisatie eindigt. Het ${NAMES.desk} neemt contact met je op en bevestigt het einde. Tot dan mag je organisatie de LED raadplegen, en daarna niet meer.`,
      button: "Stop het gebruik",
      past: "meldde dat de LED niet meer nodig is",
    },
  },
  fields: {
    changes: { label: "Wat is er veranderd?" },
    reason: {
      label: "Waarom heb je de LED niet meer nodig?",
      told: "Waarom de LED niet meer nodig is",
    },
  },
  mail: ({ dossier }) => ({
    subject: "Kloppen je gegevens voor de LED nog?",
    why: [
      `${dossier.organisation.name} raadpleegt de LED. Eén keer per jaar vragen we of alles nog klopt. Dit weten we:`,
      { quote: [...(dossier.intake ? [`Doel: ${dossier.intake.purpose}`] : []), ...agreed(dossier)] },
    ],
    what: [
      "Bevestig dat het klopt, meld wat er veranderd is, of laat weten dat je de LED niet meer nodig hebt.",
    ],
    ifNot: IF_NOT_ANSWERED,
    action: "Bevestig of meld een wijziging",
  }),
};

export const inUseTexts = {
  confirmYearly,
  /** Labels of what the yearly question shows beside the people. */
  known: { title: "Dit weten we", purpose: "Doel", channels: "Kanaal", processor: "Verwerker", none: "Geen" },
  yearly: {
    changed: (organisation: string) => ({
      subject: "Gegevens gewijzigd",
      paragraphs: [
        `${organisation} liet bij de jaarlijkse controle weten dat er iets veranderd is. Kijk na of de gegevens of het protocol aangepast moeten worden. Dit schreef de aanvrager:`,
      ],
    }),
    notNeeded: (organisation: string) => ({
      subject: "De LED is niet meer nodig",
      paragraphs: [
        `${organisation} liet bij de jaarlijkse controle weten dat de LED niet meer nodig is. De vraag of de organisatie verlengt, staat nog open. Neem contact op met de aanvrager, of beantwoord de vraag in zijn naam. Is de vraag al gesloten? Beëindig dan het gebruik in het dossier. Dit schreef de aanvrager:`,
      ],
    }),
  },
  followDossier: "Bekijk je dossier",
  openDossier: "Open het dossier",
  startUse: (dossier: InUse, laterPass?: LaterPass) => ({
    subject: whatStarts(dossier, laterPass).subject,
    paragraphs: [
      `${whatStarts(dossier, laterPass).text}, voor het doel in het protocol en zolang dat protocol loopt.`,
      "Dit is afgesproken:",
    ],
    quote: agreed(dossier),
    afterAction: [
      ...channelsToConnect(dossier).map(
        (channel) =>
          `De ${channelNames[channel]} is nog niet aangesloten. Je krijgt een aparte mail om die te melden zodra ze er is.`,
      ),
      "Hou van elke raadpleging een logboek bij: wie, wanneer, welke gegevens en waarom. In het protocol staat hoelang je dat logboek bewaart: vaak is dat 10 jaar. Je moet het kunnen tonen als daarnaar gevraagd wordt.",
      "Verandert de contactpersoon, de DPO of de leidinggevende? Pas dat zelf aan op de pagina van je dossier. Daar kan je ook het gebruik stoppen als je de LED niet meer nodig hebt.",
      `Verandert het doel of het kanaal? Antwoord dan op deze mail. Je bericht komt bij het ${NAMES.desk} terecht.`,
    ],
  }),
  /** To the people of a use that the team entered: what the law asks to tell (GDPR 14). */
  entered: {
    contact: (dossier: InUse, names: Names) => ({
      subject: "Je gebruik van de LED volg je voortaan online",
      paragraphs: [
        `${dossier.organisation.name} mag ${OF_THE_LED} raadplegen. Het ${NAMES.desk} bracht dat gebruik in zijn administratie, met jou als contactpersoon. Je hoeft nu niets te doen.`,
        "Eén keer per jaar vragen we je of alles nog klopt, en voor het einde van de termijn of je verlengt. Via de knop hieronder volg je het dossier. De link is persoonlijk: stuur deze mail niet door.",
        `Hoe we je gegevens gebruiken, lees je in de privacyverklaring: ${names.links.privacyNotice}.`,
        "Klopt er iets niet? Antwoord dan op deze mail. Dit weten we:",
      ],
      quote: [`Doel: ${dossier.intake.purpose}`, ...agreed(dossier)],
    }),
    other: (dossier: InUse, parts: readonly PersonPart[], names: Names): Omit<MailText, "action"> => {
      const part = parts.map((one) => personPartNames[one]).join(" en ");
      return {
        subject: `Je bent ${part} in een dossier over de LED`,
        paragraphs: [
          `${dossier.organisation.name} mag ${OF_THE_LED} raadplegen. Het ${NAMES.desk} bracht dat gebruik in zijn administratie, met jou als ${part}. Je hoeft nu niets te doen.`,
          "Via de knop hieronder volg je het dossier. De link is persoonlijk: stuur deze mail niet door.",
          `We gebruiken je gegevens alleen voor dit gebruik van de LED. Waarom we dat mogen, hoelang we ze bewaren en wat je rechten zijn, lees je in de privacyverklaring: ${names.links.privacyNotice}.`,
          `Klopt dit niet? Antwoord dan op deze mail. Het ${NAMES.desk} zet het recht.`,
        ],
      };
    },
  },
  /** On the first day of a term that began after its connection. */
  termStarts: (organisation: string, { end }: { end?: string }): Omit<MailText, "action"> => ({
    subject: "Je kan de LED nu raadplegen",
    paragraphs: [
      `Vandaag begint de termijn van je protocol. Vanaf nu kan ${organisation} ${OF_THE_LED} raadplegen${
        end === undefined ? "" : `, tot en met ${showDate(end)}`
      }.`,
      "Hou van elke raadpleging een logboek bij: wie, wanneer, welke gegevens en waarom.",
    ],
  }),
  startUseForTeam: (dossier: InUse, laterPass?: LaterPass) => ({
    subject: "In gebruik",
    paragraphs: [
      `${whatStartsForTeam(dossier, laterPass)} De aanvrager is verwittigd, ook over de plicht om elke raadpleging te loggen. Dit is afgesproken:`,
    ],
    quote: agreed(dossier),
  }),
};
