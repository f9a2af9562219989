import { describe, expect, it } from "vitest";
import { createStartUse } from "../../functions/in-use/start-use.ts";
import { startOfDay } from "../../functions/domain/calendar.ts";
import { openFileTable } from "../adapters/database.ts";
import { aConnection, anAgreement, aSignedProtocol } from "../builders/agreement.ts";
import { aDossier } from "../builders/dossier.ts";
import { anIntake } from "../builders/intake.ts";
import { APPLICANT } from "../builders/people.ts";
import { backendForEachTest } from "../application/backend.ts";

const test = backendForEachTest(await openFileTable());
const intake = anIntake({ channels: ["web-service", "web-application"] });
const OTHER = "ConnectOtherChannel-1-1";
let number = 0;

/** A use that started with the web service, while the web application is agreed too. */
async function inUse(start = "2026-11-01") {
  number += 1;
  const { id } = await test.backend.dossiers.create(
    aDossier({
      id: `01HV${String(number).padStart(22, "0")}`,
      reference: `LED-2026-${String(number).padStart(5, "0")}`,
      stage: "MAGDA",
      ...anAgreement({ intake, connection: aConnection(["web-service"]) }),
      protocol: aSignedProtocol({ term: { start, end: "2029-10-31" } }),
    }),
  );
  await createStartUse(test.acts)({ state: "StartUse", dossierId: id, run: 1, previous: null });
  return id;
}
const decide = (id: string, outcome: string, fields: object) =>
  test.acts.decideTask(id, OTHER, { outcome, fields: { ...fields }, documents: [], by: APPLICANT });
const subjects = () => test.mailer.sent.map(({ subject }) => subject.replace(/^\[.*?\] /, ""));

describe("a use with two agreed channels", () => {
  it("starts with the first, and asks the other beside it", async () => {
    const id = await inUse();

    const { dossier, accesses, tasks } = await test.whole(id);
    expect(dossier.status).toBe("IN_USE");
    expect(accesses[0]?.channels).toEqual(["web-service"]);
    expect(tasks).toMatchObject([{ kind: "ConnectOtherChannel", status: "open" }]);
    expect(subjects()).toContain("Sluit ook de webtoepassing (MAGDA Online) aan");
  });

  it("gets the other once it is reported, and both parties are told", async () => {
    const id = await inUse();
    const again = await decide(id, "connected", {
      channel: "web-service",
      reference: "TAN-2",
      productionDate: "2026-11-23",
    });
    const reported = await decide(id, "connected", {
      channel: "web-application",
      productionDate: "2026-11-23",
    });

    expect(again).toMatchObject({ status: "refused", reasons: [{ rule: "MAGDA-01", field: "channel" }] });
    expect(reported.status).toBe("decided");
    const { dossier, accesses } = await test.whole(id);
    expect(dossier).toMatchObject({
      status: "IN_USE",
      connection: { channels: [{}, { reportedBy: "An Voorbeeld" }] },
    });
    expect(accesses[0]?.channels).toEqual(["web-service", "web-application"]);
    expect(accesses[0]?.granted.connection.channels).toHaveLength(2);
    expect(subjects()).toEqual(
      expect.arrayContaining([
        "Ook de webtoepassing (MAGDA Online) is aangesloten",
        "Gemeente Voorbeeldegem: ook aangesloten via de webtoepassing (MAGDA Online)",
      ]),
    );
  });

  it("goes on with the first when the other is not needed", async () => {
    const id = await inUse();
    await decide(id, "not-needed", { reason: "De webdienst volstaat." });

    expect((await test.whole(id)).accesses[0]?.channels).toEqual(["web-service"]);
    expect(test.mailer.sent.at(-1)?.text).toContain("De webdienst volstaat.");
  });
});

describe("a term that starts after its connection", () => {
  it("is said in the subject, and again on its first day", async () => {
    const id = await inUse("2027-01-04");
    expect(subjects()).toContain("Je aansluiting is klaar: je kan de LED raadplegen vanaf 4 januari 2027");
    expect((await test.dossier(id)).clocks.termStart).toBe(startOfDay("2027-01-04"));

    test.time.now = startOfDay("2027-01-04");
    await test.sweep();
    await test.sweep();

    expect(subjects().filter((subject) => subject === "Je kan de LED nu raadplegen")).toHaveLength(1);
    expect((await test.dossier(id)).clocks).not.toHaveProperty("termStart");
  });
});
