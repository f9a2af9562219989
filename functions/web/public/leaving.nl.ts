import { NAMES } from "../../domain/names.ts";

export const withdrawTexts = {
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
};

export const endOfUseTexts = {
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
};
