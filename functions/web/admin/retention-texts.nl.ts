import { NAMES } from "../../domain/names.ts";
import { showDate, showMoment } from "../../domain/calendar.ts";
import type { Dossier } from "../../domain/dossier.ts";
import { groundNames } from "../../retention/texts.nl.ts";

/** Texts of the admin pages about messages, exports, personal data and retention. */
export const keepingPages = {
  section: {
    title: "Berichten, gegevens en bewaring",
    message: "Stuur een bericht naar de aanvrager",
    exportTitle: "Export",
    exportHint:
      "Een zip met alle gegevens, alle aanvaarde documenten en alle mails. Ze staat een dag klaar. Het dossier vermeldt dat je de export maakte.",
    exportButton: "Maak een export van het dossier",
    copyTitle: "Persoonsgegevens",
    copyHint:
      "Vraagt iemand een kopie van zijn of haar persoonsgegevens? Maak dan een zip met alles over die persoon.",
    person: "Over wie?",
    copyButton: "Maak de kopie",
    erase: "Wis de gegevens op verzoek",
    keptTitle: "Bewaring",
    open: "De bewaartermijn begint als het dossier wordt afgesloten.",
    keptUntil: (at: string) =>
      `We verwijderen dit dossier op ${showDate(at)}. Een maand vooraf krijgt het ${NAMES.desk} een mail.`,
    noticeSent: (at: string) =>
      `We verwijderen dit dossier op ${showDate(at)}. Het ${NAMES.desk} kreeg daar al een mail over.`,
    hold: (by: string, at: string) =>
      `${by} legde op ${showMoment(at)} een vernietigingsstop op. Zolang die geldt, wordt niets verwijderd.`,
    setHold: "Leg een vernietigingsstop op",
    liftHold: "Hef de vernietigingsstop op",
  },
  messaged: "Je bericht is verstuurd.",
  held: "De vernietigingsstop geldt nu.",
  lifted: "De vernietigingsstop is opgeheven.",
  message: {
    title: "Stuur een bericht",
    intro: (dossier: Dossier) =>
      `Je bericht gaat per mail naar ${[dossier.people.contact, dossier.people.secondContact]
        .flatMap((person) => (person ? [person.name] : []))
        .join(
          " en ",
        )}, en staat in de tijdlijn van het dossier. Het antwoord komt in de mailbox van het ${NAMES.desk}.`,
    reason: "Je bericht",
    button: "Verstuur het bericht",
  },
  export: {
    ready: "De zip staat klaar",
    text: "Ze blijft een dag staan. Bewaar ze op een veilige plaats: ze bevat persoonsgegevens.",
    download: "Download de zip",
  },
  erase: {
    title: "Wis de gegevens op verzoek",
    intro: (dossier: Dossier) =>
      `Hiermee verwijder je dossier ${dossier.reference} van ${dossier.organisation.name}, met alle documenten en mails. Dat kan niet ongedaan gemaakt worden. Alleen het dossiernummer blijft over, met de datum en de reden.`,
    ground: "Waarom worden de gegevens gewist?",
    grounds: groundNames,
    button: "Wis het dossier",
    refused: "Dit dossier kan niet gewist worden",
  },
  readings: {
    title: "Wie zag dit dossier in?",
    link: "Wie zag dit dossier in?",
    intro:
      "Opent iemand van de LED dit dossier, een document of een export, dan staat dat hier: één keer per persoon en per dag.",
    table: ["Dag", "Wie", "Rol", "Wat"],
    more: "Toon wie het vroeger inzag",
  },
  deleted: {
    title: "Verwijderde dossiers",
    intro:
      "Van een verwijderd dossier blijft alleen dit over: het nummer, wanneer het verwijderd werd en volgens welke regel.",
    none: "Er zijn nog geen dossiers verwijderd.",
    at: "Verwijderd op",
    link: "Verwijderde dossiers",
    more: "Meer dossiers",
  },
};
