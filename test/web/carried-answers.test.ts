import { expect, it } from "vitest";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { addDays, type Instant } from "../../functions/domain/calendar.ts";
import { openFileTable } from "../adapters/database.ts";
import { anIntake } from "../builders/intake.ts";
import { NOW } from "../builders/dossier.ts";
import { APPLICANT, TEAM } from "../builders/people.ts";
import { FORM } from "../protocol/answers.ts";
import { openSite } from "./site.ts";

const site = openSite(await openFileTable());
const intake = anIntake({ dataCategories: "Getuigschriften van kandidaten" });
const SUBMIT = { kind: "SubmitProtocol", stage: "PROTOCOL" } as const;

/** A renewal, whose earlier pass had a protocol. */
async function aRenewal(): Promise<Dossier> {
  const laterPass = { kind: "renewal", of: 1, by: TEAM, at: NOW, end: "2030-02-28" } as const;
  return site.given(
    { stage: "PROTOCOL", pass: 2, intake, request: { laterPass } },
    SUBMIT,
    { pass: 2 },
    { ...SUBMIT, pass: 2 },
  );
}

async function answered(dossier: Dossier, id: string, fields: Record<string, unknown>, at: Instant) {
  const task = await site.acts.tasks.find(dossier.id, id);
  const decision = { outcome: "submitted", fields, documents: [], by: APPLICANT, at };
  if (task) await site.acts.tasks.recordDecision(task, decision, await site.dossier(dossier.id), []);
}

const openForm = async (dossier: Dossier) =>
  site.visitor.open(await site.taskLink(dossier, { ...SUBMIT, pass: 2 }));

it("a renewal starts from what the signed protocol says", async () => {
  const dossier = await aRenewal();
  await answered(dossier, "SubmitProtocol-1-1", FORM, NOW);

  const page = await openForm(dossier);

  for (const text of [FORM.data.categories, FORM.recipients, FORM.periodicity, FORM.retention])
    expect(page.html).toContain(text.replaceAll("'", "&#39;"));
  expect(page.html).not.toContain(intake.dataCategories ?? "");
  expect(page.html).toContain('value="2030-03-01"');
  expect(page.text).toContain("verlenging");
});

it("a renewal whose intake was answered since starts from that intake", async () => {
  const dossier = await aRenewal();
  await answered(dossier, "SubmitProtocol-1-1", FORM, NOW);
  await answered(dossier, "SubmitIntake-2-1", {}, addDays(NOW, 1));

  const page = await openForm(dossier);

  expect(page.html).toContain(intake.dataCategories);
  expect(page.html).toContain(FORM.security);
});
