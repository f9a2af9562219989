import { showDate, showMoment } from "../../domain/calendar.ts";
import type { LogKind } from "../../domain/log.ts";
import type { LogDifference, LogVerdict } from "../../log/verify-log.ts";
import { groundNames } from "../../retention/texts.nl.ts";

/** Words of the log, on its page, in an export and on the command line. */
export const logTexts = {
  title: "Logboek",
  link: "Logboek, en of het klopt",
  intro:
    "Alles wat met dit dossier gebeurde: wie wat deed, wanneer en namens wie. Elke nacht bewaren we een vingerafdruk van de dag, die niemand kan wijzigen. Zo blijkt het als er later iets aan het logboek verandert.",
  check: "Klopt het logboek?",
  entries: "Wat er gebeurde",
  table: ["Wanneer", "Wie", "Namens", "Wat"],
  system: "LED (automatisch)",
  kinds: {
    opened: "dossier geopend",
    asked: "vraag gesteld",
    decided: "beslissing",
    "task-closed": "taak gesloten zonder antwoord",
    document: "document",
    "document-removed": "document weggenomen",
    mail: "mail",
    note: "notitie of bericht",
    change: "wijziging",
    access: "toegang",
    reading: "inzage",
    erased: "dossier gewist",
  } satisfies Record<LogKind, string>,
  opened: (reference: string) => `Dossier ${reference} werd geopend`,
  asked: (title: string) => `Gevraagd: ${title}`,
  taskClosed: (title: string) => `Gesloten zonder antwoord: ${title}`,
  read: (thing: string) => `zag in: ${thing}`,
  erased: (ground: string) => `Het dossier werd gewist: ${ground}`,
  grounds: groundNames as Record<string, string | undefined>,
  retention: "de bewaartermijn was voorbij",
  access: {
    granted: "De toegang werd toegekend",
    connected: "De toegang kreeg aangesloten kanalen",
    contacts: "De contactpersonen van de toegang werden gewijzigd",
    replaced: "De toegang werd vervangen door een nieuwe",
    ended: "De toegang werd beëindigd",
    restored: "De toegang werd hersteld",
  } as Record<string, string | undefined>,
};

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** What the verification found, in one sentence or two. */
export function verdictText({ difference, digests, entries, isErased, until }: LogVerdict): string {
  if (difference) return differenceText(difference);
  if (until === undefined) return "Er is nog geen vingerafdruk: de eerste komt de nacht na de eerste dag.";
  const seen = `${counted(digests, "vingerafdruk", "vingerafdrukken")} tot en met ${showDate(until)}, over ${counted(entries, "regel", "regels")}`;
  return isErased
    ? `Het dossier is gewist. De keten van vingerafdrukken klopt tot en met het wissen: ${seen}. De inhoud is er niet meer.`
    : `Ja. Het logboek is zoals het was: ${seen}.`;
}

function differenceText(difference: LogDifference): string {
  const day = showDate(difference.day);
  switch (difference.what) {
    case "digest-missing":
      return `Nee. De vingerafdruk van ${day}, of een van ervoor, ontbreekt of is een andere.`;
    case "digest-changed":
      return `Nee. De vingerafdruk van ${day} is zelf gewijzigd.`;
    case "changed":
      return `Nee. Op ${day} werd deze regel later gewijzigd: ${named(difference.entry)} (${difference.entry.id}).`;
    case "added":
      return `Nee. Op ${day} werd deze regel later toegevoegd: ${named(difference.entry)} (${difference.entry.id}).`;
    case "removed":
      return `Nee. Op ${day} werd een regel verwijderd: ${named(difference.entry)}.`;
  }
}

const named = ({ kind, at }: { kind: LogKind; at: string }) =>
  `${logTexts.kinds[kind]} van ${showMoment(at)}`;
