import { NAMES } from "../domain/names.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Channel } from "../domain/facts.ts";
import { channelsToConnect, connectedChannels } from "../domain/connected-channels.ts";
import type { FieldText, MailText, TaskMail, TaskTexts } from "../domain/texts.ts";
import { channelNames, IF_NOT_ANSWERED } from "../domain/texts.nl.ts";

/** Instructions for each channel. */
const howToConnect: Record<Channel, string> = {
  "web-application": `Webtoepassing (${NAMES.webApplication}): je vraagt de aansluiting online aan bij ${NAMES.vdi} en sluit een samenwerkingsovereenkomst. Dat kost ${NAMES.webApplicationFee}. Daarna geeft je lokale beheerder elke medewerker het recht en het juiste profiel.`,
  "web-service": `Webdienst: je vraagt bij ${NAMES.vdi} een aansluitingsnummer (TAN) en een certificaat aan. Daarna test je de dienst. Pas daarna gaat hij in productie.`,
};

const channelFields: Record<string, FieldText> = {
  channel: {
    label: "Welk kanaal is aangesloten?",
    told: "Kanaal",
    options: channelNames,
  },
  exploratoryTalkDate: { label: "Datum van het verkennend gesprek", hint: "Als er een gesprek was." },
  reference: {
    label: `Aansluitingsnummer bij ${NAMES.platform} (TAN)`,
    hint: `Alleen voor de webdienst: je kreeg dit nummer van ${NAMES.vdi}.`,
  },
  testDate: { label: "Datum van de test", hint: "Als er een test was, zoals bij de webdienst." },
  productionDate: { label: "Datum waarop het kanaal in productie ging" },
};

const namesOf = (channels: Channel[]): string =>
  channels.map((channel) => channelNames[channel]).join(" en de ");

const mail = ({ dossier }: { dossier: Dossier }): TaskMail => ({
  subject: `Sluit je organisatie aan op ${NAMES.platform}`,
  why: [
    `Het protocol is door beide partijen ondertekend. Je kan nu aansluiten op ${NAMES.platform}, het platform waarlangs je de LED raadpleegt. Dat regel je zelf met ${NAMES.vdi}: het ${NAMES.desk} is daar niet bij betrokken.`,
    ...(dossier.intake?.channels ?? []).map((channel) => howToConnect[channel]),
    `Stap voor stap: ${NAMES.links.connection}.`,
  ],
  what: [
    "Ben je aangesloten? Meld dan via de knop per kanaal de datum, en voor de webdienst je nummer. Je hoeft niet te wachten tot beide kanalen er zijn.",
  ],
  ifNot: IF_NOT_ANSWERED,
  action: "Meld je aansluiting",
});

const connectMagda: TaskTexts = {
  title: `Meld je aansluiting op ${NAMES.platform}`,
  why: ({ dossier }) => [
    `Je aansluiting op ${NAMES.platform} regel je met ${NAMES.vdi}. Laat het ons hier weten zodra je aangesloten bent.`,
    ...((dossier.intake?.channels.length ?? 0) > 1
      ? [
          "Je protocol noemt twee kanalen. Meld elk kanaal apart: zodra het eerste aangesloten is, kan je de LED raadplegen. Het andere vragen we daarna.",
        ]
      : []),
    "Daarna kan je de LED raadplegen. Gaat de aansluiting niet door? Leg dan uit waarom.",
  ],
  outcomes: {
    connected: {
      label: "We zijn aangesloten",
      button: "Meld de aansluiting",
      past: `meldde de aansluiting op ${NAMES.platform}`,
    },
    stopped: {
      label: "De aansluiting gaat niet door",
      explanation: "Het dossier wordt afgesloten. Je kan later opnieuw een dossier openen.",
      warning:
        "Het dossier wordt afgesloten. Je protocol blijft ondertekend, maar je organisatie kan de LED niet raadplegen. Je kan later opnieuw een dossier openen.",
      button: "Stop de aansluiting",
      past: "stopte de aansluiting",
    },
  },
  fields: { ...channelFields, reason: { label: "Waarom gaat de aansluiting niet door?" } },
  mail,
};

const connectOtherChannel: TaskTexts = {
  title: "Meld je andere kanaal",
  why: ({ dossier }) => [
    `Je protocol noemt ook de ${namesOf(channelsToConnect(dossier))}. Meld het ons zodra dat kanaal aangesloten is. Intussen raadpleeg je de LED via de ${namesOf(connectedChannels(dossier.connection))}.`,
    "Heb je dat kanaal niet meer nodig? Laat dat dan weten.",
  ],
  outcomes: {
    connected: {
      label: "Het kanaal is aangesloten",
      button: "Meld de aansluiting",
      past: `meldde de aansluiting van een tweede kanaal op ${NAMES.platform}`,
    },
    "not-needed": {
      label: "We hebben dit kanaal niet nodig",
      explanation: "Je blijft de LED raadplegen zoals nu.",
      button: "We hebben het niet nodig",
      past: "had het tweede kanaal niet meer nodig",
    },
  },
  fields: {
    ...channelFields,
    reason: { label: "Waarom heb je dit kanaal niet nodig?", told: "Waarom dit kanaal niet nodig is" },
  },
  mail: ({ dossier }) => ({
    subject: `Sluit ook de ${namesOf(channelsToConnect(dossier))} aan`,
    why: [
      `Je kan de LED raadplegen via de ${namesOf(connectedChannels(dossier.connection))}. Je protocol noemt ook de ${namesOf(channelsToConnect(dossier))}, en die is nog niet aangesloten.`,
      ...channelsToConnect(dossier).map((channel) => howToConnect[channel]),
      `Stap voor stap: ${NAMES.links.connection}.`,
    ],
    what: [
      "Is het kanaal aangesloten? Meld dan via de knop de datum en de referentie. Heb je het niet nodig, laat dat dan weten.",
    ],
    ifNot: `Je blijft de LED raadplegen zoals nu. ${IF_NOT_ANSWERED}`,
    action: "Meld je andere kanaal",
  }),
};

/** A mail without its link, which the sender adds. */
type Letter = Omit<MailText, "action">;

export const magdaTexts = {
  connectMagda,
  connectOtherChannel,
  followDossier: "Bekijk je dossier",
  openDossier: "Open het dossier",
  otherChannel: {
    connected: (channel: Channel, isInForce: boolean): Letter => ({
      subject: `Ook de ${channelNames[channel]} is aangesloten`,
      paragraphs: [
        `We noteerden dat de ${channelNames[channel]} aangesloten is. ${
          isInForce
            ? "Je kan de LED nu ook langs dat kanaal raadplegen."
            : "Je kan de LED ook langs dat kanaal raadplegen zodra de termijn van je protocol loopt."
        }`,
      ],
    }),
    toTeam: (organisation: string, channel: Channel): Letter => ({
      subject: `Ook aangesloten via de ${channelNames[channel]}`,
      paragraphs: [`${organisation} meldde dat ook de ${channelNames[channel]} aangesloten is.`],
    }),
    notNeeded: (organisation: string): Letter => ({
      subject: "Het andere kanaal is niet nodig",
      paragraphs: [
        `${organisation} sluit het andere kanaal van het protocol niet aan. Moet het protocol aangepast worden? Spreek dat dan met de aanvrager af. Dit is de reden:`,
      ],
    }),
  },
};
