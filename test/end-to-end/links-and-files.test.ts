import { ListObjectVersionsCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contactAnswers } from "../journey/answers.ts";
import { Browser, type File, type Form } from "../journey/browser.ts";
import { pdf } from "../journey/files.ts";
import { asFormValues } from "../journey/flatten.ts";
import { Journey } from "../journey/journey.ts";
import { Record } from "../journey/record.ts";
import type { Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

const DAY = 86_400_000;
const MEGABYTE = 1024 * 1024;
const browser = new Browser();
let scene: Scene;
let journey: Journey;

beforeAll(async () => {
  scene = await openScene();
  journey = new Journey(scene);
  await journey.makeContact();
});
afterAll(() => scene.cloud.stop());

describe("a link", () => {
  it.each(["x".repeat(43), "..%2F..%2Fadmin", "kort"])(
    "that was made up (%s) gets a friendly 404",
    async (secret) => {
      for (const path of ["taak", "dossier", "bevestigen"]) {
        const page = await browser.open(`${scene.cloud.url}/${path}/${secret}`);

        expect(page.status).toBe(404);
        expect(page.html).toContain('lang="nl-BE"');
      }
    },
  );

  it("leads to its task and the dossier of its person, and nowhere else", async () => {
    const secret = new URL(await journey.statusLink()).pathname.split("/").at(-1) ?? "";

    const statusOf = async (path: string) => (await browser.open(`${scene.cloud.url}${path}`)).status;

    expect(await statusOf(`/taak/${secret}`)).toBe(200);
    expect(await statusOf(`/dossier/${secret}`)).toBe(200);
    expect(await statusOf(`/dossier/${secret}/taken/AssessIntake-1`)).toBe(404);
    expect(await statusOf(`/bevestigen/${secret}`)).toBe(404);
  });

  it("that is opened, by a mail scanner too, has no effect", async () => {
    const { page } = await journey.open("SubmitIntake");
    await scene.cloud.settled();
    const before = scene.cloud.counts.snapshot();

    for (const address of [page.url, await journey.statusLink(), `${await journey.statusLink()}/intrekken`]) {
      await browser.open(address);
      await fetch(address, { method: "HEAD" });
    }

    const after = scene.cloud.counts.snapshot();
    expect(after.writeUnits).toBe(before.writeUnits);
    expect({ mails: after.mails, transitions: after.transitions }).toEqual({
      mails: before.mails,
      transitions: before.transitions,
    });
  });

  it("to confirm expires after seven days, and nothing starts", async () => {
    const late = new Journey(scene);
    const form = (await browser.open(`${scene.cloud.url}/contact`)).form("organisationName");
    await browser.submit(
      form,
      asFormValues({ ...contactAnswers(), contactEmail: late.people.contact.email }),
    );
    const link = scene.linkIn(await scene.mail(late.people.contact.email, /[Bb]evestig/));
    const executions = (await scene.cloud.executions()).length;

    await scene.cloud.advance(8 * DAY);

    expect((await browser.open(link)).status).toBe(404);
    expect(await scene.cloud.executions()).toHaveLength(executions);
  });

  it("of an earlier mail keeps working after a reminder", async () => {
    const mails = await scene.mails(journey.people.contact.email, "intake");
    expect(mails.length).toBeGreaterThan(1);

    const pages = await Promise.all(mails.map((mail) => browser.open(scene.linkIn(mail))));

    expect(pages.map(({ status }) => status)).toEqual(mails.map(() => 200));
  });
});

describe("a file", () => {
  /** The key of the file of an upload form. */
  const keyOf = (form: Form) =>
    form
      .controls()
      .find((input) => input.getAttribute("name") === "key")
      ?.getAttribute("value") ?? "";
  const versionsOf = async (Prefix: string) => {
    const client = new S3Client({ ...scene.cloud.operator, forcePathStyle: true });
    const Bucket = scene.cloud.physicalName("AWS::S3::Bucket", "DocumentsBucket");
    return (await client.send(new ListObjectVersionsCommand({ Bucket, Prefix }))).Versions ?? [];
  };
  const png: File = {
    name: "dpia.pdf",
    type: "application/pdf",
    bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  };

  it("with a misleading type is refused, and the document of the system takes its place", async () => {
    await journey.walkTo("PreAssessDpia");
    const opened = await journey.open("PreAssessDpia");
    const form = await scene.uploadForm(opened, "not-required", "dpia-pre-assessment");
    await opened.browser.upload(form, png);
    await scene.cloud.settled();
    const sentAgain = await opened.browser.upload(form, await pdf("DPIA"));
    await scene.cloud.settled();

    expect(sentAgain.text).toContain("Een ander bestand voeg je toe op de pagina van je taak.");
    expect(await versionsOf(keyOf(form))).toEqual([]);
    expect(await versionsOf(keyOf(form).replace("uploads/", "dossiers/"))).toEqual([]);

    const again = await journey.open("PreAssessDpia");
    expect(again.page.text).toContain("dpia.pdf");
    await journey.decide("PreAssessDpia");
    await journey.open("SubmitProtocol");

    const { documents } = await new Record(scene.cloud).whole(journey.reference);
    const accepted = documents.filter(({ scan }) => scan === "accepted").map(({ name }) => name);
    for (const type of ["docx", "pdf"])
      expect(accepted).toContain(`vooronderzoek-DPIA-${journey.reference}.${type}`);
  });

  it("with malware in it is refused, and nothing of it stays", async () => {
    const opened = await journey.open("SubmitProtocol");
    const form = await scene.uploadForm(opened, "own-file", "protocol");
    const { bytes, ...file } = await pdf("Protocol");
    const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

    const sent = await opened.browser.upload(form, {
      ...{ ...file, name: "factuur.pdf" },
      bytes: Buffer.concat([Buffer.from(bytes), Buffer.from(`\n% ${eicar}\n`)]),
    });
    await scene.cloud.settled();

    const received = await opened.browser.open(sent.url);
    expect(received.text).toContain("factuur.pdf: geweigerd, want er zit schadelijke software in.");
    for (const prefix of ["uploads/", "quarantine/", "dossiers/"])
      expect(await versionsOf(keyOf(form).replace("uploads/", prefix))).toEqual([]);
  });

  it("that is sent twice, as by a double click, stays the only version of its document", async () => {
    const opened = await journey.open("SubmitProtocol");
    const form = await scene.uploadForm(opened, "own-file", "protocol");
    const file = await pdf("Protocol");

    await Promise.all([opened.browser.upload(form, file), opened.browser.upload(form, file)]);
    await scene.cloud.settled();

    const uploaded = keyOf(form);
    expect((await versionsOf(uploaded.replace("uploads/", "dossiers/"))).map(({ Key }) => Key)).toEqual([
      uploaded.replace("uploads/", "dossiers/"),
    ]);
    expect(await versionsOf(uploaded)).toEqual([]);
    const { page } = await journey.open("SubmitProtocol");
    expect((await opened.browser.follow(page, "protocol.pdf")).status).toBe(200);
  });

  it("of more than 25 MB is refused on our own page; a form that expired is refused by the bucket", async () => {
    await journey.open("SubmitProtocol");
    const opened = await journey.open("SubmitProtocol");
    const form = await scene.uploadForm(opened, "own-file", "protocol");
    const large = { ...(await pdf("Protocol")), bytes: new Uint8Array(25 * MEGABYTE + 1) };

    const sent = await opened.browser.upload(form, large);
    await scene.cloud.settled();
    const received = await opened.browser.open(sent.url);

    expect(received.text).toContain("geweigerd, want het is groter dan 25 MB");
    expect(await versionsOf(keyOf(form))).toEqual([]);
    await scene.cloud.advance(31 * 60_000);
    expect((await opened.browser.upload(form, await pdf("Protocol"))).status).toBe(403);
  });
});
