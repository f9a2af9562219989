import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Record } from "../faults/record.ts";
import { contactAnswers, usualDecision } from "../journey/answers.ts";
import { Browser, type Page } from "../journey/browser.ts";
import { pdf } from "../journey/files.ts";
import { asFormValues } from "../journey/flatten.ts";
import { Journey } from "../journey/journey.ts";
import type { Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

const HOUR = 3_600_000;
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

describe("a form of the admin pages", () => {
  it("is accepted only with the token of the session, from this site", async () => {
    const form = await noteForm();
    const entries = form.filledIn({ text: "Vals" });
    const address = form.actionOf();
    const withoutToken = entries.filter(([name]) => name !== "csrf");

    const refused = [
      await tine.post(address, withoutToken),
      await tine.post(address, [...withoutToken, ["csrf", "x".repeat(43)]]),
      await tine.post(address, entries, { origin: "https://elders.example" }),
      await tine.post(address, entries, { "sec-fetch-site": "cross-site" }),
      await tine.post(address, entries, { "sec-fetch-site": "same-site" }),
    ];

    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    // From this site it can be posted again, with the token of the session; from another site it is not shown.
    expect(refused[0]?.text).toContain("Verstuur dit nog eens");
    expect(refused[3]?.text).not.toContain("Vals");
    expect(await notes()).not.toContain("Vals");
  });

  it("of a colleague is refused, even with a valid session", async () => {
    const tom = await scene.staffBrowser("tom-team");
    const form = await noteForm(tom);

    const page = await tine.post(form.actionOf(), form.filledIn({ text: "Van Tom" }));

    expect(page.status).toBe(403);
    expect(await notes()).not.toContain("Van Tom");
  });
});

describe("a note", () => {
  it("is for the LED team alone", async () => {
    await tine.submit(await noteForm(), { text: "Bel eerst de DPO <b>op</b>." });

    expect((await dossierPage()).text).toContain("Bel eerst de DPO <b>op</b>.");
    expect((await new Browser().open(await journey.statusLink())).text).not.toContain("Bel eerst");
  });

  it("holds no national register number, and is not empty", async () => {
    const before = await notes();

    const empty = await tine.submit(await noteForm(), { text: "  " });
    const national = await tine.submit(await noteForm(), { text: "Het gaat over 85.07.30-033.28." });

    expect([empty.status, national.status]).toEqual([422, 422]);
    expect(national.text).toContain("rijksregisternummer");
    expect(await notes()).toEqual(before);
  });
});

describe("permissions", () => {
  it("a person without a role has no access anywhere", async () => {
    const olga = scene.anotherBrowserOf("olga-onbekend");

    expect((await scene.openAsStaff(olga, scene.cloud.adminUrl)).status).not.toBe(200);
    expect((await dossierPage(olga)).text).not.toContain(journey.reference);
  });

  it("the DPO and the leading official see a dossier once they have a task in it", async () => {
    const dirk = await scene.staffBrowser("dirk-dpo");

    expect((await dossierPage(dirk)).status).toBe(403);
    expect((await scene.openAsStaff(dirk, `${scene.cloud.adminUrl}/dossiers`)).status).toBe(403);
    expect((await scene.openAsStaff(dirk, `${scene.cloud.adminUrl}/dossiers/new`)).status).toBe(403);
  });

  it("the LED team follows the DPO's task, and cannot decide it", async () => {
    await journey.walkTo("AdviseOnProtocol", "AssessIntake");
    const { browser: dirk, page: own } = await journey.open("AdviseOnProtocol");

    const seen = await scene.openAsStaff(tine, own.url);
    const stolen = own.form("outcome", "positive").filledIn({ csrf: csrfOf(await dossierPage()) });
    const page = await tine.post(own.url, stolen);

    expect(seen.text).toContain("Alleen de DPO van de LED kan dit beslissen.");
    expect(seen.root.querySelector("input[name=outcome]")).toBeNull();
    expect(page.status).toBe(422);
    expect((await record.task(journey.reference, "AdviseOnProtocol-1-1")).status).toBe("open");
    expect((await dirk.open(own.url)).status).toBe(200);
  });
});

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

    const overview = await scene.mail(caller.people.contact.email, "zo verloopt het");
    await caller.decide("SubmitIntake");

    expect(page.status).toBe(200);
    expect(overview.text).toContain("zeven stappen");
    expect((await record.whole(caller.reference)).notes[0]?.by.name).toContain("Tine Team");
  });

  it("may lack an enterprise number only with a reason", async () => {
    const number = { enterpriseNumber: "" };

    const without = await open(number);
    const withReason = await open({ ...number, missingNumberReason: "Een vereniging in oprichting." });

    expect(without.page.status).toBe(422);
    expect(without.page.text).toContain("zeg waarom het ontbreekt");
    expect(withReason.page.status).toBe(200);
    expect(withReason.page.text).toContain("Een vereniging in oprichting.");
  });
});

describe("on behalf of the applicant", () => {
  it("a reason and the received document are required", async () => {
    const other = new Journey(scene);
    await other.makeContact();
    const opened = await scene.openFromInbox(other.reference, "SubmitIntake");
    const usual = await usualDecision("SubmitIntake", other.now, other.people);

    const bare = await scene.answer(opened, "SubmitIntake", usual);
    expect(bare.status).toBe(422);
    expect(bare.text).toContain("Zeg waarom je dit in naam van de afnemer doet.");
    expect(bare.text).toContain("Voeg het document toe dat je van de afnemer kreeg.");

    const done = await scene.answer(opened, "SubmitIntake", {
      ...usual,
      files: { "received-on-behalf": await pdf("Intake op papier") },
      onBehalfReason: "De aanvrager stuurde de intake met de post.",
    });
    expect(done.status).toBe(200);
    expect(done.text).toContain("De aanvrager stuurde de intake met de post.");
    const { decision } = await record.task(other.reference, "SubmitIntake-1-1");
    expect(decision?.onBehalf?.of).toBe("applicant");
    expect(decision?.by.id).toBe("tine-team");
  });
});

describe("a withdrawal by the LED team", () => {
  it("needs a reason, and makes every form of the consumer say that the dossier is closed", async () => {
    const other = new Journey(scene);
    await other.makeContact();
    const { browser, page: task } = await other.open("SubmitIntake");
    const address = `${await record.adminAddress(other.reference)}/withdrawal`;
    const form = (await scene.openAsStaff(tine, address)).form("reason");

    expect((await tine.submit(form, { reason: "" })).status).toBe(422);
    expect((await tine.submit(form, { reason: "Dubbel aangevraagd." })).status).toBe(200);
    const mail = await scene.mail(other.people.contact.email, "trok je aanvraag in");

    const usual = await usualDecision("SubmitIntake", other.now, other.people);
    const late = await scene.answer({ browser, page: task }, "SubmitIntake", usual);
    expect(mail.text).toContain("Dubbel aangevraagd.");
    expect(late.status).toBe(409);
    expect(late.text).toContain("Het dossier is afgesloten");
    expect((await browser.open(task.url)).text).toContain("Je hoeft niets meer te doen.");
    expect((await browser.open(await other.statusLink())).text).toContain("afgesloten");
  });
});

describe("a session", () => {
  it("ends on every device at once", async () => {
    const elsewhere = scene.anotherBrowserOf("tine-team");
    const form = await noteForm(elsewhere);
    const inbox = await scene.openAsStaff(tine, scene.cloud.adminUrl);
    const everywhere = inbox
      .forms()
      .find(({ element }) => element.textContent.includes("al mijn toestellen"));

    const signedOut = everywhere && (await tine.submit(everywhere, {}));

    expect(signedOut?.text).toContain("Je bent afgemeld");
    const late = await elsewhere.submit(form, { text: "Nog aangemeld?" });
    expect(late.status).toBe(401);
    expect(await notes()).not.toContain("Nog aangemeld?");
  });

  it("continues while it is used, with roles that the issuer confirms, and ends after an hour without a request", async () => {
    const tom = scene.anotherBrowserOf("tom-team");
    const form = await noteForm(tom);
    await scene.cloud.advance(0.9 * HOUR);
    expect((await tom.submit(form, { text: "Net op tijd" })).status).toBe(200);

    await scene.cloud.advance(1.1 * HOUR);

    expect((await tom.submit(form, { text: "Te laat" })).status).toBe(401);
    expect(await notes()).not.toContain("Te laat");
  });
});

const csrfOf = (page: Page): string =>
  page.root.querySelector("input[name=csrf]")?.getAttribute("value") ?? "";
