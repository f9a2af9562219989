/** Texts of the page of a dossier, for the LED. */
export const dossierPageTexts = {
  summary: {
    title: "In het kort",
    purpose: "Doel",
    channels: "Kanaal",
    enterpriseNumber: "Ondernemingsnummer",
    contact: "Contactpersoon",
    handler: "Behandelaar",
    since: (stage: string, since: string) => `${stage}, sinds ${since}`,
    step: "Stap",
  },
  waits: {
    title: "Wat er wacht",
    decide: (task: string) => `Open: ${task}`,
  },
  answers: {
    title: "Antwoorden",
    none: "Er zijn nog geen antwoorden.",
    changed: "gewijzigd",
    gone: "weggelaten",
    changes: (count: number) => (count === 1 ? "één antwoord gewijzigd" : `${count} antwoorden gewijzigd`),
    unchanged: "niets gewijzigd",
    former: (count: number) => (count === 1 ? "Toon de vroegere tekst" : `Toon de ${count} vroegere teksten`),
    round: (round: number) => `Ronde ${round}`,
    open: "Open de hele taak",
  },
  messages: {
    title: "Berichten",
    none: "Er zijn nog geen berichten.",
    write: "Stuur een bericht",
    notes: "Notities van het team",
    noNotes: "Er zijn nog geen notities.",
  },
  more: "Gegevens, planning en toegang",
  acts: {
    title: "Wat je kan doen",
    other: "Andere acties",
    keeping: "Kopie, bewaren en inzage",
    system: "Voor wie het systeem beheert",
  },
  timeline: {
    filter: "Toon in de tijdlijn",
    kinds: {
      all: "alles",
      decisions: "beslissingen",
      documents: "documenten",
      messages: "berichten en notities",
      changes: "wijzigingen",
      mails: "mails",
    },
    none: "Er is niets van deze soort gebeurd.",
  },
  system: {
    title: (reference: string) => `Systeem: ${reference}`,
    nav: "Systeem",
    intro: "Dit is voor wie het systeem beheert. Voor de behandeling van het dossier heb je het niet nodig.",
    stopped:
      "Dit dossier stopte door een fout. Er is niets verloren. Wie het systeem beheert, laat het verdergaan.",
    toSystem: "Bekijk de oorzaak en laat het verdergaan",
    run: "Uitvoering van de workflow",
    version: "Versie van de workflow",
    nothing: "Er is hier niets te doen: het dossier loopt op de huidige versie.",
    overview: "Systeem",
    overviewIntro:
      "Wat stopte door een fout, en welke versie van de workflow loopt. Voor wie het systeem beheert.",
  },
};
