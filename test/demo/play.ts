import { dpiaRequired, planningFrom } from "../journey/answers.ts";
import type { Stage } from "./stage.ts";

/** A complete onboarding, once through every common loop, with a reminder. */
export async function playOnboarding(stage: Stage): Promise<void> {
  stage.chapter("1 Contact");
  await stage.makeContact();

  stage.chapter("2 Intake");
  await aReminder(stage);
  await stage.decide("SubmitIntake", "fills in the intake and submits it");
  await stage.days(2);
  await stage.decide("AssessIntake", "asks for more information", {
    outcome: "more-information",
    fields: { questions: "Welke dienst raadpleegt de LED, en hoe vaak per kandidaat?" },
  });
  await stage.days(3);
  await stage.decide("SubmitIntake", "answers the questions and submits the intake again");
  await stage.days(1);
  await stage.decide("AssessIntake", "finds LED suitable and proposes a planning");
  await stage.decide("AgreePlanning", "asks for other dates", {
    outcome: "other-dates",
    fields: { planning: planningFrom(stage.now, 30), remarks: "Onze raad komt pas later samen." },
  });
  await stage.days(1);
  await stage.decide("ProposePlanning", "proposes other dates", {
    fields: { planning: planningFrom(stage.now, 30) },
  });
  await stage.days(2);
  await stage.decide("AgreePlanning", "agrees with the planning");

  stage.chapter("3 DPIA");
  await stage.days(5);
  await stage.decide(
    "PreAssessDpia",
    "concludes that a DPIA is required, with an initial draft",
    dpiaRequired(stage.now),
  );
  await stage.days(20);
  await stage.decide("CarryOutDpia", "uploads the DPIA with the opinion of its DPO");
  await stage.days(4);
  await stage.decide("ReviewDpia", "asks for changes to the DPIA", {
    outcome: "changes-needed",
    fields: { remarks: "Beschrijf de bewaartermijn." },
  });
  await stage.days(6);
  await stage.decide("CarryOutDpia", "uploads the changed DPIA");
  await stage.days(3);
  await stage.decide("ReviewDpia", "accepts the DPIA");

  stage.chapter("4 Protocol");
  await stage.days(14);
  await stage.decide("SubmitProtocol", "fills in the protocol, with the advice of its DPO");
  await stage.days(3);
  await stage.decide("ReviewProtocol", "asks for clarification", {
    outcome: "clarification-needed",
    fields: { questions: "Wie ziet de logboeken na?", affectsAdvice: false },
  });
  await stage.days(4);
  await stage.decide("SubmitProtocol", "clarifies the protocol");
  await stage.days(2);
  await stage.decide("ReviewProtocol", "approves the protocol");
  await stage.days(5);
  await stage.decide("AdviseOnProtocol", "asks for changes", {
    outcome: "changes-needed",
    fields: { remarks: "Beperk de ontvangers tot de personeelsdienst." },
  });
  await stage.days(4);
  await stage.decide("SubmitProtocol", "changes the protocol");
  await stage.decide("ReviewProtocol", "approves the changed protocol");
  await stage.days(3);
  await stage.decide("AdviseOnProtocol", "gives a positive advice");
  await stage.days(7);
  await stage.decide("SignForApplicant", "signs for the organisation");
  await stage.days(5);
  await stage.decide("SignForAuthority", "countersigns");
  await stage.decide("PublishByApplicant", "publishes the protocol on its website");
  await stage.decide("PublishByAuthority", "publishes the protocol too");

  stage.chapter("5 Connection to MAGDA");
  await stage.days(30);
  await stage.decide("ConnectMagda", "reports that the connection works");

  stage.chapter("6 In use");
  await stage.scene.mail(stage.applicant, /raadplegen|in gebruik/i);
  stage.tell("the system", "tells both parties that LED can be consulted from now on");
}

/** Nobody answers for a week, so a reminder with a link is sent; the first link keeps working. */
async function aReminder(stage: Stage): Promise<void> {
  await stage.days(8);
  await stage.scene.mail(stage.applicant, /Herinnering/);
  stage.tell("the system", "reminds the applicant of the intake");
}
