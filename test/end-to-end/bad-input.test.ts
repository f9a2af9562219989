import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TASKS } from "../../functions/application/tasks.ts";
import { Record } from "../faults/record.ts";
import { contactAnswers, dayAfter, planningFrom, usualDecision } from "../journey/answers.ts";
import { Browser } from "../journey/browser.ts";
import { asFormValues } from "../journey/flatten.ts";
import { Journey } from "../journey/journey.ts";
import { mustBe, type Opened, type Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

const HOUR = 3_600_000;
/** Fictional: the number in the authorities' own examples. */
const LIKE_A_NATIONAL_NUMBER = "85.07.30-033.28";

let scene: Scene;
let record: Record;
let journey: Journey;

beforeAll(async () => {
  scene = await openScene();
  record = new Record(scene.cloud);
  journey = new Journey(scene);
  await journey.makeContact();
});
afterAll(() => scene.cloud.stop());

const taskOf = (id: string) => record.task(journey.reference, id);

describe("the contact form", () => {
  const visitor = new Browser();
  const contactForm = async () => (await visitor.open(`${scene.cloud.url}/contact`)).form("organisationName");
  const fill = async (differences: object) => {
    const answers = { ...contactAnswers(), contactEmail: "wie@elders.example", ...differences };
    return visitor.submit(await contactForm(), asFormValues(answers));
  };
  const mailsTo = async (address: string) => (await scene.mails(address)).length;

  it("shows all missing fields at once when empty, each with a link to its field", async () => {
    const page = await visitor.submit(await contactForm(), {});

    const links = page.root.querySelectorAll("[role=alert] a").map((link) => link.getAttribute("href") ?? "");
    expect(page.status).toBe(422);
    expect(links).toHaveLength(6);
    for (const link of links) expect(page.root.querySelector(link), link).not.toBeNull();
  });

  it.each([
    ["0207.494.679", "de laatste twee cijfers passen niet bij de rest"],
    ["2.147.483.649", "Dit is een vestigingsnummer"],
    ["12345", "tien cijfers"],
  ])("with enterprise number %s shows the problem, and mails nobody", async (enterpriseNumber, words) => {
    const before = (await scene.cloud.mailbox()).length;

    const page = await fill({ enterpriseNumber });

    expect(page.status).toBe(422);
    expect(page.text).toContain(words);
    expect(page.html).toContain(`value="${enterpriseNumber}"`);
    expect(await scene.cloud.mailbox()).toHaveLength(before);
  });

  it("shows typed text as text, never as markup", async () => {
    const page = await fill({
      organisationName: `"><script>alert(1)</script>`,
      message: "</textarea><img src=x onerror=alert(2)>",
      enterpriseNumber: "1",
    });

    expect(page.root.querySelectorAll("script, img")).toEqual([]);
    expect(page.form("message").filledIn({})).toEqual(
      expect.arrayContaining([["organisationName", `"><script>alert(1)</script>`]]),
    );
    expect(page.headers.get("content-security-policy")).toMatch(/default-src 'none'/);
  });

  it("refuses a number that looks like a national register number until the person confirms that it is not", async () => {
    const message = `Het gaat om ${LIKE_A_NATIONAL_NUMBER}.`;
    const held = await fill({ message, contactEmail: "nummer@elders.example" });
    expect(held.status).toBe(422);
    expect(await mailsTo("nummer@elders.example")).toBe(0);

    const sent = await visitor.submit(held.form("noNationalNumber"), { noNationalNumber: "true" });

    expect(sent.status).toBe(200);
    expect(await mailsTo("nummer@elders.example")).toBe(1);
  });

  it("of the wrong kind or size is refused in Dutch", async () => {
    const address = `${scene.cloud.url}/contact`;
    const json = await visitor.request(address, {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json" },
    });
    const large = await visitor.post(address, [["message", "a".repeat(201 * 1024)]]);
    const put = await visitor.request(address, { method: "PUT", body: "" });

    expect([json.status, large.status]).toEqual([415, 413]);
    expect(put.status).toBeGreaterThanOrEqual(400);
    expect(large.text).toContain("te groot");
    expect(large.html).toContain('lang="nl-BE"');
  });

  it("mails an address at most three times an hour", async () => {
    const contactEmail = "vaak@elders.example";
    // The count restarts every hour; avoid that moment.
    const left = HOUR - (journey.now % HOUR);
    if (left < HOUR / 4) await scene.cloud.advance(left);
    const statuses: number[] = [];
    for (let time = 1; time <= 4; time++) statuses.push((await fill({ contactEmail })).status);

    expect(statuses).toEqual([200, 200, 200, 429]);
    expect(await mailsTo(contactEmail)).toBe(3);
    await scene.cloud.advance(HOUR);
    expect((await fill({ contactEmail })).status).toBe(200);
  });
});

describe("a draft", () => {
  const save = async ({ browser, page }: Opened, purpose: string) =>
    browser.submit(page.form("outcome", "submitted"), { purpose }, "Bewaar als ontwerp");

  it("is saved while incomplete, resumed by the link, and decides nothing", async () => {
    const opened = await journey.open("SubmitIntake");

    const saved = await save(opened, "Nog niet af");

    expect(saved.status).toBe(200);
    expect(saved.text).toContain("Je ontwerp is bewaard");
    const again = await journey.open("SubmitIntake");
    expect(again.page.form("outcome").filledIn({})).toContainEqual(["purpose", "Nog niet af"]);
    expect((await taskOf("SubmitIntake-1-1")).status).toBe("open");
  });

  it("is not overwritten unseen when another window saved it meanwhile", async () => {
    const [one, other] = [await journey.open("SubmitIntake"), await journey.open("SubmitIntake")];
    mustBe(await save(one, "Uit het eerste venster"), 200);

    const conflict = await save(other, "Uit het tweede venster");

    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain("Uit het eerste venster");
    expect(conflict.form("outcome").filledIn({})).toContainEqual(["purpose", "Uit het tweede venster"]);
    const settled = await save({ browser: other.browser, page: conflict }, "Uit beide vensters");
    expect(settled.status).toBe(200);
  });
});

describe("the form of a task", () => {
  it("with missing and wrong answers is shown again with all of them in Dutch, and decides nothing", async () => {
    const { browser, page } = await journey.open("SubmitIntake");
    const usual = await usualDecision("SubmitIntake", journey.now, journey.people);
    const answers = { ...asFormValues(usual.fields ?? {}), purpose: "", requestsPerYear: "veel" };
    const wrong = { ...answers, connectionDate: "31/02/2027", "dpo.email": "dpo", needsMutations: "true" };

    const refused = await browser.submit(page.form("outcome"), wrong);

    expect(refused.status).toBe(422);
    for (const words of ["Vul dit in.", "geheel getal", "bestaande datum", "geldig e-mailadres"])
      expect(refused.text).toContain(words);
    expect(refused.text).not.toMatch(/Invalid|expected|undefined|NaN/);
    expect(refused.html).toContain('value="veel"');
    expect((await taskOf("SubmitIntake-1-1")).decision).toBeUndefined();
  });

  it("decides once when it is sent twice; with other words the person sees the decision and its time", async () => {
    const { browser, page } = await journey.open("SubmitIntake");
    await journey.decide("SubmitIntake");
    const usual = await usualDecision("SubmitIntake", journey.now, journey.people);

    const second = await browser.submit(
      page.form("outcome"),
      asFormValues({ ...usual.fields, purpose: "Iets heel anders" }),
      "Intake indienen",
    );

    expect(second.status).toBe(409);
    expect(second.text).toMatch(/Je besliste dit al op \d+ .* om \d\d:\d\d/);
    expect((await taskOf("SubmitIntake-1-1")).decision?.fields["purpose"]).toBe(usual.fields?.["purpose"]);
  });

  it("with a planning out of order or in the past is refused at the wrong date", async () => {
    const { connection, ...dates } = planningFrom(journey.now);
    const planning = { ...dates, connection, dpiaConclusion: "2020-01-31", dpoAdvice: connection };

    const page = await scene.answer(await journey.open("AssessIntake"), "AssessIntake", {
      outcome: "suitable",
      fields: { planning },
    });

    expect(page.status).toBe(422);
    expect(page.text).toContain("Deze datum is al voorbij.");
    expect(page.text).toContain("Deze datum komt voor de vorige.");
    expect((await record.dossier(journey.reference)).planning).toBeUndefined();
  });

  it("cannot rest on a document of another dossier, or on an unknown one", async () => {
    const other = new Journey(scene);
    await other.makeContact();
    for (const one of [journey, other])
      await one.walkTo("PreAssessDpia", one === other ? "SubmitIntake" : "AssessIntake");
    await other.decide("PreAssessDpia");
    const [foreign] = (await record.whole(other.reference)).documents;
    const opened = await journey.open("PreAssessDpia");
    const usual = await usualDecision("PreAssessDpia", journey.now, journey.people);
    const form = opened.page.form("outcome", "not-required");
    const button = TASKS.PreAssessDpia.texts.nl.outcomes["not-required"]?.button;
    const filledIn = [...form.filledIn(asFormValues(usual.fields ?? {})), ...form.pressed(button)];

    for (const id of [foreign?.id ?? "", "01J00000000000000000000000", "../DOSSIER"]) {
      const page = await opened.browser.post(form.actionOf(button), [...filledIn, ["documents", id]]);

      expect(page.status).toBe(422);
      expect(page.text).toContain("hoort niet bij deze taak");
    }
    expect((await taskOf("PreAssessDpia-1-1")).status).toBe("open");
    await journey.decide("PreAssessDpia");
  });

  it("refuses an empty file", async () => {
    const opened = await journey.open("SubmitProtocol");
    const upload = await scene.uploadForm(opened, "submitted", "protocol");
    const file = { name: "leeg.pdf", type: "application/pdf", bytes: new Uint8Array() };

    await opened.browser.upload(upload, file);

    await expect
      .poll(async () => (await journey.open("SubmitProtocol")).page.text, { timeout: 20_000 })
      .toContain("leeg.pdf: geweigerd, want het is leeg.");
  });

  it("refuses a protocol with a negative advice, and shows what to do instead", async () => {
    const usual = await usualDecision("SubmitProtocol", journey.now, journey.people);
    const advice = { outcome: "negative", date: dayAfter(journey.now, 0), name: journey.people.dpo.name };

    const page = await scene.answer(await journey.open("SubmitProtocol"), "SubmitProtocol", {
      ...usual,
      fields: { ...usual.fields, advice },
    });

    expect(page.status).toBe(422);
    expect(page.text).toContain("Met een negatief advies kan je het protocol niet indienen.");
    expect(page.text).toContain("vraag een nieuw advies");
    expect((await record.dossier(journey.reference)).protocol).toBeUndefined();
    await journey.decide("SubmitProtocol");
  });
});

it("none of this failed in a function", () => {
  const { cloud } = scene;

  expect(cloud.functionNames().filter((name) => cloud.functionRecord(name).errors > 0)).toEqual([]);
  expect(cloud.logs().filter(({ text }) => text.includes('"level":"ERROR"'))).toEqual([]);
});
