import { NAMES } from "../domain/names.ts";
import { showDate } from "../domain/calendar.ts";
import type { HumanTask } from "../domain/human-task.ts";
import type { FieldText, MailText, TaskTexts } from "../domain/texts.ts";
import { PUBLICATION_DAYS } from "./publication.ts";

const publicationFields: Record<string, FieldText> = {
  date: { label: "Wanneer plaatste je het protocol online?", told: "Online sinds" },
  url: {
    label: "Op welk adres?",
    told: "Adres",
    hint: "Het volledige adres van de pagina, met https:// ervoor.",
  },
};

/** The date distinguishes the protocol from a later one, because both must be published. */
const sentOn = ({ openedAt }: HumanTask): string => showDate(openedAt);
const whyPublish = (task: HumanTask): string =>
  `Het gaat om het protocol dat op ${sentOn(task)} ondertekend naar beide partijen ging. Volgens het e-govdecreet (artikel 8) publiceren beide partijen het protocol meteen op hun website. Gebruik het bestand zonder handtekeningen dat klaarstaat bij de taak: in een eID-handtekening zit het rijksregisternummer van wie tekende. Doe dat zo snel mogelijk, en ten laatste ${PUBLICATION_DAYS} dagen na die dag.`;

const published = {
  published: {
    label: "Het protocol staat online",
    button: "Bevestig de publicatie",
    past: "publiceerde het protocol",
  },
};

export const publishByApplicant: TaskTexts = {
  title: "Publiceer het protocol op je website",
  why: ({ task }) => [
    whyPublish(task),
    "Je aansluiting loopt intussen gewoon verder. Laat ons weten waar het protocol staat. Dan kunnen we ernaar verwijzen.",
  ],
  outcomes: published,
  fields: publicationFields,
  mail: ({ task }) => ({
    subject: `Publiceer het protocol van ${sentOn(task)} op je website`,
    why: [
      `Het protocol dat je op ${sentOn(task)} kreeg, is door beide partijen ondertekend. Volgens het e-govdecreet (artikel 8) publiceer je het meteen op je website.`,
    ],
    what: [
      "Gebruik het bestand zonder handtekeningen dat klaarstaat bij je taak: in een eID-handtekening zit het rijksregisternummer van wie tekende. Laat ons daarna weten waar het protocol staat.",
    ],
    ifNot: "Je aansluiting loopt intussen gewoon verder. Horen we niets, dan sturen we een herinnering.",
    action: "Meld het adres",
  }),
};

export const publishByAuthority: TaskTexts = {
  title: "Publiceer het protocol op onze website",
  why: ({ task }) => [whyPublish(task), "De aansluiting loopt intussen gewoon verder."],
  outcomes: published,
  fields: publicationFields,
  mail: ({ task }) => ({
    subject: `Publiceer het protocol van ${sentOn(task)}`,
    why: [
      `Het protocol dat op ${sentOn(task)} naar beide partijen ging, is ondertekend. Volgens het e-govdecreet (artikel 8) publiceren beide partijen het meteen op hun website.`,
    ],
    what: [
      `Publiceer het bestand zonder handtekeningen dat klaarstaat bij de taak op ${NAMES.links.publication}, en noteer het adres.`,
    ],
    ifNot: "De aansluiting loopt intussen gewoon verder. Na vijf werkdagen volgt een herinnering.",
  }),
};

/** Texts of the copy that may be published, and of the mail about a publication. */
export const publicationTexts = {
  lastPage: {
    title: "Ondertekening",
    intro:
      "Dit is de tekst die beide partijen ondertekenden, zonder de handtekeningen. De ondertekende bestanden blijven bij de partijen: een handtekening met de eID bevat het rijksregisternummer van wie tekende.",
    signed: (date: string, who: string, party: string) =>
      `Ondertekend op ${date} door ${who}, voor ${party}.`,
    text: (version: number, sha256: string) =>
      `Ondertekend werd versie ${version} van het protocol. SHA-256 van dat bestand: ${sha256}`,
  },
  published: (organisation: string): MailText => ({
    subject: "Protocol gepubliceerd",
    paragraphs: [`${organisation} publiceerde het protocol op dit adres:`],
  }),
};
