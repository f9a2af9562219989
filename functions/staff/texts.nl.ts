import { showDate } from "../domain/calendar.ts";
import type { FieldText } from "../domain/texts.ts";
import { audienceNames } from "../domain/texts.nl.ts";

export const absenceTexts = {
  top: "Afwezigheid",
  title: "Afwezigheid en telefoon",
  intro: [
    "Ben je een tijdje afwezig? Duid dan een collega aan die je vervangt. In die dagen heeft die collega ook jouw rol: die collega ziet je taken en beslist erover in eigen naam. Aanvragers van je dossiers zien wie je vervangt.",
    "Je kan kiezen uit wie zich hier al eens aanmeldde. Ben je vroeger terug, beëindig de vervanging dan hier.",
  ],
  current: "Vervangingen nu en later",
  none: "Er zijn geen vervangingen.",
  name: "Duid een vervanger aan",
  noColleagues:
    "Er heeft zich nog geen andere collega aangemeld. Vraag je collega om zich eerst eens aan te melden.",
  noOwnRole: "Je hebt nu alleen een rol als vervanger. Daarvoor kan je geen andere vervanger aanduiden.",
  fields: {
    role: { label: "Voor welke rol?", options: audienceNames },
    substitute: { label: "Wie vervangt je?" },
    from: { label: "Eerste dag" },
    until: { label: "Laatste dag" },
  } satisfies Record<string, FieldText>,
  button: "Duid aan als vervanger",
  telephone: {
    title: "Je telefoonnummer",
    intro:
      "Aanvragers zien dit nummer bij de dossiers die je behandelt. Laat het leeg als je geen nummer wil tonen. Na 400 dagen vragen we het opnieuw.",
    label: "Telefoonnummer",
    wrong: "Vul een telefoonnummer in, zoals 02 553 00 00.",
    button: "Bewaar het nummer",
    done: "Je telefoonnummer is bewaard.",
  },
  named: "De vervanger is aangeduid.",
  ended: "De vervanging is beëindigd.",
  table: { role: "Rol", of: "Wie is weg?", substitute: "Vervanger", period: "Wanneer?", end: "Beëindigen" },
  period: (from: string, until: string) => `${showDate(from)} tot en met ${showDate(until)}`,
  end: "Beëindig",
  refused: "Dat kan niet",
  back: "Terug",
  inbox: {
    show: "Toon",
    all: "alle taken",
    mine: "mijn taken",
    unclaimed: "taken die niemand opnam",
    assignee: "Wie?",
    nobody: "niemand",
    you: "jij",
    noneHere: "Er zijn hier geen taken om te tonen.",
  },
  task: {
    title: "Wie doet dit?",
    nobody: "Niemand nam deze taak al op.",
    yours: (since: string) => `Jij hebt deze taak, sinds ${showDate(since)}.`,
    theirs: (name: string, since: string) => `${name} heeft deze taak, sinds ${showDate(since)}.`,
    decideAnyway: "Je kan toch zelf beslissen als dat nodig is.",
    claim: "Neem op",
    takeOver: (name: string) => `Neem over van ${name}`,
    release: "Geef terug",
    handOver: "Geef door aan een collega",
    handOverButton: "Geef door",
  },
};
