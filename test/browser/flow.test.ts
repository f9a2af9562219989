import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openScene } from "../end-to-end/scene.ts";
import { contactAnswers, usualDecision } from "../journey/answers.ts";
import { pdf } from "../journey/files.ts";
import { Journey } from "../journey/journey.ts";
import type { Scene } from "../journey/scene.ts";
import { HAS_CHROMIUM, startChromium, WHY_SKIPPED } from "./chromium.ts";
import { addDocument, fillIn, formWith, press } from "./fill-in.ts";
import { difference, fileOf, FOLDER, photograph, WIDTHS } from "./photograph.ts";
import { Windows } from "./windows.ts";

const text = (page: Page) => page.getByRole("main").innerText();

describe.runIf(HAS_CHROMIUM)("people with a real browser, by clicks and keys, without scripts,", () => {
  let browser: Browser | undefined;
  let started: Scene | undefined;
  let scene: Scene;
  let journey: Journey;
  let applicant: Page;
  let team: Page;
  /** For comparing pictures. */
  let withScripts: Page;

  beforeAll(async () => {
    browser = await startChromium();
    scene = started = await openScene();
    journey = new Journey(scene);
    const windows = new Windows(browser, scene.cloud);
    applicant = await windows.of("applicant");
    team = await windows.of("led-team");
    withScripts = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await started?.cloud.stop();
  });

  const usual = (kind: Parameters<typeof usualDecision>[0]) =>
    usualDecision(kind, journey.now, journey.people);

  it("make contact and confirm", async () => {
    const { email } = journey.people.contact;
    await applicant.goto(scene.cloud.url);
    await applicant.getByRole("link", { name: "Naar het contactformulier" }).click();
    await fillIn(formWith(applicant, "Verstuur"), contactAnswers({ contactEmail: email }));
    await press(applicant, "Verstuur");
    await expect.poll(() => text(applicant)).toContain("Kijk in je mailbox");

    await applicant.goto(scene.linkIn(await scene.mail(email, "Bevestig")));
    await press(applicant, "Ik bevestig mijn bericht");

    await expect.poll(() => text(applicant)).toContain("Je bericht is bevestigd");
    journey.reference = /LED-\d{4}-\d+/.exec(await text(applicant))?.[0] ?? "";
  });

  it("save the intake as a draft, find it again, and submit it", async () => {
    const { page } = await journey.open("SubmitIntake");
    const { fields = {} } = await usual("SubmitIntake");
    const { purpose } = fields;
    await applicant.goto(page.url);
    await fillIn(formWith(applicant, "Intake indienen"), { purpose });
    await press(applicant, "Bewaar als ontwerp");
    await expect.poll(() => text(applicant)).toContain("Je hebt nog niets ingediend");

    await applicant.goto(page.url);
    expect(await applicant.locator("[name=purpose]").inputValue()).toBe(purpose);
    await fillIn(formWith(applicant, "Intake indienen"), { ...fields, purpose: undefined });
    await press(applicant, "Intake indienen");
    await expect.poll(() => text(applicant)).toContain("Kijk na voor je verstuurt");
    await press(applicant, "Intake indienen");

    await expect.poll(() => text(applicant)).toContain("Bedankt: je diende de intake in.");
  });

  it("cannot decide by pressing Enter: a decision needs its button", async () => {
    const { page } = await journey.open("AssessIntake");
    await team.goto(page.url);
    const form = formWith(team, "Geschikt: stel de planning voor");

    await form.locator("[name='planning.signature']").press("Enter");

    expect(team.url()).toBe(page.url);
    await expect.poll(() => text(team)).toContain("Jij bent aan de beurt");
    expect(await text(team)).not.toContain("Er is iets niet in orde");
  });

  it("assess the intake from the inbox", async () => {
    await team.goto(scene.cloud.adminUrl);
    await team.getByRole("link", { name: "Beoordeel de intake" }).click();
    const { fields = {} } = await usual("AssessIntake");
    await fillIn(formWith(team, "Geschikt: stel de planning voor"), fields);

    await press(team, "Geschikt: stel de planning voor");

    await expect.poll(() => text(team)).toContain("Deze taak is afgerond");
  });

  it("conclude a pre-assessment by one of the two buttons of its one form", async () => {
    await journey.decide("AgreePlanning");
    const { page } = await journey.open("PreAssessDpia");
    const { fields = {} } = await usual("PreAssessDpia");
    await team.goto(page.url);
    await addDocument(team, "vooronderzoek DPIA", await pdf("Vooronderzoek DPIA"));
    await fillIn(formWith(team, "Besluit: geen DPIA nodig"), fields);

    await press(team, "Besluit: geen DPIA nodig");

    await expect.poll(() => text(team)).toContain("besloot dat er geen DPIA nodig is");
  });

  it("find what to do on an upload page that was open for too long", async () => {
    const { page } = await journey.open("SubmitProtocol");
    await applicant.goto(page.url);
    await applicant.locator("summary").filter({ hasText: "Een eigen bestand indienen" }).click();
    await press(applicant, "Voeg toe: ingevuld protocol");
    expect(await text(applicant)).not.toContain("De tijd om hier een document te versturen is om.");

    await applicant.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));

    expect(await applicant.getByLabel("Bestand").isVisible()).toBe(false);
    expect(await text(applicant)).toContain("De tijd om hier een document te versturen is om.");
    await applicant.getByRole("main").getByRole("link", { name: "Terug naar de taak" }).first().click();
    expect(applicant.url()).toBe(page.url);
  });

  it("upload documents without losing what was typed, and submit the protocol", async () => {
    const { page } = await journey.open("SubmitProtocol");
    const { fields = {}, files = {} } = await usual("SubmitProtocol");
    const names: Record<string, string> = {
      "consumer-dpo-advice": "advies van de DPO van de afnemer",
    };
    await applicant.goto(page.url);
    await applicant.locator("summary").filter({ hasText: "Online invullen" }).click();
    const form = formWith(applicant, "Protocol indienen");
    await fillIn(form, fields);
    for (const [kind, file] of Object.entries(files))
      if (typeof file !== "function") await addDocument(applicant, names[kind] ?? kind, file, form);

    await press(applicant, "Protocol indienen");
    await expect.poll(() => text(applicant)).toContain("Kijk na voor je verstuurt");
    await press(applicant, "Protocol indienen");

    await expect.poll(() => text(applicant)).toContain("Bedankt: je diende het protocol in.");
  });

  it.each([390, 768, 1280])("see one left edge and a button for a thumb, %i pixels wide", async (width) => {
    await applicant.setViewportSize({ width, height: 800 });
    await applicant.goto(scene.cloud.url);
    const boxes = await Promise.all(
      [".owner", ".brand", "h1", "footer ul", "main .button"].map((part) =>
        applicant.locator(part).first().boundingBox(),
      ),
    );
    const padding = await applicant
      .locator(".owner")
      .evaluate((owner) => parseFloat(getComputedStyle(owner).paddingLeft));

    const [owner = 0, ...others] = boxes.map((box) => Math.round(box?.x ?? -1));
    expect(others).toEqual(others.map(() => Math.round(owner + padding)));
    expect(boxes.at(-1)?.height).toBeGreaterThanOrEqual(44);
  });

  it.each(
    ["home", "contact form"].flatMap((name) => WIDTHS.map((size) => [name, size.width, size] as const)),
  )("see the %s as docs/screens has it, %i pixels wide", async (name, width, size) => {
    await applicant.goto(name === "home" ? scene.cloud.url : `${scene.cloud.url}/contact`);
    const kept = readFileSync(join(FOLDER, fileOf(name, width)));

    const { height, colour } = await difference(withScripts, kept, await photograph(applicant, size));

    expect(height, "npm run screens, after a change of the look").toBeLessThan(0.08);
    expect(colour, "npm run screens, after a change of the look").toBeLessThan(0.05);
  });
});

it.skipIf(HAS_CHROMIUM)(`people with a real browser: ${WHY_SKIPPED}`, ({ skip }) => skip(WHY_SKIPPED));
