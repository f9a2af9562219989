import { describe, expect, it } from "vitest";
import type { Dossier, DossierOf } from "../../functions/domain/dossier.ts";
import { createOpenReview } from "../../functions/protocol/open-review.ts";
import { createOpenSigning } from "../../functions/protocol/open-signing.ts";
import { reviewProtocol } from "../../functions/protocol/review-protocol.ts";
import { signAsSecond } from "../../functions/protocol/sign-as-second.ts";
import { signForApplicant } from "../../functions/protocol/sign-for-applicant.ts";
import { openFileTable } from "../adapters/database.ts";
import { backendForEachTest } from "../application/backend.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aDecision, aTask } from "../builders/task.ts";
import { aDpia, APPLICANT_SIGNATURE, aProtocol, LED_ADVICE } from "./answers.ts";

const test = backendForEachTest(await openFileTable());
let number = 0;

const SECOND = {
  ...{ id: "person-second", name: "Bert Burger", email: "bert@voorbeeldegem.example" },
  capacity: "burgemeester",
};
const file = { documentId: "final", name: "definitief.pdf", sha256: "ab", contentType: "application/pdf" };
const fixed = aProtocol({
  ...{ approvedAt: NOW, ledDpoAdvice: LED_ADVICE, version: 2 },
  fixed: { ...file, version: 2, at: NOW },
});

/** A dossier with two signatories, whose text is fixed. */
const store = (differences: Partial<DossierOf<"ONBOARDING">> = {}): Promise<Dossier> => {
  number += 1;
  return test.backend.dossiers.create(
    aDossier({
      id: `01HY${String(number).padStart(22, "0")}`,
      reference: `LED-2030-${String(number).padStart(5, "0")}`,
      ...{ stage: "PROTOCOL", dpia: aDpia(), protocol: fixed },
      people: { ...aDossier().people, secondSignatory: SECOND },
      ...differences,
    }),
  );
};
const signing = () => createOpenSigning(test.acts);
const mailed = () => test.mailer.sent.map(({ to, subject }) => [to[0]?.email, subject.split(" - ")[0]]);
const CONTACT = "an@voorbeeldegem.example";

describe("the contact hears of every turn", () => {
  it("who was asked, once, by name and version", async () => {
    const dossier = await store();

    await signing()(signForApplicant, dossier, { taskToken: "one" });
    await signing()(signForApplicant, dossier, { taskToken: "two" });

    expect(mailed().map(([to]) => to)).toEqual(["sofie@voorbeeldegem.example", CONTACT]);
    expect(test.mailer.sent[1]?.text).toContain("Sofie Hoofd (algemeen directeur)");
    expect(test.mailer.sent[1]?.text).toContain("versie 2");
  });

  it("who signed before, when the second signatory is asked", async () => {
    const dossier = await store({ protocol: { ...fixed, signatures: { applicant: APPLICANT_SIGNATURE } } });

    await signing()(signAsSecond, dossier, { taskToken: "one" });

    expect(mailed().map(([to]) => to)).toEqual(["bert@voorbeeldegem.example", CONTACT]);
    expect(test.mailer.sent[1]?.text).toContain("Sofie Hoofd ondertekende het protocol op 23 november 2026");
  });

  it("but not of its own turn, nor of a protocol from before texts were fixed", async () => {
    const { contact, ...people } = aDossier().people;
    const own = await store({ people: { ...people, contact, signatory: { ...contact, id: "also" } } });
    const old = await store({ protocol: { ...fixed, fixed: undefined, version: undefined } });

    await signing()(signForApplicant, own, {});
    await signing()(signForApplicant, old, {});

    expect(mailed().map(([to]) => to)).toEqual([CONTACT, "sofie@voorbeeldegem.example"]);
  });

  it("that a party did not sign, with the reason; the team reviews again", async () => {
    const dossier = await store({ rounds: { PROTOCOL: { number: 2, from: "ReviewProtocol", cause: "x" } } });
    const task = aTask({
      ...{ dossierId: dossier.id, kind: "SignForApplicant", stage: "PROTOCOL", audience: "signatory" },
    });
    await test.backend.tasks.open(task, dossier);
    const by = { role: "signatory", id: "person-signatory", name: "Sofie Hoofd" } as const;
    const decision = aDecision({ outcome: "not-signed", fields: { reason: "Artikel 4 klopt niet." }, by });
    await test.backend.tasks.recordDecision(task, decision, dossier, []);

    for (const taskToken of ["one", "two"])
      await createOpenReview(test.acts)(reviewProtocol, dossier, {
        taskToken,
        because: "SignForApplicant-1-1",
      });

    expect(mailed().map(([to]) => to)).toEqual(["led@team.example", CONTACT]);
    expect(test.mailer.sent[1]?.text).toContain("> Artikel 4 klopt niet.");
  });
});
