import { expect, it } from "vitest";
import type { Dossier } from "../../functions/domain/dossier.ts";
import type { Dpia } from "../../functions/domain/facts.ts";
import { GiveUp } from "../../functions/domain/errors.ts";
import { createCommunicateDpia } from "../../functions/dpia/communicate-dpia.ts";
import { openFileTable } from "../adapters/database.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { backendForEachTest } from "../application/backend.ts";

const test = backendForEachTest(await openFileTable());
let number = 0;

const concluded = (conclusion: Dpia["conclusion"]): Dpia => ({
  conclusion,
  suggestion: "required",
  motivation: "De schaal is beperkt.",
  questionnaire: "2026-1",
  criteria: ["a2"],
  concludedAt: NOW,
});

const store = (dpia?: Dpia): Promise<Dossier> => {
  number += 1;
  const id = `01HY${String(number).padStart(22, "0")}`;
  return test.backend.dossiers.create(
    aDossier({ id, reference: `LED-2029-${String(number).padStart(5, "0")}`, stage: "DPIA", dpia }),
  );
};
const writeDpiaDocuments = async () => undefined;
const communicate = ({ id }: Dossier) =>
  createCommunicateDpia({ ...test.acts, writeDpiaDocuments })({
    state: "CommunicateDpia",
    dossierId: id,
    run: 1,
    previous: null,
  });

it.each([
  ["required", "Er is een DPIA nodig"],
  ["not-required", "Er is geen DPIA nodig"],
] as const)(
  "a DPIA that is %s is communicated to the applicant, with the motivation and a link",
  async (conclusion, subject) => {
    const dossier = await store(concluded(conclusion));

    await communicate(dossier);

    expect(test.mailer.sent).toHaveLength(1);
    expect(test.mailer.sent[0]).toMatchObject({
      to: [{ email: "an@voorbeeldegem.example" }],
      subject: `[${dossier.reference}] ${subject}`,
    });
    expect(test.mailer.sent[0]?.text).toContain("> De schaal is beperkt.");
    expect(test.mailer.sent[0]?.text).toContain("https://led.example/live/dossier/");
  },
);

it("a repeated step keeps the first time and recipient in the record", async () => {
  const dossier = await store(concluded("required"));

  await communicate(dossier);
  test.time.now = "2026-11-24T09:00:00.000Z";
  await communicate(dossier);

  const stored = await test.backend.dossiers.find(dossier.id);
  expect(test.mailer.sent).toHaveLength(1);
  expect(stored?.dpia?.communicated).toEqual({ at: NOW, to: ["an@voorbeeldegem.example"] });
});

it("gives up without a conclusion", async () => {
  await expect(communicate(await store())).rejects.toThrow(GiveUp);
});
