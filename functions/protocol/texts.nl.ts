import { NAMES } from "../domain/names.ts";
import { type CalendarDate, showDate } from "../domain/calendar.ts";
import { type Dossier, laterPassOf, roundOf } from "../domain/dossier.ts";
import type { Intake, RESIDUAL_RISKS } from "../domain/facts.ts";
import type { HumanTask } from "../domain/human-task.ts";
import type { Names } from "../domain/names.ts";
import type { Actor, Person } from "../domain/people.ts";
import type { MailWithReason } from "../mail/mail-with-reason.ts";
import type { FieldText, MailText, TaskMail, TaskTexts } from "../domain/texts.ts";
import { channelNames } from "../domain/texts.nl.ts";
import { originalPurposes, protocolFields } from "./form-texts.nl.ts";
import { adviceCarriesOver } from "./consumer-advice-is-there.ts";
import { PUBLICATION_DAYS } from "./publication.ts";

export const riskNames: Record<(typeof RESIDUAL_RISKS)[number], string> = {
  low: "laag",
  medium: "gemiddeld",
  high: "hoog",
};

const submitProtocol: TaskTexts = {
  title: "Dien het protocol in",
  why: ({ dossier }) => [
    "Een protocol is verplicht voor je gegevens van de LED krijgt. Je maakt het op een van twee manieren.",
    "Online: vul het formulier in, dat de dertien delen van het protocol volgt. Wij maken er het document van.",
    "Met een eigen bestand: vul ons sjabloon aan, dat bij de documenten staat, en voeg het toe als Word of PDF. Je vult dan maar enkele velden in.",
    adviceCarriesOver(dossier)
      ? "Het advies dat je DPO gaf, blijft gelden. Je hoeft geen nieuw advies te vragen: laat de datum en de naam staan."
      : "Vraag altijd je DPO om advies, en voeg dat advies toe.",
    `Punt 10 vullen wij in. Er zal staan: "${originalPurposes("De beheerder van de LED")}"`,
    "Je kan je antwoorden bewaren en later verder werken. Vul nooit rijksregisternummers of gegevens van burgers in.",
  ],
  outcomes: {
    submitted: { label: "Online invullen", button: "Protocol indienen", past: "diende het protocol in" },
    "own-file": {
      label: "Een eigen bestand indienen",
      explanation: "Het bestand is dan de tekst van het protocol.",
      button: "Eigen bestand indienen",
      past: "diende een eigen bestand in als protocol",
    },
  },
  fields: {
    ...protocolFields,
    referenceRegister: protocolFields["format.referenceRegister"] ?? { label: "Verwijzingsrepertorium" },
    changes: {
      label: "Wat veranderde er sinds je vorige versie?",
      hint: "Alleen als je al een versie indiende.",
    },
  },
  mail: ({ dossier }) => {
    if (roundOf(dossier, "PROTOCOL") === 1) return firstProtocol;
    return adviceCarriesOver(dossier) ? clarifiedProtocol : changedProtocol;
  },
};

const firstProtocol: TaskMail = {
  subject: "Vul het protocol in",
  paragraphs: [
    "De volgende stap is het protocol. We maakten een sjabloon voor je klaar waarin al staat wat we weten.",
    "Vul het aan, vraag je DPO om advies en dien beide in. Je kan je antwoorden bewaren en later verder werken met dezelfde link.",
  ],
  action: "Vul het protocol in",
};
const changedProtocol: TaskMail = {
  subject: "Pas je protocol aan",
  paragraphs: [
    "Je protocol moet nog aangepast worden. Op de pagina van je taak lees je wat er voorafging, en je vorige antwoorden staan er al.",
    "Pas het protocol aan, vraag je DPO om een nieuw advies en dien beide opnieuw in.",
  ],
  action: "Dien het aangepaste protocol in",
};
const clarifiedProtocol: TaskMail = {
  ...changedProtocol,
  paragraphs: [
    "Je protocol moet nog verduidelijkt worden. Op de pagina van je taak lees je de vragen, en je vorige antwoorden staan er al.",
    "Het advies dat je DPO gaf, blijft gelden. Je hoeft geen nieuw advies te vragen.",
  ],
};

const reviewProtocol: TaskTexts = {
  title: "Kijk het protocol na",
  why: [
    "Kijk na of het protocol volledig en duidelijk is. Keur je het goed, dan leest de DPO van de LED het.",
    "Kwam het protocol terug omdat iemand niet ondertekende? Lees dan eerst de reden. Ook de contactpersoon kreeg ze.",
  ],
  outcomes: {
    approved: {
      label: "Het protocol is in orde",
      explanation: "De DPO van de LED krijgt het protocol voor advies.",
      button: "Keur het protocol goed",
      past: "keurde het protocol goed",
    },
    "clarification-needed": {
      label: "Er is verduidelijking nodig",
      explanation: "De aanvrager krijgt je vragen en dient een nieuwe versie in.",
      button: "Vraag verduidelijking",
      past: "vroeg verduidelijking over het protocol",
    },
    close: {
      label: "Het dossier afsluiten",
      explanation: "Het dossier wordt afgesloten. De aanvrager krijgt de reden.",
      button: "Sluit het dossier af",
      past: "sloot het dossier af",
    },
  },
  fields: {
    questions: { label: "Je vragen aan de aanvrager" },
    affectsAdvice: {
      label: "Raakt dit het advies van de DPO van de afnemer?",
      hint: "Bij ja vraagt de aanvrager een nieuw advies. Bij nee blijft het vorige gelden.",
      options: { true: "Ja", false: "Nee" },
    },
    reason: { label: "Reden", hint: "De aanvrager leest deze reden." },
  },
  mail: {
    subject: "Protocol om na te kijken",
    paragraphs: ["Er wacht een protocol om na te kijken. Bekijk of het volledig en duidelijk is."],
  },
};

const adviseOnProtocol: TaskTexts = {
  title: "Geef advies over het protocol",
  why: [
    `Het ${NAMES.desk} keurde het protocol goed, en de DPO van de afnemer gaf een positief advies. Nu is het jouw beurt voor een eerste lezing.`,
    "Zonder jouw positieve advies kan niemand het protocol ondertekenen. Je kan een document met je advies toevoegen.",
  ],
  outcomes: {
    positive: {
      label: "Positief advies",
      button: "Geef positief advies",
      past: "gaf een positief advies over het protocol",
    },
    "changes-needed": {
      label: "Het protocol moet nog aangepast worden",
      explanation: "De aanvrager krijgt je opmerkingen en dient een nieuwe versie in.",
      button: "Vraag aanpassingen",
      past: "vroeg aanpassingen aan het protocol",
    },
  },
  fields: { remarks: { label: "Je opmerkingen", hint: "De aanvrager kan ze lezen." } },
  mail: {
    subject: "Protocol voor advies",
    paragraphs: [`Het ${NAMES.desk} keurde een protocol goed en vraagt je advies.`],
  },
};

const recordPriorConsultation: TaskTexts = {
  title: "Noteer het antwoord van de toezichthouder",
  why: [
    "Uit de DPIA blijkt dat het risico hoog blijft. Dan moet de toezichthouder geraadpleegd worden (AVG, artikel 36) voor iemand het protocol ondertekent.",
    "Noteer hier het antwoord.",
  ],
  outcomes: {
    favourable: {
      label: "Het antwoord is gunstig",
      explanation: "Het protocol kan ondertekend worden. Voeg het antwoord toe.",
      button: "Noteer het gunstige antwoord",
      past: "noteerde een gunstig antwoord van de toezichthouder",
    },
    "changes-needed": {
      label: "De toezichthouder vraagt aanpassingen",
      explanation:
        "De aanvrager past de DPIA aan. Daarna wordt het protocol opnieuw ingediend, met nieuw advies van beide DPO's.",
      button: "Vraag een aangepaste DPIA",
      past: "noteerde dat de toezichthouder aanpassingen vraagt",
    },
    negative: {
      label: "Het antwoord is negatief",
      explanation: "Het dossier wordt afgesloten. De aanvrager krijgt de reden.",
      button: "Sluit het dossier af",
      past: "noteerde een negatief antwoord van de toezichthouder",
    },
  },
  fields: {
    date: { label: "Datum van het antwoord" },
    remarks: { label: "Wat moet er anders?", hint: "De aanvrager leest dit." },
    reason: { label: "Reden", hint: "De aanvrager leest deze reden." },
  },
  mail: {
    subject: "Raadpleeg de toezichthouder",
    paragraphs: [
      "Beide DPO's gaven een positief advies, maar het risico blijft hoog. Raadpleeg de toezichthouder en noteer het antwoord.",
    ],
  },
};

const signatureFields: Record<string, FieldText> = {
  form: {
    label: "Hoe is er ondertekend?",
    options: {
      electronic: "Elektronisch, in de PDF",
      paper: "Op papier, met een scan",
      "paper-copies": "Op papier, in twee exemplaren met de post",
    },
  },
  name: { label: "Naam van wie ondertekende" },
  capacity: { label: "Functie van wie ondertekende" },
  date: { label: "Datum van de handtekening" },
};

const receivedOn: FieldText = {
  label: "Wanneer kwamen de twee exemplaren toe?",
  hint: `Alleen bij twee exemplaren met de post. Het ${NAMES.desk} vult dit in.`,
};
const notSigned: FieldText = {
  label: "Waarom onderteken je niet?",
  hint: `Het ${NAMES.desk} en de contactpersoon lezen deze reden.`,
};

const confirmFinalProtocol: TaskTexts = {
  title: "Bezorg de definitieve tekst van het protocol",
  why: [
    "Beide DPO's gaven een positief advies over een tekst die de afnemer als bestand indiende. Zeg welke PDF de definitieve tekst is: alleen dat bestand wordt ondertekend.",
    "Vul in de tekst eerst de adviezen van beide DPO's aan, met hun datum.",
  ],
  outcomes: {
    "as-submitted": {
      label: "De ingediende PDF is de definitieve tekst",
      explanation: "Iedereen ondertekent de PDF zoals de afnemer hem indiende.",
      button: "Leg de ingediende PDF vast",
      confirmation: "Ja, deze PDF is de definitieve tekst",
      past: "legde de ingediende tekst vast als definitief",
    },
    uploaded: {
      label: "Een andere PDF is de definitieve tekst",
      explanation: "Voeg de definitieve tekst toe als PDF.",
      button: "Leg deze PDF vast",
      confirmation: "Ja, deze PDF is de definitieve tekst",
      past: "legde de definitieve tekst vast",
    },
  },
  fields: {},
  mail: {
    subject: "Definitieve tekst van een protocol nodig",
    paragraphs: [
      "Beide DPO's gaven een positief advies over een protocol dat als bestand is ingediend. Bezorg de definitieve PDF, dan kan het ondertekend worden.",
    ],
  },
};

/** The three ways to sign, in plain words. */
const waysToSign = ({ postalAddress }: Names): string[] => [
  "Elektronisch: onderteken de PDF met je eID, met itsme of met Digitaal Ondertekenen. Vergrendel het bestand niet: anderen tekenen nog. Voeg het ondertekende bestand toe.",
  "Op papier, met een scan: druk het bestand af, onderteken het, en voeg een scan of een foto toe (PDF, JPG of PNG).",
  `Op papier, met de post: druk twee exemplaren af, onderteken ze en stuur ze naar ${postalAddress}. Het ${NAMES.desk} noteert de ontvangst: je hoeft hier dan niets meer te doen.`,
];

const signForApplicant: TaskTexts = {
  title: "Onderteken het protocol",
  why: ({ names }) => [
    "Het protocol voor de toegang tot de LED is klaar. Beide DPO's gaven een positief advies. Je organisatie ondertekent eerst, daarna de leidend ambtenaar aan onze kant.",
    "Kies zelf hoe je ondertekent:",
    ...waysToSign(names),
  ],
  outcomes: {
    signed: {
      label: "Ik onderteken",
      button: "Bevestig de handtekening",
      past: "ondertekende het protocol voor de afnemer",
    },
    "not-signed": {
      label: "Ik onderteken niet",
      explanation: `Het ${NAMES.desk} krijgt je reden en neemt contact op.`,
      button: "Ik onderteken niet",
      past: "ondertekende het protocol niet",
    },
  },
  fields: {
    ...signatureFields,
    receivedOn,
    decidedBy: {
      label: "Welk bestuursorgaan besliste over het protocol?",
      hint: "Alleen als een college, vast bureau of raad erover besliste.",
    },
    "decidedBy.body": {
      label: "Bestuursorgaan",
      options: {
        college: "College van burgemeester en schepenen",
        "permanent-bureau": "Vast bureau",
        council: "Raad",
      },
    },
    "decidedBy.date": { label: "Datum van de beslissing" },
    reason: notSigned,
  },
  mail: {
    subject: "Onderteken het protocol voor de LED",
    paragraphs: [
      "Het protocol voor de toegang van je organisatie tot de LED is klaar om te ondertekenen. Beide DPO's gaven een positief advies.",
      "Je vindt het protocol bij de taak. Onderteken het elektronisch of op papier.",
    ],
    action: "Onderteken het protocol",
  },
};

const signAsSecond: TaskTexts = {
  ...signForApplicant,
  why: ({ names }) => [
    "De eerste ondertekenaar van je organisatie heeft het protocol ondertekend. Nu is het aan jou, als tweede ondertekenaar.",
    "Kies zelf hoe je ondertekent:",
    ...waysToSign(names),
  ],
  outcomes: {
    ...signForApplicant.outcomes,
    signed: {
      label: "Ik onderteken",
      button: "Bevestig de handtekening",
      past: "ondertekende het protocol als tweede voor de afnemer",
    },
  },
  fields: { ...signatureFields, receivedOn, reason: notSigned },
  mail: {
    subject: "Onderteken het protocol voor de LED, als tweede",
    paragraphs: [
      "Je organisatie ondertekent het protocol voor de toegang tot de LED met twee personen. De eerste heeft ondertekend. Nu is het aan jou.",
    ],
    action: "Onderteken het protocol",
  },
};

const signForAuthority: TaskTexts = {
  title: "Onderteken het protocol",
  why: [
    "De afnemer ondertekende het protocol, en beide DPO's gaven een positief advies. Met jouw handtekening is het protocol rond.",
    "Voeg het protocol toe met de handtekeningen van beide partijen.",
  ],
  outcomes: {
    signed: {
      label: "Ik onderteken",
      explanation: "Beide partijen krijgen het ondertekende protocol.",
      button: "Bevestig de handtekening",
      past: "ondertekende het protocol voor de LED",
    },
    refused: {
      label: "Ik onderteken niet",
      explanation: `Het protocol gaat terug naar het ${NAMES.desk}. De handtekening van de afnemer vervalt: na aanpassing ondertekent de afnemer opnieuw.`,
      button: "Ik onderteken niet",
      past: "weigerde het protocol te ondertekenen",
    },
  },
  fields: {
    ...signatureFields,
    returnedOn: {
      label: "Wanneer ging een exemplaar terug?",
      hint: "Alleen bij twee exemplaren met de post.",
    },
    reason: notSigned,
  },
  mail: {
    subject: "Protocol om te ondertekenen",
    paragraphs: ["De afnemer ondertekende het protocol. Nu is het jouw beurt."],
  },
};

const publicationFields: Record<string, FieldText> = {
  date: { label: "Sinds wanneer staat het protocol online?" },
  url: { label: "Op welk adres?", hint: "Het volledige adres van de pagina, met https:// ervoor." },
};

/** The date distinguishes the protocol from a later one, because both must be published. */
const sentOn = ({ openedAt }: HumanTask): string => showDate(openedAt);
const whyPublish = (task: HumanTask): string =>
  `Het gaat om het protocol dat op ${sentOn(task)} ondertekend naar beide partijen ging. De wet vraagt dat beide partijen elk protocol meteen op hun website publiceren. Doe dat zo snel mogelijk, en ten laatste ${PUBLICATION_DAYS} dagen na die dag.`;

const published = {
  published: {
    label: "Het protocol staat online",
    button: "Bevestig de publicatie",
    past: "publiceerde het protocol",
  },
};

const publishByApplicant: TaskTexts = {
  title: "Publiceer het protocol op je website",
  why: ({ task }) => [
    whyPublish(task),
    "Er wacht niets anders op. Zeg ons waar het protocol staat, dan kunnen we ernaar verwijzen.",
  ],
  outcomes: published,
  fields: publicationFields,
  mail: ({ task }) => ({
    subject: `Publiceer het protocol van ${sentOn(task)} op je website`,
    paragraphs: [
      `Het protocol dat je op ${sentOn(task)} kreeg, is door beide partijen ondertekend. De wet vraagt dat je het ook op je website publiceert. Doe dat zo snel mogelijk en laat ons weten waar het staat.`,
      "De rest van je dossier wacht hier niet op.",
    ],
    action: "Zeg waar het protocol staat",
  }),
};

const publishByAuthority: TaskTexts = {
  title: "Publiceer het protocol op onze website",
  why: ({ task }) => [whyPublish(task), "Er wacht niets anders op."],
  outcomes: published,
  fields: publicationFields,
  mail: ({ names, task }) => ({
    subject: `Protocol van ${sentOn(task)} te publiceren`,
    paragraphs: [
      `Het protocol dat op ${sentOn(task)} naar beide partijen ging, is ondertekend. Publiceer het zo snel mogelijk op ${names.links.publication}, en noteer het adres.`,
    ],
  }),
};

type Distributed = { names: Names; today: CalendarDate; isConnectionNeeded: boolean };

/** The connection, or in a later pass from when the new protocol holds. */
function whatComesAfter(dossier: Dossier, { names, today, isConnectionNeeded }: Distributed): string[] {
  if (!laterPassOf(dossier))
    return [
      `De volgende stap is de aansluiting op ${names.platform}. Wie contactpersoon is, krijgt daarover een aparte mail.`,
    ];
  const { protocol, intake, connection } = dossier;
  const start = protocol?.term.start ?? today;
  const from = start > today ? showDate(start) : "nu";
  const fresh = (intake?.channels ?? []).filter((channel) => !connection?.channels.includes(channel));
  return [
    `Vanaf ${from} geldt het nieuwe protocol, en vervangt het wat eerder toegekend was.`,
    isConnectionNeeded
      ? `Voor de ${fresh.map((channel) => channelNames[channel]).join(" en de ")} is nog een aansluiting op ${names.platform} nodig. Wie contactpersoon is, krijgt daarover een aparte mail. Wat al aangesloten is, blijft aangesloten.`
      : `Je hoeft niet opnieuw aan te sluiten op ${names.platform}.`,
  ];
}

const signatoryOf = ({ name, capacity }: Person) => (capacity === undefined ? name : `${name} (${capacity})`);

/** Texts of the protocol; form-texts.nl.ts has those of the form fields. */
export const protocolTexts = {
  submitProtocol,
  reviewProtocol,
  adviseOnProtocol,
  recordPriorConsultation,
  confirmFinalProtocol,
  signForApplicant,
  signAsSecond,
  signForAuthority,
  publishByApplicant,
  publishByAuthority,
  followDossier: "Bekijk je dossier",
  /** To the contact: who signed, and whose turn it is. */
  turn: ({ protocol }: Dossier, signatory: Person | undefined, { agency }: Names): MailText => {
    const { fixed, signatures: { applicant, second } = {} } = protocol ?? {};
    const last = second ?? applicant;
    const next = signatory ? signatoryOf(signatory) : `de leidend ambtenaar van ${agency}`;
    return {
      subject: last ? "Het protocol is verder ondertekend" : "Het protocol wordt ondertekend",
      paragraphs: [
        ...(last ? [`${last.by} ondertekende het protocol op ${showDate(last.at)}.`] : []),
        `Nu is het aan ${next} om versie ${fixed?.version ?? 1} van het protocol te ondertekenen. Die kreeg daarvoor een mail.`,
        "Jij hoeft nu niets te doen. Je krijgt een mail zodra er iets verandert.",
      ],
    };
  },
  /** To the contact. */
  notSigned: ({ name }: Actor): MailWithReason => ({
    subject: "Het protocol is niet ondertekend",
    paragraphs: [
      `${name} ondertekende het protocol niet. Wie al ondertekende, doet dat later opnieuw.`,
      `Het ${NAMES.desk} kijkt het protocol opnieuw na. Moet er iets aan veranderen, dan krijg je daarvoor een aparte mail.`,
    ],
    reasonIs: "Dit is de reden:",
  }),
  openDossier: "Open het dossier",
  /** Initial texts of the form. */
  prefilled: {
    dpo: ({ name, email }: Person) => `${name}, ${email}`,
    categories: ({ dataSubjects }: Intake) => `Betrokkenen: ${dataSubjects}`,
    periodicity: ({ requestsPerYear }: Intake) => `Ongeveer ${requestsPerYear} opvragingen per jaar.`,
    exchange: ({ channels }: Intake) =>
      `Elektronisch, via de ${channels.map((channel) => channelNames[channel]).join(" en de ")}.`,
  },
  versionStatus: { draft: "ontwerp", proposal: "voorstel", final: "definitieve versie" },
  adviceOutcomes: { positive: "positief", negative: "negatief" },
  /** In a title, where the purposes are too long for it. */
  purposesOfArticle: "de doelen die in artikel 2 staan",
  dpia: {
    notRequired: (on: string) => `Uit het vooronderzoek van ${on} blijkt dat er geen DPIA nodig is.`,
    required: (on: string) => `Uit het vooronderzoek van ${on} blijkt dat er een DPIA nodig is.`,
    accepted: (on: string) => `De DPIA is aanvaard op ${on}.`,
    risk: (risk: string) => `Het risico dat overblijft, is ${risk}.`,
    consulted: (on: string) => `De toezichthouder antwoordde gunstig op ${on}.`,
  },
  distributed: {
    toConsumer: (dossier: Dossier, about: Distributed): MailText => ({
      subject: "Het protocol is door beide partijen ondertekend",
      paragraphs: [
        `Het ${laterPassOf(dossier) ? "nieuwe " : ""}protocol voor de toegang tot de LED is rond. Je vindt het ondertekende protocol bij de documenten van je dossier.`,
        ...whatComesAfter(dossier, about),
      ],
    }),
    toAuthority: (organisation: string): MailText => ({
      subject: `Protocol ondertekend: ${organisation}`,
      paragraphs: [
        `Het protocol met ${organisation} is door beide partijen ondertekend. Je vindt het bij de documenten van het dossier.`,
      ],
    }),
  },
  published: (organisation: string): MailText => ({
    subject: `Protocol gepubliceerd: ${organisation}`,
    paragraphs: [`${organisation} publiceerde het protocol op dit adres:`],
  }),
};
