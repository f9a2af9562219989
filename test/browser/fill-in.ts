import { CONFIRMATION } from "../../functions/domain/decision-is-confirmed.ts";
import type { Locator, Page } from "playwright-core";
import { type Answers, asFormValues } from "../journey/flatten.ts";
import type { File } from "../journey/browser.ts";

/** Fills in a form by clicks and key strokes, field by field, using labels and boxes. */
export async function fillIn(form: Locator, answers: Answers): Promise<void> {
  for (const [name, value] of Object.entries(asFormValues(answers)))
    for (const one of [value].flat()) await answer(form.locator(`[name="${name}"]`), one);
}

async function answer(field: Locator, value: string): Promise<void> {
  const type = await field.first().getAttribute("type");
  if ((await field.first().evaluate(({ tagName }) => tagName)) === "SELECT") {
    await field.selectOption(value);
    return;
  }
  if (type === "radio" || type === "checkbox")
    return field.and(field.page().locator(`[value="${value}"]`)).check();
  // The browser expects a date in the order of the person's language.
  if (type === "date") return field.fill(value);
  await field.click();
  await field.clear();
  await field.pressSequentially(value);
}

/** The form that has this button. */
export const formWith = (page: Page, button: string): Locator =>
  page.locator("form").filter({ has: page.getByRole("button", { name: button, exact: true }) });

/** Presses a button, after the tick that its form requires. */
export async function press(page: Page, button: string): Promise<void> {
  const tick = formWith(page, button).locator(`[type=checkbox][name="${CONFIRMATION}"]`);
  if ((await tick.count()) > 0) await tick.check();
  await page.getByRole("main").getByRole("button", { name: button, exact: true }).click();
}

/** Adds a document: from a form of the task's page to the upload page, to the bucket, and back to the task. */
export async function addDocument(
  page: Page,
  name: string,
  file: File,
  form: Locator = page.getByRole("main"),
): Promise<void> {
  await form.getByRole("button", { name: `Voeg toe: ${name}`, exact: true }).click();
  const buffer = Buffer.from(file.bytes);
  await page.getByLabel("Bestand").setInputFiles({ name: file.name, mimeType: file.type, buffer });
  await press(page, "Document versturen");
  const arrived = page.getByRole("heading", { name: "We kregen je document" });
  const refresh = page.getByRole("link", { name: "Ververs deze pagina" });
  /** The page of an applicant waits by itself, and leads back to the task. */
  const added = page.getByText("Je document is toegevoegd");
  for (let tries = 0; tries < 100; tries++) {
    // Waits for any of the pages; between two pages none exists.
    await arrived.or(refresh).or(added).waitFor();
    if (await added.isVisible()) return;
    if (await arrived.isVisible()) break;
    await refresh.click();
  }
  await page.getByRole("link", { name: "Terug naar de taak" }).click();
}
