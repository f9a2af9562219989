import { NAMES } from "../../../domain/names.ts";
import { showDate, showMoment, showTime } from "../../../domain/calendar.ts";
import { UPLOAD_PAGE_MINUTES } from "../../../domain/documents.ts";
import { midSentence, upperFirst } from "../../../domain/texts.nl.ts";
import { type Dossier, isClosedOrWithdrawn } from "../../../domain/dossier.ts";

/** Query parameter of the task's page after a document was taken away. */
export const TAKEN_AWAY = { name: "document", value: "weggenomen" };

/** The same, after a document was added. */
export const ADDED = { name: "document", value: "toegevoegd" };

const CHECKING =
  "We kijken ook of er geen schadelijke software in zit. Dat duurt meestal minder dan een minuut.";

/** Texts around a human task, on the pages of both sides. */
export const taskTexts = {
  yourTurn: (since: string) => `Jij bent aan de beurt sinds ${showDate(since)}.`,
  waitsFor: (who: string, since: string) => `Wacht op: ${who}, sinds ${showDate(since)}.`,
  planned: (step: string, by: string) => `Volgens de planning: ${midSentence(step)} tegen ${showDate(by)}.`,
  remindedOn: (at: string) => `Zonder antwoord volgt een herinnering op ${showDate(at)}.`,
  step: (place: number, of: number, name: string) => `Stap ${place} van ${of}: ${name}`,
  asked: (name: string) => `De vraag van ${name}`,
  choose: "Je kan kiezen:",
  parts: {
    progress: (ready: number, all: number) => `Delen van dit formulier: ${ready} van de ${all} ingevuld`,
    place: (place: number, of: number) => `Deel ${place} van ${of}`,
    complete: "ingevuld",
    incomplete: "nog aan te vullen",
  },
  told: (who: string, past: string, at: string) => `${who} ${past} op ${showDate(at)}.`,
  toldTitle: "Wat hieraan voorafging",
  planning: "Planning",
  inCalendar: "Zet deze datums in je agenda (bestand .ics)",
  agreed: (at: string) => `Beide partijen gingen akkoord op ${showDate(at)}.`,
  proposed: "Dit is een voorstel: het is nog niet goedgekeurd.",
  documents: "Documenten van het dossier",
  addOutside: "Voeg een document toe dat bij geen taak hoort",
  documentsOfEarlier: (count: number, kind: string) =>
    count === 1 ? `De vorige versie: ${kind}` : `${count} eerdere versies: ${kind}`,
  documentVersion: (version: number | undefined, date: string) =>
    version === undefined ? date : `versie ${version}, ${date}`,
  versions: {
    title: "Versies van het protocol",
    fixedTitle: "De tekst van het protocol",
    version: (number: number, at: string) => `Versie ${number} van ${showDate(at)}`,
    source: { form: "uit het formulier", file: "eigen bestand van de afnemer" },
    consumerAdvice: (name: string, date: string, hasConditions: boolean) =>
      `Advies van de DPO van de afnemer: positief${hasConditions ? " onder voorwaarden" : ""}, ${name}, ${showDate(date)}`,
    onVersion: (line: string, number: number | undefined) => `${line} (over versie ${number})`,
    ledAdvice: (name: string, at: string) =>
      `Advies van de DPO van de LED: positief, ${name}, ${showDate(at)}`,
    fixed: (name: string, at: string, sha256: string) =>
      `Vastgelegd om te ondertekenen op ${showDate(at)}: ${name} (SHA-256: ${sha256})`,
    signed: (name: string, date: string) => `Ondertekend door ${name}, ${showDate(date)}`,
    earlier: (count: number) => (count === 1 ? "De vorige versie" : `${count} eerdere versies`),
    changed: (before: number, after: number) =>
      `Wat veranderde er van versie ${before} naar versie ${after}?`,
    unchanged: "Niets: de antwoorden zijn dezelfde.",
  },
  rounds: {
    title: "Wat er gevraagd werd, en wat er veranderde",
    yours: "Wat je antwoordde en wijzigde",
    general: "Algemeen",
    askedBy: (who: string, at: string) => `Gevraagd door ${who} op ${showDate(at)}.`,
    question: "Vraag",
    answer: "Antwoord",
    noAnswer: "Geen antwoord ingevuld",
    changed: "Gewijzigd",
    unchanged: "Nee, dit antwoord bleef hetzelfde",
    nothing: "Er is niets veranderd.",
    before: "De vorige tekst",
    wasBlank: "Hier stond nog niets.",
    questionAt: (who: string, at: string) => `Vraag van ${who}, ${showDate(at)}`,
    answerNow: "Antwoord van de aanvrager",
    blank: "Niet ingevuld",
  },
  drafted: {
    title: "Je ontwerp van het protocol",
    text: "Toon het bijvoorbeeld aan je DPO voor je het indient. Het is het formulier zoals je het laatst bewaarde: wat nog ontbreekt, staat gemarkeerd.",
    word: "Ontwerp als Word-bestand",
    pdf: "Ontwerp als pdf",
  },
  toPublish: {
    title: "Dit bestand publiceer je",
    text: "Het is de tekst die beide partijen ondertekenden, met op de laatste pagina wie tekende en wanneer. De handtekeningen zelf zitten er niet in. Publiceer dit bestand, en geen ondertekend.",
  },
  toSign: {
    title: "Dit bestand onderteken je",
    text: (version: number, fixedOn: string) =>
      `Dit is versie ${version} van het protocol, zoals ze op ${fixedOn} is vastgelegd. Onderteken dit bestand en geen ander.`,
  },
  earlyTerm: {
    title: "De termijn begint voor de laatste handtekening",
    text: (start: string, last: string) =>
      `In het protocol begint de termijn op ${start}, maar ten vroegste op ${last} heeft iedereen ondertekend. Het protocol geldt pas vanaf de laatste handtekening: voordien mag niemand op basis van dit protocol gegevens uit de LED krijgen.`,
    review: "Kan het anders? Vraag dan verduidelijking, en stel een latere begindatum voor.",
  },
  noDocuments: "Er zijn nog geen documenten.",
  documentsOfDecision: "Documenten bij je antwoord",
  documentsHint: "Je kan een pdf-, Word- of OpenDocument-bestand van hoogstens 25 MB toevoegen.",
  isChecking: "wordt gecontroleerd op schadelijke software",
  imageHint: "Een scan of foto (JPG of PNG) mag ook.",
  typedIsKept: "Wat je al invulde, bewaren we als ontwerp als je een document toevoegt.",
  typedIsLost: "Voeg eerst de documenten toe en vul daarna het formulier in.",
  keepDocument: (name: string, date: string) => `Behoud ${name} (van ${showDate(date)}): het geldt nog`,
  addDocument: (name: string) => `Voeg toe: ${name}`,
  onlyFor: (outcomes: string[]) => `(alleen nodig voor: ${outcomes.map(midSentence).join(", ")})`,
  yourAnswers: "Je antwoorden",
  /** Heading of a form for several outcomes, from their labels. */
  oneOf: ([first = "", ...others]: string[]) => [first, ...others.map(midSentence)].join(", of "),
  decide: "Wat besluit je?",
  onBehalfTitle: "Je doet dit in naam van iemand anders",
  onBehalf:
    "Leg uit waarom, en voeg het document toe dat je kreeg. In het dossier staat wie dit deed, en voor wie.",
  onBehalfMessage: "Op welk bericht steunt dit?",
  noMessage: "geen bericht",
  messageOf: (name: string, at: string) => `bericht van ${name}, ${showMoment(at)}`,
  becauseOf: (name: string, at: string) => `Zoals gevraagd in het bericht van ${name}, ${showMoment(at)}.`,
  onBehalfReason: "Waarom doe je dit in naam van iemand anders?",
  confirmation: "Ja, ik keek dit na en wil het zo versturen",
  saveDraft: "Bewaar als ontwerp",
  keptAt: (at: string) => `Bewaard om ${showTime(at)}`,
  notKept: "Bewaren lukte niet. Wat je typte, staat nog op deze pagina.",
  keptElsewhere:
    "Iemand bewaarde dit ontwerp in een ander venster. We bewaren hier niets meer vanzelf: met de knop Bewaar als ontwerp zie je beide versies.",
  noLongerOpen: "Deze taak is intussen afgerond. Laad de pagina opnieuw om te zien door wie.",
  draftSaved: (at: string) => `Je ontwerp is bewaard op ${showMoment(at)}. Je hebt nog niets ingediend.`,
  draftFrom: (at: string) => `Je werkt verder aan je ontwerp van ${showMoment(at)}.`,
  draftRenewed:
    "Sinds je dit ontwerp bewaarde, wijzigde iemand een persoon van je organisatie. Hieronder staat wie het nu is: kijk of het klopt.",
  savedElsewhere: {
    title: "Iemand bewaarde dit ontwerp in een ander venster",
    text: (at: string) =>
      `Op ${showMoment(at)} werd een andere versie bewaard. Hieronder staat wat jij invulde. Bewaar je dit opnieuw, dan vervangt het de andere versie.`,
    other: "De andere versie",
    use: "Ga verder met de andere versie",
  },
  look: {
    title: "Kijk na voor je verstuurt",
    intro:
      "Je hebt nog niets ingediend. Klopt alles? Verstuur dan onderaan. Je antwoorden zijn ook bewaard als ontwerp.",
    change: "Wijzig",
    back: "Ga terug zonder te versturen",
  },
  given: "Wat je instuurde",
  print: "Je kan deze pagina altijd opnieuw openen via je dossier, en ze afdrukken of bewaren als pdf.",
  kept: (reference: string) => `We kregen je antwoord. Je dossiernummer is ${reference}.`,
  thanks: (past: string) => `Bedankt: je ${past}.`,
  decided: "Deze taak is afgerond",
  decidedBy: (who: string, past: string, at: string) => `${who} ${past} op ${showMoment(at)}.`,
  alreadyDecided: (who: string, at: string) => `Dit is al beslist door ${who} op ${showMoment(at)}.`,
  youDecided: (at: string) => `Je besliste dit al op ${showMoment(at)}.`,
  youDecidedText: `Wat je nu stuurde, veranderde niets meer. Wil je iets anders? Mail het ${NAMES.desk}.`,
  alreadyDecidedText: "Je antwoord is niet meer nodig. Er is niets dubbel gebeurd.",
  onBehalfOf: (who: string, reason: string) => `In naam van de ${who}: ${reason}`,
  next: "Wat nu?",
  nextTurn: (who: string, since: string) =>
    `${upperFirst(who)} is nu aan de beurt, sinds ${showDate(since)}.`,
  nextQuiet: "Je dossier gaat verder. Zodra er iets van jou nodig is, krijg je een mail.",
  answers: "Wat er werd ingevuld",
  closed: {
    title: "Deze taak is niet meer nodig",
    text: "Wat we hier vroegen, is niet meer nodig. Je hoeft niets meer te doen.",
    because: (dossier: Dossier) =>
      isClosedOrWithdrawn(dossier)
        ? "Het dossier is afgesloten of de aanvraag wordt ingetrokken. Je hoeft niets meer te doen."
        : "De aanvraag waarvoor we dit vroegen, gaat niet door. Het dossier zelf loopt verder. Je hoeft hier niets meer te doen.",
  },
  toDossier: "Bekijk het dossier",
  why: "Waarom we dit vragen",
  takeAway: {
    link: (name: string) => `Neem ${name} weg`,
    title: "Neem een document weg",
    text: (name: string) =>
      `Je neemt ${name} weg van deze taak, en we wissen het bestand binnen enkele minuten. Het dossier onthoudt alleen dat jij het wegnam. Een ander document voeg je toe op de pagina van je taak.`,
    tick: "Ja, neem dit document weg",
    button: "Document wegnemen",
    done: "Het document is weggenomen.",
  },
  upload: {
    title: (name: string) => `Voeg een document toe: ${name}`,
    text: (takesImages: boolean) =>
      `Kies een pdf-, Word- of OpenDocument-bestand${takesImages ? ", of een scan of foto (JPG of PNG)," : ""} van hoogstens 25 MB. Dat kan ${UPLOAD_PAGE_MINUTES} minuten lang op deze pagina.`,
    late: "De tijd om hier een document te versturen is om. Ga terug en kies daar opnieuw om het document toe te voegen.",
    photo:
      "Van een foto bewaren we alleen het beeld: niet waar, wanneer of met welk toestel ze genomen werd.",
    file: "Bestand",
    button: "Document versturen",
    full: "Er kan geen document meer bij",
    noNationalNumber: "Zorg dat er geen rijksregisternummers of gegevens van bewijzen in staan.",
    /** Every eID signature holds the number of its signer. */
    noCertificates: "Zorg dat er geen gegevens van bewijzen in staan.",
  },
  documentAdded: "Je document is toegevoegd. Je hebt nog niets ingediend.",
  /** Words of the pages of an upload, for a document of a task. */
  toTask: {
    back: "Terug naar de taak",
    accepted: (name: string) => `We kregen ${name}. Het staat nu bij je taak.`,
    checking: `${CHECKING} Je mag intussen verder met je taak.`,
    again: "Een ander bestand voeg je toe op de pagina van je taak.",
    late: "Toen je document toekwam, wachtte niemand er nog op: de taak is intussen afgerond, of iemand anders heeft ze overgenomen. We hebben het document niet bewaard. Moet het toch nog bij het dossier? Voeg het dan toe op de pagina van het dossier.",
  },
  /** The same, for a document of the dossier itself. */
  toDossierItself: {
    back: "Terug naar het dossier",
    accepted: (name: string) => `We kregen ${name}. Het staat nu in het dossier.`,
    checking: CHECKING,
    again: "Een ander bestand voeg je toe op de pagina van het dossier.",
    late: "Toen je document toekwam, kon het niet meer in het dossier: het is intussen afgesloten, of je hoort niet meer bij het dossier. We hebben het document niet bewaard.",
  },
  received: {
    title: "We kregen je document",
    checking: {
      title: "We kijken je document na",
      refresh: "Ververs deze pagina",
    },
    refused: {
      title: "We kunnen dit document niet gebruiken",
      text: (name: string, why: string) => `${name}: ${why}`,
    },
    late: {
      title: "Je document kwam te laat",
    },
    unknown: {
      title: "Je document is verstuurd",
      text: "Ga terug naar de pagina van je taak via de link in je mail. Daar zie je of we het document kregen.",
    },
  },
};
