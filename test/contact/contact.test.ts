import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { keys } from "../../functions/adapters/dynamodb/keys.ts";
import { createConfirmContact } from "../../functions/contact/confirm-contact.ts";
import { createOpenDossierByTeam } from "../../functions/contact/open-dossier-by-team.ts";
import { createOpenDossier } from "../../functions/contact/open-dossier.ts";
import { createRequestContact } from "../../functions/contact/request-contact.ts";
import { openFileTable } from "../adapters/database.ts";
import { aContact } from "../builders/contact.ts";
import { NOW } from "../builders/dossier.ts";
import { TEAM } from "../builders/people.ts";
import { backendForEachTest } from "../application/backend.ts";

const ENQUIRY = { kind: "enquiry", message: "Kan de LED ons helpen?\nWe zijn een cultuurcentrum." };

const table = await openFileTable();
const test = backendForEachTest(table);

let ip = 0;
const request = (differences = {}, from: object = {}) =>
  createRequestContact(test.acts)(aContact(differences), { ip: `192.0.2.${++ip}`, ...from });
/** The secret of the confirmation link in the last mail, and its request. */
const requestInMail = async (): Promise<string> => {
  const secret = /bevestigen\/([\w-]{43})/.exec(test.mailer.sent.at(-1)?.text ?? "")?.[1] ?? "";
  const link = await test.backend.links.find(secret);
  if (link?.target.kind !== "confirmation") throw new Error("no confirmation link in the last mail");
  return link.target.requestId;
};
const confirm = async (requestId: string) => createConfirmContact(test.acts)(requestId);
/** A confirmed contact: its dossier, and the mails after the confirmation. */
const contact = async (differences = {}) => {
  await request({ contactEmail: `an${ip}@voorbeeldegem.example`, ...differences });
  const requestId = await requestInMail();
  test.mailer.sent.length = 0;
  const result = await confirm(requestId);
  if (result.status === "unknown") throw new Error("unknown request");
  return { ...result, requestId };
};
const find = async (id: string) => test.backend.dossiers.find(id);

describe("asking for contact", () => {
  it("mails a link to the given address only, without any typed text", async () => {
    const result = await request({ organisationName: "KOOP NU", contactName: "Koop nu dan" });

    expect(result).toEqual({ status: "mailed" });
    expect(test.mailer.sent.map(({ to }) => to)).toEqual([[{ email: "an@voorbeeldegem.example" }]]);
    expect(test.mailer.sent[0]?.text).not.toMatch(/koop nu/i);
    expect(test.workflow.executions.size).toBe(0);
  });

  it.each([
    { contactName: "Klik op https://kwaad.example" },
    { contactName: "An\r\nBcc: iedereen@kwaad.example" },
    { organisationName: "Vzw www.kwaad.example" },
  ])("refuses a name that would be a link or a header in a mail (NAME-01): %j", async (differences) => {
    const result = await request(differences);

    expect(result).toMatchObject({
      status: "refused",
      reasons: [{ rule: "NAME-01", field: Object.keys(differences)[0] }],
    });
    expect(test.mailer.sent).toEqual([]);
  });

  it("the link works for seven days", async () => {
    await request();
    const secret = /bevestigen\/([\w-]{43})/.exec(test.mailer.sent[0]?.text ?? "")?.[1] ?? "";

    test.time.now = "2026-11-30T08:59:00.000Z";
    const before = await test.backend.links.find(secret);
    test.time.now = "2026-11-30T09:01:00.000Z";

    expect(before).toBeDefined();
    expect(await test.backend.links.find(secret)).toBeUndefined();
  });

  it("RETENTION-04: an unconfirmed form is kept for 8 days, and so is the mail about it", async () => {
    await request();
    const requestId = await requestInMail();
    const { client, name: TableName } = table;
    const keyOf = [keys.request(requestId), keys.mail(requestId, "confirmation")];

    const items = await Promise.all(keyOf.map((Key) => client.send(new GetCommand({ TableName, Key }))));

    const endsAt = Date.parse("2026-12-01T09:00:00.000Z") / 1000;
    expect(items.map(({ Item }) => z.object({ expiresAt: z.number() }).parse(Item).expiresAt)).toEqual([
      endsAt,
      endsAt,
    ]);
    expect([...test.archive.kept.keys()]).toEqual([`kept-8-days/${requestId}/confirmation`]);
  });

  it("an invalid form is refused with all its problems, and mails nobody", async () => {
    expect(await request({ contactEmail: "geen adres" })).toMatchObject({
      status: "refused",
      problems: [{ path: ["contactEmail"] }],
    });
    expect(await request({ enterpriseNumber: "1" })).toMatchObject({
      status: "refused",
      reasons: [{ rule: "KBO-01", field: "enterpriseNumber" }],
    });
    expect(test.mailer.sent).toEqual([]);
  });

  it("one IP address cannot cause unlimited mails", async () => {
    const from = { ip: "198.51.100.1" };

    for (let time = 1; time <= 20; time++)
      await request({ contactEmail: `nr${time}@voorbeeldegem.example` }, from);

    expect(await request({ contactEmail: "nr21@voorbeeldegem.example" }, from)).toMatchObject({
      status: "refused",
      reasons: [{ rule: "LIMIT-01" }],
    });
    expect(test.mailer.sent).toHaveLength(20);
  });

  it("one mail address cannot get unlimited mails, in any spelling", async () => {
    for (let time = 1; time <= 3; time++) await request({ contactEmail: "Piet@voorbeeldegem.example" });

    expect(await request({ contactEmail: "piet@voorbeeldegem.example" })).toMatchObject({
      status: "refused",
      reasons: [{ rule: "LIMIT-01" }],
    });
  });

  it("CONTACT-03: a refused address is reported at its field, and counts: the request was stored", async () => {
    const contactEmail = "weg@voorbeeldegem.example";
    test.mailer.refused.add(contactEmail);
    for (let times = 0; times < 3; times++)
      expect(await request({ contactEmail })).toMatchObject({
        status: "refused",
        reasons: [{ rule: "CONTACT-03", field: "contactEmail" }],
      });
    test.mailer.refused.clear();

    expect(await request({ contactEmail })).toMatchObject({ reasons: [{ rule: "LIMIT-01" }] });
    expect(await request({ contactEmail: "juist@voorbeeldegem.example" })).toEqual({ status: "mailed" });
    // The person knows: nobody is alarmed about a mail that waits.
    expect((await test.backend.mails.listUnsent("waiting", undefined)).items).toEqual([]);
  });
});

describe("confirming a contact", () => {
  it("an onboarding is written with its first run, and launched", async () => {
    const { dossierId, reference, status } = await contact({ message: "Graag voor 1 maart." });

    expect(status).toBe("confirmed");
    expect(reference).toMatch(/^LED-2026-\d{5}$/);
    expect(await find(dossierId)).toMatchObject({
      status: "ONBOARDING",
      stage: "CONTACT",
      run: 1,
      clocks: {},
      organisation: { enterpriseNumber: "0999999922" },
      people: { contact: { name: "An Voorbeeld" } },
    });
    expect(test.workflow.executions.get(`${dossierId}-1`)).toBe("running");
    expect((await test.backend.dossiers.findWhole(dossierId))?.notes).toMatchObject([
      { text: "Graag voor 1 maart.", by: { role: "applicant" } },
    ]);
  });

  it("a second confirmation returns the same dossier", async () => {
    const first = await contact();

    const second = await confirm(first.requestId);

    expect(second).toMatchObject({
      status: "already-confirmed",
      dossierId: first.dossierId,
      reference: first.reference,
    });
    expect(test.workflow.executions.size).toBe(1);
  });

  it("a confirmation after the deletion of its dossier is unknown, and creates no other", async () => {
    const { dossierId: id, reference, requestId } = await contact();
    const dossier = await find(id);
    await test.backend.tombstones.bury(
      {
        ...{ status: "DELETED", id, reference, deletedAt: NOW },
        ...{ rule: "ERASE-01", ground: "not-needed", outcome: "withdrawn", closedAt: NOW },
        ...{ counts: { documents: 0, mails: 0, tasks: 0 }, clocks: { deletion: NOW } },
      },
      dossier?.version ?? 0,
    );

    expect(await confirm(requestId)).toEqual({ status: "unknown" });
    expect(await find(id)).toBeUndefined();
  });

  it("of many concurrent confirmations one creates the dossier", async () => {
    await request({ contactEmail: "samen@voorbeeldegem.example" });
    const requestId = await requestInMail();

    const results = await Promise.all(Array.from({ length: 5 }, () => confirm(requestId)));

    expect(results.filter(({ status }) => status === "confirmed")).toHaveLength(1);
    expect(new Set(results.map((result) => ("reference" in result ? result.reference : ""))).size).toBe(1);
  });

  it("an unknown request is not found", async () => {
    expect(await confirm("01HZUNKNOWN")).toEqual({ status: "unknown" });
  });

  it("follow-up repeats a failed launch, by its clock", async () => {
    test.workflow.isDown = true;

    const { dossierId, status } = await contact();

    expect(status).toBe("confirmed");
    expect(await find(dossierId)).toMatchObject({ run: 1, clocks: { start: NOW } });
  });

  it("an enquiry goes to the LED mailbox with reply-to the asker, and starts nothing", async () => {
    const { dossierId } = await contact({ ...ENQUIRY, contactEmail: "vraag@voorbeeldegem.example" });

    expect(await find(dossierId)).toMatchObject({ status: "ENQUIRY", run: 0, clocks: {} });
    expect(test.workflow.executions.size).toBe(0);
    expect(test.mailer.sent).toMatchObject([
      { to: [{ email: "led@team.example" }], replyTo: "vraag@voorbeeldegem.example" },
    ]);
    expect(test.mailer.sent[0]?.text).toContain("> Kan de LED ons helpen?\n> We zijn een cultuurcentrum.");
    expect(await test.backend.tasks.find(dossierId, "AnswerEnquiry-1-1")).toMatchObject({ status: "open" });
  });

  it("follow-up repeats a failed mail about a question, by its clock", async () => {
    await request({ ...ENQUIRY, contactEmail: "later@voorbeeldegem.example" });
    const requestId = await requestInMail();
    test.mailer.isDown = true;

    await confirm(requestId);

    expect(await find(requestId)).toMatchObject({ clocks: { enquiry: NOW } });
  });

  it("the mail about a question mentions when the organisation is already known", async () => {
    const enterpriseNumber = "0428759497";
    const { reference } = await contact({ enterpriseNumber });

    await contact({ ...ENQUIRY, enterpriseNumber });

    expect(test.mailer.sent[0]?.text).toContain(`heeft al een open dossier: ${reference}`);
  });
});

describe("a dossier opened by the team", () => {
  const open = (differences = {}) => createOpenDossierByTeam(test.acts)(aContact(differences), TEAM);

  it("may lack a number with a reason, and records who opened it", async () => {
    const result = await open({ enterpriseNumber: undefined, missingNumberReason: "Nog in oprichting" });

    if (result.status !== "opened") throw new Error(result.status);
    const whole = await test.backend.dossiers.findWhole(result.dossierId);
    expect(whole?.dossier.organisation).toMatchObject({ missingNumberReason: "Nog in oprichting" });
    expect(whole?.notes).toMatchObject([{ by: TEAM }]);
    expect(test.workflow.executions.get(`${result.dossierId}-1`)).toBe("running");
  });

  it("is refused without both", async () => {
    expect(await open({ enterpriseNumber: undefined })).toMatchObject({
      status: "refused",
      reasons: [{ rule: "CONTACT-02" }],
    });
  });
});

describe("OpenDossier", () => {
  const payload = (dossierId: string) =>
    ({ state: "OpenDossier", dossierId, run: 1, previous: null }) as const;

  it("gives the team the news, once; the intake brings the overview to the applicant", async () => {
    const { dossierId } = await contact({ enterpriseNumber: "1000000021" });

    await createOpenDossier(test.acts)(payload(dossierId));
    await createOpenDossier(test.acts)(payload(dossierId));

    const [toTeam, ...more] = test.mailer.sent;
    expect(more).toEqual([]);
    expect(toTeam?.to).toEqual([{ email: "led@team.example" }]);
    expect(toTeam?.text).toContain("1000.000.021");
    expect(toTeam?.text).not.toContain("al een open dossier");
  });

  it("makes no link of an organisation that is called by its domain (NAME-01)", async () => {
    const { dossierId } = await contact({ organisationName: "Zorg.net" });

    await createOpenDossier(test.acts)(payload(dossierId));

    expect(test.mailer.sent).toHaveLength(1);
    for (const { subject, text, html } of test.mailer.sent) {
      expect(`${subject} ${text} ${html}`).not.toContain("Zorg.net");
      expect(text).toContain("Zorg.\u2060net");
    }
  });

  it("mentions to the team when the organisation is already known", async () => {
    const shared = { enterpriseNumber: "0316380841", ovoCode: "OVO000777" };
    const first = await contact(shared);
    await contact({ ...shared, ovoCode: "OVO000778" });
    const second = await contact(shared);

    await createOpenDossier(test.acts)(payload(second.dossierId));

    expect(test.mailer.sent.at(-1)?.text).toContain(`al een open dossier: ${first.reference}.`);
  });
});
