import { NAMES } from "../domain/names.ts";
import { showDate } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Names } from "../domain/names-schema.ts";
import type { Actor, Person } from "../domain/people.ts";
import type { MailWithReason } from "../mail/mail-with-reason.ts";
import type { FieldText, MailText, TaskTexts } from "../domain/texts.ts";
import { upperFirst, WAITS_FOR_LED } from "../domain/texts.nl.ts";

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

export const confirmFinalProtocol: TaskTexts = {
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

export const signForApplicant: TaskTexts = {
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

export const signAsSecond: TaskTexts = {
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

export const signForAuthority: TaskTexts = {
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

const signatoryOf = ({ name, capacity }: Person) => (capacity === undefined ? name : `${name} (${capacity})`);

/** Mails to the contact while others sign. */
export const turnTexts = {
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
};
