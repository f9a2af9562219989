import { beforeEach, describe, expect, it } from "vitest";
import { addMinutes } from "../../functions/domain/calendar.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { createRequestLink } from "../../functions/lost-link/request-link.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aTask } from "../builders/task.ts";
import { backendForEachTest } from "../application/backend.ts";

const AN = "an@voorbeeldegem.example";
const BO = "bo@voorbeeldegem.example";
const SOFIE = "sofie@voorbeeldegem.example";
const REFERENCE = "LED-2026-00042";
const DONE = { status: "done" };

const test = backendForEachTest();
let dossier: Dossier;
let ips = 0;

beforeEach(async () => {
  const { people } = aDossier();
  const secondContact = { id: "person-second", name: "Bo Tweede", email: BO };
  dossier = await test.backend.dossiers.create(aDossier({ people: { ...people, secondContact } }));
});

const ask = (email: string, reference = REFERENCE, ip = `192.0.2.${++ips}`) =>
  createRequestLink({ ...test.acts })({ email, reference }, { ip });
const links = () =>
  Promise.all(
    test.mailer.sent.map(async ({ to, text }) => {
      const secret = /\/(?:taak|dossier)\/([\w-]{43})/.exec(text)?.[1] ?? "";
      const link = await test.backend.links.find(secret);
      return [to[0]?.email, link?.target.kind, link?.personId];
    }),
  );

describe("a lost link (LINK-01)", () => {
  it("is mailed to the stored address, in its stored spelling", async () => {
    expect(await ask(" AN@Voorbeeldegem.example", "[led-2026-00042] ")).toEqual(DONE);
    expect(await ask(BO)).toEqual(DONE);

    expect(await links()).toEqual([
      [AN, "status", "person-contact"],
      [BO, "status", "person-second"],
    ]);
  });

  it("of a signatory leads to the task to sign, if there is one", async () => {
    await ask(SOFIE);
    const toSign = { kind: "SignForApplicant", audience: "signatory", stage: "PROTOCOL" } as const;
    await test.acts.tasks.open(aTask({ ...toSign, dossierId: dossier.id, reminders: 2 }), dossier);
    await ask(SOFIE);

    expect(await links()).toEqual([
      [SOFIE, "status", "person-signatory"],
      [SOFIE, "task", "person-signatory"],
    ]);
    expect(test.mailer.sent[1]?.subject).not.toContain("Herinnering");
  });

  it("goes to each of two people who share an address; a person with two parts gets one", async () => {
    const { people } = aDossier();
    const { id, version } = dossier;
    const shared = { ...people, signatory: { id: "person-signatory", name: "Sofie Hoofd", email: AN } };
    dossier = await test.backend.dossiers.save(aDossier({ id, version, people: shared }));
    await ask(AN);
    const same = { ...people, signatory: { ...people.contact, id: "person-signatory" } };
    await test.backend.dossiers.save(aDossier({ id, version: dossier.version, people: same }));
    await ask(AN);

    expect(await links()).toEqual([
      [AN, "status", "person-contact"],
      [AN, "status", "person-signatory"],
      [AN, "status", "person-contact"],
    ]);
  });

  it("leads a DPO to its dossier", async () => {
    await ask("dpo@voorbeeldegem.example");

    expect(await links()).toEqual([["dpo@voorbeeldegem.example", "status", "person-dpo"]]);
  });

  it("reveals nothing to people outside the dossier", async () => {
    expect(await ask("vreemd@elders.example")).toEqual(DONE);
    expect(await ask(AN, "LED-2026-99999")).toEqual(DONE);

    expect(test.mailer.sent).toEqual([]);
  });

  it.each([
    ["geen nummer", AN, ["reference"]],
    [REFERENCE, "geen adres", ["email"]],
    ["", "", ["reference", "email"]],
  ])("refuses invalid input only: %s, %s", async (reference, email, fields) => {
    const result = await ask(email, reference);

    if (result.status !== "refused") throw new Error("it was taken in");
    expect([...new Set(result.problems.map(({ path }) => path.join(".")))]).toEqual(fields);
  });
});

describe("asked too often (LINK-01)", () => {
  it("for one address sends no more mails, answers the same, and mails again an hour later", async () => {
    for (let count = 0; count < 5; count++) expect(await ask(AN)).toEqual(DONE);
    expect(test.mailer.sent).toHaveLength(3);

    test.time.now = addMinutes(NOW, 60);
    await ask(AN);

    expect(test.mailer.sent).toHaveLength(4);
  });

  it("by guessers does not affect the people of the dossier", async () => {
    for (let count = 0; count < 60; count++) await ask(`iemand-${count}@elders.example`);

    expect(await ask(AN)).toEqual(DONE);
    expect(test.mailer.sent).toHaveLength(1);
  });

  it("from one sender is refused, right or wrong", async () => {
    for (let count = 0; count < 20; count++)
      await ask(`iemand-${count}@elders.example`, `LED-2026-0010${count}`, "192.0.2.250");

    expect(await ask(AN, REFERENCE, "192.0.2.250")).toMatchObject({ reasons: [{ rule: "LIMIT-01" }] });
    expect(await ask("x@y.example", REFERENCE, "192.0.2.250")).toMatchObject({ status: "refused" });
    expect(test.mailer.sent).toEqual([]);
  });
});
