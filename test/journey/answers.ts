import { QUESTIONNAIRE } from "../../functions/dpia/questionnaire.ts";
import { addDays, dateOf, toInstant } from "../../functions/domain/calendar.ts";
import type { TaskKind } from "../../functions/domain/process.ts";
import { pdf, signed } from "./files.ts";
import type { Answers } from "./flatten.ts";
import type { DecisionOfPerson } from "./scene.ts";
import { anIntakeForm } from "../builders/intake.ts";

/** Fictional people of a fictional organisation, at a separate domain. */
export const peopleOf = (domain: string) => ({
  contact: { name: "An Voorbeeld", email: `an@${domain}` },
  dpo: { name: "Dries Privacy", email: `dpo@${domain}` },
  signatory: { name: "Sofie Hoofd", email: `sofie@${domain}`, capacity: "algemeen directeur" },
  secondSignatory: { name: "Bert Burger", email: `bert@${domain}`, capacity: "burgemeester" },
});
export type People = ReturnType<typeof peopleOf>;

export const contactAnswers = (differences: Answers = {}): Answers => ({
  organisationName: "Gemeente Voorbeeldegem",
  organisationType: "local-authority",
  enterpriseNumber: "0999.999.922",
  contactName: "An Voorbeeld",
  kind: "onboarding",
  message: "We willen diploma's kunnen nakijken als iemand solliciteert.",
  ...differences,
});

/** A calendar date some days after the virtual now, in Brussels: YYYY-MM-DD. */
export const dayAfter = (now: number, days: number): string =>
  dateOf(addDays(toInstant(new Date(now)), days));

export const planningFrom = (now: number, delay = 0) => ({
  dpiaConclusion: dayAfter(now, 21 + delay),
  protocolDraft: dayAfter(now, 42 + delay),
  dpoAdvice: dayAfter(now, 63 + delay),
  signature: dayAfter(now, 84 + delay),
  connection: dayAfter(now, 110 + delay),
});

const preAssessment = (now: number): Answers => ({
  header: {
    processing: "Diploma's en ervaringsbewijzen raadplegen bij aanwervingen",
    controllers: "Gemeente Voorbeeldegem",
    dataCategories: "Identificatiegegevens en bewijzen van kwalificaties",
    recipients: "De personeelsdienst",
    retention: "Tot een jaar na de aanwerving",
    automatedDecisions: false,
  },
  a: allNo("a"),
  b: allNo("b"),
  c: allNo("c"),
  motivation: `Afgewogen op ${dayAfter(now, 0)}.`,
});

const allNo = (part: keyof typeof QUESTIONNAIRE): Answers =>
  Object.fromEntries(QUESTIONNAIRE[part].map(({ id }) => [id, { answer: "no" }]));

const intake = (now: number, people: People): Answers => ({
  ...anIntakeForm({ connectionDate: dayAfter(now, 120) }),
  telephone: "02 000 00 00",
  dpo: { name: people.dpo.name, email: people.dpo.email },
  signatory: { ...people.signatory },
});

/** Usual decisions, so that a play or a test contains only differences. `now` is the virtual time. */
export async function usualDecision(kind: TaskKind, now: number, people: People): Promise<DecisionOfPerson> {
  return USUAL[kind](now, people);
}

const remarks = { remarks: "In orde." };

const USUAL: Record<TaskKind, (now: number, people: People) => DecisionOfPerson | Promise<DecisionOfPerson>> =
  {
    AnswerEnquiry: () => ({
      outcome: "answered",
      fields: { answer: "De LED bevat bewijzen van Vlaamse instellingen." },
    }),

    EnterUse: (now) => ({
      outcome: "authorisation",
      fields: {
        reference: "VTC/2015/12",
        decidedOn: "2015-03-11",
        term: { start: "2015-04-01" },
        purpose: "Diploma's nakijken bij aanwervingen",
        channels: ["web-application"],
        webApplicationSince: dayAfter(now, -400),
        tells: "nobody",
      },
      files: { authorisation: () => pdf("Machtiging") },
    }),

    SubmitIntake: (now, people) => ({ outcome: "submitted", fields: intake(now, people) }),
    AssessIntake: (now) => ({ outcome: "suitable", fields: { planning: planningFrom(now) } }),
    AgreePlanning: () => ({ outcome: "agree" }),
    ProposePlanning: (now) => ({ outcome: "proposed", fields: { planning: planningFrom(now, 14) } }),

    PreAssessDpia: (now) => ({ outcome: "not-required", fields: preAssessment(now) }),
    CarryOutDpia: async () => ({
      outcome: "submitted",
      fields: {
        contents: { description: true, necessity: true, risks: true, measures: true },
        residualRisk: "low",
        dpoOpinion: "De maatregelen volstaan.",
      },
      files: { dpia: await pdf("DPIA"), "dpia-dpo-opinion": await pdf("Mening van de DPO") },
    }),
    AdviseOnDpia: () => ({ outcome: "positive", fields: { opinion: "De maatregelen volstaan." } }),
    ReviewDpia: () => ({ outcome: "accepted" }),
    AdviseOnDpiaForLed: () => ({ outcome: "positive", fields: { opinion: "De maatregelen volstaan." } }),

    SubmitProtocol: async (now, people) => ({
      outcome: "submitted",
      fields: protocol(now, people),
      files: { "consumer-dpo-advice": await pdf("Advies van de DPO") },
    }),
    AdviseAsConsumerDpo: () => ({ outcome: "positive", fields: remarks }),
    ReviewProtocol: () => ({ outcome: "approved" }),
    AdviseOnProtocol: () => ({ outcome: "positive", fields: remarks }),
    RecordPriorConsultation: async (now) => ({
      outcome: "favourable",
      fields: { date: dayAfter(now, 0) },
      files: { "prior-consultation": await pdf("Antwoord van de toezichthouder") },
    }),
    ConfirmFinalProtocol: () => ({ outcome: "as-submitted" }),
    SignForApplicant: (now, { signatory }) => ({
      outcome: "signed",
      fields: {
        form: "electronic",
        name: signatory.name,
        capacity: signatory.capacity,
        date: dayAfter(now, 0),
      },
      files: { "protocol-signed-by-applicant": signed(signatory.name) },
    }),
    SignAsSecond: (now, { secondSignatory }) => ({
      outcome: "signed",
      fields: {
        form: "electronic",
        name: secondSignatory.name,
        capacity: secondSignatory.capacity,
        date: dayAfter(now, 0),
      },
      files: { "protocol-signed-by-second": signed(secondSignatory.name) },
    }),
    SignForAuthority: (now) => ({
      outcome: "signed",
      fields: {
        form: "electronic",
        name: "Leo Ambtenaar",
        capacity: "administrateur-generaal",
        date: dayAfter(now, 0),
      },
      files: { "protocol-signed-by-both": signed("Leo Ambtenaar") },
    }),
    PublishByApplicant: (now) => ({
      outcome: "published",
      fields: { date: dayAfter(now, 0), url: "https://www.voorbeeldegem.example/protocollen" },
    }),
    PublishByAuthority: (now) => ({
      outcome: "published",
      fields: { date: dayAfter(now, 0), url: "https://led.example/protocollen" },
    }),

    ConnectMagda: (now) => ({
      outcome: "connected",
      fields: {
        channel: "web-service",
        exploratoryTalkDate: dayAfter(now, -30),
        reference: "TAN-2026-0815",
        testDate: dayAfter(now, -7),
        productionDate: dayAfter(now, 0),
      },
    }),
    ConnectOtherChannel: (now) => ({
      outcome: "connected",
      fields: { channel: "web-application", productionDate: dayAfter(now, 0) },
    }),

    ConfirmYearly: () => ({ outcome: "confirmed" }),
    DecideRenewal: () => ({ outcome: "renew" }),
    ConfirmEndOfUse: (now) => ({
      outcome: "confirmed",
      fields: { consultationEndedOn: dayAfter(now, 0), vdiToldOn: dayAfter(now, 0) },
    }),
    ReversalPeriod: () => ({ outcome: "reverse", fields: { reason: "De organisatie wil toch verder." } }),
    AnswerMessage: () => ({ outcome: "answered", fields: { answer: "We kijken het na." } }),
    DecideStalled: (now) => ({
      outcome: "extend",
      fields: { until: dayAfter(now, 30), reason: "Je mailde dat je volgende maand verder kan." },
    }),
  };

const protocol = (now: number, people: People): Answers => ({
  legalBasis: "protocol",
  controllers: { seat: "Kerkplein 1, 9999 Voorbeeldegem" },
  data: { proportionality: "Alleen het bewijs dat de functie vraagt, alleen van wie solliciteert." },
  legalGround: {
    communication: "Rechtspositieregeling van het personeel",
    collection: "Decreet over de kwalificatiestructuur",
  },
  security: "Toegang voor drie medewerkers, met een eigen account en een logboek.",
  term: { start: dayAfter(now, 30), end: dayAfter(now, 30 + 3 * 365) },
  sanctions: "De toegang wordt opgeschort bij misbruik.",
  dataQuality: "De LED is de authentieke bron; fouten melden we aan het LED-team.",
  format: { logging: "Wie, wanneer en waarom; tien jaar bewaard." },
  retention: "Tot een jaar na de aanwerving",
  advice: { outcome: "positive", date: dayAfter(now, 0), name: people.dpo.name },
});

/** What the system asks about a protocol that is a file of the consumer; its DPO advises by link. */
export const ownFile = (now: number, { signatory, secondSignatory }: People): Answers => ({
  legalBasis: "protocol",
  term: { start: dayAfter(now, 30), end: dayAfter(now, 30 + 3 * 365) },
  channels: ["web-service"],
  signatory,
  secondSignatory,
});

/** The questionnaire with two criteria of part C met, which suggests a DPIA. */
export const dpiaRequired = (now: number): DecisionOfPerson => ({
  outcome: "required",
  fields: {
    ...preAssessment(now),
    c: {
      ...allNo("c"),
      c5: { answer: "yes", reason: "Alle kandidaten." },
      c7: { answer: "yes", reason: "Kandidaten hangen af van de werkgever." },
    },
  },
});
