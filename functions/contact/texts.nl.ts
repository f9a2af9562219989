import { NAMES } from "../domain/names.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { DossierSummary } from "../domain/ports.ts";
import type { FieldText, MailText, TaskMail, TaskTexts } from "../domain/texts.ts";
import { organisationTypeNames } from "../domain/texts.nl.ts";
import type { CONTACT_KINDS, TeamContactForm } from "./contact-form.ts";

type OpeningText = "message" | "secondDossierReason";

const kindNames: Record<(typeof CONTACT_KINDS)[number], string> = {
  onboarding: "Ik wil mijn organisatie laten aansluiten",
  enquiry: "Ik wil eerst weten of de LED kan helpen",
};

const fields: Record<string, FieldText> = {
  organisationName: { label: "Naam van je organisatie", told: "Organisatie" },
  organisationType: { label: "Soort organisatie", options: organisationTypeNames },
  enterpriseNumber: {
    label: "Ondernemingsnummer (KBO)",
    hint: "Tien cijfers, bijvoorbeeld 0123.456.749. Vul geen vestigingsnummer in: dat begint met een cijfer van 2 tot 8.",
  },
  ovoCode: {
    label: "OVO-code",
    hint: "Alleen nodig voor departementen en agentschappen van de Vlaamse overheid, bijvoorbeeld OVO000123.",
  },
  contactName: { label: "Je naam", told: "Naam" },
  contactEmail: {
    label: "Je e-mailadres",
    told: "E-mailadres",
    hint: "We mailen je een link om te bevestigen. Daarna sturen we alle mails over je dossier naar dit adres.",
  },
  kind: { label: "Wat wil je doen?", told: "Aanvraag", options: kindNames },
  message: {
    label: "Je vraag of bericht",
    told: "Vraag of bericht",
    hint: "Alleen nodig als je een vraag stelt. Zet hier nooit rijksregisternummers of gegevens van burgers in.",
  },
};

/** Hint for the LED team that the organisation already has dossiers. */
export const knownAlready = (others: DossierSummary[]): string[] =>
  others.length === 0
    ? []
    : [
        `Let op: deze organisatie heeft al een open dossier: ${others.map(({ reference }) => reference).join(", ")}.`,
      ];

/** Mails the question to the LED mailbox; a reply goes directly to the asker. */
export const enquiryMail = ({
  dossier,
  others,
}: {
  dossier: Dossier;
  others: DossierSummary[];
}): TaskMail => {
  const { contact } = dossier.people;
  return {
    subject: "Beantwoord een vraag over de LED",
    why: [
      `${contact.name} (${contact.email}) wil weten of de LED kan helpen. De vraag:`,
      ...(dossier.status === "ENQUIRY" ? [{ quote: dossier.request.question.split("\n") }] : []),
      ...knownAlready(others),
    ],
    what: [
      "Beantwoord de vraag via de knop: dan staat het antwoord in het dossier. Antwoord je liever per mail? Dan gaat je antwoord rechtstreeks naar de vraagsteller en staat het niet in het dossier. Sluit de taak daarna zelf af.",
    ],
    ifNot: "De vraagsteller wacht tot dan op een antwoord. Na vijf werkdagen volgt een herinnering.",
    replyTo: contact.email,
    action: "Beantwoord de vraag",
  };
};

const answerEnquiry: TaskTexts = {
  title: "Beantwoord de vraag",
  why: [
    "Een organisatie wil weten of de LED kan helpen. Beantwoord de vraag, of start meteen de aansluiting.",
  ],
  outcomes: {
    answered: {
      label: "Beantwoorden en afsluiten",
      explanation: "De vraagsteller krijgt je antwoord per mail. Het dossier wordt afgesloten.",
      button: "Verstuur het antwoord",
      past: "beantwoordde de vraag",
    },
    "start-onboarding": {
      label: "De aansluiting starten",
      explanation: "De vraagsteller wordt aanvrager, en krijgt het overzicht van het aansluitingsproces.",
      button: "Start de aansluiting",
      past: "startte de aansluiting",
    },
  },
  fields: {
    answer: {
      label: "Je antwoord",
      told: `Antwoord van het ${NAMES.desk}`,
      hint: "De vraagsteller krijgt deze tekst per mail.",
    },
  },
  mail: ({ dossier }) => enquiryMail({ dossier, others: [] }),
};

export const contactTexts = {
  form: {
    title: "Neem contact op over de LED",
    why: [
      "Met de Leer- en Ervaringsbewijzendatabank (LED) kan je organisatie gegevens over leer- en ervaringsbewijzen raadplegen, op basis van een protocol.",
      `Vul dit formulier in om de aansluiting te starten, of om eerst een vraag te stellen. We mailen je een link: pas als je die bevestigt, krijgt het ${NAMES.desk} je bericht.`,
    ],
    fields,
    button: "Verstuur",
  },
  teamForm: {
    title: "Open een dossier",
    why: [
      "Voor een organisatie die mailde of belde. Wil ze aansluiten, dan krijgt de contactpersoon meteen het overzicht van het aansluitingsproces.",
      "Gebruikt ze de LED al? Dan voer je op de volgende pagina het protocol of de machtiging in. Niemand krijgt daarover een mail, tenzij je daarvoor kiest.",
    ],
    fields: {
      ...fields,
      organisationName: { label: "Naam van de organisatie" },
      kind: {
        label: "Wat wil de organisatie?",
        options: {
          onboarding: "Aansluiten op de LED",
          enquiry: "Eerst een vraag stellen",
          "existing-use": "Ze gebruikt de LED al, of heeft een machtiging: voer het gebruik in",
        },
      },
      enterpriseNumber: { label: "Ondernemingsnummer (KBO)" },
      missingNumberReason: {
        label: "Waarom is er geen ondernemingsnummer?",
        hint: "Alleen als je het niet invult.",
      },
      contactName: { label: "Naam van de contactpersoon" },
      contactEmail: { label: "E-mailadres van de contactpersoon" },
      message: { label: "Wat vroeg de organisatie?" },
      secondDossierReason: {
        label: "Waarom komt er een tweede dossier?",
        hint: "Alleen als je een gebruik invoert van een organisatie die al een open dossier heeft.",
      },
    } satisfies Record<string, FieldText>,
    button: "Open het dossier",
  },
  confirmation: {
    mail: (days: number, keptDays: number): MailText => ({
      subject: "Bevestig je bericht over de LED",
      paragraphs: [
        "Iemand vulde met dit e-mailadres het contactformulier van de Leer- en Ervaringsbewijzendatabank (LED) in.",
        `Was jij dat? Bevestig je bericht met de knop hieronder. Dat kan nog ${days} dagen. Het ${NAMES.desk} krijgt je bericht pas als je het bevestigd hebt.`,
        `Was jij het niet? Dan hoef je niets te doen. Bevestig je niet, dan wissen we het formulier na ${keptDays} dagen.`,
      ],
    }),
    action: "Bekijk en bevestig je bericht",
  },
  openedByTeam: ({ message, secondDossierReason: second }: Pick<TeamContactForm, OpeningText>): string =>
    [
      `Dossier geopend door het ${NAMES.desk}.`,
      ...(message === undefined ? [] : [message]),
      ...(second === undefined ? [] : [`Waarom een tweede dossier: ${second}`]),
    ].join("\n"),
  answerEnquiry,
  answer: {
    subject: "Antwoord op je vraag over de LED",
    paragraphs: [
      "Je vroeg of de Leer- en Ervaringsbewijzendatabank (LED) je organisatie kan helpen. Dit is ons antwoord:",
    ],
    afterAction: [
      "Daarmee sluiten we je vraag af. Wil je je organisatie laten aansluiten, of heb je nog een vraag? Antwoord dan op deze mail.",
    ],
  },
};
