import { describe, expect, it } from "vitest";
import {
  createMessageApplicant,
  createMessageTeam,
  createSendMessages,
} from "../../functions/dossiers/send-message.ts";
import { RetryLater } from "../../functions/domain/errors.ts";
import { aDossier } from "../builders/dossier.ts";
import { SECOND, TEAM } from "../builders/people.ts";
import { backendForEachTest } from "../application/backend.ts";

const MESSAGE = { id: "01J00000000000000000000001", text: "Dag An,\nkan je het protocol nakijken?" };

const test = backendForEachTest();

describe("a message", () => {
  it("of the team goes to both contacts, and is in the record", async () => {
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

  it("is idempotent", async () => {
    const dossier = await test.backend.dossiers.create(aDossier());
    const send = createMessageApplicant(test.acts);

    await send(dossier, TEAM, MESSAGE);
    await send(dossier, TEAM, MESSAGE);

    expect(test.mailer.sent).toHaveLength(1);
    expect((await test.backend.dossiers.findWhole(dossier.id))?.notes).toHaveLength(1);
  });

  it("is sent by follow-up when the function ends after its record", async () => {
    const dossier = await test.backend.dossiers.create(aDossier());
    const sendMail = () => Promise.reject(new RetryLater("MAIL_UNAVAILABLE", {}));

    await createMessageApplicant({ ...test.acts, sendMail })(dossier, TEAM, MESSAGE);
    expect(test.mailer.sent).toEqual([]);
    const clocks = (await test.backend.dossiers.find(dossier.id))?.clocks;
    expect(clocks?.people).toBeDefined();
    await createSendMessages(test.acts)(dossier.id);
    await createSendMessages(test.acts)(dossier.id);

    expect(test.mailer.sent).toHaveLength(1);
  });

  it("is not sent to the successor of a recipient", async () => {
    const dossier = await test.backend.dossiers.create(aDossier());
    const sendMail = () => Promise.reject(new RetryLater("MAIL_UNAVAILABLE", {}));
    await createMessageApplicant({ ...test.acts, sendMail })(dossier, TEAM, MESSAGE);
    const contact = { ...SECOND, id: "successor" };
    await test.acts.changeDossier(dossier.id, (current) => ({
      ...current,
      people: { ...current.people, contact },
    }));

    await createSendMessages(test.acts)(dossier.id);

    expect(test.mailer.sent).toEqual([]);
  });

  it("of the applicant goes to the LED mailbox, with the applicant as reply address", async () => {
    const dossier = await test.backend.dossiers.create(aDossier());
    const { contact } = dossier.people;

    const by = { role: "applicant", id: contact.id, name: contact.name } as const;
    await createMessageTeam(test.acts)(dossier, by, MESSAGE);

    expect(test.mailer.sent).toMatchObject([
      { to: [{ email: "led@team.example" }], replyTo: "an@voorbeeldegem.example" },
    ]);
    expect(test.mailer.sent[0]?.text).toContain(`/admin/dossiers/${dossier.id}`);
  });
});
