import { NAMES } from "../domain/names.ts";
import { type CalendarDate, showDate } from "../domain/calendar.ts";
import { channelsToConnect } from "../domain/connected-channels.ts";
import { type Dossier, laterPassOf, roundOf } from "../domain/dossier.ts";
import type { KnownIntake, RESIDUAL_RISKS } from "../domain/facts.ts";
import type { HumanTask } from "../domain/human-task.ts";
import type { Names } from "../domain/names-schema.ts";
import type { Actor, Person } from "../domain/people.ts";
import type { MailWithReason } from "../mail/mail-with-reason.ts";
import type { FieldText, MailText, TaskMail, TaskTexts } from "../domain/texts.ts";
import { questionTexts, withAnswerTexts } from "../domain/questions-by-field.nl.ts";
import { channelNames, IF_NOT_ANSWERED, upperFirst, WAITS_FOR_LED } from "../domain/texts.nl.ts";
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
    "Voordat je gegevens uit de LED krijgt, is een protocol verplicht. Je maakt het op een van twee manieren.",
    "Online: vul het formulier in, dat de dertien delen van het protocol volgt. Wij maken er het document van.",
    "Met een eigen bestand: vul ons sjabloon aan, dat bij de documenten staat, en voeg het toe als Word of PDF. Je vult dan maar enkele velden in.",
    adviceCarriesOver(dossier)
      ? "Het advies dat je DPO gaf, blijft gelden. Je hoeft geen nieuw advies te vragen: laat de datum en de naam staan."
      : "Vraag altijd je DPO om advies, en voeg dat advies toe.",
    `Punt 10 vullen wij in, met deze tekst: "${originalPurposes(NAMES.agency)}"`,
    "Je kan je antwoorden bewaren en later verderwerken. Vul nooit rijksregisternummers of gegevens van burgers in.",
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
  fields: withAnswerTexts({
    ...protocolFields,
    referenceRegister: protocolFields["format.referenceRegister"] ?? { label: "Verwijzingsrepertorium" },
    channels: {
      label: "Langs welk kanaal krijg je de gegevens?",
      told: "Kanalen",
      hint: "Kies wat in je bestand staat. Een kanaal dat je niet in de intake vroeg, kan niet.",
      options: channelNames,
    },
    signatory: { label: "Wie ondertekent het protocol voor je organisatie?", told: "Ondertekenaar" },
    "signatory.name": { label: "Naam van de ondertekenaar", told: "Naam" },
    "signatory.capacity": { label: "Functie van de ondertekenaar", told: "Functie" },
    "signatory.email": { label: "E-mailadres van de ondertekenaar", told: "E-mailadres" },
    secondSignatory: {
      label: "Tekent er nog iemand?",
      told: "Tweede ondertekenaar",
      hint: "Bij een gemeente tekenen de burgemeester en de algemeen directeur. Elk krijgt een eigen mail.",
    },
    "secondSignatory.name": { label: "Naam van de tweede ondertekenaar", told: "Naam" },
    "secondSignatory.capacity": { label: "Functie van de tweede ondertekenaar", told: "Functie" },
    "secondSignatory.email": { label: "E-mailadres van de tweede ondertekenaar", told: "E-mailadres" },
    changes: {
      label: "Wat veranderde er sinds je vorige versie?",
      told: "Wat er veranderde sinds de vorige versie",
      hint: "Alleen als je al een versie indiende.",
    },
  }),
  mail: ({ dossier }) => {
    if (roundOf(dossier, "PROTOCOL") === 1) return firstProtocol;
    return adviceCarriesOver(dossier) ? clarifiedProtocol : changedProtocol;
  },
};

const firstProtocol: TaskMail = {
  subject: "Vul het protocol in",
  why: [
    "De volgende stap is het protocol. We maakten een sjabloon voor je klaar waarin al staat wat we weten.",
  ],
  what: [
    "Vraag je DPO eerst om advies. Dien daarna het protocol en het advies in. Je kan je antwoorden bewaren en later verderwerken met dezelfde link.",
  ],
  ifNot: IF_NOT_ANSWERED,
  action: "Vul het protocol in",
};
const changedProtocol: TaskMail = {
  subject: "Pas je protocol aan",
  why: ["Je protocol moet nog aangepast worden."],
  what: [
    "Pas het protocol aan, vraag je DPO om een nieuw advies en dien beide opnieuw in. Je vorige antwoorden staan al klaar.",
  ],
  ifNot: IF_NOT_ANSWERED,
  action: "Dien het aangepaste protocol in",
};
const clarifiedProtocol: TaskMail = {
  ...changedProtocol,
  why: ["Je protocol moet nog verduidelijkt worden."],
  what: [
    "Pas het protocol aan en dien het opnieuw in. Je vorige antwoorden staan al klaar. Het advies dat je DPO gaf, blijft gelden: je hoeft geen nieuw advies te vragen.",
  ],
};

/** Whether a refused signature caused the task. */
const isReturned = ({ because = "" }: HumanTask): boolean => because.startsWith("Sign");

const reviewProtocol: TaskTexts = {
  title: "Kijk het protocol na",
  why: ({ task }) => [
    "Kijk na of het protocol volledig en duidelijk is. Keur je het goed, dan leest de DPO van de LED het.",
    ...(isReturned(task)
      ? [
          "Het protocol kwam terug omdat iemand niet ondertekende. Hieronder staat de reden. Ook de contactpersoon kreeg ze.",
        ]
      : []),
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
    ...questionTexts(submitProtocol.fields),
    questions: { label: "Je vragen aan de aanvrager", told: `Vragen van het ${NAMES.desk}` },
    affectsAdvice: {
      label: "Raakt dit het advies van de DPO van de afnemer?",
      hint: "Bij ja vraagt de aanvrager een nieuw advies. Bij nee blijft het vorige gelden.",
      options: { true: "Ja", false: "Nee" },
    },
    reason: { label: "Reden", told: `Reden van het ${NAMES.desk}`, hint: "De aanvrager leest deze reden." },
  },
  mail: ({ dossier: { organisation }, task }) => ({
    subject: "Kijk het protocol na",
    why: [
      isReturned(task)
        ? `Het protocol van ${organisation.name} is niet ondertekend, en komt terug.`
        : `${organisation.name} diende het protocol in.`,
    ],
    what: ["Kijk na of het volledig en duidelijk is."],
    ifNot: WAITS_FOR_LED,
  }),
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
  fields: {
    ...questionTexts(submitProtocol.fields),
    remarks: {
      label: "Je opmerkingen",
      told: "Opmerkingen van de DPO van de LED",
      hint: "De aanvrager kan ze lezen.",
    },
  },
  mail: ({ dossier: { organisation } }) => ({
    subject: "Geef advies over het protocol",
    why: [`Het ${NAMES.desk} keurde het protocol van ${organisation.name} goed en vraagt je advies.`],
    what: ["Lees het protocol en geef je advies. Zonder jouw positieve advies kan niemand het ondertekenen."],
    ifNot: WAITS_FOR_LED,
  }),
};

const recordPriorConsultation: TaskTexts = {
  title: "Noteer het antwoord van de toezichthouder",
  why: [
    "Uit de DPIA blijkt dat het risico hoog blijft. Dan moet de toezichthouder geraadpleegd zijn (AVG, artikel 36) voordat iemand het protocol ondertekent.",
    "Spreek met de afnemer af wie de toezichthouder raadpleegt, en noteer hier het antwoord.",
  ],
  outcomes: {
    favourable: {
      label: "De toezichthouder heeft geen bezwaar",
      explanation:
        "Ook als de toezichthouder niet op tijd antwoordde. Het protocol kan dan ondertekend worden. Voeg het antwoord toe.",
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
      warning:
        "Het dossier wordt afgesloten. De aanvrager krijgt de reden. Wil die toch verder, dan begint een nieuwe aanvraag.",
      button: "Sluit het dossier af",
      past: "noteerde een negatief antwoord van de toezichthouder",
    },
  },
  fields: {
    date: { label: "Datum van het antwoord" },
    remarks: { label: "Wat moet er anders?", told: "Wat er anders moet", hint: "De aanvrager leest dit." },
    reason: { label: "Reden", told: "Reden van de toezichthouder", hint: "De aanvrager leest deze reden." },
  },
  mail: ({ dossier: { organisation } }) => ({
    subject: "Noteer het antwoord van de toezichthouder",
    why: [
      `Beide DPO's gaven een positief advies over het protocol van ${organisation.name}, maar het risico blijft hoog.`,
    ],
    what: ["Spreek met de afnemer af wie de toezichthouder raadpleegt, en noteer het antwoord."],
    ifNot: `Tot dan kan niemand het protocol ondertekenen. ${WAITS_FOR_LED}`,
  }),
};

const signatureFields: Record<string, FieldText> = {
  form: {
    label: "Hoe onderteken je?",
    told: "Manier van ondertekenen",
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
  label: "Wanneer kwamen de twee exemplaren aan?",
  hint: `Alleen bij twee exemplaren met de post. Het ${NAMES.desk} vult dit in.`,
};
const notSigned: FieldText = {
  label: "Waarom onderteken je niet?",
  told: "Waarom er niet ondertekend is",
  hint: `Het ${NAMES.desk} en de contactpersoon lezen deze reden.`,
};

const confirmFinalProtocol: TaskTexts = {
  title: "Bezorg de definitieve tekst van het protocol",
  why: [
    "Beide DPO's gaven een positief advies over een tekst die de afnemer als bestand indiende. Kies welke PDF de definitieve tekst is: alleen dat bestand wordt ondertekend.",
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
    subject: "Bezorg de definitieve tekst van het protocol",
    why: ["Beide DPO's gaven een positief advies over een protocol dat als bestand is ingediend."],
    what: ["Bezorg de definitieve PDF. Dan kan het protocol ondertekend worden."],
    ifNot: `Tot dan kan niemand het protocol ondertekenen. ${WAITS_FOR_LED}`,
  },
};

/** The three ways to sign, in plain words. */
const waysToSign = ({ postalAddress }: Names): string[] => [
  "Elektronisch: onderteken de PDF met je eID, met itsme of met Digitaal Ondertekenen. Vergrendel het bestand niet: anderen tekenen nog. Voeg het ondertekende bestand toe.",
  "Op papier, met een scan: druk het bestand af, onderteken het, en voeg een scan of een foto toe (PDF, JPG of PNG).",
  `Op papier, met de post: druk twee exemplaren af, onderteken ze en stuur ze naar ${postalAddress}. Het ${NAMES.desk} noteert de ontvangst: je hoeft hier dan niets meer te doen.`,
];

/** Which file: the version that everybody signs. */
const fileOf = ({ protocol }: Dossier): string =>
  protocol?.fixed ? `: versie ${protocol.fixed.version}, vastgelegd op ${showDate(protocol.fixed.at)}` : "";

/** A signatory never heard of the LED: the contact can say more, and the law asks to say what is kept. */
const ifNotSigned = ({ people }: Dossier): string =>
  `Hebben we dan niets, dan vragen we het na bij ${people.contact.name}. Onderteken je niet, laat het dan weten via dezelfde knop. Hoe ${NAMES.agency} met je gegevens omgaat, lees je in de privacyverklaring: ${NAMES.links.privacyNotice}.`;

const signForApplicant: TaskTexts = {
  title: "Onderteken het protocol",
  why: ({ names }) => [
    `Het protocol voor de toegang tot de LED is klaar. Beide DPO's gaven een positief advies. Je organisatie ondertekent eerst, daarna de leidend ambtenaar van ${NAMES.agency}.`,
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
      explanation: `Het ${NAMES.desk} krijgt je reden en neemt contact met je op.`,
      warning: `Het protocol gaat terug naar het ${NAMES.desk}, met je reden. Handtekeningen die er al staan, vervallen: na aanpassing vragen we iedereen opnieuw om te ondertekenen.`,
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
  mail: ({ dossier }) => ({
    subject: `Onderteken het protocol van ${dossier.organisation.name} met ${NAMES.agency} over de LED`,
    why: [
      `${dossier.organisation.name} wil de Leer- en Ervaringsbewijzendatabank (LED) raadplegen. ${dossier.people.contact.name} gaf jouw naam op als ondertekenaar. De DPO's van beide partijen gaven een positief advies.`,
    ],
    what: [
      `Je vindt het protocol via de knop${fileOf(dossier)}. Onderteken het elektronisch of op papier: de pagina zegt hoe. Na je organisatie ondertekent de leidend ambtenaar van ${NAMES.agency}.`,
    ],
    ifNot: ifNotSigned(dossier),
    action: "Onderteken het protocol",
  }),
};

const signAsSecond: TaskTexts = {
  ...signForApplicant,
  why: ({ names }) => [
    "De eerste ondertekenaar van je organisatie heeft het protocol ondertekend. Nu ben jij aan de beurt, als tweede ondertekenaar.",
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
  mail: ({ dossier }) => ({
    subject: `Onderteken als tweede het protocol van ${dossier.organisation.name} met ${NAMES.agency} over de LED`,
    why: [
      `${dossier.organisation.name} ondertekent het protocol voor de toegang tot de Leer- en Ervaringsbewijzendatabank (LED) met twee personen. De eerste heeft ondertekend. Nu ben jij aan de beurt.`,
    ],
    what: [`Je vindt het protocol via de knop${fileOf(dossier)}. De pagina zegt hoe je ondertekent.`],
    ifNot: ifNotSigned(dossier),
    action: "Onderteken het protocol",
  }),
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
      warning: `Het protocol gaat terug naar het ${NAMES.desk}. De handtekening van de afnemer vervalt: na aanpassing ondertekent de afnemer opnieuw.`,
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
  mail: ({ dossier: { organisation, protocol } }) => ({
    subject: "Onderteken het protocol",
    why: [
      `${organisation.name} ondertekende het protocol over de LED${protocol?.signatures.applicant ? ` op ${showDate(protocol.signatures.applicant.at)}` : ""}. De DPO's van beide partijen gaven een positief advies.`,
    ],
    what: ["Onderteken jij nu ook? Met jouw handtekening is het protocol rond."],
    ifNot: WAITS_FOR_LED,
  }),
};

const publicationFields: Record<string, FieldText> = {
  date: { label: "Wanneer plaatste je het protocol online?", told: "Online sinds" },
  url: {
    label: "Op welk adres?",
    told: "Adres",
    hint: "Het volledige adres van de pagina, met https:// ervoor.",
  },
};

/** The date distinguishes the protocol from a later one, because both must be published. */
const sentOn = ({ openedAt }: HumanTask): string => showDate(openedAt);
const whyPublish = (task: HumanTask): string =>
  `Het gaat om het protocol dat op ${sentOn(task)} ondertekend naar beide partijen ging. Volgens het e-govdecreet (artikel 8) publiceren beide partijen het protocol meteen op hun website. Gebruik het bestand zonder handtekeningen dat klaarstaat bij de taak: in een eID-handtekening zit het rijksregisternummer van wie tekende. Doe dat zo snel mogelijk, en ten laatste ${PUBLICATION_DAYS} dagen na die dag.`;

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
    "Je aansluiting loopt intussen gewoon verder. Laat ons weten waar het protocol staat. Dan kunnen we ernaar verwijzen.",
  ],
  outcomes: published,
  fields: publicationFields,
  mail: ({ task }) => ({
    subject: `Publiceer het protocol van ${sentOn(task)} op je website`,
    why: [
      `Het protocol dat je op ${sentOn(task)} kreeg, is door beide partijen ondertekend. Volgens het e-govdecreet (artikel 8) publiceer je het meteen op je website.`,
    ],
    what: [
      "Gebruik het bestand zonder handtekeningen dat klaarstaat bij je taak: in een eID-handtekening zit het rijksregisternummer van wie tekende. Laat ons daarna weten waar het protocol staat.",
    ],
    ifNot: "Je aansluiting loopt intussen gewoon verder. Horen we niets, dan sturen we een herinnering.",
    action: "Meld het adres",
  }),
};

const publishByAuthority: TaskTexts = {
  title: "Publiceer het protocol op onze website",
  why: ({ task }) => [whyPublish(task), "De aansluiting loopt intussen gewoon verder."],
  outcomes: published,
  fields: publicationFields,
  mail: ({ task }) => ({
    subject: `Publiceer het protocol van ${sentOn(task)}`,
    why: [
      `Het protocol dat op ${sentOn(task)} naar beide partijen ging, is ondertekend. Volgens het e-govdecreet (artikel 8) publiceren beide partijen het meteen op hun website.`,
    ],
    what: [
      `Publiceer het bestand zonder handtekeningen dat klaarstaat bij de taak op ${NAMES.links.publication}, en noteer het adres.`,
    ],
    ifNot: "De aansluiting loopt intussen gewoon verder. Na vijf werkdagen volgt een herinnering.",
  }),
};

/** `reader`: the person who gets the mail. */
type Distributed = { reader: Person; today: CalendarDate };

/** The connection, or in a later pass from when the new protocol holds. */
function whatComesAfter(dossier: Dossier, { reader, today }: Distributed): string[] {
  const { contact } = dossier.people;
  const another = `${reader.id === contact.id ? "Je krijgt" : `${contact.name} krijgt`} daarover een aparte mail.`;
  if (!laterPassOf(dossier)) return [`De volgende stap is de aansluiting op ${NAMES.platform}. ${another}`];
  const { protocol } = dossier;
  const start = protocol?.term.start ?? today;
  const from = start > today ? showDate(start) : "nu";
  const fresh = channelsToConnect(dossier);
  return [
    `Vanaf ${from} geldt het nieuwe protocol, en vervangt het je vorige protocol.`,
    fresh.length > 0
      ? `Voor de ${fresh.map((channel) => channelNames[channel]).join(" en de ")} is nog een aansluiting op ${NAMES.platform} nodig. ${another} Wat al aangesloten is, blijft aangesloten.`
      : `Je hoeft niet opnieuw aan te sluiten op ${NAMES.platform}.`,
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
        `${upperFirst(next)} is nu aan de beurt om versie ${fixed?.version ?? 1} van het protocol te ondertekenen, en kreeg daarvoor een mail.`,
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
    recipients: (recipients: string, processor: string | undefined) =>
      processor === undefined ? recipients : `${recipients}\nVerwerker: ${processor}`,
    categories: ({ dataSubjects, dataCategories }: KnownIntake) =>
      [
        ...(dataCategories === undefined ? [] : [dataCategories]),
        ...(dataSubjects === undefined ? [] : [`Betrokkenen: ${dataSubjects}`]),
      ].join("\n"),
    periodicity: ({ requestsPerYear }: KnownIntake) =>
      requestsPerYear === undefined ? "" : `Ongeveer ${requestsPerYear} opvragingen per jaar.`,
    exchange: ({ channels }: KnownIntake) =>
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
      subject: "Protocol ondertekend",
      paragraphs: [
        `Het protocol met ${organisation} is door beide partijen ondertekend. Je vindt het bij de documenten van het dossier.`,
      ],
    }),
  },
  published: (organisation: string): MailText => ({
    subject: "Protocol gepubliceerd",
    paragraphs: [`${organisation} publiceerde het protocol op dit adres:`],
  }),
};
