import { Intake } from "../../functions/domain/facts.ts";
import type { IntakeForm } from "../../functions/intake/submit-intake.ts";

/** What an applicant answers in the intake: the only one in the tests. A test says what is different. */
export const anIntakeForm = (differences: Partial<IntakeForm> = {}): IntakeForm => ({
  purpose: "Nagaan of wie solliciteert het gevraagde diploma heeft.",
  use: "De personeelsdienst raadpleegt de LED een keer per kandidaat, voor het eerste gesprek.",
  channels: ["web-service"],
  needsMutations: false,
  connectionDate: "2027-03-01",
  dataSubjects: "Kandidaten voor een functie",
  requestsPerYear: 400,
  dataCategories: "Naam, niveau en datum van het bewijs",
  recipients: "De personeelsdienst",
  retention: "Tot een jaar na de aanwerving",
  automatedDecisions: false,
  legalBasis: "Rechtspositieregeling van het personeel",
  dpo: { name: "Dirk Privacy", email: "dpo@voorbeeldegem.example" },
  signatory: { name: "Sofie Hoofd", capacity: "algemeen directeur", email: "sofie@voorbeeldegem.example" },
  ...differences,
});

/** The intake as a fact of the dossier. */
export function anIntake(differences: Partial<Intake> = {}): Intake {
  const { needsMutations: _, ...form } = anIntakeForm();
  return { ...Intake.parse(form), ...differences };
}
