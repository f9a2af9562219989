import { beforeEach, describe, expect, it } from "vitest";
import { scanDocument } from "../../functions/documents/scan-document.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { SYSTEM } from "../../functions/domain/people.ts";
import { preAssessDpia } from "../../functions/dpia/pre-assess-dpia.ts";
import { createWriteDpiaDocuments } from "../../functions/dpia/write-dpia-documents.ts";
import { openFileTable } from "../adapters/database.ts";
import { backendForEachTest } from "../application/backend.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { anIntake } from "../builders/intake.ts";
import { aDecision, aTask } from "../builders/task.ts";
import { FakeDocuments } from "../fakes/documents.ts";
import { partOf, readPdf, textOfDocx } from "../templates/read-files.ts";
import { aPreAssessment } from "./answers.ts";

const test = backendForEachTest(await openFileTable());
let documents = new FakeDocuments();
let number = 0;

beforeEach(() => {
  documents = new FakeDocuments();
});

const write = (dossier: Dossier) => createWriteDpiaDocuments({ ...test.acts, documents })(dossier);

/** A dossier whose pre-assessment was decided, with these criteria met. */
async function concluded(outcome: "required" | "not-required", met: string[], added: string[] = []) {
  number += 1;
  const answers = aPreAssessment(met, "De {schaal} is <beperkt> & gekend.");
  const fields = {
    ...answers,
    c: { ...answers.c, c7: { answer: "yes", reason: "Kandidaten hangen af\nvan de werkgever." } },
  };
  const decision = aDecision({ outcome, fields, documents: added });
  const dossier = await test.backend.dossiers.create(
    aDossier({
      id: `01HX${String(number).padStart(22, "0")}`,
      reference: `LED-2029-${String(number).padStart(5, "0")}`,
      ...{ stage: "DPIA", intake: anIntake() },
      ...preAssessDpia.records(aDossier(), decision),
    }),
  );
  const task = aTask({ dossierId: dossier.id, stage: "DPIA", kind: "PreAssessDpia" });
  await test.backend.tasks.open(task, dossier);
  await test.backend.tasks.recordDecision(task, decision, dossier, []);
  return dossier;
}

const named = (name: string) => documents.stored.find(({ document }) => document.name.startsWith(name));
const bytesOf = (name: string) => named(name)?.bytes ?? new Uint8Array();

describe("the documents of the pre-assessment", () => {
  it("are the pre-assessment and the draft, each as Word and as PDF with the same text, once", async () => {
    const dossier = await concluded("required", ["a2", "c7"]);

    await write(dossier);
    await write(dossier);

    const { reference } = dossier;
    expect(documents.stored.map(({ document: { kind, name } }) => [kind, name])).toEqual([
      ["dpia-pre-assessment", `vooronderzoek-DPIA-${reference}.docx`],
      ["dpia-pre-assessment", `vooronderzoek-DPIA-${reference}.pdf`],
      ["dpia-initial-draft", `aanzet-DPIA-${reference}.docx`],
      ["dpia-initial-draft", `aanzet-DPIA-${reference}.pdf`],
    ]);
    for (const name of ["vooronderzoek", "aanzet"]) {
      const pdf = bytesOf(`${name}-DPIA-${reference}.pdf`);
      expect((await readPdf(pdf)).text).toBe(textOfDocx(bytesOf(`${name}-DPIA-${reference}.docx`)));
      expect((await scanDocument(pdf)).scan).toBe("accepted");
    }
  });

  it("have the answers as they were typed, the conclusion and the proposal", async () => {
    const dossier = await concluded("not-required", ["a2"]);

    await write(dossier);

    const { text, isTagged } = await readPdf(bytesOf(`vooronderzoek-DPIA-${dossier.reference}.pdf`));
    expect(isTagged).toBe(true);
    expect(text).toContain("Er is geen DPIA nodig.");
    expect(text).toContain("Het voorstel dat uit de antwoorden volgt: Er is een DPIA nodig.");
    expect(text).toContain("Motivering: De {schaal} is <beperkt> & gekend.");
    expect(text).toContain("Kandidaten hangen af van de werkgever.");
    expect(text).toContain("de personeelsdienst");
    expect(text).not.toMatch(/[{}](?!schaal|.{0,3}is <)|undefined|\[\[/);
  });

  it("of a DPIA that is not required are the pre-assessment alone", async () => {
    await write(await concluded("not-required", []));

    expect(new Set(documents.stored.map(({ document }) => document.kind))).toEqual(
      new Set(["dpia-pre-assessment"]),
    );
  });

  it("leave out a kind of which the team added its own", async () => {
    const dossier = await concluded("required", ["a2"], ["own"]);
    const own = { id: "own", dossierId: dossier.id, kind: "dpia-initial-draft", name: "eigen.pdf" } as const;
    const file = { size: 1, sha256: "ab", contentType: "application/pdf", scan: "accepted" } as const;
    await documents.put({ ...own, ...file, by: SYSTEM, at: NOW }, new Uint8Array());

    await write(dossier);

    expect(named("aanzet")).toBeUndefined();
    expect(named("vooronderzoek")).toBeDefined();
  });

  it("give the consumer a draft with marked fill-in help and the points of the pre-assessment", async () => {
    const dossier = await concluded("required", ["a2"]);

    await write(dossier);

    const draft = bytesOf(`aanzet-DPIA-${dossier.reference}.docx`);
    expect(partOf(draft, "word/document.xml")).toContain("w:highlight");
    const text = textOfDocx(draft);
    expect(text).toContain("Gaat het op grote schaal om bijzondere categorieën");
    expect(text).toContain("Kandidaten hangen af van de werkgever.");
    expect(text).toContain("Rechtspositieregeling van het personeel");
  });

  it("are asked for of nobody", () => {
    expect(TASKS.PreAssessDpia.documents.every(({ requiredFor }) => requiredFor.length === 0)).toBe(true);
  });
});
