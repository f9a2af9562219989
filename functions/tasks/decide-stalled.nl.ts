import { showDate } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { MailText, TaskMail, TaskTexts } from "../domain/texts.ts";

const why =
  "De afnemer antwoordt al lang niet op een vraag. Er gingen herinneringen. Zonder jullie beslissing blijft die vraag open.";

const decideStalled: TaskTexts = {
  title: "Beslis wat er moet gebeuren met een vraag zonder antwoord",
  why: [why, "Bel of mail de afnemer eerst als dat nog niet gebeurde."],
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
      past: "neemt een vraag zonder antwoord over in naam van de afnemer",
    },
    close: {
      label: "Sluiten",
      explanation:
        "Vóór de laatste handtekening trek je de aanvraag in. Daarna stop je de aansluiting. Gaat het om een publicatie of om de jaarlijkse controle, dan sluit je alleen die taak.",
      button: "Sluit",
      past: "sloot een vraag zonder antwoord",
    },
  },
  fields: {
    until: { label: "Nieuwe datum", hint: "Hoogstens een jaar vanaf nu." },
    reason: { label: "Waarom?", hint: "De afnemer kan dit lezen." },
  },
  mail: {
    subject: "Een vraag blijft zonder antwoord",
    paragraphs: [why],
    action: "Beslis wat er moet gebeuren",
  },
};

export const stalledTexts = {
  decideStalled,
  /** The question to the team, with the stalled task. */
  mail: ({ dossier, title, since }: { dossier: Dossier; title: string; since: string }): TaskMail => ({
    subject: `Geen antwoord van ${dossier.organisation.name}: wat doen we?`,
    paragraphs: [
      `Sinds ${showDate(since)} wacht het dossier van ${dossier.organisation.name} op een antwoord van de afnemer, op deze vraag: "${title}". Er gingen herinneringen, maar er kwam geen antwoord.`,
      "Wat doen we? Je kan meer tijd geven, het zelf doen in naam van de afnemer, of sluiten.",
    ],
    action: "Beslis wat er moet gebeuren",
  }),
  extended: (title: string, until: string): MailText & { action: string } => ({
    subject: "Je krijgt meer tijd",
    paragraphs: [
      `We vroegen je: "${title}". Je hebt daarvoor tijd tot en met ${showDate(until)}. Dit schreef het LED-team daarbij:`,
    ],
    action: "Open de taak",
  }),
};
