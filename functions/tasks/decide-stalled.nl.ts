import { NAMES } from "../domain/names.ts";
import { showDate } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import { parseTaskId } from "../domain/human-task.ts";
import { WAITS_FOR_LED } from "../domain/texts.nl.ts";
import type { MailText, OutcomeText, TaskMail, TaskTexts } from "../domain/texts.ts";
import { type WayToClose, wayToClose } from "./stalled-may-close.ts";

const why = "De afnemer antwoordt al lang niet. We stuurden herinneringen.";

const ifNot = `Zonder jullie beslissing blijft de vraag aan de afnemer open. ${WAITS_FOR_LED}`;

const callOf = ({ people: { contact } }: Dossier): string =>
  [contact.name, ...(contact.telephone ? [contact.telephone] : []), contact.email].join(", ");

/** What closing does: it depends on the task that nobody answers. */
const closing: Record<WayToClose | "none", Partial<OutcomeText>> = {
  request: {
    label: "De aanvraag intrekken",
    explanation: "De aanvraag stopt, en de afnemer krijgt je reden per mail.",
    warning: "De aanvraag wordt ingetrokken, en de afnemer krijgt je reden per mail.",
    button: "Trek de aanvraag in",
  },
  connection: {
    label: "De aansluiting stoppen",
    explanation: "Het dossier wordt afgesloten, en de afnemer krijgt je reden per mail.",
    warning:
      "Het dossier wordt afgesloten. Het protocol blijft ondertekend, maar de organisatie kan de LED niet raadplegen. De afnemer krijgt je reden per mail.",
    button: "Stop de aansluiting",
  },
  task: {
    label: "Alleen deze vraag sluiten",
    explanation: "De vraag aan de afnemer verdwijnt. Het dossier loopt verder.",
    warning: "Alleen deze vraag aan de afnemer wordt gesloten. Het dossier loopt verder.",
    button: "Sluit deze vraag",
  },
  none: { explanation: "Dit kan niet meer: het protocol is door beide partijen ondertekend." },
};

const decideStalled: TaskTexts = {
  title: "Beslis wat er gebeurt: geen antwoord",
  why: ({ dossier }) => [
    why,
    `Bel of mail eerst de contactpersoon, als dat nog niet gebeurde: ${callOf(dossier)}. Beslis daarna wat er gebeurt.`,
  ],
  outcomes: {
    extend: {
      label: "Meer tijd geven",
      explanation:
        "De afnemer krijgt de nieuwe datum per mail. De herinneringen beginnen opnieuw na die datum.",
      button: "Geef meer tijd",
      past: "gaf meer tijd voor een vraag zonder antwoord",
    },
    "act-on-behalf": {
      label: "Zelf doen, in naam van de afnemer",
      explanation:
        "Doe daarna de taak van de afnemer met het document dat je kreeg. Blijft ze open, dan vragen we het jullie na 90 dagen opnieuw.",
      button: "We doen het zelf",
      past: "nam een vraag zonder antwoord over",
    },
    close: {
      label: "Sluiten",
      warning: "De afnemer krijgt je reden per mail.",
      button: "Sluit",
      past: "sloot een vraag zonder antwoord",
    },
  },
  outcomesIn: ({ dossier, task }) => ({
    close: closing[wayToClose(dossier, parseTaskId(task.about ?? "")?.kind) ?? "none"],
  }),
  fields: {
    until: { label: "Nieuwe datum", hint: "Hoogstens een jaar vanaf nu." },
    reason: { label: "Waarom?", told: `Reden van het ${NAMES.desk}`, hint: "De afnemer kan dit lezen." },
  },
  mail: {
    subject: "Een vraag blijft zonder antwoord",
    why: [why],
    what: ["Beslis wat er nu gebeurt."],
    ifNot,
    action: "Beslis wat er gebeurt",
  },
};

export const stalledTexts = {
  decideStalled,
  /** The question to the team, with the stalled task. */
  mail: ({ dossier, title, since }: { dossier: Dossier; title: string; since: string }): TaskMail => ({
    subject: "Geen antwoord van de afnemer, wat doen we?",
    why: [
      `Sinds ${showDate(since)} wacht het dossier van ${dossier.organisation.name} op een antwoord van de afnemer, op deze vraag: "${title}". We stuurden herinneringen, maar kregen geen antwoord.`,
      `Bel of mail eerst de contactpersoon: ${callOf(dossier)}.`,
    ],
    what: ["Wat doen we? Je kan meer tijd geven, het zelf doen in naam van de afnemer, of sluiten."],
    ifNot,
    action: "Beslis wat er gebeurt",
  }),
  extended: (title: string, until: string): MailText & { action: string } => ({
    subject: "Je krijgt meer tijd",
    paragraphs: [
      `We vroegen je: "${title}". Je hebt daarvoor tijd tot en met ${showDate(until)}. Dit schreef het ${NAMES.desk} daarbij:`,
    ],
    action: "Open de taak",
  }),
};
