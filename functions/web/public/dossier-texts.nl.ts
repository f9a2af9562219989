import { NAMES } from "../../domain/names.ts";
import { showDate } from "../../domain/calendar.ts";
import type { TaskKind } from "../../domain/process.ts";

/** A task of the consumer as the thing that it is about: "Ga verder met de intake". */
export const taskNouns: Partial<Record<TaskKind, string>> = {
  SubmitIntake: "de intake",
  AgreePlanning: "de planning",
  CarryOutDpia: "de DPIA",
  AdviseOnDpia: "je advies over de DPIA",
  SubmitProtocol: "het protocol",
  AdviseAsConsumerDpo: "je advies over het protocol",
  SignForApplicant: "de ondertekening",
  SignAsSecond: "de ondertekening",
  PublishByApplicant: "de bekendmaking",
  ConnectMagda: `de aansluiting op ${NAMES.platform}`,
  ConfirmYearly: "je gegevens",
  DecideRenewal: "je verlenging",
};

/** Texts of the page of a dossier, for its people. */
export const dossierTexts = {
  summary: "In het kort",
  step: "Stap",
  turn: "Wie is aan zet?",
  contact: "Contactpersoon",
  channels: "Kanaal",
  yourTasks: "Wat we van je vragen",
  continueWith: (noun: string) => `Ga verder met ${noun}`,
  /** A task without a noun of its own, by its title. */
  continueWithTitle: (title: string) => `Ga verder: ${title}`,
  sent: "Wat je indiende",
  nothingSent: "Je diende nog niets in.",
  sentOn: (past: string, at: string) => `je ${past} op ${showDate(at)}`,
  sentBy: (name: string, past: string, at: string) => `${name} ${past} op ${showDate(at)}`,
  messages: "Berichten",
  noMessages: "Er zijn nog geen berichten.",
  people: "Personen",
};
