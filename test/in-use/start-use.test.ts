import { describe, expect, it } from "vitest";
import { createStartUse } from "../../functions/in-use/start-use.ts";
import { useMayStart } from "../../functions/in-use/use-may-start.ts";
import { openFileTable } from "../adapters/database.ts";
import { aConnection, anAgreement } from "../builders/agreement.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { anIntake } from "../builders/intake.ts";
import { backendForEachTest } from "../application/backend.ts";

type Dossier = ReturnType<typeof aDossier>;
const signature = { at: NOW, form: "electronic", by: "Sofie Hoofd" } as const;
const protocol = {
  legalBasis: "protocol",
  term: { start: "2026-11-01", end: "2029-10-31" },
  submittedAt: NOW,
  consumerDpoAdvice: { outcome: "positive", date: "2026-10-01", name: "Dirk Privacy" },
  signatures: { applicant: signature, authority: signature },
} satisfies Dossier["protocol"];
const intake = anIntake({ connectionDate: "2026-11-20" });
const connection = aConnection(["web-service"]);

const test = backendForEachTest(await openFileTable());
let number = 0;

const create = (differences: Parameters<typeof aDossier>[0] = {}) => {
  number += 1;
  return test.backend.dossiers.create(
    aDossier({
      id: `01HU${String(number).padStart(22, "0")}`,
      reference: `LED-2026-${String(number).padStart(5, "0")}`,
      stage: "MAGDA",
      ...anAgreement({ intake, protocol, connection }),
      ...differences,
    }),
  );
};
const start = (dossierId: string) =>
  createStartUse(test.acts)({ state: "StartUse", dossierId, run: 1, previous: null });

describe("IN-USE-01", () => {
  it("use starts with both signatures and a connection", () => {
    expect(useMayStart({ protocol, connection })).toEqual({ allowed: true });
  });

  it("all missing parts are reported at once", () => {
    const verdict = useMayStart({ protocol: undefined, connection: undefined });

    expect(verdict.allowed ? [] : verdict.reasons).toHaveLength(3);
  });
});

describe("StartUse", () => {
  it("puts the dossier in use and notifies both parties; idempotent", async () => {
    const { id } = await create();

    await start(id);
    await start(id);

    expect(await test.backend.dossiers.find(id)).toMatchObject({
      status: "IN_USE",
      stage: "IN_USE",
      use: { since: NOW },
    });
    const [toApplicant, toTeam, ...more] = test.mailer.sent;
    expect(more).toEqual([]);
    expect(toApplicant?.to).toMatchObject([{ email: "an@voorbeeldegem.example" }]);
    expect(toApplicant?.text).toContain("van 1 november 2026 tot en met 31 oktober 2029");
    expect(toApplicant?.text).toMatch(/wie, wanneer, welke gegevens en waarom/);
    expect(toApplicant?.text).toMatch(/Vanaf nu kan/);
    expect(toTeam?.to).toEqual([{ email: "led@team.example" }]);
  });

  it("reports a term that starts later", async () => {
    const { id } = await create({ protocol: { ...protocol, term: { start: "2027-01-01" } } });

    await start(id);

    expect(test.mailer.sent[0]?.text).toContain("Vanaf 1 januari 2027 kan");
    expect(test.mailer.sent[0]?.text).toContain("vanaf 1 januari 2027, zonder einddatum");
  });

  it.each([
    ["without a connection", { connection: undefined }],
    [
      "without the authority's signature",
      { protocol: { ...protocol, signatures: { applicant: signature } } },
    ],
    ["without a protocol", { protocol: undefined }],
  ])("is given up %s, without any change", async (_name, differences) => {
    const { id } = await create(differences);

    await expect(start(id)).rejects.toThrow("USE_MAY_NOT_START");

    expect(await test.backend.dossiers.find(id)).toMatchObject({ status: "ONBOARDING", stage: "MAGDA" });
    expect(test.mailer.sent).toEqual([]);
  });

  it("sends a failed mail when the state runs again", async () => {
    const { id } = await create();
    test.mailer.isDown = true;
    await expect(start(id)).rejects.toThrow("MAIL_UNAVAILABLE");
    test.mailer.isDown = false;

    // Not in use yet: a permanent failure would park the dossier visibly.
    expect(await test.backend.dossiers.find(id)).toMatchObject({ status: "ONBOARDING", stage: "IN_USE" });

    await start(id);

    expect(test.mailer.sent).toHaveLength(2);
  });
});
