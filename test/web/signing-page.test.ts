import { expect, it } from "vitest";
import type { HumanTask } from "../../functions/domain/human-task.ts";
import { openFileTable } from "../adapters/database.ts";
import { aSignedProtocol } from "../builders/agreement.ts";
import { openSite } from "./site.ts";

const site = openSite(await openFileTable());
const SIGN = { kind: "SignForApplicant", stage: "PROTOCOL", audience: "signatory" } as const;
const OFFICIAL = { kind: "SignForAuthority", stage: "PROTOCOL", audience: "leading-official" } as const;
const REVIEW = { kind: "ReviewProtocol", stage: "PROTOCOL", audience: "led-team" } as const;
const SYSTEM = { role: "system", id: "system", name: "LED" } as const;
const FIXED_AT = "2026-11-23T08:00:00.000Z";

/** A protocol in its second version, fixed, whose consumer advised on the first. */
async function fixed(start: string, ...tasks: Partial<HumanTask>[]) {
  const file = (name: string) => ({
    ...{
      documentId: name,
      name: `${name}.pdf`,
      sha256: name.padEnd(64, "0"),
      contentType: "application/pdf",
    },
  });
  const version = (number: number) => ({
    ...{
      number,
      at: FIXED_AT,
      source: "form",
      task: `SubmitProtocol-1-${number}`,
      file: file(`versie-${number}`),
    },
  });
  const protocol = {
    ...aSignedProtocol({ term: { start } }),
    ...{ signatures: {}, version: 2, fixed: { ...file("definitief"), version: 2, at: FIXED_AT } },
    consumerDpoAdvice: { outcome: "positive", date: "2026-11-20", name: "Dirk Privacy", version: 1 },
    ledDpoAdvice: { outcome: "positive", at: FIXED_AT, by: "Dirk DPO", version: 2 },
  } as const;
  const dossier = await site.given(
    { stage: "PROTOCOL", protocol, protocolVersions: [version(1), version(2)] as never },
    ...tasks,
  );
  for (const id of ["versie-1", "versie-2", "definitief"])
    await site.document(dossier, { id, name: `${id}.pdf`, by: SYSTEM, at: FIXED_AT });
  await site.document(dossier, { kind: "consumer-dpo-advice", name: "advies.pdf" });
  return dossier;
}

it("who signs reads the fixed file, by name and version, and no other", async () => {
  const dossier = await fixed("2027-01-01", SIGN, OFFICIAL);
  const { visitor } = site;
  const pages = [
    await visitor.open(await site.taskLink(dossier, SIGN, "person-signatory")),
    await visitor.open(await site.statusLink(dossier.id, "person-signatory")),
    await (
      await site.staff("leading-official")
    ).open(`/admin/dossiers/${dossier.id}/tasks/SignForAuthority-1-1`),
  ];

  for (const { text } of pages) {
    expect(text).toContain("definitief.pdf");
    expect(text).toMatch(/versie 2/i);
    expect(text).toContain("Dirk Privacy, 20 november 2026 (over versie 1)");
    expect(text).not.toMatch(/versie-[12]\.pdf|advies\.pdf/);
    expect(text).not.toContain("Versies van het protocol");
  }
});

it("the applicant and the team read every version", async () => {
  const dossier = await fixed("2027-01-01", SIGN);
  const pages = [
    await site.visitor.open(await site.statusLink(dossier.id)),
    await (await site.staff("led-team")).open(`/admin/dossiers/${dossier.id}`),
  ];

  for (const { text } of pages) expect(text).toContain("versie-1.pdf");
});

it("a term that starts before the last signature is said to who judges and who signs, and refuses nothing", async () => {
  const dossier = await fixed("2026-11-01", SIGN, REVIEW);
  const later = await fixed("2027-01-01", SIGN);
  const team = await site.staff("led-team");
  const warning = "De termijn begint voor de laatste handtekening";

  const signing = await site.visitor.open(await site.taskLink(dossier, SIGN, "person-signatory"));
  const review = await team.open(`/admin/dossiers/${dossier.id}/tasks/ReviewProtocol-1-1`);
  const inTime = await site.visitor.open(await site.taskLink(later, SIGN, "person-signatory"));

  expect(signing.text).toContain(warning);
  expect(signing.text).toContain("op 1 november 2026");
  expect(review.text).toContain("stel een latere begindatum voor");
  expect(inTime.text).not.toContain(warning);
});
