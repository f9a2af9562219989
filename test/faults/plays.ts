import { dayAfter } from "../journey/answers.ts";
import { playOnboarding } from "../demo/play.ts";
import * as people from "./acts.ts";
import type { PersistentStage } from "./persistent-stage.ts";

const YEAR = 365;
const TERM_DAYS = 700;
const term = (start: string) => ({ start, end: dayAfter(Date.parse(start), TERM_DAYS) });

/** The years after an onboarding without faults: yearly check, renewal, amendment, end and retention. */
async function playUse(stage: PersistentStage): Promise<void> {
  await onboardQuickly(stage);
  stage.strikeFromHere();
  await stage.days(YEAR + 7);
  await stage.decide("ConfirmYearly");
  await people.changeContact(stage);
  await renew(stage);
  await stage.daysBefore((await stage.access()).start, -2);
  if (await isOpen(stage, "ConfirmYearly")) await stage.decide("ConfirmYearly");
  await people.amend(stage);
  await people.withdraw(stage, ({ dossier }) => dossier.status === "IN_USE");
  await people.stopUsing(stage);
  await stage.decide("ConfirmEndOfUse");
  await stage.days(31);
  await people.exportDossier(stage);
  await people.setLegalHold(stage);
  await stage.days(10 * YEAR);
  await people.liftLegalHold(stage);
  await stage.days(2);
  await stage.days(40);
  await stage.days(2);
}

/** A term that ends in half a year, and the next one, with a hold in between. */
async function renew(stage: PersistentStage): Promise<void> {
  const { end = "" } = await stage.access();
  await stage.daysBefore(end, 170);
  await stage.decide("DecideRenewal");
  await stage.decide("SubmitProtocol", "", { fields: { term: term(dayAfter(Date.parse(end), 1)) } });
  await people.putOnHold(stage, 30);
  await stage.days(31);
  await sign(stage);
}

async function onboardQuickly(stage: PersistentStage): Promise<void> {
  await stage.makeContact();
  await stage.decide("SubmitIntake");
  await stage.decide("AssessIntake");
  await stage.decide("AgreePlanning");
  await stage.decide("PreAssessDpia");
  await stage.decide("SubmitProtocol", "", { fields: { term: term(dayAfter(stage.now, 30)) } });
  await sign(stage);
  await stage.decide("PublishByApplicant");
  await stage.decide("PublishByAuthority");
  await stage.decide("ConnectMagda");
}

async function sign(stage: PersistentStage): Promise<void> {
  await stage.decide("ReviewProtocol");
  await stage.decide("AdviseOnProtocol");
  await stage.decide("SignForApplicant");
  await stage.decide("SignForAuthority");
}

/** A request without a result: unanswered, on hold, withdrawn, and erased on request. */
async function playWithdrawal(stage: PersistentStage): Promise<void> {
  await stage.makeContact();
  stage.strikeFromHere();
  await people.putOnHold(stage, 30);
  await people.endHold(stage);
  await stage.days(100);
  await stage.decide("DecideStalled");
  await stage.decide("SubmitIntake");
  await people.changeDpo(stage);
  await people.writeToApplicant(stage, "Kan je ons morgen bellen?");
  await people.withdraw(stage, ({ dossier }) => dossier.status === "CLOSED");
  await people.erase(stage);
  await stage.days(2);
}

const isOpen = async (stage: PersistentStage, kind: string) =>
  (await stage.whole()).tasks.some((task) => task.kind === kind && task.status === "open");

export type Play = {
  play: (stage: PersistentStage) => Promise<void>;
  /** Whether faults hit from its first act on. */
  fromStart: boolean;
};

/** Together they make every call that the system makes for a dossier. */
export const PLAYS = {
  onboarding: { play: playOnboarding, fromStart: true },
  use: { play: playUse, fromStart: false },
  withdrawal: { play: playWithdrawal, fromStart: false },
} as const satisfies Record<string, Play>;
