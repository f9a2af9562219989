import { beforeEach, describe, expect, it } from "vitest";
import { createRecordReceived } from "../../functions/dossiers/send-message.ts";
import { enterpriseNumberIn } from "../../functions/domain/new-mail.ts";
import { createReceiveMail, type Received } from "../../functions/receive-mail/receive-mail.ts";
import { openFileTable } from "../adapters/database.ts";
import { NOW } from "../builders/dossier.ts";
import { FakeReceivedFiles } from "../fakes/received-files.ts";
import { appleMail, plain } from "../receive-mail/samples.ts";
import { openSite, type TestSite } from "./site.ts";
import type { Visitor } from "./visitor.ts";

const table = await openFileTable();
const QUESTION = "Wij zijn gemeente Voorbeeldegem, KBO 0999.999.922. Kunnen wij aansluiten?";

let site: TestSite;
let files: FakeReceivedFiles;
let team: Visitor;
let count = 0;

beforeEach(async () => {
  site = openSite(table);
  const { receivedFiles } = site.backend;
  if (!(receivedFiles instanceof FakeReceivedFiles)) throw new Error("the bucket of mails is no fake");
  files = receivedFiles;
  team = await site.staff("led-team");
});

/** A mail of a stranger to the LED address, as SES hands it over; returns the address of its page. */
async function mailed(raw: Uint8Array, facts: Partial<Received> = {}): Promise<string> {
  const id = `ses-${(count += 1)}`;
  files.arrived.set(id, raw);
  const receive = createReceiveMail({
    ...site.acts,
    files,
    site: { ...site.acts.site, inboundDomain: "in.led.example" },
    recordMessage: createRecordReceived(site.acts),
    ownAddress: "led@led.example",
  });
  await receive({
    ...{ id, at: NOW, recipients: ["led@in.led.example"], returnPath: "an@stad.example", dmarc: "PASS" },
    ...{ hasVirus: false, isSpam: false, ...facts },
  });
  const text = site.mailer.sent.at(-1)?.text ?? "";
  return /\/admin\/mails\/\w+/.exec(text)?.[0] ?? "";
}
const unique = () => `${(count += 1)}@stad.example`;
const from = "An Voorbeeld <an@stad.example>";
const fromBo = (): [Uint8Array, Partial<Received>] => [
  plain(QUESTION, { from: "Bo Voorbeeld <bo@stad.example>", id: unique() }),
  { returnPath: "bo@stad.example" },
];
const whole = (id: string) => site.whole(id);

it("the first enterprise number of a text with the right check digits is found", () => {
  expect(enterpriseNumberIn(QUESTION)).toBe("0999999922");
  expect(enterpriseNumberIn("BE 0999 999 922")).toBe("0999999922");
  expect(enterpriseNumberIn("Bel 0999 999 923 of kom op 1/1/2027")).toBeUndefined();
});

describe("a mail of no dossier", () => {
  it("becomes an onboarding: its form is filled in, its files come along, and nothing of it stays apart", async () => {
    const page = await mailed(appleMail({ from, to: "led@in.led.example", id: unique() }));
    const inbox = await team.open("/admin");
    const mail = await team.open(inbox.link("Nieuwe mail: "));
    expect(mail.url).toContain(page);

    const form = (await team.open(mail.link("Open een dossier voor deze mail"))).form("contactEmail");
    const opened = await team.submit(form, {
      ...{ organisationName: "Gemeente Voorbeeldegem", organisationType: "local-authority" },
      ...{ enterpriseNumber: "0999.999.922", kind: "onboarding" },
    });

    const id = (opened.headers.get("location") ?? "").split("/").at(-1) ?? "";
    const { dossier, notes, tasks } = await whole(id);
    expect(dossier).toMatchObject({
      status: "ONBOARDING",
      people: { contact: { email: "an@stad.example" } },
    });
    expect(files.taken.map(({ dossierId, by }) => [dossierId, by.role])).toEqual([[id, "led-team"]]);
    expect(notes.some(({ to, by }) => to === "led-team" && by.role === "applicant")).toBe(true);
    expect(tasks.filter(({ kind }) => kind === "AnswerMessage")).toEqual([]);
    expect((await team.open(page)).status).toBe(410);
    expect(files.arrived.size).toBe(0);
  });

  it("fills the form in with its sender and the number that it names, and says who is not confirmed", async () => {
    const page = await mailed(plain(QUESTION, { from, id: unique() }), { dmarc: "FAIL" });
    const mail = await team.open(page);
    expect(mail.text).toContain("Afzender niet bevestigd");

    const { html } = await team.open(mail.link("Open een dossier voor deze mail"));

    for (const value of ["An Voorbeeld", "an@stad.example", "0999999922"])
      expect(html).toContain(`value="${value}"`);
  });

  it("is answered as a question: the answer is mailed, once", async () => {
    const page = await mailed(plain(QUESTION, { from, id: unique() }));
    const form = (await team.open(page)).form("reason");

    expect((await team.submit(form, { reason: " " })).status).toBe(422);
    await team.submit(form, { reason: "Ja, dat kan." });

    const sent = site.mailer.sent.filter(({ to }) => to[0]?.email === "an@stad.example");
    expect(sent.map(({ text }) => text.includes("Ja, dat kan."))).toEqual([true]);
    expect((await team.open(page)).status).toBe(410);
  });

  it("is not answered with a national register number (PRIV-01); the page keeps what was typed", async () => {
    const page = await mailed(...fromBo());
    const form = (await team.open(page)).form("reason");

    const refused = await team.submit(form, { reason: "Het gaat over 85.07.30-033.28." });

    expect(refused.status).toBe(422);
    expect(Object.fromEntries(refused.form("noNationalNumber").filledIn({}))["reason"]).toContain(
      "85.07.30-033.28",
    );
    expect(site.mailer.sent.filter(({ to }) => to[0]?.email === "bo@stad.example")).toEqual([]);
  });

  it("keeps an answer that comes after a colleague was done with the mail", async () => {
    const page = await mailed(...fromBo());
    const form = (await team.open(page)).form("reason");
    await team.submit(form, { reason: "Ja, dat kan." });

    const late = await team.post(`${page}/answer`, {
      ...Object.fromEntries(form.filledIn({})),
      ...{ formId: "", reason: "Ook van mij: ja." },
    });

    expect([late.status, late.html.includes("Ook van mij: ja.")]).toEqual([410, true]);
  });

  it("that does not exist opens an empty form, however long its id", async () => {
    expect((await team.open(`/admin/dossiers/new?mail=${"x".repeat(1500)}`)).status).toBe(200);
  });

  it("whose sender's address is refused is not answered: the text stays on the page, and nothing waits to be sent", async () => {
    const page = await mailed(plain(QUESTION, { from: "Bo <geweigerd@stad.example>", id: unique() }));
    site.mailer.refused.add("geweigerd@stad.example");

    const refused = await team.submit((await team.open(page)).form("reason"), { reason: "Ja, dat kan." });

    expect(refused.status).toBe(409);
    expect(refused.text).toContain("Naar het adres van de afzender kunnen we geen mail sturen");
    expect(refused.html).toContain("Ja, dat kan.");
    const waiting = await site.backend.mails.listUnsent("waiting", undefined);
    expect(waiting.items.filter(({ template }) => template === "new-mail-answer")).toEqual([]);
  });

  it("is of a dossier that the team finds: a message there, to answer", async () => {
    const dossier = await site.given();
    const page = await mailed(plain(QUESTION, { from, id: unique() }));

    const found = await team.open(`${page}?q=${dossier.reference}`);
    const put = await team.submit(found.form("dossier", dossier.id));

    expect(put.headers.get("location")).toContain(`/admin/dossiers/${dossier.id}`);
    const { notes, tasks } = await whole(dossier.id);
    expect(notes.at(-1)?.text).toContain(QUESTION);
    expect(tasks.map(({ kind, status }) => [kind, status])).toEqual([["AnswerMessage", "open"]]);
  });

  it("that is none of these is deleted", async () => {
    const page = await mailed(plain("Reclame", { from, id: unique() }));
    const aside = (await team.open(page)).forms().find((form) => form.actionOf().pathname.endsWith("/aside"));
    if (!aside) throw new Error("no form to put it aside");

    await team.submit(aside);

    expect((await team.open(page)).status).toBe(410);
    expect(files.arrived.size).toBe(0);
  });
});

it("what it quotes is folded away on its page, and in the timeline of its dossier", async () => {
  const quoted = "Op 3 nov 2026 schreef Jan <jan@stad.example>:\r\n\r\n> Mag dit?";
  const path = await mailed(
    plain(`Bekijken jullie dit?\r\n\r\n${quoted}`, { from: "Mo Voorbeeld <mo@stad.example>", id: unique() }),
    { returnPath: "mo@stad.example" },
  );
  const dossier = await site.given();
  const page = await team.open(`${path}?q=${dossier.reference}`);
  await team.submit(page.form("dossier", dossier.id));
  const timeline = await team.open(`/admin/dossiers/${dossier.id}`);

  expect(page.root.querySelector(".told > .as-typed")?.text).toBe("Bekijken jullie dit?");
  for (const { root } of [page, timeline])
    expect(root.querySelectorAll("details .as-typed").map(({ text }) => text)).toContainEqual(
      expect.stringContaining("Mag dit?"),
    );
});
