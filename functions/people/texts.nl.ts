import { NAMES } from "../domain/names.ts";
import { showDate } from "../domain/calendar.ts";
import type { Actor, PersonPart } from "../domain/people.ts";
import type { FieldText, MailText } from "../domain/texts.ts";
import { personPartNames, upperFirst } from "../domain/texts.nl.ts";

/** A mail without its link, which the sender adds. */
type Letter = Omit<MailText, "action">;

/** The actor of a change, as the consumer sees it. */
const byWhom = ({ role, name }: Actor): string =>
  role === "led-team" ? `het ${NAMES.desk}` : `${name} (aanvrager)`;

const toSign =
  "Jij ondertekent voor je organisatie. Is het aan jou, dan krijg je daarvoor een aparte mail met een eigen link.";

/** What a person can do, by part. */
const meaning: Record<PersonPart, (contact: string) => string> = {
  contact: () =>
    "Vanaf nu krijg jij de mails over dit dossier. Moet je organisatie nu iets doen, dan krijg je daarvoor een aparte mail met een eigen link.",
  secondContact: (contact) =>
    `De mails over dit dossier gaan naar ${contact}. Via je eigen link volg je het dossier, en kan je doen wat we aan je organisatie vragen.`,
  dpo: (contact) =>
    `Je hoeft nu niets te doen. ${contact} is de contactpersoon van je organisatie, en vraagt je advies over de DPIA en het protocol. Je krijgt daarvoor een aparte mail met een eigen link. Via de link hieronder volg je het dossier.`,
  signatory: () => toSign,
  secondSignatory: () => toSign,
};

const wrong = `Klopt dit niet? Antwoord dan meteen op deze mail. Het ${NAMES.desk} zet het recht.`;

type Farewell = {
  part: PersonPart;
  organisation: string;
  by: Actor;
  at: string;
  successor: string | undefined;
  /** The parts that the person keeps in this dossier. */
  remains: PersonPart[];
};
type Corrected = Pick<Farewell, "part" | "organisation" | "by"> & {
  what: (keyof typeof corrections)[];
  hasNewAddress: boolean;
};

/** The kinds of correction. */
const corrections = {
  name: "je naam",
  capacity: "je functie",
  email: "de schrijfwijze van je e-mailadres",
};

/** How a corrected person continues. */
function goingOn({ part, hasNewAddress }: Corrected): string {
  const stays = `Je blijft ${personPartNames[part]}`;
  return hasNewAddress
    ? `${stays}. De links in mails naar je vorige adres werken niet meer: gebruik voortaan die op dit adres.`
    : `${stays}, en je links blijven werken.`;
}
const listed = new Intl.ListFormat("nl-BE", { type: "conjunction" });

/** What happens to the links of a person who leaves a part, and the parts that remain. */
function afterwards({ part, remains }: Farewell): string {
  if (remains.length === 0) return "Je links naar dit dossier werken niet meer. Je hoeft niets te doen.";
  const parts = listed.format(remains.map((other) => personPartNames[other]));
  return [
    `Je blijft ${parts}.`,
    `De links die je als ${personPartNames[part]} kreeg, werken niet meer.`,
    `De links die je als ${parts} kreeg, blijven werken.`,
  ].join(" ");
}

export const changePeopleTexts = {
  followDossier: "Bekijk het dossier",
  personalLink: "Deze link is persoonlijk: stuur deze mail niet door.",
  welcome: (part: PersonPart, organisation: string, by: Actor, contact: string): Letter => ({
    subject: `Je bent nu ${personPartNames[part]}`,
    paragraphs: [
      `Je bent nu ${personPartNames[part]} van ${organisation} voor de toegang tot de LED. ${upperFirst(byWhom(by))} vulde je gegevens in. Hoe ${NAMES.agency} met persoonsgegevens omgaat, lees je in de privacyverklaring: ${NAMES.links.privacyNotice}.`,
      meaning[part](contact),
      wrong,
    ],
  }),
  corrected: (correction: Corrected): Letter => {
    const { organisation, by, what, hasNewAddress } = correction;
    const named = what.map((field) =>
      field === "email" && hasNewAddress ? "je e-mailadres" : corrections[field],
    );
    return {
      subject: "Je gegevens zijn aangepast",
      paragraphs: [
        `${upperFirst(listed.format(named))} ${what.length > 1 ? "werden" : "werd"} aangepast in het dossier van ${organisation} voor de toegang tot de LED, door ${byWhom(by)}. ${goingOn(correction)}`,
        wrong,
      ],
    };
  },
  addressLeft: ({ part, organisation, by, at }: Omit<Farewell, "successor" | "remains">): Letter => ({
    subject: "Je e-mailadres is aangepast",
    paragraphs: [
      `Het e-mailadres van de ${personPartNames[part]} van ${organisation} voor de toegang tot de LED is aangepast door ${byWhom(by)}, op ${showDate(at)}. Nieuwe mails over dit dossier gaan niet meer naar dit adres. De links die hier toekwamen, werken niet meer.`,
      wrong,
    ],
  }),
  farewell: (left: Farewell): Letter => {
    const { part, organisation, by, at, successor } = left;
    return {
      subject: `Je bent niet langer ${personPartNames[part]}`,
      paragraphs: [
        `Je bent niet langer ${personPartNames[part]} van ${organisation} voor de toegang tot de LED.`,
        successor === undefined
          ? `Je werd uit het dossier gehaald door ${byWhom(by)}, op ${showDate(at)}.`
          : `${successor} nam je rol over. ${upperFirst(byWhom(by))} wijzigde dat op ${showDate(at)}.`,
        afterwards(left),
        wrong,
      ],
    };
  },
  /** For the former address of a contact that handed over the part. */
  undo: {
    offer:
      "Was het adres van de nieuwe contactpersoon fout? Met de knop maak je de overdracht ongedaan. Dat kan één keer, binnen 24 uur, zolang de nieuwe contactpersoon nog geen taak deed. De link is persoonlijk: stuur deze mail niet door.",
    button: "Maak de overdracht ongedaan",
    title: "Maak de overdracht ongedaan",
    intro: (name: string, email: string) => `De contactpersoon is nu ${name}, met het adres ${email}.`,
    follows:
      "Maak je dit ongedaan, dan word jij opnieuw de contactpersoon. De links die naar het nieuwe adres gingen, werken dan niet meer, en die van jou werken opnieuw. Open taken mailen we je opnieuw.",
    tick: "Ja, ik wil opnieuw de contactpersoon zijn",
    refused: "Ongedaan maken kan niet",
    doneTitle: "Je bent opnieuw de contactpersoon",
    done: "De overdracht is ongedaan gemaakt. Was het een tikfout? Dan kan je de rol nu opnieuw overdragen, met het juiste adres.",
  },
  fields: {
    change: {
      label: "Is dit iemand anders, of een verbetering?",
      hint: "Ook wie hetzelfde e-mailadres gebruikt, kan iemand anders zijn.",
      options: {
        "someone-else":
          "Iemand anders neemt deze rol over. De links van de vorige persoon werken dan niet meer.",
        correction:
          "Een verbetering: het blijft dezelfde persoon. De links blijven werken, tenzij het e-mailadres verandert.",
      },
    },
    person: { label: "Gegevens" },
    "person.name": { label: "Naam" },
    "person.capacity": { label: "Functie" },
    "person.email": { label: "E-mailadres" },
    "person.telephone": { label: "Telefoonnummer" },
  } satisfies Record<string, FieldText>,
  page: {
    title: "Personen",
    intro:
      "Verandert er iemand bij je organisatie? Pas het hier aan. Wie nieuw is en wie weggaat, krijgt daarover een mail.",
    introForTeam:
      "Wie nieuw is en wie weggaat, krijgt daarover een mail. Open taken gaan naar de nieuwe persoon, met een eigen link.",
    unknown: "Nog niet bekend.",
    change: "Wijzig",
    add: "Voeg toe",
    back: "Terug naar het dossier",
    backToPeople: "Terug naar de personen",
    cutOff: (name: string) => `Mails aan ${name} komen niet aan`,
    cutOffHelp: (email: string) =>
      `Een mail aan ${email} kwam terug. Sindsdien wordt er niets meer naar gestuurd. Klopt het adres niet, wijzig het dan hierboven. Klopt het wel, en werkt de mailbox weer? Stuur er dan weer mails naar.`,
    mailAgain: "Stuur weer naar dit adres",
    changed: "De wijziging is bewaard. De betrokkenen krijgen een mail.",
    toPeople: "Bekijk of wijzig de personen",
    partTitle: (part: PersonPart) => `Wijzig: ${personPartNames[part]}`,
    button: "Bewaar de wijziging",
    /** Before a change that ends the links of who makes it. */
    sure: {
      follows: {
        "handed-over": (name: string, email: string) =>
          `Je draagt je rol over aan ${name}, met het adres ${email}. Die krijgt een mail met een eigen link, en doet voortaan wat we aan je organisatie vragen. Jouw links naar dit dossier werken dan meteen niet meer.`,
        "other-address": (_name: string, email: string) =>
          `Je e-mailadres wordt ${email}. Daar krijg je een mail met een nieuwe link. De links in mails naar je huidige adres werken dan meteen niet meer.`,
      },
      undo: "Naar je huidige adres gaat ook een mail. Met de knop daarin maak je dit binnen 24 uur ongedaan, bijvoorbeeld na een tikfout.",
      noUndo:
        "Zelf kan je dit daarna niet meer ongedaan maken. De contactpersoon van je organisatie kan dat wel.",
      check: "Kijk het adres nog eens na. Je hebt nog niets gewijzigd.",
      button: { "handed-over": "Draag mijn rol over", "other-address": "Wijzig mijn adres" },
      back: "Ga terug zonder te wijzigen",
    },
    removeIntro: (name: string, part: PersonPart) =>
      `${name} is dan niet langer ${personPartNames[part]}, en krijgt daarover een mail. De links die ${name} in die rol kreeg, werken dan meteen niet meer.`,
    removeTick: "Ja, deze persoon hoort niet meer bij dit dossier",
    remove: (name: string, part: PersonPart) => `Verwijder ${name} als ${personPartNames[part]}`,
    removeButton: "Verwijder deze persoon",
    addressChanged: {
      title: "Je e-mailadres is aangepast",
      paragraphs: [
        "De wijziging is bewaard. We mailden je een nieuwe link, naar je nieuwe adres.",
        `De links in mails naar je vorige adres werken niet meer. Tikte je het adres fout? Naar je vorige adres ging een mail met een knop om dit binnen 24 uur ongedaan te maken. Krijg je geen mail? Bel of mail dan het ${NAMES.desk}.`,
      ],
    },
    handedOver: {
      title: "Je rol is overgedragen",
      paragraphs: [
        "De wijziging is bewaard. Wie jouw rol overneemt, krijgt een mail met een eigen link.",
        "Jouw links naar dit dossier werken nu niet meer, en je hoeft niets meer te doen. Je krijgt zelf ook een mail ter bevestiging. Bedankt voor je werk!",
        "Tikte je het adres fout? Met de knop in die mail maak je de overdracht ongedaan, binnen 24 uur.",
      ],
    },
  },
};
