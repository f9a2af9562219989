import { afterAll, beforeAll, expect, it } from "vitest";
import type { TaskKind } from "../../functions/domain/process.ts";
import { dpiaRequired, ownFile, usualDecision } from "../journey/answers.ts";
import { pdf } from "../journey/files.ts";
import { Journey } from "../journey/journey.ts";
import { Record } from "../journey/record.ts";
import { mustBe, type Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

let scene: Scene;
let record: Record;

beforeAll(async () => {
  scene = await openScene();
  record = new Record(scene.cloud);
});
afterAll(() => scene.cloud.stop());

/** The applicant asks its DPO, who advises by its own link; then the applicant hands in what the DPO read. */
async function adviseByLink(journey: Journey, kind: "CarryOutDpia" | "SubmitProtocol", advice: TaskKind) {
  await journey.askDpo(kind);
  await journey.decide(advice);
  await journey.handIn(kind);
}

it("a city with two signatories: its DPO advises by link, one clarification needs no new advice, all sign electronically, both channels", async () => {
  const journey = new Journey(scene);
  const { people } = journey;
  await journey.makeContact();
  await journey.decide("SubmitIntake", {
    fields: { secondSignatory: people.secondSignatory, channels: ["web-service", "web-application"] },
  });
  await journey.decide("AssessIntake");
  await journey.decide("AgreePlanning");
  await journey.decide("PreAssessDpia", dpiaRequired(journey.now));
  await adviseByLink(journey, "CarryOutDpia", "AdviseOnDpia");
  await journey.decide("ReviewDpia");
  await adviseByLink(journey, "SubmitProtocol", "AdviseAsConsumerDpo");
  await journey.decide("ReviewProtocol", {
    outcome: "clarification-needed",
    fields: { questions: "Welke dienst raadpleegt de LED?", affectsAdvice: false },
  });

  const { browser, page } = await journey.open("SubmitProtocol");
  const clarified = await browser.submit(
    page.form("outcome", "submitted"),
    { recipients: "de dienst aanwerving" },
    "Protocol indienen",
  );
  mustBe(clarified, 200);
  for (const kind of ["ReviewProtocol", "AdviseOnProtocol", "SignForApplicant", "SignAsSecond"] as const)
    await journey.decide(kind);
  await journey.decide("SignForAuthority");
  for (const kind of ["ConnectMagda", "ConnectOtherChannel"] as const) await journey.decide(kind);
  await scene.cloud.settled();

  const { dossier, documents, tasks, accesses } = await record.whole(journey.reference);
  expect(accesses[0]?.channels).toEqual(["web-service", "web-application"]);
  expect(dossier.protocolVersions?.map(({ number, source }) => [number, source])).toEqual([
    [1, "form"],
    [2, "form"],
  ]);
  expect(dossier.protocol?.consumerDpoAdvice).toMatchObject({ version: 1, name: people.dpo.name });
  expect(dossier.protocol?.fixed?.version).toBe(2);
  const signed = documents.find(({ kind }) => kind === "protocol-signed-by-both");
  expect(signed?.signed?.signatures.map(({ isIntact }) => isIntact)).toEqual([true, true, true]);
  expect(signed?.signed?.revisions).toContain(dossier.protocol?.fixed?.sha256);
  expect(tasks.find(({ kind }) => kind === "CarryOutDpia")?.decision?.fields["dpoOpinion"]).toBe(
    "Positief. De maatregelen volstaan.",
  );
  for (const person of [people.dpo, people.signatory, people.secondSignatory])
    expect(await scene.mails(person.email, /in een aanvraag voor de LED/)).toHaveLength(1);
});

it("a hospital hands in its own file, and signs exactly that text", async () => {
  const journey = new Journey(scene);
  await journey.makeContact({ organisationType: "hospital", organisationName: "Ziekenhuis Voorbeeldegem" });
  await journey.walkTo("SubmitProtocol");
  const { fields = {} } = await usualDecision("SubmitProtocol", journey.now, journey.people);
  await journey.decide("SubmitProtocol", {
    outcome: "own-file",
    fields: {
      ...ownFile(journey.now, journey.people),
      advice: fields["advice"] ?? {},
      secondSignatory: undefined,
    },
    files: { protocol: await pdf("Protocol van het ziekenhuis"), "consumer-dpo-advice": await pdf("Advies") },
  });
  for (const kind of [
    "ReviewProtocol",
    "AdviseOnProtocol",
    "ConfirmFinalProtocol",
    "SignForApplicant",
  ] as const)
    await journey.decide(kind);
  await journey.decide("SignForAuthority");
  await journey.open("ConnectMagda");

  const { dossier, documents } = await record.whole(journey.reference);
  const own = documents.find(({ kind }) => kind === "protocol");
  expect(dossier.protocolVersions?.map(({ source }) => source)).toEqual(["file"]);
  expect(dossier.protocol?.fixed).toMatchObject({ version: 1, sha256: own?.sha256 });
  expect(dossier.protocol?.signatures).toHaveProperty("authority");
});

it("no function failed, and no permission was missing", () => {
  const { cloud } = scene;

  expect(cloud.functionNames().filter((name) => cloud.functionRecord(name).errors > 0)).toEqual([]);
  expect(cloud.logs().filter(({ text }) => text.includes("AccessDenied"))).toEqual([]);
  expect(cloud.messages()).toEqual([]);
});
