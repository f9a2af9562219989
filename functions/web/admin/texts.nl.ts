import { type Instant, showDate } from "../../domain/calendar.ts";
import type { Dossier } from "../../domain/dossier.ts";
import { isStillGranted } from "../../tasks/reopened.ts";

/** Why a dossier was put aside, by the code of its error. */
const causes: Record<string, string | undefined> = {
  DECISION_NOT_TAKEN_UP: "Een beslissing werd bewaard, maar de workflow nam ze niet over.",
  EXECUTION_GONE: "De uitvoering van de workflow was er niet meer.",
  UnknownOutcome: "De workflow weet niet wat na deze beslissing komt.",
  RetryLater: "Een dienst die we nodig hebben, was te lang onbereikbaar.",
  Conflict: "Te veel wijzigingen kwamen op hetzelfde moment.",
  GiveUp: "Een stap kon niet uitgevoerd worden met de gegevens van dit dossier.",
  "States.Timeout": "Een stap duurde te lang.",
  FAILED: "De uitvoering van de workflow mislukte.",
  TIMED_OUT: "De uitvoering van de workflow duurde te lang.",
  ABORTED: "De uitvoering van de workflow werd met de hand gestopt.",
};

/** Words of the pages for who signs in. */
export const adminTexts = {
  top: {
    navigation: "Hoofdmenu",
    inbox: "Taken",
    dossiers: "Dossiers",
    open: "Open een dossier",
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
    everywhere: "Meld me af op al mijn toestellen",
  },
  table: {
    task: "Taak",
    organisation: "Organisatie",
    reference: "Dossier",
    since: "Sinds",
    due: "Ten laatste",
    held: (until: string) => `gepauzeerd tot ${until}`,
    step: "Stap",
    state: "Toestand",
    round: (round: number) => `ronde ${round}`,
  },
  dossiers: {
    title: "Dossiers",
    search: "Zoek op dossiernummer of ondernemingsnummer",
    searchHint: "Bijvoorbeeld LED-2026-00042 of 0316.380.841.",
    searchButton: "Zoek",
    byStage: "Per stap",
    found: (search: string) => `Gevonden voor "${search}"`,
    inStage: (stage: string) => `Dossiers in de stap ${stage}`,
    none: "Er zijn geen dossiers.",
    more: "Meer dossiers",
  },
  dossier: {
    tasks: "Taken",
    noTasks: "Er zijn geen open taken.",
    doneTasks: (count: number) => `Toon de afgeronde taken (${count})`,
    openTask: (since: string) => `open sinds ${since}`,
    closedTask: "niet meer nodig",
    mailLink: "Mail een nieuwe link",
    mailed: "De mail met een nieuwe link is verstuurd.",
    mailedTooOften: "Er zijn al enkele nieuwe links gemaild. Probeer het over een uur opnieuw.",
    timeline: "Tijdlijn",
    note: "Schrijf een notitie",
    noteHint: "Alleen het LED-team leest dit. Zet hier geen rijksregisternummers.",
    noteButton: "Bewaar de notitie",
    withdraw: "Trek de aanvraag in",
    held: "Het dossier is gepauzeerd. De aanvrager krijgt een mail.",
    holdEnded: "Het dossier gaat verder. De aanvrager krijgt een mail.",
    parkedTitle: "Dit dossier stopte door een fout",
    cause: (error: string) => causes[error] ?? `Er liep iets onverwachts mis (${error}).`,
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
      "Het dossier is opnieuw geopend. Wat toegekend is, blijft gelden tot het nieuwe protocol getekend is.",
    whoAskedTheEnd: (who: string, on: string, why: string) =>
      `${who} vroeg op ${on} om het gebruik te beëindigen: ${why}. Dat begint zodra afgerond is wat nog liep.`,
    endUse: "Beëindig het gebruik",
    amend: "Open het dossier opnieuw",
    back: "Terug naar het dossier",
  },
  hold: {
    title: "Pauzeer het dossier",
    intro: (dossier: Dossier) =>
      `Dossier ${dossier.reference} van ${dossier.organisation.name} ligt dan stil: er gaan geen herinneringen, en alle termijnen schuiven op. De aanvrager krijgt je reden per mail. Beslist iemand intussen toch, dan gaat het dossier meteen verder.`,
    fields: {
      until: { label: "Pauzeer tot", hint: "Die dag gaat het dossier vanzelf verder. Hoogstens een jaar." },
      reason: { label: "Waarom pauzeer je het dossier?" },
    },
    button: "Pauzeer het dossier",
    resume: "Laat het dossier nu verdergaan",
  },
  leadTimes: {
    title: "Doorlooptijd",
    hint: "De tijd waarin een partij aan zet was. Tijd in pauze telt voor niemand.",
    stage: "Stap",
    inAll: "Samen",
    consumer: "Afnemer",
    led: "LED",
    time: (days: string, late: string | undefined) => (late ? `${days}, waarvan ${late} te laat` : days),
  },
  withdrawal: {
    title: "Trek de aanvraag in",
    intro: ({ reference, organisation, laterPass }: Dossier, now: Instant) =>
      laterPass
        ? `Je stopt hiermee de aanvraag van ${organisation.name} om te wijzigen of te verlengen (dossier ${reference}). ${isStillGranted(laterPass, now) ? "Wat toegekend was, blijft gelden." : `De termijn van het protocol liep tot en met ${showDate(laterPass.end ?? now)}: daarna begint het einde van het gebruik.`} De aanvrager krijgt je reden per mail.`
        : `Je sluit hiermee dossier ${reference} van ${organisation.name}. De aanvrager krijgt je reden per mail.`,
    reason: "Waarom wordt de aanvraag ingetrokken?",
    button: "Trek de aanvraag in",
  },
  endOfUse: {
    title: "Beëindig het gebruik",
    intro: ({ organisation, laterPass, ending }: Dossier) => {
      const gives = ending
        ? " De vraag aan de aanvrager of hij verlengt, stopt."
        : " De aanvraag om te wijzigen of te verlengen die nog loopt, stopt.";
      return `Je begint hiermee het einde van het gebruik door ${organisation.name}. De toegang blijft staan tot jullie het einde bevestigen, en is daarna nog 30 dagen terug te draaien, zolang de termijn van het protocol loopt. De aanvrager krijgt je uitleg per mail.${laterPass || ending ? gives : ""}`;
    },
    button: "Beëindig het gebruik",
    fields: {
      reason: {
        label: "Waarom eindigt het gebruik?",
        options: {
          purpose: "Het doel is niet meer van toepassing",
          stopped: "De organisatie stopt",
          breach: "Het protocol werd niet nageleefd",
        },
      },
      explanation: { label: "Licht toe", hint: "De aanvrager leest dit." },
    },
  },
  amendment: {
    title: "Open het dossier opnieuw",
    intro: (dossier: Dossier) =>
      `Voor een ander doel, een ander kanaal of een ander protocol van ${dossier.organisation.name}. Wat nu toegekend is, blijft gelden tot het nieuwe protocol getekend is.`,
    button: "Open opnieuw",
    fields: {
      stage: {
        label: "Vanaf welke stap?",
        options: { INTAKE: "Intake", DPIA: "DPIA", PROTOCOL: "Protocol" },
      },
      reason: { label: "Waarom wordt het dossier opnieuw geopend?" },
    },
  },
  task: {
    reader: (who: string) => `Alleen de ${who} kan dit beslissen.`,
    about: "Het gaat over deze taak:",
  },
};
