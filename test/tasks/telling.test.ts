import { describe, expect, it } from "vitest";
import { accessOf } from "../../functions/domain/access.ts";
import { addDays, addMinutes } from "../../functions/domain/calendar.ts";
import type { Dossier, DossierOf } from "../../functions/domain/dossier.ts";
import type { LaterPass } from "../../functions/domain/request.ts";
import type { Actor } from "../../functions/domain/people.ts";
import { createStartUse } from "../../functions/in-use/start-use.ts";
import { submitIntake } from "../../functions/intake/submit-intake.ts";
import { createPublishCopy } from "../../functions/protocol/publish-copy.ts";
import { createDistributeProtocol } from "../../functions/protocol/distribute-protocol.ts";
import { publishByApplicant } from "../../functions/protocol/publish-by-applicant.ts";
import { signForApplicant } from "../../functions/protocol/sign-for-applicant.ts";
import { submitProtocol } from "../../functions/protocol/submit-protocol.ts";
import { termIsOverAt } from "../../functions/domain/use-clocks.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { APPLICANT, TEAM } from "../builders/people.ts";
import { aDpia, aProtocol, INTAKE, LED_ADVICE } from "../protocol/answers.ts";
import { backendForEachTest } from "../application/backend.ts";
import { aConnection, anAgreement, aSignedProtocol } from "../builders/agreement.ts";

const SYSTEM: Actor = { role: "system", id: "system", name: "LED" };
const END = "2027-03-31";
const SIGNED = aSignedProtocol({ term: { start: "2026-10-01", end: END }, ledDpoAdvice: LED_ADVICE });
const SOONER = { productionDate: "2026-10-01", at: "2026-10-01T09:00:00.000Z" };
const CONNECTED = aConnection(["web-application", "web-service"], SOONER);
const FACTS = anAgreement({ intake: INTAKE, protocol: SIGNED, connection: CONNECTED });
const LED = "led@team.example";
const CONTACT = "an@voorbeeldegem.example";
const SIGNATORY = "sofie@voorbeeldegem.example";

const test = backendForEachTest();
let dossier: DossierOf<"ONBOARDING">;

const later = (differences: Partial<LaterPass> = {}): LaterPass => ({
  kind: "renewal",
  from: "PROTOCOL",
  of: 1,
  end: END,
  reason: "De lening van de gegevens loopt door",
  by: TEAM,
  at: NOW,
  ...differences,
});
/** A dossier with a current use, in its second pass. */
const givenLater = async (laterPass: LaterPass, differences: Partial<Dossier> = {}) => {
  dossier = aDossier({
    ...FACTS,
    ...{ stage: "PROTOCOL", pass: 2, request: { laterPass }, dpia: aDpia() },
    ...(differences as Parameters<typeof aDossier>[0]),
  });
  await test.backend.dossiers.create(dossier);
  await test.backend.accesses.grant(accessOf(aDossier(), FACTS, 1, { by: TEAM, at: NOW }));
  return dossier;
};
const payload = (state: "DistributeProtocol" | "StartUse") => ({
  ...{ state, dossierId: dossier.id, run: 1, previous: null },
});
const sentTo = (email: string) => test.mailer.sent.filter(({ to }) => to[0]?.email === email);
const firstTo = (email: string, template?: string) =>
  sentTo(email).find(({ tags }) => template === undefined || tags["template"] === template);

describe("the first task of a consumer with a current use", () => {
  it("explains why, and that the current use continues", async () => {
    await givenLater(later({ kind: "amendment", from: "INTAKE", reason: "Jullie doel\nis veranderd" }), {
      stage: "INTAKE",
    });

    await test.acts.openTask(submitIntake, dossier, { taskToken: "token" });

    const { text = "" } = firstTo(CONTACT) ?? {};
    expect(text).toContain("Het LED-team opende het dossier van Gemeente Voorbeeldegem opnieuw");
    expect(text).toContain("tot het nieuwe protocol ondertekend is, maar hoogstens tot en met 31 maart 2027");
    expect(text).toContain("De reden:\n\n> Jullie doel\n> is veranderd");
  });

  it("explains it only the first time, and never to a newcomer", async () => {
    await givenLater(later());
    const rounds = { PROTOCOL: { number: 2, from: "SubmitProtocol", cause: "ReviewProtocol-2-1" } };
    await test.acts.openTask(submitProtocol, { ...dossier, rounds }, { taskToken: "token" });
    await test.acts.openTask(submitProtocol, { ...dossier, pass: 1, request: {} }, {});

    for (const { text } of sentTo(CONTACT)) expect(text).not.toContain("opnieuw geopend");
  });

  it("mentions the applicant's own wish, without a reason when none was given", async () => {
    await givenLater(later({ by: APPLICANT, reason: "" }));

    await test.acts.openTask(submitProtocol, dossier, { taskToken: "token" });

    const { text = "" } = firstTo(CONTACT) ?? {};
    expect(text).toContain("Je organisatie vroeg om de toegang tot de LED te verlengen.");
    expect(text).not.toContain("Waarom het dossier");
  });

  it("after the term mentions that the LED may not be consulted meanwhile", async () => {
    await givenLater(later());
    test.time.now = addDays(termIsOverAt(END), 1);

    await test.acts.openTask(submitProtocol, dossier, { taskToken: "token" });

    const { text = "" } = firstTo(CONTACT) ?? {};
    expect(text).toContain("mag je organisatie de LED niet raadplegen");
    expect(text).not.toContain("blijft gelden");
    expect(text).toContain("> De lening van de gegevens loopt door");
  });
});

describe("a later signed protocol", () => {
  const NEXT = { ...SIGNED, term: { start: "2027-04-01", end: "2030-03-31" } };
  const distributed = async () => {
    await createDistributeProtocol({ ...test.acts, publishCopy: createPublishCopy(test.acts) })(
      payload("DistributeProtocol"),
    );
    return firstTo(SIGNATORY, "DistributeProtocol")?.text ?? "";
  };
  const started = async () => {
    await createStartUse(test.acts)(payload("StartUse"));
    return firstTo(CONTACT, "StartUse");
  };

  it("announces no connection when none follows", async () => {
    await givenLater(later(), { protocol: NEXT });

    const text = await distributed();

    expect(text).toContain("Vanaf 1 april 2027 geldt het nieuwe protocol");
    expect(text).toContain("hoeft niet opnieuw aan te sluiten");
    expect(text).not.toContain("De volgende stap is de aansluiting");
  });

  it("announces the connection of a new channel", async () => {
    await givenLater(later(), {
      protocol: NEXT,
      connection: aConnection(["web-application"], SOONER),
    });

    expect(await distributed()).toContain("Voor de webdienst is nog een aansluiting op MAGDA nodig");
  });

  it("reports to a consumer who renews in time that the access continues", async () => {
    await givenLater(later(), { protocol: NEXT, stage: "MAGDA" });

    const mail = await started();

    expect(mail?.subject).toContain("Je toegang tot de LED is verlengd");
    expect(mail?.text).toContain("loopt gewoon door. Vanaf 1 april 2027 geldt het nieuwe protocol.");
    expect(mail?.text).not.toContain("aansluiting van Gemeente Voorbeeldegem is rond");
    expect(firstTo(LED, "StartUse-led")?.text).toContain("Vanaf 1 april 2027 geldt dat.");
  });

  it("reports to a consumer who amends from when the new protocol applies", async () => {
    await givenLater(later({ kind: "amendment", end: undefined }), {
      protocol: { ...SIGNED, term: { start: "2027-01-01" } },
      stage: "MAGDA",
    });

    const mail = await started();

    expect(mail?.subject).toContain("Je nieuwe protocol voor de LED is ondertekend");
    expect(mail?.text).toContain("Vanaf 1 januari 2027 geldt het nieuwe protocol.");
  });

  it("reports to a consumer who had to stop meanwhile that consultation is allowed again", async () => {
    await givenLater(later(), { protocol: NEXT, stage: "MAGDA" });
    test.time.now = addDays(termIsOverAt(END), 10);

    const mail = await started();

    expect(mail?.subject).toContain("Je kan de LED weer raadplegen");
    expect(mail?.text).toContain("De vorige termijn liep tot en met 31 maart 2027.");
    expect(mail?.text).not.toContain("loopt gewoon door");
  });

  it("is distinguished from an earlier one that is still to be published", async () => {
    await givenLater(later(), { protocol: SIGNED });
    await test.acts.openTask(publishByApplicant, { ...dossier, pass: 1, request: {} }, {});
    test.time.now = addDays(NOW, 40);
    await test.acts.openTask(publishByApplicant, dossier, {});
    const first = await test.backend.tasks.find(dossier.id, "PublishByApplicant-1-1");
    if (!first) throw new Error("no task");

    await test.acts.announce(publishByApplicant, first, dossier, { reminder: 1 });

    expect(sentTo(CONTACT).map(({ subject }) => subject.replace("[LED-2026-00042] ", ""))).toEqual([
      "Publiceer het protocol van 23 november 2026 op je website",
      "Publiceer het protocol van 2 januari 2027 op je website (verlenging)",
      "Herinnering (1 van 3): publiceer het protocol van 23 november 2026 op je website",
    ]);
    for (const { text } of sentTo(CONTACT)) expect(text).not.toContain("aansluiting gaat");
  });
});

describe("a request that is given up", () => {
  const giveUp = async () => {
    test.workflow.executions.clear();
    await test.acts.withdraw(dossier.id, TEAM, "Geen antwoord");
  };

  it("leaves no access after the term, and each party gets its own text", async () => {
    await givenLater(later(), { protocol: undefined });
    test.time.now = addDays(termIsOverAt(END), 1);

    await giveUp();

    for (const email of [LED, CONTACT]) {
      expect(firstTo(email)?.text).toContain("liep tot en met 31 maart 2027");
      expect(firstTo(email)?.text).not.toContain("blijft gelden");
    }
    expect(firstTo(CONTACT)?.text).toContain("Je organisatie mag de LED nu niet raadplegen");
    expect(firstTo(LED)?.text).toContain("je krijgt de vraag om het te bevestigen");
  });

  it("on the last day of the term still keeps the access", async () => {
    await givenLater(later(), { protocol: undefined });
    test.time.now = addMinutes(termIsOverAt(END), -1);

    await giveUp();

    expect(firstTo(CONTACT)?.text).toContain("Je huidige toegang blijft gelden");
  });

  it("mails the team about the end that follows, in another text than the applicant's", async () => {
    await givenLater(later(), { protocol: undefined });
    test.workflow.executions.clear();

    await test.acts.endUse(dossier.id, { reason: "breach", explanation: "Geen logboek" }, TEAM);

    expect(firstTo(LED)?.subject).toContain("aanvraag gestopt, want het gebruik eindigt");
    expect(firstTo(LED)?.text).not.toContain("krijg je nog een mail");
    expect(firstTo(CONTACT)?.text).toContain("Daarover krijg je nog een mail");
  });

  it("also closes the question to sign: the signatory is notified, once", async () => {
    dossier = aDossier({
      stage: "PROTOCOL",
      dpia: aDpia(),
      protocol: aProtocol({ approvedAt: NOW, ledDpoAdvice: LED_ADVICE }),
    });
    await test.backend.dossiers.create(dossier);
    await test.acts.openTask(signForApplicant, dossier, { taskToken: "token" });
    test.mailer.sent.length = 0;

    await giveUp();
    await test.acts.completeClosing(dossier.id);

    expect(sentTo(SIGNATORY).map(({ subject }) => subject)).toEqual([
      "[LED-2026-00042] Je hoeft het protocol niet meer te ondertekenen",
    ]);
  });

  it.each([
    [APPLICANT, "Je aanvraag is ingetrokken", "An Voorbeeld trok de aanvraag"],
    [TEAM, "Het LED-team trok je aanvraag in", "Het LED-team trok de aanvraag"],
    [SYSTEM, "Je aanvraag is ingetrokken", "is ingetrokken."],
  ])("mentions the actor: %o", async (by, subject, words) => {
    dossier = aDossier();
    await test.backend.dossiers.create(dossier);

    await test.acts.closeDossier(dossier.id, { outcome: "withdrawn", reason: "Geen antwoord", by });

    expect(firstTo(CONTACT)?.subject).toContain(subject);
    expect(firstTo(CONTACT)?.text).toContain(words);
    expect(firstTo(CONTACT)?.text).toContain("Dit is de reden:\n\n> Geen antwoord");
    expect(sentTo(SIGNATORY)).toEqual([]);
  });
});
