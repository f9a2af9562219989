import type { Dpia, Protocol } from "../../functions/domain/facts.ts";
import { NOW } from "../builders/dossier.ts";
import { anIntake } from "../builders/intake.ts";

export const INTAKE = anIntake({ channels: ["web-application", "web-service"] });

export const aDpia = (differences: Partial<Dpia> = {}): Dpia => ({
  conclusion: "required",
  suggestion: "required",
  questionnaire: "2026-1",
  criteria: ["a2"],
  concludedAt: NOW,
  residualRisk: "low",
  acceptedAt: NOW,
  ...differences,
});

export const ADVICE = {
  outcome: "positive",
  date: "2026-11-20",
  name: "Dirk Privacy",
  hasConditions: false,
} as const;

/** A submitted protocol. */
export const aProtocol = (differences: Partial<Protocol> = {}): Protocol => ({
  legalBasis: "protocol",
  term: { start: "2027-03-01" },
  submittedAt: NOW,
  consumerDpoAdvice: ADVICE,
  signatures: {},
  ...differences,
});

export const LED_ADVICE = { outcome: "positive", at: NOW, by: "Lena Dpo" } as const;
export const APPLICANT_SIGNATURE = { at: "2026-11-23", form: "paper", by: "Sofie Hoofd" } as const;
export const AUTHORITY_SIGNATURE = { at: "2026-11-23", form: "electronic", by: "Leo Ambtenaar" } as const;

export const FORM = {
  legalBasis: "protocol",
  controllers: {
    seat: "Dorpsplein 1, 9999 Voorbeeldegem",
    representedBy: "Sofie Hoofd",
    capacity: "algemeen directeur",
    dpo: "Dirk Privacy, dpo@voorbeeldegem.example",
  },
  purposes: INTAKE.purpose,
  data: { categories: "diploma's van sollicitanten", proportionality: "zonder diploma geen aanwerving" },
  recipients: "de personeelsdienst",
  legalGround: { communication: "Decreet lokaal bestuur", collection: "AVG, artikel 6, lid 1, e" },
  security: "toegang per rol",
  periodicity: "bij elke aanwerving",
  term: { start: "2027-03-01", end: "2030-03-01" },
  sanctions: "de toegang wordt opgeschort",
  dataQuality: "fouten melden we aan de bron",
  format: { exchange: "webdienst", logging: "wie, wanneer, waarom; 10 jaar" },
  retention: "1 jaar",
  advice: { outcome: "positive", date: "2026-11-20", name: "Dirk Privacy" },
};
