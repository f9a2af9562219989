import { textOf } from "../builders/paragraphs.ts";
import { describe, expect, it } from "vitest";
import { laterNotices, termNotices } from "../../functions/out-of-use/term-notices.ts";
import { aDossier } from "../builders/dossier.ts";
import { aTask } from "../builders/task.ts";

const { contact, dpo, signatory } = aDossier().people;
const toOf = (people: ReturnType<typeof aDossier>["people"]) =>
  termNotices(aDossier({ people }), "first").map(({ to }) => to.email);

describe("a notice of the end of a term", () => {
  it("is sent once to each address, in any spelling", () => {
    const other = { id: "person-dpo", name: "Sofie Hoofd", email: "Sofie@Voorbeeldegem.example" };

    expect(toOf({ contact, dpo, signatory })).toEqual([
      "dpo@voorbeeldegem.example",
      "sofie@voorbeeldegem.example",
    ]);
    expect(toOf({ contact, dpo: other, signatory })).toEqual(["Sofie@Voorbeeldegem.example"]);
  });

  it("addresses its reader: the DPO about the advice, the contact about the choice", () => {
    const task = aTask({ kind: "DecideRenewal" });
    const texts = Object.fromEntries(
      laterNotices(aDossier(), task, 2).map(({ to, paragraphs }) => [to.email, textOf(paragraphs)]),
    );

    expect(texts["dpo@voorbeeldegem.example"]).toContain("een nieuw advies van jou als DPO");
    expect(texts["dpo@voorbeeldegem.example"]).not.toContain("je DPO");
    expect(texts["sofie@voorbeeldegem.example"]).toContain("een nieuw advies van je DPO");
    expect(texts["sofie@voorbeeldegem.example"]).toContain("An Voorbeeld is de contactpersoon en kiest");
    expect(texts["an@voorbeeldegem.example"]).toContain("Jij kiest of jullie verlengen");
    expect(texts["an@voorbeeldegem.example"]).not.toContain("An Voorbeeld is de contactpersoon");
  });
});
