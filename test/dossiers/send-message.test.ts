import { describe, expect, it } from "vitest";
import { createMessageApplicant, createMessageTeam } from "../../functions/dossiers/send-message.ts";
import { aDossier } from "../builders/dossier.ts";
import { SECOND, TEAM } from "../builders/people.ts";
import { backendForEachTest } from "../application/backend.ts";

const MESSAGE = { id: "01J00000000000000000000001", text: "Dag An,\nkan je het protocol nakijken?" };

const test = backendForEachTest();

describe("a message", () => {
  it("of the team goes to the contact and the second contact, and is in the record", async () => {
    const { people } = aDossier();
    const dossier = await test.backend.dossiers.create(
      aDossier({ people: { ...people, secondContact: SECOND } }),
    );

    await createMessageApplicant(test.acts)(dossier, TEAM, MESSAGE);

    expect(test.mailer.sent.map(({ to, replyTo }) => [to[0]?.email, replyTo])).toEqual([
      ["an@voorbeeldegem.example", "led@team.example"],
      ["bo@voorbeeldegem.example", "led@team.example"],
    ]);
    for (const { text, subject } of test.mailer.sent) {
      expect(text).toContain("kan je het protocol nakijken?");
      expect(subject).toContain(dossier.reference);
      expect(text).toMatch(/\/dossier\/[\w-]{43}/);
    }
    const whole = await test.backend.dossiers.findWhole(dossier.id);
    expect(whole?.notes).toMatchObject([{ text: MESSAGE.text, by: TEAM, to: "applicant" }]);
  });

  it("that is sent twice is one", async () => {
    const dossier = await test.backend.dossiers.create(aDossier());
    const send = createMessageApplicant(test.acts);

    await send(dossier, TEAM, MESSAGE);
    await send(dossier, TEAM, MESSAGE);

    expect(test.mailer.sent).toHaveLength(1);
    expect((await test.backend.dossiers.findWhole(dossier.id))?.notes).toHaveLength(1);
  });

  it("of the applicant goes to the LED mailbox, and an answer to it goes to the applicant", async () => {
    const dossier = await test.backend.dossiers.create(aDossier());
    const { contact } = dossier.people;

    await createMessageTeam(test.acts)(
      dossier,
      contact,
      { role: "applicant", id: contact.id, name: contact.name },
      MESSAGE,
    );

    expect(test.mailer.sent).toMatchObject([
      { to: [{ email: "led@team.example" }], replyTo: "an@voorbeeldegem.example" },
    ]);
    expect(test.mailer.sent[0]?.text).toContain(`/admin/dossiers/${dossier.id}`);
  });
});
