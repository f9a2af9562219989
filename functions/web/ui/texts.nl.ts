import { NAMES } from "../../domain/names.ts";
import type { Stage } from "../../../statemachine/contract.ts";
import type { AccessStanding } from "../../domain/access.ts";
import { SITE_NAME } from "../../domain/texts.nl.ts";
import type { RefusalKind } from "../http/refusals.ts";

type RefusalText = { title: string; paragraphs: string[] };

/** Texts of a refused request. */
const retryLater: RefusalText = {
  title: "Het lukt nu even niet",
  paragraphs: ["Probeer het zo dadelijk opnieuw. Wat je al bewaarde, is niet verloren."],
};

const refusals: Record<RefusalKind, RefusalText> = {
  "bad-request": {
    title: "We begrijpen deze aanvraag niet",
    paragraphs: ["Ga terug naar de vorige pagina en probeer opnieuw."],
  },
  "broken-text": {
    title: "We konden niet alles lezen",
    paragraphs: ["In wat je verstuurde staan tekens die we niet kennen. Op die plaats staat nu \uFFFD."],
  },
  "name-unknown": {
    title: "Deze namen kennen we niet",
    paragraphs: ["Kijk na of de namen juist geschreven zijn. Er is niets uitgevoerd."],
  },
  "sign-in": {
    title: "Meld je eerst aan",
    paragraphs: ["Je sessie is verlopen, of je bent nog niet aangemeld."],
  },
  "no-role": {
    title: "Je hebt geen toegang",
    paragraphs: [
      "Deze pagina hoort niet bij jouw rol. Denk je dat dit niet klopt, vraag dan de juiste rol aan.",
    ],
  },
  "not-your-form": {
    title: "We konden dit formulier niet aannemen",
    paragraphs: ["Het formulier kwam niet van deze site. Open de pagina opnieuw en probeer nog eens."],
  },
  "form-expired": {
    title: "Verstuur dit nog eens",
    paragraphs: [
      "Je meldde je opnieuw aan sinds je deze pagina opende. Daarom vragen we je om het formulier nog eens te versturen.",
    ],
  },
  "link-over": {
    title: "Je link is verlopen, en wat je typte is bewaard",
    paragraphs: [
      "Je antwoorden zijn bewaard als ontwerp. Er is nog niets ingediend.",
      "Vul hieronder je dossiernummer en je e-mailadres in. We sturen je een nieuwe link: daar staat alles klaar.",
    ],
  },
  "link-unknown": {
    title: "Deze link werkt niet",
    paragraphs: [
      "De link is verlopen, is niet volledig, of hoort bij iemand die niet meer bij dit dossier betrokken is.",
      "Kopieer de volledige link uit je laatste mail. Werkt ook die niet? Vul dan hieronder je dossiernummer en je e-mailadres in. We sturen je een nieuwe link.",
      "Wilde je een nieuwe aanvraag bevestigen? Vul dan het contactformulier opnieuw in.",
    ],
  },
  "page-unknown": {
    title: "Deze pagina bestaat niet",
    paragraphs: ["Kijk na of het adres juist is, of begin opnieuw vanaf de startpagina."],
  },
  "method-unknown": {
    title: "Dit kan niet op deze pagina",
    paragraphs: ["Open de pagina opnieuw en gebruik de knoppen die je daar ziet."],
  },
  conflict: {
    title: "Iemand anders was je net voor",
    paragraphs: ["Het dossier veranderde terwijl je bezig was. Kijk na wat er nu staat, en probeer opnieuw."],
  },
  "file-gone": {
    title: "Dit document is er niet meer",
    paragraphs: [
      `We weten dat het er was, maar het bestand is verdwenen. Wie het herstelt is verwittigd. Heb je het zelf nog? Bezorg het dan aan het ${NAMES.desk}.`,
    ],
  },
  "form-reused": {
    title: "Je verstuurde dit formulier al",
    paragraphs: [
      "We kregen dit formulier al, met een andere inhoud. Die veranderen we niet meer. Wat je nu instuurde, is nog niet verwerkt.",
    ],
  },
  "key-missing": {
    title: "De header Idempotency-Key ontbreekt",
    paragraphs: [
      "Wat iets maakt of verstuurt, heeft een Idempotency-Key nodig: een eigen waarde per opdracht, zoals een UUID. Kreeg je geen antwoord? Stuur de opdracht dan opnieuw met dezelfde waarde: ze wordt één keer uitgevoerd.",
    ],
  },
  "key-too-long": {
    title: "De Idempotency-Key is te lang",
    paragraphs: ["Een Idempotency-Key telt hoogstens 200 tekens. Er is niets uitgevoerd."],
  },
  "key-reused": {
    title: "Deze Idempotency-Key is al gebruikt",
    paragraphs: [
      "We kregen deze waarde al, met een andere opdracht. Wat je nu instuurde, is niet uitgevoerd.",
    ],
  },
  "dossier-changed": {
    title: "Het dossier veranderde intussen",
    paragraphs: [
      "Lees het dossier opnieuw, kijk na of je opdracht nog klopt, en gebruik dan de nieuwe ETag.",
    ],
  },
  unreadable: { title: "We kunnen dit niet lezen", paragraphs: [] },
  "dossier-deleted": {
    title: "Dit dossier is verwijderd",
    paragraphs: ["Het dossier bestaat niet meer."],
  },
  "too-large": {
    title: "Dit formulier is te groot",
    paragraphs: ["Maak je antwoorden korter. Voeg lange teksten toe als document."],
  },
  "media-type": {
    title: "Dit formulier heeft een verkeerd formaat",
    paragraphs: ["Vul het formulier in op deze site en verstuur het opnieuw."],
  },
  "wrong-input": {
    title: "Er is iets niet in orde",
    paragraphs: ["Kijk na wat je invulde en probeer opnieuw."],
  },
  failure: {
    title: "Er liep iets mis",
    paragraphs: ["Dat ligt aan ons. Probeer het straks opnieuw. Blijft het misgaan, laat het ons dan weten."],
  },
  "too-often": {
    title: "Dit gebeurde te vaak na elkaar",
    paragraphs: ["Probeer het later opnieuw."],
  },
  "page-asked": retryLater,
  "retry-later": retryLater,
};

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
  refusals,
  nameUnknown: "Deze naam kennen we niet.",
  /** A stored item that does not parse, with its `key`. */
  unreadable: {
    refusal: (key: string) => ({
      title: "We kunnen een deel van dit dossier niet lezen",
      paragraphs: [
        "Er ging iets mis met hoe we het bewaarden. Er is niets gewist, en wie het herstelt is verwittigd. Tot dan kan je hier niets beslissen of wijzigen.",
        `Vermeld dit als je ons contacteert: ${key}.`,
      ],
    }),
    title: "Dit kunnen we niet lezen",
    intro:
      "Deze gegevens ontbreken op deze pagina, want er ging iets mis met hoe we ze bewaarden. Er is niets gewist, en wie het herstelt is verwittigd.",
    public:
      "Een deel van dit dossier kunnen we nu niet tonen. Er is niets gewist, en wie het herstelt is verwittigd.",
  },
  /** Answers of API Gateway itself, when no function is called or none answers. */
  gateway: {
    tooLarge: {
      title: "Dit formulier is te groot",
      text: "Maak je antwoorden korter, en voeg lange teksten toe als document.",
    },
    tooMany: { title: "Het is nu te druk", text: "Probeer het zo dadelijk opnieuw." },
    blocked: {
      title: "De beveiliging hield dit tegen",
      text: `Er staat iets in dat op een aanval lijkt, zoals een stuk code. Haal dat eruit en verstuur het opnieuw. Lukt het niet? Mail het ${NAMES.desk}.`,
    },
    failed: {
      title: "Het lukt nu even niet",
      text: "Dat ligt aan ons. Probeer het zo dadelijk opnieuw.",
    },
    tooLong: {
      title: "Het duurde te lang",
      text: "Misschien is het toch gelukt. Open de pagina opnieuw: daar zie je wat bewaard is. Verstuurde je een formulier? Dan mag je het gerust nog eens versturen: het telt maar één keer.",
    },
    notFromHere: {
      title: "Dit kan niet vanop deze plaats",
      text: `Dit deel van de site is alleen voor het ${NAMES.desk}, vanop het eigen netwerk. Kreeg je een mail met een link? Open dan die link.`,
    },
    refused: {
      title: "Dit kunnen we niet tonen",
      text: "Kijk na of het adres volledig is, zoals het in je mail staat.",
    },
    typed:
      "Vulde je een formulier in? Ga terug met de knop Vorige van je browser: meestal staat alles er nog. Bewaarde je een ontwerp, dan staat dat op de pagina.",
    again: "Open de pagina opnieuw",
  },
  help: (mailbox: string) => `Hulp nodig? Mail ${mailbox}.`,
  home: {
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
  },
  contact: {
    sentTitle: "Kijk in je mailbox",
    sentTo: "We stuurden een mail met een link om je bericht te bevestigen naar dit adres:",
    sent: [
      "Pas als je bevestigt, krijgen wij je bericht. De link werkt zeven dagen.",
      "Kreeg je geen mail? Kijk in je map met ongewenste mail, en of het adres klopt.",
    ],
    correct: "Verbeter je e-mailadres",
    again: "Vul het formulier opnieuw in",
  },
  confirm: {
    title: "Bevestig je bericht",
    intro:
      "Kijk na of dit klopt, en bevestig daarna. Klopt het niet? Vul dan het contactformulier opnieuw in.",
    tick: "Ja, ik vulde dit formulier in",
    button: "Ik bevestig mijn bericht",
    doneTitle: "Je bericht is bevestigd",
    done: (reference: string) => `Je dossier heeft het nummer ${reference}.`,
    nextTitle: "Wat nu?",
    againTitle: "Je bevestigde je bericht al",
    next: "Vul nu de intake in. Dat kan ook later: je krijgt een mail met een overzicht van wat volgt, en met een persoonlijke link.",
    toIntake: "Ga verder met de intake",
    notYet: {
      title: "We zetten je intake klaar",
      text: "Dat duurt meestal enkele seconden. Je krijgt ook een mail met de link.",
      again: "Open de intake",
    },
    nextEnquiry: `Het ${NAMES.desk} bekijkt je vraag en antwoordt je via mail.`,
  },
  status: {
    title: (reference: string) => `Dossier ${reference}`,
    steps: "Waar staan we?",
    ready: "klaar",
    now: "nu",
    later: "later",
    whoseTurn: "Wie is aan zet?",
    nobody: "Op dit moment hoeft niemand iets te doen.",
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
  withdraw: {
    title: "Je aanvraag intrekken",
    intro: "Trek je je aanvraag in, dan sluiten we het dossier. Je kan later een nieuwe aanvraag doen.",
    /** A request of a dossier that is in use. */
    introLater:
      "Trek je je wijziging of verlenging in, dan blijft je huidige toegang gelden. Je kan de LED dus blijven raadplegen zolang je protocol loopt.",
    /** The same, after the term of the current access ended. */
    introOver: (end: string) =>
      `Trek je je wijziging of verlenging in, dan komt er geen nieuw protocol. De termijn van je protocol liep tot en met ${end}: je organisatie mag de LED nu niet raadplegen, en het gebruik stopt dan.`,
    reason: "Waarom trek je je aanvraag in?",
    button: "Trek mijn aanvraag in",
    refused: "Intrekken kan niet",
    doneTitle: "Je aanvraag is ingetrokken",
    done: "Je krijgt een mail zodra alles is afgerond.",
    back: "Terug naar het dossier",
  },
  endOfUse: {
    ask: {
      title: "Stop het gebruik van de LED",
      intro: `Wil je de LED niet meer raadplegen? Laat het ons weten. Het ${NAMES.desk} bevestigt het einde, en je krijgt daar bericht van.`,
      button: "Stop het gebruik",
      fields: {
        reason: {
          label: "Waarom wil je stoppen?",
          options: {
            stopped: "We willen stoppen met de LED",
            purpose: "Het doel is niet meer van toepassing",
          },
        },
        explanation: { label: "Licht je keuze kort toe" },
      },
    },
    /** Added when another request is under way. */
    stopsRequest: "Er loopt nog een wijziging of verlenging. Die stopt dan ook.",
    refused: "Stoppen kan niet",
    doneTitle: "We stoppen het gebruik",
    done: `Het ${NAMES.desk} neemt het over. Je krijgt een mail zodra het gebruik gestopt is.`,
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
  privacy: {
    title: "Privacy",
    paragraphs: [
      `In een dossier staan de namen, functies, mailadressen en telefoonnummers van wie er een rol in heeft: contactpersonen, DPO en ondertekenaars. Het ${NAMES.desk}, de DPO van de LED en de leidend ambtenaar zien wat ze voor hun taak nodig hebben.`,
      "We vragen nergens een rijksregisternummer. Wie met de eID of itsme ondertekent, geeft het toch mee: het certificaat in zo'n handtekening bevat dat nummer. Een ondertekend bestand blijft daarom gesloten. Alleen de partijen van het dossier kunnen het openen.",
      "Wie het protocol publiceert, gebruikt een exemplaar zonder handtekeningen. Daarin staat wel wie ondertekende, in welke functie en wanneer.",
    ],
    notice: `De privacyverklaring van ${NAMES.agency}`,
  },
  refused: "Er is iets niet in orde",
  note: "Schrijf een notitie van hoogstens 4000 tekens.",
  homeLink: "Naar de startpagina",
};
