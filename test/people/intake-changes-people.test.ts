import { describe, expect, it } from "vitest";
import { addMinutes } from "../../functions/domain/calendar.ts";
import type { Proposed } from "../../functions/domain/decide.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { openFileTable } from "../adapters/database.ts";
import { anAccess } from "../builders/access.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aTask } from "../builders/task.ts";
import { anIntakeForm } from "../builders/intake.ts";
import { APPLICANT } from "../builders/people.ts";
import { backendForEachTest } from "../application/backend.ts";

const DPO = { name: "Nieuwe Dpo", email: "nieuw@voorbeeldegem.example" };
const SIGNATORY = {
  name: "Sofie Hoofd",
  capacity: "algemeen directeur",
  email: "sofie@voorbeeldegem.example",
};
const FIELDS = anIntakeForm({ dpo: DPO, signatory: SIGNATORY });

const test = backendForEachTest(await openFileTable());
let number = 0;

/** A dossier with an open intake, in a later pass. */
async function given(differences: Partial<ReturnType<typeof aDossier>> = {}): Promise<Dossier> {
  number += 1;
  const id = `01HX${String(number).padStart(22, "0")}`;
  const reference = `LED-2032-${String(number).padStart(5, "0")}`;
  const dossier = await test.backend.dossiers.create(aDossier({ id, reference, ...differences }));
  const taskToken = `token-${id}`;
  test.workflow.executions.set(`${id}-1`, "running");
  test.workflow.waiting.add(taskToken);
  await test.acts.tasks.open(aTask({ dossierId: id, taskToken }), dossier);
  return dossier;
}
const submit = ({ id }: Dossier, fields: object = {}, also: Partial<Proposed> = {}) =>
  test.acts.decideTask(id, "SubmitIntake-1-1", {
    outcome: "submitted",
    fields: { ...FIELDS, ...fields },
    documents: [],
    by: APPLICANT,
    ...also,
  });
const find = ({ id }: Dossier) => test.whole(id);
const sent = () =>
  test.mailer.sent.map(({ to, subject }) => `${to[0]?.email}: ${subject.replace(/^\[.*?\] /, "")}`);

describe("an intake with another DPO", () => {
  it("is a change of people: recorded, reported to both persons, and stored in the access in force", async () => {
    const dossier = await given();
    await test.backend.accesses.grant(anAccess({ dossierId: dossier.id }));

    expect((await submit(dossier)).status).toBe("decided");

    const { dossier: after, changes, accesses } = await find(dossier);
    expect(after.people.dpo).toMatchObject(DPO);
    expect(changes).toMatchObject([
      { what: "people.dpo", by: APPLICANT, from: { id: "person-dpo" }, to: { id: after.people.dpo?.id } },
    ]);
    expect(sent()).toEqual([
      "dpo@voorbeeldegem.example: Je bent niet langer DPO",
      `${DPO.email}: Je bent nu DPO`,
    ]);
    expect(accesses[0]?.contacts.dpo).toEqual(after.people.dpo);
    expect(accesses[0]?.contacts.signatory?.id).toBe("person-signatory");
  });

  it("is reported later when the mails could not be sent at once", async () => {
    const dossier = await given();
    test.mailer.isDown = true;
    expect((await submit(dossier)).status).toBe("decided");
    expect(sent()).toEqual([]);

    test.mailer.isDown = false;
    test.time.now = addMinutes(NOW, 5);
    await test.sweep();

    expect(sent().filter((line) => line.includes("DPO"))).toHaveLength(2);
    expect((await find(dossier)).dossier.clocks).not.toHaveProperty("people");
  });

  it("is reported as well when the dossier closes before the mails are repeated", async () => {
    const dossier = await given();
    test.mailer.isDown = true;
    await submit(dossier);
    const closing = { outcome: "withdrawn", reason: "We doen het niet", by: APPLICANT } as const;
    await test.acts.closeDossier(dossier.id, closing).catch(() => undefined);
    expect((await find(dossier)).dossier).toMatchObject({
      status: "CLOSED",
      clocks: { people: addMinutes(NOW, 2) },
    });

    test.mailer.isDown = false;
    test.time.now = addMinutes(NOW, 15);
    await test.sweep();

    expect(sent()).toContain("dpo@voorbeeldegem.example: Je bent niet langer DPO");
    expect(sent()).toContain(`${DPO.email}: Je bent nu DPO`);
    expect((await find(dossier)).dossier.clocks).not.toHaveProperty("people");
  });

  it("with only another spelling keeps the person, who is notified of the correction", async () => {
    const dossier = await given();
    await submit(dossier, { dpo: { name: "Dirk Privacy", email: "DPO@voorbeeldegem.example" } });

    const { dossier: after } = await find(dossier);
    expect(after.people.dpo).toMatchObject({ id: "person-dpo", email: "DPO@voorbeeldegem.example" });
    expect(sent()).toEqual(["DPO@voorbeeldegem.example: Je gegevens zijn aangepast"]);
    const text = test.mailer.sent[0]?.text;
    expect(text).toContain("De schrijfwijze van je e-mailadres werd aangepast");
    expect(text).toContain("je links blijven werken");
    expect(text).not.toContain("naam of functie");
  });

  it("with another name at the same address names somebody else (PEOPLE-07)", async () => {
    const dossier = await given();
    await submit(dossier, { dpo: { name: "Piet Nieuw", email: "dpo@voorbeeldegem.example" } });

    const { dossier: after } = await find(dossier);
    expect(after.people.dpo?.name).toBe("Piet Nieuw");
    expect(after.people.dpo?.id).not.toBe("person-dpo");
    expect(sent()).toEqual([
      "dpo@voorbeeldegem.example: Je bent niet langer DPO",
      "dpo@voorbeeldegem.example: Je bent nu DPO",
    ]);
  });

  it("that names the current people notifies nobody and records nothing", async () => {
    const dossier = await given();
    await submit(dossier, { dpo: { name: "Dirk Privacy", email: "dpo@voorbeeldegem.example" } });

    const { dossier: after, changes } = await find(dossier);
    expect([sent(), changes, after.clocks]).toEqual([[], [], {}]);
  });

  it("that names the first people replaces nobody", async () => {
    const { contact } = aDossier().people;
    const dossier = await given({ people: { contact } });
    await submit(dossier);

    const { dossier: after, changes } = await find(dossier);
    expect(after.people).toMatchObject({ contact, dpo: DPO, signatory: SIGNATORY });
    expect([sent(), changes, after.clocks]).toEqual([[], [], {}]);
  });
});

describe("an intake that was opened before its DPO changed", () => {
  it("is refused first, and changes nothing", async () => {
    const dossier = await given();
    const seen = { dpo: { name: "Oude Dpo", email: "oud@voorbeeldegem.example" }, signatory: SIGNATORY };
    const result = await submit(dossier, {}, { seen });

    expect(result).toMatchObject({ status: "refused", reasons: [{ rule: "PEOPLE-06", field: "dpo.name" }] });
    expect((await find(dossier)).dossier.people).toEqual(dossier.people);
  });
});
