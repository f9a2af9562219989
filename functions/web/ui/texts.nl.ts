import { NAMES } from "../../domain/names.ts";
import type { AccessStanding } from "../../domain/access.ts";
import { SITE_NAME } from "../../domain/texts.nl.ts";

/** Texts of the site that belong to no single step. */
export const webTexts = {
  site: SITE_NAME,
  skip: "Ga naar de inhoud",
  problemInTitle: "Fout: ",
  footer: {
    by: (agency: string) => `Deze site is een dienst van het ${agency}.`,
    privacy: "Privacyverklaring",
    accessibility: "Toegankelijkheid",
    led: "Over de LED",
  },
  help: (mailbox: string) => `Hulp nodig? Mail ${mailbox}.`,
  status: {
    title: (reference: string) => `Dossier ${reference}`,
    steps: "Waar staan we?",
    ready: "klaar",
    now: "nu",
    later: "later",
    whoseTurn: "Wie is aan zet?",
    nobody: "Op dit moment hoeft niemand iets te doen.",
    preparing:
      "We zetten de volgende stap klaar. Dat duurt meestal minder dan een minuut. Is er iets voor jou bij, dan krijg je een mail.",
    term: "Termijn",
    termText: (start: string, end: string | undefined) =>
      end ? `Van ${start} tot en met ${end}.` : `Vanaf ${start}, zonder einddatum.`,
    signedLater: (last: string) =>
      `De laatste handtekening is van ${last}. Het protocol geldt vanaf die dag.`,
    timeline: "Wat is er al gebeurd?",
    withdraw: "Je aanvraag intrekken",
    withdrawLater: "Trek je wijziging of verlenging in",
    stop: "Gaat de aansluiting niet door?",
    stopText: "Meld dat dan bij je taak over de aansluiting, met de reden. Daarna sluiten we het dossier.",
    endUse: "Stop het gebruik van de LED",
    renewalAsked: "De termijn van je protocol loopt af. Bij je taken kies je of je verlengt of stopt.",
    ending: `Het gebruik van de LED loopt af. Het ${NAMES.desk} spreekt het einde met je af.`,
    onHold: (until: string) =>
      `Dit dossier is gepauzeerd tot ${until}. Die dag gaat het vanzelf verder. Doe je intussen toch een taak, dan gaat het meteen verder.`,
    parked: `Het ${NAMES.desk} kijkt iets na, en laat het dossier daarna verdergaan.`,
    closing: "De aanvraag wordt ingetrokken.",
    /** A request that is being given up for the end of the use. */
    closingForTheEnd: "Het gebruik van de LED stopt. We ronden eerst af wat nog liep.",
    closed: (at: string) => `Dit dossier is afgesloten op ${at}: niemand hoeft nog iets te doen.`,
  },
  access: {
    title: "Je toegang",
    titleForLed: "Toegang",
    standing: {
      "in-force": "van kracht",
      "not-begun": "nog niet begonnen",
      "term-over": "termijn voorbij",
      replaced: "vervangen",
      ended: "beëindigd",
    } satisfies Record<AccessStanding, string>,
    mayConsult: "De LED mag vandaag geraadpleegd worden.",
    mayNotConsult: "Met deze toegang mag je de LED vandaag niet raadplegen.",
    until: (end: string | undefined) => (end === undefined ? "zonder einddatum" : `tot en met ${end}`),
    from: (start: string) => `vanaf ${start}`,
    replacedFrom: (from: string) => `vervangen vanaf ${from}`,
    endedOn: (day: string) => `laatste dag: ${day}`,
    notConnected: "nog geen kanaal aangesloten",
    pass: (pass: number) => `Toegang ${pass}`,
  },
  note: "Schrijf een notitie van hoogstens 4000 tekens.",
  homeLink: "Naar de startpagina",
};
