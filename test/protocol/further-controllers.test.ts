import { describe, expect, it } from "vitest";
import { hasWords } from "../../functions/domain/search-words.ts";
import { submitIntake } from "../../functions/intake/submit-intake.ts";
import { protocolValues } from "../../functions/protocol/protocol-values.ts";
import { signForApplicant } from "../../functions/protocol/sign-for-applicant.ts";
import { submitProtocol } from "../../functions/protocol/submit-protocol.ts";
import { openFileTable } from "../adapters/database.ts";
import { backendForEachTest } from "../application/backend.ts";
import { aSignedProtocol } from "../builders/agreement.ts";
import { aDossier } from "../builders/dossier.ts";
import { anIntake, anIntakeForm } from "../builders/intake.ts";
import { aDecision } from "../builders/task.ts";

const OCMW = {
  ...{ name: "OCMW Voorbeeldegem", enterpriseNumber: "1000000021", seat: "Dorpsplein 2, 9999 Voorbeeldegem" },
  ...{ signatory: "Cas Derde", capacity: "voorzitter van het vast bureau" },
};
const test = backendForEachTest(await openFileTable());
const intakeOf = (controllers: object) =>
  aDecision({ fields: { ...anIntakeForm(), furtherControllers: controllers } });
const reasonsOf = (verdict: ReturnType<typeof submitIntake.mayDecide>) =>
  verdict.allowed ? [] : verdict.reasons.map(({ rule, field }) => `${rule} ${field}`);
const ofBoth = aDossier({ stage: "PROTOCOL", intake: anIntake({ furtherControllers: [OCMW] }) });

describe("the further controllers of a dossier", () => {
  it("are facts of the intake, and the forms of intake and protocol start from them", () => {
    const facts = submitIntake.records(aDossier(), intakeOf({ second: OCMW }));

    expect(facts.intake?.furtherControllers).toEqual([OCMW]);
    const known = { openedAt: ofBoth.openedAt };
    expect(submitIntake.prefill(ofBoth, known)).toMatchObject({ furtherControllers: { second: OCMW } });
    expect(submitProtocol.prefill(ofBoth, known)).toMatchObject({ furtherControllers: { second: OCMW } });
    expect(hasWords(ofBoth, ["ocmw"]) && hasWords(ofBoth, ["1000000021"])).toBe(true);
  });

  it.each([
    ["a wrong number", { second: { ...OCMW, enterpriseNumber: "1000000022" } }, "KBO-01", "second"],
    [
      "the organisation of the dossier",
      { second: { ...OCMW, enterpriseNumber: "0999999922" } },
      "CONTROLLER-01",
      "second",
    ],
    ["the same one twice", { second: OCMW, third: OCMW }, "CONTROLLER-01", "third"],
  ])("are not %s", (_what, controllers, rule, place) => {
    expect(reasonsOf(submitIntake.mayDecide(aDossier(), intakeOf(controllers)))).toEqual([
      `${rule} furtherControllers.${place}.enterpriseNumber`,
    ]);
  });

  it("are parties in the text of the protocol, with who signs", () => {
    const version = { number: 1, date: "2026-11-23", status: "proposal" } as const;

    const values = protocolValues({
      ...{ dossier: ofBoth, answers: undefined, version, site: test.backend.site },
    });

    expect(values.verdere_afnemers).toEqual([
      {
        ...{ naam: "OCMW Voorbeeldegem", nummer: "1000.000.021", zetel: OCMW.seat },
        ...{ ondertekenaar: "Cas Derde", functie: "voorzitter van het vast bureau" },
      },
    ]);
  });
});

describe("SIGNATURE-03", () => {
  const advised = aSignedProtocol({
    signatures: {},
    ledDpoAdvice: { outcome: "positive", at: "2026-11-21T09:00:00.000Z", by: "Dirk DPO" },
  });
  const dossier = { ...ofBoth, protocol: advised };
  const signed = (second: object | undefined) =>
    aDecision({
      outcome: "signed",
      fields: {
        ...{ form: "paper", name: "Sofie Hoofd", capacity: "algemeen directeur", date: "2026-11-23" },
        furtherSignatures: second && { second },
      },
    });
  const ofOcmw = { name: OCMW.signatory, capacity: OCMW.capacity, date: "2026-11-23" };

  it("waits for the signature of each further controller", () => {
    const reasons = (of: typeof ofBoth, second: object | undefined) =>
      reasonsOf(signForApplicant.mayDecide(of, signed(second))).filter((one) => one.startsWith("SIG"));

    expect(reasons(dossier, undefined)).toEqual(["SIGNATURE-03 furtherSignatures.second.date"]);
    expect(reasons(dossier, ofOcmw)).toEqual([]);
    expect(reasons({ ...dossier, intake: anIntake() }, ofOcmw)).toEqual([
      "SIGNATURE-03 furtherSignatures.second.date",
    ]);
  });

  it("records who signed for it", () => {
    expect(signForApplicant.records(dossier, signed(ofOcmw)).protocol).toMatchObject({
      furtherSignatures: [
        { controller: OCMW.name, by: OCMW.signatory, capacity: OCMW.capacity, at: "2026-11-23" },
      ],
    });
  });
});
