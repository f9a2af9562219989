/**
 * `npm run screens`: photographs every page of a played onboarding, and one mail of each kind, into docs/screens/. Runs
 * the synthesized stack on a local cloud with its own clock, so each run shows other dates.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { createApp } from "../../infra/app.ts";
import { startCloud } from "../../local/cloud.ts";
import type { Mail } from "../../local/ses/mailbox.ts";
import { quietly } from "../../local/template/quietly.ts";
import { Scene } from "../journey/scene.ts";
import { startChromium } from "./chromium.ts";
import { fileOf, FOLDER, kebab, photograph, WIDTHS } from "./photograph.ts";
import { Tour, TOURED } from "./tour.ts";
import { Windows } from "./windows.ts";

/** Pages that are shown at every width; the others at the largest only. */
const AT_EVERY_WIDTH = [
  "home",
  "contact form",
  "SubmitIntake",
  "status page, in use",
  "inbox with what is late",
  "dossier",
];
const MAIL = { width: 640, scale: 0.7 };

const pictures = (title: string, files: [name: string, file: string][]): string[] => [
  `## ${title}`,
  "",
  ...files.flatMap(([name, file]) => [`### ${name}`, "", `![${name}](${file})`, ""]),
];

const shown: [string, string][] = [];
const mails: [string, string][] = [];

async function look(name: string, page: Page): Promise<void> {
  const usual = page.viewportSize();
  for (const size of AT_EVERY_WIDTH.includes(name) ? WIDTHS : WIDTHS.slice(-1)) {
    const file = fileOf(name, size.width);
    writeFileSync(join(FOLDER, file), await photograph(page, size));
    shown.push([`${name}, ${size.width} pixels`, file]);
  }
  if (usual) await page.setViewportSize(usual);
  console.log(name);
}

/** The newest mail of each kind. */
async function lookAtMails(mailbox: Mail[], page: Page): Promise<void> {
  const newest = new Map(mailbox.map((mail) => [mail.tags["template"]?.[0] ?? "other", mail]));
  for (const [kind, { html, subject }] of [...newest].sort(([one], [other]) => (one < other ? -1 : 1))) {
    await page.setContent(html);
    const file = `mails/${kebab(kind)}.webp`;
    writeFileSync(join(FOLDER, file), await photograph(page, MAIL));
    mails.push([`${kind}: ${subject}`, file]);
  }
}

const overview = () => [
  "# Screens",
  "",
  "Every page of a played onboarding, and a mail of each kind. `npm run screens` makes them; all people are invented.",
  "",
  ...pictures("Pages", shown),
  ...pictures("Mails", mails),
];

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(join(FOLDER, "mails"), { recursive: true });
const outdir = mkdtempSync(join(tmpdir(), "led-screens-"));
(await quietly(() => createApp({ ...TOURED, outdir }))).synth();
const chromium = await startChromium();
const cloud = await startCloud({ assembly: outdir, coalesce: 30 * 86_400_000 });
try {
  await new Tour(new Scene(cloud), new Windows(chromium, cloud), look).go();
} finally {
  // What was photographed before a failure is kept.
  await lookAtMails(await cloud.mailbox(), await chromium.newPage());
  writeFileSync(join(FOLDER, "README.md"), overview().join("\n"));
  await chromium.close();
  await cloud.stop();
  rmSync(outdir, { recursive: true, force: true });
}
