import type { EventType } from "../../domain/webhook.ts";

const types: Record<EventType, string> = {
  "dossier.opened": "dossier geopend",
  "dossier.stage-changed": "andere stap",
  "dossier.status-changed": "andere toestand",
  "dossier.parked": "gestopt door een fout",
  "dossier.resumed": "gaat verder na een fout",
  "dossier.held": "uitgesteld",
  "dossier.hold-ended": "uitstel voorbij",
  "dossier.withdrawn": "aanvraag ingetrokken",
  "dossier.closed": "dossier gesloten",
  "dossier.deleted": "dossier gewist",
  "dossier.people-changed": "andere personen",
  "dossier.handler-changed": "andere behandelaar",
  "task.opened": "taak geopend",
  "task.decided": "taak beslist",
  "task.closed": "taak niet meer nodig",
  "task.assigned": "taak toegewezen",
  "document.added": "document toegevoegd",
  "document.removed": "document weggenomen",
  "message.recorded": "bericht",
  "access.changed": "toegang gewijzigd",
};

/** Texts of the page about webhooks. */
export const webhookTexts = {
  title: "Gebeurtenissen voor programma's",
  intro:
    "Deze programma's horen wat er met een dossier gebeurt (webhooks). Ze krijgen de nummers van het dossier en de taak, de soort gebeurtenis en de stap, en geen persoonsgegevens. Een programma voeg je toe met de API.",
  none: "Geen enkel programma hoort wat er gebeurt.",
  address: "Adres",
  events: "Gebeurtenissen",
  all: "alle",
  since: "Sinds",
  by: "Toegevoegd door",
  act: "Wat wil je doen?",
  remove: "Verwijder",
  removed: "Dit programma hoort niets meer.",
  givenUp: "Niet afgeleverd",
  givenUpIntro:
    "Een programma nam deze gebeurtenissen niet aan, ook niet na acht pogingen in twee dagen. We bewaren ze 30 dagen. Neem eerst de oorzaak weg, en stuur ze daarna opnieuw.",
  noneGivenUp: "Alles is afgeleverd, of wacht nog op een volgende poging.",
  event: "Gebeurtenis",
  dossier: "Dossier",
  at: "Gebeurd op",
  failure: "Laatste fout",
  again: "Stuur opnieuw",
  allAgain: "Stuur alles opnieuw",
  replayed: "We sturen het opnieuw, binnen enkele minuten.",
  unknown: "verwijderd programma",
  more: "Meer",
  types,
};
