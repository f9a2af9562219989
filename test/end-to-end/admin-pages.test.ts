import { strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultTemplate } from "../../functions/protocol/default-template.nl.ts";
import { writeDocx } from "../../functions/templates/write-docx.ts";
import { Record } from "../journey/record.ts";
import { contactAnswers, usualDecision } from "../journey/answers.ts";
import type { Browser } from "../journey/browser.ts";
import { type Page } from "../journey/browser.ts";
import { asFormValues } from "../journey/flatten.ts";
import { Journey } from "../journey/journey.ts";
import type { Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

let scene: Scene;
let record: Record;
let journey: Journey;
let tine: Browser;

beforeAll(async () => {
  scene = await openScene();
  record = new Record(scene.cloud);
  journey = new Journey(scene);
  await journey.makeContact();
  await journey.decide("SubmitIntake");
  await journey.open("AssessIntake");
  tine = await scene.staffBrowser("tine-team");
});
afterAll(() => scene.cloud.stop());

const dossierPage = async (browser = tine, { reference } = journey): Promise<Page> =>
  scene.openAsStaff(browser, await record.adminAddress(reference));
const noteForm = async (browser = tine) => (await dossierPage(browser)).form("text");
const notes = async () => (await record.whole(journey.reference)).notes.map(({ text }) => text);

describe("a dossier that the LED team opens", () => {
  const open = async (differences: object) => {
    const caller = new Journey(scene);
    const form = (await scene.openAsStaff(tine, `${scene.cloud.adminUrl}/dossiers/new`)).form("kind");
    const answers = { ...contactAnswers(), contactEmail: caller.people.contact.email, ...differences };
    return { caller, page: await tine.submit(form, asFormValues(answers)) };
  };

  it("continues like any other: the contact gets the overview and the intake", async () => {
    const { caller, page } = await open({});
    caller.reference = /LED-\d{4}-\d+/.exec(page.text)?.[0] ?? "";

    const overview = await scene.mail(caller.people.contact.email, "Zo verloopt je aansluiting");
    await caller.decide("SubmitIntake");

    expect(page.status).toBe(200);
    expect(overview.text).toContain("zeven stappen");
    expect((await record.whole(caller.reference)).notes[0]?.by.name).toContain("Tine Team");
  });

  it("of a use that was agreed elsewhere is in use once its file is there, and mails nobody", async () => {
    const { caller, page } = await open({ kind: "existing-use", secondDossierReason: "Een ander doel." });
    caller.reference = /LED-\d{4}-\d+/.exec(page.text)?.[0] ?? "";
    const usual = await usualDecision("EnterUse", caller.now, caller.people);

    await scene.answer({ browser: tine, page }, "EnterUse", usual);
    await scene.cloud.settled();
    const form = await scene.openAsStaff(tine, `${await record.adminAddress(caller.reference)}/organisation`);
    await tine.submit(form.form("reason"), {
      why: "renamed",
      name: "Stad Nieuwdorp",
      reason: "Nieuwe naam.",
    });

    const { dossier, accesses } = await record.whole(caller.reference);
    expect(dossier).toMatchObject({ status: "IN_USE", organisation: { name: "Stad Nieuwdorp" } });
    expect(accesses).toMatchObject([{ status: "in-force", organisation: { name: "Stad Nieuwdorp" } }]);
    expect(await scene.mails(caller.people.contact.email)).toEqual([]);
  });
});

describe("a protocol template", () => {
  const upload = async (change: (docx: Uint8Array) => Uint8Array) => {
    const page = await scene.openAsStaff(tine, `${scene.cloud.adminUrl}/template/upload`);
    const [form] = page.forms().filter((one) => one.has("file"));
    if (!form) throw new Error(`no upload form on ${page.title}`);
    const bytes = change(await writeDocx(defaultTemplate("AHOVOKS")));
    return tine.upload(form, { name: "sjabloon.docx", type: "application/octet-stream", bytes });
  };

  it("is in quarantine until it was checked for malware, as any upload", async () => {
    const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

    const fine = await upload((docx) => docx);
    const harmful = await upload((docx) => zipSync({ ...unzipSync(docx), "word/x": strToU8(eicar) }));

    expect(fine.text).toContain("Het sjabloon is in orde");
    expect(harmful.text).toContain("Er zit schadelijke software in.");
  });
});

describe("a session", () => {
  it("ends on every device at once", async () => {
    const elsewhere = scene.anotherBrowserOf("tine-team");
    const form = await noteForm(elsewhere);
    const inbox = await scene.openAsStaff(tine, scene.cloud.adminUrl);
    const everywhere = inbox
      .forms()
      .find(({ element }) => element.textContent.includes("op alle toestellen"));

    const signedOut = everywhere && (await tine.submit(everywhere, {}));

    expect(signedOut?.text).toContain("Je bent afgemeld");
    const late = await elsewhere.submit(form, { text: "Nog aangemeld?" });
    expect(late.status).toBe(401);
    expect(await notes()).not.toContain("Nog aangemeld?");
  });
});
