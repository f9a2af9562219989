import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { addMinutes, dateOf } from "../../functions/domain/calendar.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { searchDossiers } from "../../functions/web/team/search-dossiers.ts";
import { backendForEachTest, openTestBackend } from "../application/backend.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { TEAM } from "../builders/people.ts";
import { openMemoryTable } from "../fakes/memory-table.ts";

const table = openMemoryTable();
const test = backendForEachTest(table);
let number = 0;

async function given(name: string, differences: Parameters<typeof aDossier>[0] = {}): Promise<Dossier> {
  number += 1;
  return test.acts.dossiers.create(
    aDossier({
      id: `01HS${String(number).padStart(22, "0")}`,
      reference: `LED-2026-${String(number).padStart(5, "0")}`,
      organisation: { name, type: "local-authority" },
      ...differences,
    }),
  );
}
/** Follow-up, once what was noted is due. */
async function follow(): Promise<void> {
  test.time.now = addMinutes(test.time.now, 2);
  await test.sweep();
}
const names = async (typed: string) =>
  (await searchDossiers(test.acts, typed)).items.map(({ organisationName }) => organisationName);

describe("a search", () => {
  it.each([
    "Duinhuizen",
    "duinh",
    "DUINHUIZEN gemeente",
    "Gémeente Duin",
    "du",
    "Cathérine",
    "vandevelde cath",
    "c.vandevelde@duinhuizen.example",
    "<C.Vandevelde@duinhuizen.example>",
  ])("finds by a part of a name, without accents, or a mail address: %s", async (typed) => {
    const contact = { id: "c", name: "Catherine Vandevelde", email: "c.vandevelde@duinhuizen.example" };
    await given("Gemeente Duinhuizen", { people: { contact } });
    await given("Gemeente Elders", {
      people: { contact: { id: "e", name: "Els Elders", email: "els@elders.example" } },
    });
    await follow();

    expect(new Set(await names(typed))).toEqual(new Set(["Gemeente Duinhuizen"]));
  });

  it("finds by a reference: long, short, or in a copied subject, before follow-up ran", async () => {
    const { reference } = await given("OCMW Nummergem");
    const short = String(Number(reference.slice(-5)));

    for (const typed of [
      reference,
      `RE: [${reference}] Vul de intake in`,
      `2026-${short}`,
      `LED-2026-${short}`,
      short,
    ])
      expect([typed, await names(typed)]).toEqual([typed, ["OCMW Nummergem"]]);
  });

  it("finds nothing in the middle of a word, and nothing for a word that is longer", async () => {
    await given("Ziekenhuis Middengem");
    await follow();

    expect(await names("iddengem")).toEqual([]);
    expect(await names("middengemmers")).toEqual([]);
  });

  it("finds by the new name once people changed, and no longer by the old one", async () => {
    const dossier = await given("Stad Wisselgem", {
      people: { contact: { id: "c", name: "Oude Naamhouder", email: "oud@wisselgem.example" } },
    });
    await follow();
    expect(await names("naamhouder")).toEqual(["Stad Wisselgem"]);
    const contact = { id: "d", name: "Nieuwe Opvolgster", email: "nieuw@wisselgem.example" };
    const change = { id: "x", at: test.time.now, by: TEAM, what: "people.contact" };
    await test.acts.dossiers.save({ ...dossier, people: { contact } }, [change]);
    await follow();

    expect(await names("naamhouder")).toEqual([]);
    expect(await names("oud@wisselgem.example")).toEqual([]);
    expect(await names("opvolgster")).toEqual(["Stad Wisselgem"]);
  });

  it("says when more may match than it read", async () => {
    for (let made = 0; made < 60; made++) await given(`Zone Veelgem ${made}`);
    await follow();
    const found = await searchDossiers(test.acts, "veelgem");

    expect([found.items.length, found.isComplete]).toEqual([50, false]);
    expect(await names("veelgem 59")).toEqual(["Zone Veelgem 59"]);
  });
});

it("after an erasure nothing is left that a search could find", async () => {
  const dossier = await given("Gemeente Wisgem", {
    people: { contact: { id: "w", name: "Wiske Wisser", email: "wiske@wisgem.example" } },
  });
  await follow();
  expect(await names("wiske")).toEqual(["Gemeente Wisgem"]);
  await test.backend.tombstones.bury(
    {
      ...{ id: dossier.id, reference: dossier.reference, status: "DELETED", deletedAt: NOW },
      ...{ rule: "RETENTION-02", outcome: "withdrawn", counts: {}, clocks: {} },
    } as never,
    dossier.version,
  );
  await test.backend.tombstones.clear(dossier);
  // A sweep that read the dossier before its deletion.
  await follow();

  const left = await table.client.send(new ScanCommand({ TableName: table.name }));
  expect(JSON.stringify(left)).not.toMatch(/wisser|wiske/i);
  expect(await names("wiske")).toEqual([]);
});

it("a dossier that was stored before there was an index is found after a sweep", async () => {
  const other = openTestBackend(openMemoryTable());
  const { id } = await other.acts.dossiers.create(
    aDossier({ organisation: { name: "Hogeschool Vroegergem", type: "other-public-body" } }),
  );
  await other.backend.logs.forget(id, dateOf(NOW));
  await other.sweep();

  expect((await searchDossiers(other.acts, "vroegerg")).items).toMatchObject([{ id }]);
});
