import type { Stage } from "../../../statemachine/contract.ts";
import { NAMES } from "../../domain/names.ts";

const DAYS_OF_MONTH = 30.4;
/** Rounded up: a promise that is kept. */
const inMonths = (days: number): string => {
  const months = Math.max(1, Math.ceil(days / DAYS_OF_MONTH));
  return months === 1 ? "een maand" : `${months} maanden`;
};

/** Each step of the process in one sentence, for people who do not know it yet. */
const steps: Record<Stage, string> = {
  CONTACT: "Je zegt wie je bent en wat je wil. Daarna verloopt alles via mail en persoonlijke links.",
  INTAKE:
    "Je beschrijft waarvoor je de LED wil gebruiken. Wij kijken of de LED past, en we spreken een planning af.",
  DPIA: "Wij onderzoeken of een gegevensbeschermingseffectbeoordeling (DPIA) nodig is. Is dat zo, dan maak je die samen met ons.",
  PROTOCOL: "Je vult het protocol in, beide DPO's geven advies, en beide partijen ondertekenen.",
  MAGDA: `Je organisatie regelt met ${NAMES.vdi} de aansluiting op ${NAMES.platform}.`,
  IN_USE: "Je raadpleegt de LED. Elk jaar vragen we of je gegevens nog kloppen.",
  OUT_OF_USE: "Stopt het gebruik of loopt de termijn af, dan ronden we de toegang samen af.",
};

export const homeTexts = {
  title: "Toegang tot de LED",
  intro: [
    "De Leer- en Ervaringsbewijzendatabank (LED) bevat gegevens over kwalificatiebewijzen van Vlaamse instellingen. Overheidsorganisaties kunnen die gegevens raadplegen, zodat burgers geen kopie van hun diploma meer hoeven te bezorgen.",
    "Wil je organisatie de LED raadplegen? Dan doorloop je met ons zeven stappen. Op deze site doe je dat digitaal, stap voor stap.",
  ],
  stepsTitle: "De zeven stappen",
  steps,
  startTitle: "Beginnen",
  start:
    "Vul het contactformulier in. Je krijgt een mail om je adres te bevestigen. Pas daarna begint je aanvraag.",
  button: "Naar het contactformulier",
  whoTitle: "Wie kan aansluiten?",
  who: "Overheidsorganisaties die een bewijs nodig hebben voor een taak die een decreet of besluit hun geeft:",
  longTitle: "Hoelang duurt het?",
  long: "Reken op enkele maanden. Je spreekt bij de intake zelf een planning met ons af. De meeste tijd gaat naar de adviezen van de DPO's, de handtekeningen en de aansluiting zelf.",
  /** Days, of dossiers that came into use. */
  took: ({ count, median, p90 }: { count: number; median: number; p90: number }) =>
    `Van de ${count} aansluitingen tot nu toe was de helft klaar binnen ${inMonths(median)}, en negen op de tien binnen ${inMonths(p90)}.`,
  costTitle: "Wat kost het?",
  cost: `Via de webtoepassing (${NAMES.webApplication}) betaal je ${NAMES.webApplicationFee}, aan ${NAMES.vdi}. Met de webdienst betaal je wie je eigen toepassing koppelt.`,
  channelsTitle: "Webtoepassing of webdienst?",
  channels: [
    `Webtoepassing (${NAMES.webApplication}): je medewerkers zoeken een bewijs op in de browser. Je hebt geen eigen software nodig. Geschikt voor kleine aantallen.`,
    `Webdienst: je eigen toepassing vraagt het bewijs op via ${NAMES.platform}. Geschikt voor grote aantallen, en als je verwittigd wil worden van wijzigingen.`,
    "Je kan beide kiezen.",
  ],
  needTitle: "Wat leg je klaar?",
  need: [
    "het ondernemingsnummer van je organisatie",
    "waarvoor je de bewijzen nodig hebt, over wie het gaat, en hoeveel opvragingen per jaar je verwacht",
    "het decreet of besluit dat je die taak geeft",
    "de naam en het e-mailadres van je DPO",
    "de naam, de functie en het e-mailadres van wie het protocol ondertekent",
  ],
  deskTitle: "Met wie kan je overleggen?",
  desk: (mailbox: string) => `${NAMES.desk}: ${mailbox}`,
  telephone: (name: string | undefined, number: string) =>
    name === undefined ? `Telefoon: ${number}` : `${name}, telefoon: ${number}`,
  address: (address: string) => `Adres: ${address}`,
  prepareTitle: "Je voorbereiden",
  prepare:
    "Deze documenten tonen wat we vragen. Je kan ze lezen en aan je DPO laten zien voor je begint; je hoeft ze niet in te vullen.",
  preparations: {
    protocol: "Het sjabloon van het protocol",
    intake: "De vragen van de intake",
    dpia: "De vragen over de DPIA",
  },
  optional: "(niet verplicht)",
  word: "Word",
  pdf: "PDF",
  published: "Bekijk de protocollen die al ondertekend zijn",
  lostTitle: "Al bezig?",
  lost: "Elke mail van ons bevat een persoonlijke link naar je dossier of je taak.",
  lostLink: "Ben je je link kwijt? Vraag een nieuwe",
  channel: `Alles verloopt via mail: elke mail bevat een persoonlijke link naar wat we van je vragen. Liever op papier? Mail het ${NAMES.desk}.`,
};

export const privacyTexts = {
  title: "Privacy",
  paragraphs: [
    `In een dossier staan de namen, functies, mailadressen en telefoonnummers van wie er een rol in heeft: contactpersonen, DPO en ondertekenaars. Het ${NAMES.desk}, de DPO van de LED en de leidend ambtenaar zien wat ze voor hun taak nodig hebben.`,
    "We vragen nergens een rijksregisternummer. Wie met de eID of itsme ondertekent, geeft het toch mee: het certificaat in zo'n handtekening bevat dat nummer. Een ondertekend bestand blijft daarom gesloten. Alleen de partijen van het dossier kunnen het openen.",
    "Wie het protocol publiceert, gebruikt een exemplaar zonder handtekeningen. Daarin staat wel wie ondertekende, in welke functie en wanneer.",
  ],
  notice: `De privacyverklaring van ${NAMES.agency}`,
};
