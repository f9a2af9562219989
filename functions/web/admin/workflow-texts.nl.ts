import type { WorkflowName } from "../../../statemachine/contract.ts";
import type { Moves } from "../../executions/move-all.ts";
import type { MoveOutcome } from "../../executions/describe-move.ts";

const outcomes: Record<MoveOutcome, string> = {
  moves: "Gaat nu over.",
  later: "Zit tussen twee taken. We proberen het over enkele minuten opnieuw.",
  "under-way": "Gaat al over. Dat gebeurt vanzelf.",
  current: "Werkt al met de huidige versie.",
  parked: "Stopte door een fout. Krijgt de huidige versie als je het laat verdergaan.",
  closing: "De aanvraag wordt ingetrokken.",
  starting: "Start nog, met de huidige versie.",
  "not-running": "Er loopt geen workflow.",
};

const workflowNames: Record<WorkflowName, string> = { onboarding: "onboarding", "out-of-use": "uit gebruik" };

/** Texts of the pages about the workflow: parked dossiers and older versions. */
export const workflowPageTexts = {
  parked: {
    title: "Gestopt door een fout",
    intro:
      "Deze dossiers kunnen niet vanzelf verder. Er is niets verloren: laat een dossier verdergaan zodra de oorzaak weg is.",
    none: "Er is geen dossier gestopt.",
    more: "Meer dossiers",
    since: "Gestopt op",
    cause: "Oorzaak",
    lastState: "Laatste stap die lukte",
    technical: "Technische oorzaak",
    stage: "Stap",
    retry: "Probeer opnieuw",
    retryOf: (reference: string) => ` (${reference})`,
    resumeFrom: "Of ga verder vanaf",
    resume: "Ga verder vanaf deze stap",
    close: "Sluit het dossier af",
    resumeAll: (count: number) =>
      count === 1 ? "Laat dit dossier verdergaan" : `Laat deze ${count} dossiers verdergaan`,
    resumed: (count: number) => (count === 1 ? "1 dossier gaat verder." : `${count} dossiers gaan verder.`),
    left: "Er zijn er nog: druk opnieuw op de knop.",
    help: "Wat doe je hiermee?",
    mails: "Mails die niet verstuurd zijn",
  },
  help: {
    title: "Wat doe je met een gestopt dossier?",
    intro: [
      "Een dossier stopt wanneer een stap niet lukt, ook niet na een aantal pogingen. Er is niets verloren: taken, antwoorden en documenten blijven bewaard, en links in mails blijven werken.",
      "Zoek hieronder de oorzaak die bij het dossier staat. Neem eerst de oorzaak weg. Laat daarna het dossier verdergaan, of alle dossiers met die oorzaak samen.",
    ],
    again:
      "Verdergaan herhaalt alleen de stap die niet lukte. Wie al antwoordde, krijgt de vraag niet opnieuw.",
    close:
      "Hoeft het dossier niet verder te gaan? Sluit het dan af met een reden. Een dossier met een geldige toegang gaat terug naar In gebruik.",
    what: "Wat is er gebeurd?",
    todo: "Wat doe je?",
    back: "Naar de gestopte dossiers",
  },
  unsent: {
    title: "Mails die niet verstuurd zijn",
    intro:
      "We proberen een mail opnieuw zodra de stap die ze verstuurt, herhaald wordt. Wacht een mail langer dan een dag, dan krijgen de beheerders een alarm. De tekst en de ontvanger staan bij het dossier.",
    waiting: "Wachten nog",
    noneWaiting: "Er wacht geen mail.",
    refused: "Adres geweigerd, in de laatste 30 dagen",
    noneRefused: "Er is geen adres geweigerd.",
    refusedHelp:
      "Deze mails worden niet opnieuw verstuurd. Verbeter het adres van de persoon in het dossier: die krijgt dan opnieuw wat er openstaat.",
    mail: "Mail",
    since: "Sinds",
    last: "Laatste poging",
    state: "Toestand",
    states: { waiting: "Wacht", sending: "Wordt nu verstuurd", refused: "Geweigerd" },
    error: "Fout",
    noDossier: "Nog geen dossier",
    forget: "Wacht niet langer",
    forgetHelp:
      "Probeert niemand een mail nog opnieuw, zoals een mail na een formulier dat iemand niet opnieuw verstuurde? Wacht er dan niet langer op. Ze wordt dan niet verstuurd.",
    more: "Meer mails",
  },
  workflow: {
    title: "Versie van de workflow",
    intro:
      "Een dossier dat loopt, houdt de versie van de workflow waarmee het begon. Hier zie je welke dossiers nog een vroegere versie gebruiken, en wat er gebeurt als je ze overzet. Links blijven werken en niemand krijgt opnieuw een mail.",
    versions: "Huidige versie",
    versionOf: (workflow: WorkflowName, version: number) => `${workflowNames[workflow]}: versie ${version}`,
    none: "Alle dossiers waarin iemand aan zet is, gebruiken de huidige versie.",
    list: "Dossiers met een vroegere versie",
    version: "Versie",
    fromTo: (from: number | undefined, to: number) =>
      `${from === undefined ? "niet genoteerd" : String(from)} → ${to}`,
    tasks: "Taak",
    what: "Wat gebeurt er?",
    outcomes,
    button: (count: number) => (count === 1 ? "Zet dit dossier over" : `Zet ${count} dossiers over`),
    done: ({ moved, left, underWay }: Moves) =>
      [
        `Overgezet: ${moved.length}.`,
        ...(underWay === 0 ? [] : [`Al onderweg: ${underWay}.`]),
        left === 0 ? "Er blijven er geen over." : `Nog te doen: ${left}. Druk opnieuw op de knop.`,
      ].join(" "),
    more: "Bekijk de volgende dossiers",
  },
  move: {
    title: "Vroegere versie van de workflow",
    text: (from: number | undefined, to: number) =>
      `Dit dossier gebruikt ${from === undefined ? "een vroegere versie" : `versie ${from}`} van de workflow. De huidige is versie ${to}. Overzetten verandert niets voor wie aan zet is: links blijven werken en niemand krijgt een mail.`,
    button: "Zet over naar de huidige versie",
    done: "Het dossier gaat over naar de huidige versie van de workflow.",
  },
};
