import { beforeEach, describe, expect, it } from "vitest";
import { currentAccess } from "../../functions/domain/access.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import type { ChangedOrganisation } from "../../functions/organisation/organisation-fields.ts";
import { createKeepLine } from "../../functions/overview/keep-line.ts";
import { RetryLater } from "../../functions/domain/errors.ts";
import { openTestTable } from "../adapters/database.ts";
import { anAccess } from "../builders/access.ts";
import { TEAM } from "../builders/people.ts";
import { openSite, type TestSite } from "../web/site.ts";

const MERGED: ChangedOrganisation = {
  ...{ why: "merged", name: "Gemeente Nieuw-Voorbeeldegem", type: "local-authority" },
  ...{ enterpriseNumber: "1000000021", reason: "Fusie op 1 januari 2027." },
};
const TASK = { kind: "AssessIntake", audience: "led-team" } as const;

let site: TestSite;
let dossier: Dossier;

beforeEach(async () => {
  const { table, database } = await openTestTable();
  site = openSite(table);
  dossier = await site.given({}, TASK);
  return () => database.stop();
});

const change = (differences: Partial<ChangedOrganisation> = {}) =>
  site.acts.changeOrganisation(dossier.id, { ...MERGED, ...differences }, TEAM);
const reasonsOf = (verdict: Awaited<ReturnType<typeof change>>) =>
  verdict.allowed ? [] : verdict.reasons.map(({ rule, field }) => `${rule} ${field}`);

describe("an organisation that was merged or renamed", () => {
  it("is changed with the reason, in the record, the inbox and the index of organisations", async () => {
    expect(await change()).toEqual({ allowed: true });

    const whole = await site.whole(dossier.id);
    expect(whole.dossier.organisation).toMatchObject({ name: MERGED.name, enterpriseNumber: "1000000021" });
    expect(whole.dossier.clocks).not.toHaveProperty("organisation");
    expect(whole.changes).toMatchObject([
      {
        what: "organisation",
        by: TEAM,
        from: dossier.organisation,
        to: { why: "merged", reason: MERGED.reason },
      },
    ]);
    expect((await site.acts.tasks.listOpen("led-team")).items).toMatchObject([
      { organisationName: MERGED.name },
    ]);
    expect(await site.acts.dossiers.listByOrganisation("1000000021")).toMatchObject([{ id: dossier.id }]);
    expect(await site.acts.dossiers.listByOrganisation("0999999922")).toEqual([]);
  });

  it("is found by its new name", async () => {
    await change();

    await createKeepLine(site.acts)(dossier.id);

    expect(await site.acts.lines.findIds("nieuw")).toMatchObject({ ids: [dossier.id] });
  });

  it("is of the access in force too; follow-up completes that", async () => {
    await site.acts.accesses.grant(anAccess({ dossierId: dossier.id }));
    const { accesses } = site.acts;
    const write = accesses.change.bind(accesses);
    accesses.change = () => Promise.reject(new RetryLater("TABLE_UNAVAILABLE", {}));
    await change();
    accesses.change = write;
    site.time.now = "2026-11-23T09:03:00.000Z";

    await site.sweep();

    expect(currentAccess((await site.whole(dossier.id)).accesses)).toMatchObject({
      organisation: { name: MERGED.name },
      changes: [{ what: "granted" }, { what: "organisation", by: TEAM }],
    });
  });

  it("is changed on a page that starts from what is known, and by a program", async () => {
    const team = await site.staff("led-team");
    const address = `/admin/dossiers/${dossier.id}`;
    expect((await team.open(address)).text).toContain("Wijzig de organisatie");
    const form = (await team.open(`${address}/organisation`)).form("reason");

    const page = await team.submit(form, {
      why: "renamed",
      name: "Stad Voorbeeldegem",
      reason: "Stadstitel.",
    });
    const shown = await team.open((page.headers.get("location") ?? "").replace("/live", ""));
    const called = await site.call(`/dossiers/${dossier.id}/organisation`, MERGED);

    expect(shown.text).toContain("De organisatie is gewijzigd");
    expect(shown.text).toContain("Gemeente Voorbeeldegem → Stad Voorbeeldegem. Stadstitel.");
    expect(called.status).toBe(204);
    expect((await site.dossier(dossier.id)).organisation).toMatchObject({ name: MERGED.name });
    const applicant = await site.visitor.open(await site.statusLink(dossier.id));
    expect(applicant.text).toContain(
      "Stad Voorbeeldegem → Gemeente Nieuw-Voorbeeldegem. Fusie op 1 januari 2027.",
    );
  });
});

describe("ORGANISATION-01", () => {
  it.each([
    ["a wrong number", { enterpriseNumber: "1000000022" }, "KBO-01 enterpriseNumber"],
    ["a number that goes", { enterpriseNumber: undefined }, "ORGANISATION-01 enterpriseNumber"],
    ["a link as a name", { name: "Klik op https://kwaad.example" }, "NAME-01 name"],
    ["a number that the whole government shares", { enterpriseNumber: "0316380841" }, "OVO-01 ovoCode"],
  ])("refuses %s", async (_what, differences, reason) => {
    expect(reasonsOf(await change(differences))).toEqual([reason]);
  });

  it("refuses what is there already, and a dossier that is being withdrawn", async () => {
    const { name, type, enterpriseNumber } = dossier.organisation;
    expect(reasonsOf(await change({ name, type, enterpriseNumber }))).toEqual(["ORGANISATION-01 name"]);

    await site.acts.withdraw(dossier.id, TEAM, "Dubbel");

    expect(reasonsOf(await change())).toEqual(["ORGANISATION-01 undefined"]);
  });
});
