import { dayAfter } from "../journey/answers.ts";
import { Browser } from "../journey/browser.ts";
import { type Answers, asFormValues } from "../journey/flatten.ts";
import { mustBe } from "../journey/scene.ts";
import type { Stage } from "./stage.ts";

const YEAR = 365;
/**
 * A yearly check that falls due during an amendment is skipped. Therefore nobody acts on the day of a check: otherwise
 * leap days and the speed of the machine would decide whether it is asked.
 */
const WEEK = 7;

/** Ten years of one organisation, from its first question to the day after the deletion. */
export async function playYears(stage: Stage): Promise<void> {
  await theOnboarding(stage);
  await theFirstTerm(stage);
  await anotherPurpose(stage);
  await theNextTerm(stage);
  await theEnd(stage);
}

async function theOnboarding(stage: Stage): Promise<void> {
  stage.chapter("Onboarding, with a hold, another contact and a forgotten task");
  await stage.makeContact();
  await stage.decide("SubmitIntake", "fills in the intake and submits it");
  await putOnHold(stage);
  await stage.decide("AssessIntake", "finds LED suitable and proposes a planning");
  await anotherContact(stage);
  await stage.days(100);
  await stage.scene.mail(stage.applicant, /Herinnering/);
  stage.tell("the system", "reminds the applicant three times, and asks the LED team what to do");
  await stage.decide("DecideStalled", "gives the applicant more time");
  await stage.decide("AgreePlanning", "agrees with the planning");
  await stage.decide("PreAssessDpia", "concludes that no DPIA is required");
  await stage.decide("SubmitProtocol", "fills in the protocol, with the advice of its DPO");
  await stage.decide("ReviewProtocol", "approves the protocol");
  await stage.decide("AdviseOnProtocol", "gives a positive advice");
  await stage.decide("SignForApplicant", "signs for the organisation");
  await stage.decide("SignForAuthority", "countersigns");
  await stage.decide("PublishByApplicant", "publishes the protocol on its website");
  await stage.decide("PublishByAuthority", "publishes the protocol too");
  await stage.decide("ConnectMagda", "reports that the connection works");
  await stage.until("IN_USE");
  stage.tell("the system", `LED can be consulted until ${(await stage.access()).end ?? ""}`);
}

async function putOnHold(stage: Stage): Promise<void> {
  const until = dayAfter(stage.now, 60);
  await byTeam(stage, "hold", { until, reason: "De gemeente fuseert." });
  stage.tell("LED team", "puts the dossier on hold for 60 days: no clock runs");
  await stage.days(61);
  await stage.scene.mail(stage.applicant, /gaat verder/);
  stage.tell("the system", "lets it go on by itself");
}

async function anotherContact(stage: Stage): Promise<void> {
  const browser = new Browser();
  const former = { ...stage.journey.people.contact };
  const link = await stage.journey.statusLink();
  const people = await browser.follow(await browser.open(link), "wijzig de personen");
  const page = await browser.follow(people, /^Wijzig: contactpersoon/);
  const next = { name: "Cas Opvolger", email: former.email.replace("an@", "cas@") };
  const values = { change: "someone-else", "person.name": next.name, "person.email": next.email };
  mustBe(await browser.submit(page.form("person.name"), values), 200);
  stage.tell(former.name, `hands over to ${next.name}, who gets the open task`);
  mustBe(await browser.open(link), 404);
  stage.journey.people.contact = next;
}

async function theFirstTerm(stage: Stage): Promise<void> {
  stage.chapter("In use");
  await stage.days(YEAR + WEEK);
  await stage.decide("ConfirmYearly", "confirms in one click that contacts and purpose are right");
  await stage.days(YEAR);
  await stage.decide("ConfirmYearly", "confirms again");
  await stage.daysBefore((await stage.access()).end, 170);
  stage.tell("the system", "gives notice to all contacts that the term ends in six months");
  await stage.decide("DecideRenewal", "wants a next term");
  const start = dayAfter(Date.parse((await stage.access()).end ?? ""), 1);
  await signAgain(stage, { start, end: dayAfter(Date.parse(start), 5 * YEAR) });
  stage.tell("the system", "lets the next term follow on the first, without a gap");
}

async function anotherPurpose(stage: Stage): Promise<void> {
  stage.chapter("Another purpose");
  await stage.days(2 * YEAR + WEEK);
  await stage.decide("ConfirmYearly", "confirms that everything is right");
  await byTeam(stage, "amendment", { stage: "INTAKE", reason: "Ook voor examens." });
  stage.tell("LED team", "opens the dossier again for another purpose; the access stays as it is");
  const purpose = "Nagaan of wie zich inschrijft voor een examen het nodige diploma heeft.";
  await stage.decide("SubmitIntake", "describes the other purpose", { fields: { purpose } });
  await stage.decide("AssessIntake", "finds LED suitable for it");
  await stage.decide("AgreePlanning", "agrees with the planning");
  await stage.decide("PreAssessDpia", "concludes that no DPIA is required");
  const { start, end = "" } = await stage.access();
  await signAgain(stage, { start: start > dayAfter(stage.now, 0) ? start : dayAfter(stage.now, 0), end });
}

async function theNextTerm(stage: Stage): Promise<void> {
  stage.chapter("The last years of the term");
  await stage.days(YEAR);
  await stage.decide("ConfirmYearly", "confirms that everything is right");
  await stage.daysBefore((await stage.access()).end, -8);
  stage.tell("the system", "gives notice 6, 3 and 1 months before the end; nobody answers");
  stage.tell("the system", "cuts nothing off: the LED team is asked to decide");
}

async function theEnd(stage: Stage): Promise<void> {
  stage.chapter("Out of use");
  await stage.decide("ConfirmEndOfUse", "confirms that the consultation has stopped and the VDI knows");
  await stage.days(31);
  await stage.until("CLOSED");
  stage.tell("the system", "closes the dossier after the reversal period of 30 days");
  stage.closed = await stage.whole();
  stage.chapter("Retention");
  await stage.days(10 * YEAR - 20);
  stage.tell("the system", "gives notice that the dossier will be deleted in a month");
  await stage.days(40);
  stage.tell("the system", `deletes it: ${await stage.whatIsLeft()}`);
}

async function signAgain(stage: Stage, term: { start: string; end: string }): Promise<void> {
  await stage.decide("SubmitProtocol", "fills in the new protocol", { fields: { term } });
  await stage.decide("ReviewProtocol", "approves the new protocol");
  await stage.decide("AdviseOnProtocol", "gives a positive advice again");
  await stage.decide("SignForApplicant", "signs again");
  await stage.decide("SignForAuthority", "countersigns again");
  await stage.until("IN_USE");
  stage.tell("the system", "replaces the earlier access by the new one");
}

async function byTeam(stage: Stage, path: string, values: Answers): Promise<void> {
  const { scene } = stage;
  const browser = await scene.staffBrowser("tine-team");
  const page = await scene.openAsStaff(browser, `${await stage.adminAddress()}/${path}`);
  mustBe(await browser.submit(page.form("reason"), asFormValues(values)), 200);
}
