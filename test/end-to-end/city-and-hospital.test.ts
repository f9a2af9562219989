import { createTransport } from "nodemailer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { signaturesIn } from "../../functions/documents/pdf-signatures.ts";
import type { TaskKind } from "../../functions/domain/process.ts";
import { aDocx } from "../documents/files.ts";
import { dayAfter, dpiaRequired, ownFile } from "../journey/answers.ts";
import { Browser, type Page } from "../journey/browser.ts";
import { pdf } from "../journey/files.ts";
import { asFormValues } from "../journey/flatten.ts";
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

/** The city's answer to questions that its DPO's advice does not rest on. */
async function clarify(journey: Journey): Promise<void> {
  const fields = { questions: "Welke dienst raadpleegt de LED?", affectsAdvice: false };
  await journey.decide("ReviewProtocol", { outcome: "clarification-needed", fields });
  const { browser, page } = await journey.open("SubmitProtocol");
  const changed = { recipients: "de dienst aanwerving" };
  mustBe(await browser.submit(page.form("outcome", "submitted"), changed, "Protocol indienen"), 200);
}

/** The copy to publish on the task, and the same on the public page of signed protocols. */
async function published(journey: Journey): Promise<Uint8Array[]> {
  const { browser, page } = await journey.open("PublishByApplicant");
  const visitor = new Browser();
  const list = await visitor.open(`${scene.cloud.url}/protocollen`);
  const link = list.root
    .querySelectorAll("a")
    .find((a) => a.getAttribute("href")?.includes(journey.reference));
  const addresses: [Browser, Page, string | undefined][] = [
    [browser, page, page.root.querySelector("#to-publish")?.getAttribute("href")],
    [visitor, list, link?.getAttribute("href")],
  ];
  return Promise.all(
    addresses.map(async ([by, from, href]) => (await by.open(new URL(href ?? "", from.url).href)).bytes),
  );
}

it("a city with two signatories: its draft is read first, its DPO advises by link, one clarification needs no new advice, all sign electronically, the copy is published, both channels are in use", async () => {
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
  await journey.decide("SubmitProtocol", { fields: { advice: undefined }, files: {} });
  await journey.decide("ReviewProtocol", { outcome: "ask-advice" });
  await adviseByLink(journey, "SubmitProtocol", "AdviseAsConsumerDpo");
  await clarify(journey);
  for (const kind of ["ReviewProtocol", "AdviseOnProtocol", "SignForApplicant", "SignAsSecond"] as const)
    await journey.decide(kind);
  await journey.decide("SignForAuthority");

  const copies = await published(journey);
  for (const copy of copies) {
    expect(Buffer.from(copy).subarray(0, 5).toString()).toBe("%PDF-");
    expect((await signaturesIn(copy, [])).signatures).toEqual([]);
  }
  expect(copies[0]).toEqual(copies[1]);
  for (const kind of [
    "PublishByApplicant",
    "PublishByAuthority",
    "ConnectMagda",
    "ConnectOtherChannel",
  ] as const)
    await journey.decide(kind);
  await scene.cloud.settled();

  const { dossier, documents, tasks, accesses } = await record.whole(journey.reference);
  expect(dossier.status).toBe("IN_USE");
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

/** The contact answers the mail that asks for the protocol, with its own files. */
async function mailBack(journey: Journey, files: { [name: string]: Uint8Array }): Promise<void> {
  const { email } = journey.people.contact;
  const asked = await scene.mail(email, /protocol/);
  await createTransport({ host: "127.0.0.1", port: scene.cloud.smtpPort, ignoreTLS: true }).sendMail({
    ...{ from: email, to: asked.replyTo[0] ?? asked.from, subject: `Re: ${asked.subject}` },
    text: "In bijlage ons protocol, en het positieve advies van onze DPO.",
    attachments: Object.entries(files).map(([filename, content]) => ({
      filename,
      content: Buffer.from(content),
    })),
  });
  await scene.cloud.settled();
}

/** The LED team takes the files of the mail over as the documents of the open task, and submits it for the hospital. */
async function takeOver(journey: Journey): Promise<void> {
  const { browser, page: task } = await scene.openFromInbox(journey.reference, "SubmitProtocol");
  let page = task;
  for (const [file, kind] of [
    ["protocol.docx", "protocol"],
    ["advies.pdf", "consumer-dpo-advice"],
  ] as const) {
    const form = page.forms().find((one) => one.has("kind", kind) && one.element.textContent.includes(file));
    if (!form) throw new Error(`${file} cannot be taken over as ${kind}: ${page.text}`);
    page = await browser.submit(form, {});
    mustBe(page, 200);
  }
  const { now, people } = journey;
  const advice = { outcome: "positive", date: dayAfter(now, 0), name: people.dpo.name };
  const values = asFormValues({ ...ownFile(now, people), secondSignatory: undefined, advice });
  const onBehalf = { onBehalfReason: "Kwam met een mail van de contactpersoon." };
  const sent = await browser.submit(
    page.form("outcome", "own-file"),
    { ...values, ...onBehalf },
    "Eigen bestand indienen",
  );
  mustBe(sent, 200);
}

it("a hospital mails its own Word file, the team takes it over and hands in its PDF, and the use starts", async () => {
  const journey = new Journey(scene);
  await journey.makeContact({ organisationType: "hospital", organisationName: "Ziekenhuis Voorbeeldegem" });
  await journey.walkTo("SubmitProtocol");
  await journey.open("SubmitProtocol");
  const { bytes } = await pdf("Advies van de DPO");
  await mailBack(journey, { "protocol.docx": await aDocx(), "advies.pdf": bytes });
  await takeOver(journey);
  for (const kind of ["ReviewProtocol", "AdviseOnProtocol"] as const) await journey.decide(kind);

  const final = await pdf("Protocol van het ziekenhuis");
  await journey.decide("ConfirmFinalProtocol", { outcome: "uploaded", files: { "protocol-final": final } });
  for (const kind of ["SignForApplicant", "SignForAuthority", "ConnectMagda"] as const)
    await journey.decide(kind);
  await scene.cloud.settled();

  const { dossier, documents, tasks } = await record.whole(journey.reference);
  const own = documents.find(({ kind }) => kind === "protocol");
  const fixed = documents.find(({ kind }) => kind === "protocol-final");
  expect(dossier.status).toBe("IN_USE");
  expect(own).toMatchObject({ name: "protocol.docx", takenFrom: { message: expect.any(String) as string } });
  expect(tasks.find(({ kind }) => kind === "SubmitProtocol")?.decision?.onBehalf?.of).toBe("applicant");
  expect(dossier.protocolVersions?.map(({ source, file }) => [source, file.sha256])).toEqual([
    ["file", own?.sha256],
  ]);
  expect(dossier.protocol?.fixed).toMatchObject({ version: 1, sha256: fixed?.sha256 });
  expect(dossier.protocol?.signatures).toHaveProperty("authority");
});

it("no function failed, and no permission was missing", () => {
  const { cloud } = scene;

  expect(cloud.functionNames().filter((name) => cloud.functionRecord(name).errors > 0)).toEqual([]);
  expect(cloud.logs().filter(({ text }) => text.includes("AccessDenied"))).toEqual([]);
  expect(cloud.messages()).toEqual([]);
});
