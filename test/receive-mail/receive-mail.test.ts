import { beforeEach, describe, expect, it } from "vitest";
import { addMinutes } from "../../functions/domain/calendar.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { Conflict } from "../../functions/domain/errors.ts";
import { createRecordReceived } from "../../functions/dossiers/send-message.ts";
import { createSendMail } from "../../functions/mail/send-mail.ts";
import { createKeepLine } from "../../functions/overview/keep-line.ts";
import { createReceiveMail, type Received } from "../../functions/receive-mail/receive-mail.ts";
import { backendForEachTest } from "../application/backend.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { FakeReceivedFiles } from "../fakes/received-files.ts";
import * as samples from "./samples.ts";

const test = backendForEachTest();
let dossier: Dossier;
let files: FakeReceivedFiles;

beforeEach(async () => {
  dossier = await test.backend.dossiers.create(aDossier());
  files = new FakeReceivedFiles();
});

const site = () => ({ ...test.backend.site, inboundDomain: "in.led.example" });
const sendMail = () => createSendMail({ ...test.backend, site: site() });
const receive = (
  raw: Uint8Array | "too-large",
  facts: Partial<Received> = {},
  record?: ReturnType<typeof createRecordReceived>,
) => {
  const deps = { ...test.acts, site: site(), sendMail: sendMail() };
  const received = {
    ...{ id: "ses-1", at: NOW, recipients: ["led@in.led.example"], returnPath: "an@voorbeeldegem.example" },
    ...{ dmarc: "PASS" as const, hasVirus: false, isSpam: false },
    ...facts,
  };
  files.arrived.set(received.id, raw);
  const recordMessage = record ?? createRecordReceived(deps);
  return createReceiveMail({ ...deps, files, recordMessage, ownAddress: "led@led.example" })(received);
};
/** The address to which An answers a mail about this dossier. */
const replyAddress = async (): Promise<string> => {
  await sendMail()({
    ...{ key: "asked", template: "test", about: dossier, to: dossier.people.contact },
    ...{ subject: "Vul de intake in", paragraphs: [] },
  });
  return test.mailer.sent.at(-1)?.replyTo ?? "";
};
const OTHER = "01HS0000000000000000000002";
const BY = { role: "led-team", id: "tine", name: "Tine Team" } as const;
const keepLine = (id: string) => createKeepLine(test.acts)(id);
const notes = async () => (await test.whole(dossier.id)).notes;
const toTeam = () => test.mailer.sent.filter(({ to }) => to[0]?.email === "led@team.example");

describe("LIMIT-01: a flood of mails", () => {
  it("of strangers reaches the LED mailbox five times an hour from one address", async () => {
    const mailFrom = (address: string, number: number) =>
      receive(samples.plain(`Vraag ${number}`, { from: address, id: `${number}@elders.example` }), {
        id: `ses-${address}-${number}`,
      });
    for (const number of [1, 2, 3, 4, 5]) await mailFrom("vreemde@elders.example", number);

    await expect(mailFrom("vreemde@elders.example", 6)).rejects.toThrow("MAILS_TOO_MANY");
    expect(toTeam()).toHaveLength(5);
    expect((await mailFrom("ander@elders.example", 7)).outcome).toBe("new");
    test.time.now = addMinutes(test.time.now, 60);
    expect((await mailFrom("vreemde@elders.example", 8)).outcome).toBe("new");
  });

  it("of a person fills a dossier with twenty an hour; the next one stays in the bucket", async () => {
    const to = await replyAddress();
    const answer = (number: number) =>
      receive(samples.gmail({ to, id: `${number}@voorbeeldegem.example` }), { id: `ses-${number}` });
    for (let number = 1; number <= 20; number++) await answer(number);

    await expect(answer(21)).rejects.toThrow("MAILS_TOO_MANY");
    expect(await notes()).toHaveLength(20);
    expect(files.arrived.has("ses-21")).toBe(true);
  });
});

describe("MAIL-02: a mail is of the dossier", () => {
  it("whose reply address it was sent to, from a person of it, in any case of letters", async () => {
    const to = (await replyAddress()).toUpperCase();

    const result = await receive(samples.gmail({ to, subject: "Re: iets anders" }), { dmarc: "GRAY" });

    expect(result).toEqual({ outcome: "message", dossierId: dossier.id });
    const [note] = await notes();
    expect(note).toMatchObject({ by: { role: "applicant", id: "person-contact" }, to: "led-team" });
    expect(note?.text).toBe("Re: iets anders\n\nJa, dat klopt.");
    expect(note?.quoted).toContain("> ");
    expect(toTeam().map(({ replyTo }) => replyTo)).toEqual(["an@voorbeeldegem.example"]);
    expect(files.kept).toEqual([`${dossier.id}/${note?.id}`]);
  });

  it("of which only a hash is stored, and which ends when its person leaves", async () => {
    const to = await replyAddress();
    expect(to).toMatch(/^dossier\+[0-9a-f]{40}@in\.led\.example$/);
    expect([...test.archive.kept.values()].join("")).not.toContain(to.slice(8, 48));
    const contact = { id: "person-new", name: "Nele Nieuw", email: "nele@voorbeeldegem.example" };
    await test.acts.changeDossier(dossier.id, (current) => ({
      ...current,
      people: { ...current.people, contact },
    }));

    expect((await receive(samples.gmail({ to, subject: "Re: iets" }))).outcome).toBe("new");
  });

  it("whose reference it names, when a person of it sent it and its domain confirms that", async () => {
    await receive(samples.outlook());

    expect((await notes())[0]?.by).toMatchObject({ role: "applicant", name: "An Voorbeeld" });
  });

  it("else whose only open dossier it is, of its sender; a domain that does not confirm that gives no rights", async () => {
    await keepLine(dossier.id);
    const closed = await test.backend.dossiers.create(aDossier({ id: OTHER, reference: "LED-2026-00043" }));
    await test.acts.closeDossier(closed.id, { outcome: "withdrawn", reason: "Dubbel", by: BY });
    await keepLine(closed.id);
    const mail = (id: string) => samples.plain("Een vraag", { subject: "Nog een vraag", id });

    const { dossierId } = await receive(mail("1@voorbeeldegem.example"));
    await receive(mail("2@voorbeeldegem.example"), { id: "ses-2", dmarc: "FAIL" });

    expect(dossierId).toBe(dossier.id);
    expect((await notes()).map(({ by }) => by.name).sort()).toEqual([
      "An Voorbeeld",
      "An Voorbeeld (afzender niet bevestigd)",
    ]);
  });

  it("and of none when its sender has two open dossiers", async () => {
    const other = await test.backend.dossiers.create(aDossier({ id: OTHER, reference: "LED-2026-00043" }));
    for (const { id } of [dossier, other]) await keepLine(id);

    expect((await receive(samples.plain("Een vraag", { subject: "Nog een vraag" }))).outcome).toBe("new");
  });

  it("else of none: the team gets it, and a reply goes to its sender", async () => {
    const from = "Vreemde <vreemde@elders.example>";

    const { outcome } = await receive(samples.plain("Een vraag", { from }));

    expect(outcome).toBe("new");
    expect(await notes()).toEqual([]);
    expect(toTeam()[0]).toMatchObject({ replyTo: "vreemde@elders.example" });
    expect(toTeam()[0]?.text).toContain("Een vraag");
  });
});

describe("a sender who is not confirmed", () => {
  it.each([
    ["whose domain denies it", "an@voorbeeldegem.example", "FAIL"],
    ["who is nobody of the dossier", "iemand@elders.example", "PASS"],
  ] as const)("%s is shown as such, and gives no document", async (_who, from, dmarc) => {
    await receive(samples.appleMail({ to: await replyAddress(), from }), { dmarc });

    const [note] = await notes();
    expect(note?.by.role).toBe("system");
    expect(note?.by.name).toContain("(afzender niet bevestigd)");
    expect(note?.text).toContain("Protocol één.pdf");
    expect(files.taken).toEqual([]);
  });
});

describe("MAIL-03: a person of the dossier is told that a mail came", () => {
  const told = () => test.mailer.sent.filter(({ subject }) => subject.includes("We kregen je mail"));
  let to: string;
  const answer = (id: string, facts: Partial<Received> = {}) =>
    receive(samples.gmail({ to, id }), { id: `ses-${id}`, ...facts });

  beforeEach(async () => {
    to = await replyAddress();
  });

  it("once a day, at the address of the dossier, and not as an answer to a program", async () => {
    await answer("1@voorbeeldegem.example");
    await answer("2@voorbeeldegem.example");

    expect(told().map(({ to }) => to[0]?.email)).toEqual(["an@voorbeeldegem.example"]);
    test.time.now = addMinutes(test.time.now, 24 * 60);
    await answer("3@voorbeeldegem.example");
    expect(told()).toHaveLength(2);
  });

  it("never where nothing confirms the sender, and never for spam", async () => {
    await answer("1@voorbeeldegem.example", { dmarc: "GRAY" });
    await answer("2@voorbeeldegem.example", { dmarc: "FAIL" });
    await answer("3@voorbeeldegem.example", { isSpam: true });
    await receive(samples.plain("Een vraag", { from: "vreemde@elders.example" }), { id: "ses-4" });

    expect(told()).toEqual([]);
  });

  it("never where the mail asks for no automatic answer", async () => {
    const headers = ["X-Auto-Response-Suppress: DR, OOF, AutoReply"];

    const { outcome } = await receive(samples.plain("Vraag", { to, subject: "Vraag" }, headers));

    expect([outcome, told()]).toEqual(["message", []]);
  });

  it("later, where it could not be sent at first", async () => {
    test.mailer.isDown = true;
    await answer("1@voorbeeldegem.example");
    expect(told()).toEqual([]);

    test.mailer.isDown = false;
    test.time.now = addMinutes(test.time.now, 60);
    await test.sweep();

    expect(told()).toHaveLength(1);
  });
});

describe("a mail that the LED mailbox forwards", () => {
  const LED = "LED-team <led@team.example>";
  const forwarded = (raw: Buffer) => receive(raw, { returnPath: "led@team.example" });

  it("is new mail of its writer, whom nobody confirmed", async () => {
    expect((await forwarded(samples.forwardedByGmail({ from: LED }))).outcome).toBe("new");

    const [mail] = await test.backend.newMails.list();
    expect(mail).toMatchObject({
      ...{ from: { name: "Bo Burger", address: "bo@stad.example" }, isConfirmed: false },
      subject: "Kunnen wij aansluiten?",
    });
    expect(mail?.text).toContain("[Doorgestuurde mail van Bo Burger (bo@stad.example)");
  });

  it("is of the dossier that it names, without rights", async () => {
    const subject = "FW: [LED-2026-00042] vraag";
    const from = "Van: An Voorbeeld <an@voorbeeldegem.example>";
    const text = `${from}\r\nVerzonden: maandag\r\nAan: led@led.example\r\nOnderwerp: [LED-2026-00042] vraag\r\n\r\nKlopt dit?`;

    expect((await forwarded(samples.plain(text, { from: LED, subject }))).outcome).toBe("message");

    expect((await notes())[0]?.by).toMatchObject({
      role: "system",
      name: "An Voorbeeld (afzender niet bevestigd)",
    });
  });

  it("is silent where this system or a program wrote it", async () => {
    const own = samples
      .forwardedByGmail({ from: LED })
      .toString()
      .replace("bo@stad.example", "led@led.example");
    const away = samples
      .forwarded({ from: LED })
      .toString()
      .replace("Subject: advies", "Subject: Automatisch antwoord: x");

    expect((await forwarded(Buffer.from(own))).outcome).toBe("silent");
    expect((await forwarded(Buffer.from(away))).outcome).toBe("silent");
  });
});

it("a file of a confirmed sender goes the way of an upload outside a task", async () => {
  await receive(samples.appleMail({ to: await replyAddress() }));

  expect(files.taken.map(({ dossierId, by, file }) => [dossierId, by.id, file.name])).toEqual([
    [dossier.id, "person-contact", "Protocol één.pdf"],
  ]);
});

it("the same mail twice is once", async () => {
  const to = await replyAddress();

  await receive(samples.outlook({ to }));
  await receive(samples.outlook({ to }), { id: "ses-2" });

  expect(await notes()).toHaveLength(1);
  expect(toTeam()).toHaveLength(1);
});

it("a mail whose record conflicts with another write stays in the bucket, and is taken in by the retry", async () => {
  const to = await replyAddress();
  const conflict = () => Promise.reject(new Conflict("WRITE_CONFLICT", {}));

  await expect(receive(samples.outlook({ to }), {}, conflict)).rejects.toThrow("WRITE_CONFLICT");
  expect(files.arrived.has("ses-1")).toBe(true);

  expect((await receive(samples.outlook({ to }))).outcome).toBe("message");
  expect(await notes()).toHaveLength(1);
});

it("an absence is a note of the team: no mail to anybody", async () => {
  const to = await replyAddress();
  const before = test.mailer.sent.length;

  expect((await receive(samples.outOfOffice({ to }))).outcome).toBe("absence");

  expect((await notes()).map(({ to: reader, text }) => [reader, text])).toEqual([
    [undefined, "Automatisch antwoord:\nIk ben afwezig tot 7 december."],
  ]);
  expect(test.mailer.sent).toHaveLength(before);
});

it("two programs that answer each other end after one mail", async () => {
  const to = await replyAddress();
  const before = test.mailer.sent.length;

  for (let turn = 0; turn < 5; turn++)
    await receive(samples.outOfOffice({ to, id: `${turn}@voorbeeldegem.example` }), { id: `ses-${turn}` });
  await receive(samples.bounce({ to }), { returnPath: "" });

  expect(test.mailer.sent).toHaveLength(before);
});

it("a virus is silent, spam without a dossier too, and what cannot be read is told to the team", async () => {
  const outcomes = [
    await receive(samples.plain("x"), { hasVirus: true }),
    await receive(samples.plain("x", { from: "a@elders.example" }), { isSpam: true }),
    await receive("too-large"),
  ];

  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["silent", "silent", "unreadable"]);
  expect(toTeam().map(({ subject }) => subject)).toEqual(["Een mail kon niet gelezen worden"]);
});
