import { NAMES } from "../../domain/names.ts";
import { type Instant, showDate } from "../../domain/calendar.ts";

/** Texts of the pages for people who sign in. */
export const adminTexts = {
  top: {
    navigation: "Hoofdmenu",
    inbox: "Taken",
    dossiers: "Dossiers",
    open: "Open een dossier",
    api: "API",
    signOut: "Afmelden",
  },
  signInElsewhere: "Meld je aan in een nieuw venster",
  colleagues: {
    title: "Collega's",
    intro:
      "Wie van de LED zich onlangs aanmeldde. Meld een collega af als een toestel onbewaakt achterbleef of als iemand vertrekt: alle sessies stoppen meteen. Wie zijn rol nog heeft, kan zich opnieuw aanmelden; de rol zelf neem je af waar de accounts beheerd worden.",
    table: ["Naam", "Rollen", "Laatst gezien", "Aangemeld"],
    end: "Meld af op alle toestellen",
    ended: (by: string, at: Instant) => `Afgemeld door ${by} op ${showDate(at)}`,
    notSignedIn: "Niet aangemeld",
    done: "De collega is overal afgemeld.",
  },
  otherAccount: "Meld je af en meld aan met een ander account",
  signedOut: {
    title: "Je bent afgemeld",
    text: "Sluit je browser als anderen dit toestel gebruiken.",
    again: "Meld je opnieuw aan",
  },
  inbox: {
    title: "Taken",
    yours: (role: string) => `Taken van: ${role}`,
    waitsFor: (role: string) => `Wacht op: ${role}`,
    none: "Er zijn geen open taken.",
    more: "Meer taken",
    everywhere: "Meld me af op alle toestellen",
  },
  table: {
    task: "Taak",
    organisation: "Organisatie",
    reference: "Dossier",
    since: "Sinds",
    due: "Ten laatste",
    deadline: "Datum",
    held: (until: string) => `gepauzeerd tot ${until}`,
    step: "Stap",
    state: "Status",
    round: (round: number) => `ronde ${round}`,
  },
  dossiers: {
    title: "Dossiers",
    search: "Zoek een dossier",
    searchHint:
      "Een deel van de naam van de organisatie of van een contactpersoon, een mailadres, een dossiernummer (ook kort: 42) of een ondernemingsnummer.",
    notAll: "Er zijn meer dossiers die passen. Typ meer van de naam.",
    upTo: (moment: string) =>
      `Namen en adressen zijn bijgewerkt tot ${moment}. Wat daarna veranderde, vind je binnen enkele minuten.`,
    notYet: "De namen van de dossiers worden nog verwerkt. Op nummer vind je alles.",
    searchButton: "Zoek",
    found: (search: string) => `Gevonden voor "${search}"`,
    none: "Er zijn geen dossiers.",
    more: "Meer dossiers",
  },
  dossier: {
    tasks: "Taken",
    noTasks: "Er zijn geen open taken.",
    doneTasks: (count: number) => `Toon de afgeronde taken (${count})`,
    openTask: (since: string) => `open sinds ${since}`,
    unreached: (since: string) =>
      `De mail kwam niet aan (${since}): de termijn staat stil. Verbeter het adres of bel; komt een mail aan, dan begint de termijn`,
    closedTask: "niet meer nodig",
    mailLink: "Mail een nieuwe link",
    mailed: "De mail met een nieuwe link is verstuurd.",
    mailedTooOften: "Er zijn al enkele nieuwe links gemaild. Probeer het over een uur opnieuw.",
    timeline: "Tijdlijn",
    note: "Schrijf een notitie",
    noteHint: `Alleen het ${NAMES.desk} leest dit. Zet hier geen rijksregisternummers.`,
    noteButton: "Bewaar de notitie",
    withdraw: "Trek de aanvraag in",
    held: "Het dossier is gepauzeerd. De aanvrager krijgt een mail.",
    mailsAgain:
      'Naar dat adres gaan weer mails. Kies bij een open taak "Mail een nieuwe link": de vorige mail kwam niet aan.',
    holdEnded: "Het dossier gaat verder. De aanvrager krijgt een mail.",
    parkedTitle: "Dit dossier stopte door een fout",
    parkedHelp: "Er is niets verloren. Is de oorzaak weg? Kies dan vanaf welke stap het dossier verdergaat.",
    resumeFrom: "Ga verder vanaf",
    resume: "Laat het dossier verdergaan",
    resumed: "Het dossier gaat verder.",
    refused: "Dat kan niet",
    stopped: "De aanvraag wordt ingetrokken. Zodra alles is afgerond, krijgen beide partijen een mail.",
    noted: "De notitie is bewaard.",
    ending: "Het einde van het gebruik is begonnen. Bevestig het zodra de raadpleging gestopt is.",
    endingAsked:
      "De aanvraag die nog liep, stopt nu. Daarna begint het einde van het gebruik: jullie krijgen de vraag om het te bevestigen.",
    amended:
      "Het dossier is opnieuw geopend. De huidige toegang blijft gelden tot het nieuwe protocol ondertekend is.",
    whoAskedTheEnd: (who: string, on: string, why: string) =>
      `${who} vroeg op ${on} om het gebruik te beëindigen: ${why}. Dat begint zodra afgerond is wat nog liep.`,
    endUse: "Beëindig het gebruik",
    amend: "Open het dossier opnieuw",
    back: "Terug naar het dossier",
  },
  leadTimes: {
    title: "Doorlooptijd",
    hint: "Hoelang elke partij aan zet was. Een pauze telt niet mee.",
    stage: "Stap",
    inAll: "Samen",
    consumer: "Afnemer",
    led: "LED",
    time: (days: string, late: string | undefined) => (late ? `${days}, waarvan ${late} te laat` : days),
  },
  task: {
    reader: (who: string) => `Alleen de ${who} kan hierover beslissen.`,
    about: "Het gaat over deze taak:",
    notStored: {
      title: "Jouw beslissing is niet bewaard",
      decided: (who: string, past: string, at: string) =>
        `Jouw beslissing is niet bewaard: ${who} ${past}, op ${at}.`,
      closed: "Jouw beslissing is niet bewaard: deze taak was niet meer nodig.",
      typed: "Dit typte je. Kopieer wat je nog nodig hebt: het is nergens bewaard.",
    },
  },
};
