import { describe, expect, it } from "vitest";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { openFileTable } from "../adapters/database.ts";
import { aDossier } from "../builders/dossier.ts";
import { anIntakeForm } from "../builders/intake.ts";
import { TEAM } from "../builders/people.ts";
import { asFormValues } from "../journey/flatten.ts";
import { openSite } from "./site.ts";

const INTAKE = asFormValues(anIntakeForm());
const OLD = { "dpo.name": "Oude Dpo", "dpo.email": "oud@voorbeeldegem.example" };
const NEW = { name: "Nieuwe Dpo", email: "nieuw@voorbeeldegem.example" };

const site = openSite(await openFileTable());
const { visitor } = site;

/** A first intake without a DPO or a signatory. */
const given = () => site.given({ people: { contact: aDossier().people.contact } }, {});
const nameDpo = ({ id }: Dossier) =>
  site.publicDeps.changePeople(id, { part: "dpo", fields: { change: "someone-else", person: NEW } }, TEAM);
const peopleOf = async ({ id }: Dossier) => (await site.acts.dossiers.find(id))?.people;
const formAt = async (link: string) => (await visitor.open(link)).form("purpose");
const keep = async (link: string, values: Record<string, string | string[]>) =>
  visitor.submit(await formAt(link), values, "Bewaar als ontwerp");

describe("a draft of the intake from before a change of people", () => {
  it("is updated for the changed person, reports it, and keeps all other input", async () => {
    const dossier = await given();
    const link = await site.taskLink(dossier);
    await keep(link, { ...INTAKE, ...OLD });
    await nameDpo(dossier);

    const page = await visitor.open(link);
    const decided = await visitor.submit(page.form("purpose"));

    expect(page.text).toContain("Sinds je dit ontwerp bewaarde, wijzigde iemand een persoon");
    expect(page.html).toContain('value="nieuw@voorbeeldegem.example"');
    expect(page.html).not.toContain("oud@voorbeeldegem.example");
    expect(page.html).toContain('value="sofie@voorbeeldegem.example"');
    expect(decided.status).toBe(303);
    expect(await peopleOf(dossier)).toMatchObject({ dpo: NEW, signatory: { name: "Sofie Hoofd" } });
    expect(site.mailer.sent.map(({ to }) => to[0]?.email)).not.toContain(OLD["dpo.email"]);
  });

  it("is updated as well when it was saved from a page opened before the change", async () => {
    const dossier = await given();
    const link = await site.taskLink(dossier);
    const stale = await formAt(link);
    await nameDpo(dossier);
    await visitor.submit(stale, { ...INTAKE, ...OLD }, "Bewaar als ontwerp");

    expect((await visitor.open(link)).html).toContain('value="nieuw@voorbeeldegem.example"');
  });

  it("keeps a person that was typed after the change", async () => {
    const dossier = await given();
    const link = await site.taskLink(dossier);
    await nameDpo(dossier);
    await keep(link, { ...INTAKE, ...OLD });

    const page = await visitor.open(link);
    const decided = await visitor.submit(page.form("purpose"));

    expect(page.html).toContain('value="oud@voorbeeldegem.example"');
    expect(page.text).not.toContain("Sinds je dit ontwerp bewaarde");
    expect(decided.status).toBe(303);
    expect((await peopleOf(dossier))?.dpo?.email).toBe(OLD["dpo.email"]);
    const told = site.mailer.sent.map(({ to, subject }) => `${to[0]?.email}: ${subject}`);
    expect(told.filter((line) => line.startsWith(NEW.email)).at(-1)).toContain("Je bent niet langer DPO");
  });
});

describe("an intake that was open in a window while somebody changed a person", () => {
  it("is not accepted at once: it shows the current person beside the input, and continues from there", async () => {
    const dossier = await given();
    const stale = await formAt(await site.taskLink(dossier));
    await nameDpo(dossier);

    const refused = await visitor.submit(stale, { ...INTAKE, ...OLD });
    const before = await peopleOf(dossier);
    const decided = await visitor.submit(refused.form("purpose"));

    expect(refused.status).toBe(422);
    expect(refused.text).toContain("Iemand wijzigde deze persoon intussen");
    expect(refused.html).toContain('value="nieuw@voorbeeldegem.example"');
    expect(refused.text).toContain(INTAKE["purpose"]);
    expect(before).toMatchObject({ dpo: NEW });
    expect(decided.status).toBe(303);
    expect((await peopleOf(dossier))?.dpo).toMatchObject(NEW);
  });
});
