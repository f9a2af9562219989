import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { personsOf } from "../../functions/web/export/persons.ts";
import { openFileTable } from "../adapters/database.ts";
import { NOW } from "../builders/dossier.ts";
import { TEAM } from "../builders/people.ts";
import { openSite } from "./site.ts";

const site = openSite(await openFileTable());
const team = await site.staff("led-team");

const whole = ({ id }: Dossier) => site.whole(id);

/** A dossier whose contact wrote the first message, got a mail, and was later corrected and made signatory. */
async function given(): Promise<Dossier> {
  const dossier = await site.given();
  const { id } = dossier;
  await site.acts.dossiers.addNote(id, {
    id: "message-1",
    at: NOW,
    by: { role: "applicant", id, name: "An Voorbeeld" },
    text: "We willen diploma's nakijken.",
  });
  await site.acts.sendMail({
    key: "nieuws",
    template: "nieuws",
    about: dossier,
    to: dossier.people.contact,
    subject: "Nieuws over je dossier",
    paragraphs: ["Er is nieuws."],
  });
  const person = { name: "An Gehuwd", email: "An@Voorbeeldegem.example" };
  await site.publicDeps.changePeople(id, { part: "contact", fields: { change: "correction", person } }, TEAM);
  const signs = { ...person, capacity: "directeur", email: "an@voorbeeldegem.example" };
  await site.publicDeps.changePeople(
    id,
    { part: "signatory", fields: { change: "someone-else", person: signs } },
    TEAM,
  );
  return dossier;
}

describe("a person who was corrected and has two parts", () => {
  it("is one person in the list, under the current name", async () => {
    const dossier = await given();
    const page = await team.open(`/admin/dossiers/${dossier.id}`);
    const options = page.root.querySelectorAll("option").map((option) => option.textContent.trim());

    expect(options.filter((option) => option.startsWith("An"))).toEqual([
      "An Gehuwd (An@Voorbeeldegem.example)",
    ]);
    expect(options).toHaveLength(3);
  });

  it("gets a copy with every occurrence of every name and address, and the mails to each spelling", async () => {
    const dossier = await given();
    const page = await team.open(`/admin/dossiers/${dossier.id}`);
    await team.submit(page.form("person"), { person: "person-contact" });
    const [, bytes] = [...site.files.exports].findLast(([path]) => path.startsWith(dossier.id)) ?? [];
    const files = unzipSync(bytes ?? new Uint8Array());
    const data = JSON.parse(new TextDecoder().decode(files["gegevens.json"])) as {
      mentions: { place: string; text: string }[];
    };

    const places = data.mentions.map(({ place, text }) => `${place}=${text}`);
    expect(places).toContain("notes.0.by.name=An Voorbeeld");
    expect(places).toContain("changes.0.from.name=An Voorbeeld");
    expect(places).toContain("dossier.people.signatory.email=an@voorbeeldegem.example");
    expect(places).not.toContain(`dossier.id=${dossier.id}`);
    const sent = (await whole(dossier)).mails.filter(({ to }) => /^an@/i.test(to[0] ?? ""));
    expect(new Set(sent.map(({ to }) => to[0])).size).toBe(2);
    expect(Object.keys(files).filter((name) => name.startsWith("mails/"))).toHaveLength(sent.length);
  });

  it("is not confused with a colleague on the same mailbox, whose mails are left out", async () => {
    const dossier = await site.given();
    const person = { name: "Cas Nieuw", email: "an@voorbeeldegem.example" };
    const fields = { change: "someone-else", person };
    await site.publicDeps.changePeople(dossier.id, { part: "contact", fields }, TEAM);
    const { mails, dossier: after } = await whole(dossier);
    const files = async (of: string) => {
      const page = await team.open(`/admin/dossiers/${dossier.id}`);
      await team.submit(page.form("person"), { person: of });
      const [, bytes] = [...site.files.exports].findLast(([path]) => path.startsWith(dossier.id)) ?? [];
      return Object.keys(unzipSync(bytes ?? new Uint8Array())).filter((name) => name.startsWith("mails/"));
    };

    expect(personsOf(await whole(dossier)).map(({ name }) => name)).toEqual(
      expect.arrayContaining(["An Voorbeeld", "Cas Nieuw"]),
    );
    const ofWhom = (id: string) => mails.filter(({ person: whose }) => whose === id).length;
    expect(ofWhom("person-contact")).toBeGreaterThan(0);
    expect(await files("person-contact")).toHaveLength(ofWhom("person-contact"));
    expect(await files(after.people.contact.id)).toHaveLength(ofWhom(after.people.contact.id));
  });

  it("is not confused with somebody else of the same name", async () => {
    const dossier = await given();
    const person = { name: "An Gehuwd", email: "an.gehuwd@elders.example" };
    await site.publicDeps.changePeople(
      dossier.id,
      { part: "dpo", fields: { change: "someone-else", person } },
      TEAM,
    );

    const named = personsOf(await whole(dossier)).filter(({ name }) => name === "An Gehuwd");
    expect(named.map(({ email }) => email)).toEqual(["An@Voorbeeldegem.example", person.email]);
  });
});
