/** Texts of the mails that belong to no dossier. */
export const newMailTexts = {
  title: "Nieuwe mail",
  from: (name: string, address: string, when: string) => `Van ${name || address} (${address}), ${when}`,
  unconfirmed: "Afzender niet bevestigd: de mail kan van iemand anders komen. Kijk dat na voor je antwoordt.",
  notConfirmed: "afzender niet bevestigd",
  noSubject: "zonder onderwerp",
  files: (names: string) => `Bijlagen: ${names}. Je leest ze zodra de mail bij een dossier staat.`,
  what: "Wat doe je ermee? Daarna wissen we de mail hier. Doe je niets, dan wissen we ze na 30 dagen.",
  open: "Open een dossier voor deze mail",
  openHelp: "Het formulier is ingevuld met wat in de mail staat. De bijlagen komen bij het nieuwe dossier.",
  answer: {
    title: "Beantwoord als vraag",
    intro: "De afzender krijgt je antwoord per mail.",
    reason: "Je antwoord",
    button: "Verstuur het antwoord",
  },
  attach: {
    title: "Hoort bij een dossier",
    label: "Zoek het dossier",
    hint: "Een referentie, een naam, een mailadres of een ondernemingsnummer.",
    button: "Zoek",
    here: (reference: string, name: string) => `Hoort bij ${reference}, ${name}`,
    none: "We vonden geen dossier.",
  },
  aside: { title: "Geen van beide", help: "Reclame, of niet voor ons.", button: "Wis de mail" },
  gone: "Een collega was je voor, of de mail is gewist: er is niets meer te doen.",
  done: "De mail is afgehandeld.",
};
