import { beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { currentAccess } from "../../functions/domain/access.ts";
import type { DocumentKind } from "../../functions/domain/documents.ts";
import { createRenewUse } from "../../functions/out-of-use/renew-use.ts";
import { lineOf } from "../../functions/overview/line-of.ts";
import { createStartUse } from "../../functions/in-use/start-use.ts";
import { SYSTEM } from "../../functions/domain/people.ts";
import { openFileTable } from "../adapters/database.ts";
import { aContact } from "../builders/contact.ts";
import { TEAM } from "../builders/people.ts";
import { openSite, type TestSite } from "../web/site.ts";

const table = await openFileTable();
const TASK = "EnterUse-1-1";
const USE = {
  purpose: "Diploma's nakijken bij aanwervingen",
  channels: ["web-service"],
  webServiceSince: "2020-02-01",
  tells: "nobody",
};
const PROTOCOL = { signedOn: "2019-12-20", term: { start: "2020-01-01", end: "2029-12-31" }, ...USE };
const AUTHORISATION = {
  ...{ reference: "VTC/2015/12", decidedOn: "2015-03-11" },
  ...{ term: { start: "2015-04-01" }, ...USE },
};
const DPO = { name: "Dries Privacy", email: "dries@voorbeeldegem.example" };

let site: TestSite;
/** Each test has an organisation of its own. */
let number = 0;
const organisation = () => ({ enterpriseNumber: undefined, missingNumberReason: `Nummer ${++number}` });

beforeEach(() => {
  site = openSite(table);
});

const open = (differences: object = {}) =>
  site.acts.openDossierByTeam(aContact({ kind: "existing-use", ...differences }), TEAM);
async function opened(differences: object = organisation()): Promise<string> {
  const result = await open(differences);
  if (result.status !== "opened") throw new Error(JSON.stringify(result));
  return result.dossierId;
}
async function enter(
  id: string,
  outcome: "protocol" | "authorisation",
  fields: Record<string, unknown>,
  kind: DocumentKind | undefined = outcome === "protocol" ? "protocol-signed-by-both" : "authorisation",
) {
  const dossier = await site.dossier(id);
  const { id: document } = await site.document(dossier, { kind, taskId: TASK, by: TEAM });
  return site.acts.decideTask(id, TASK, { outcome, fields, documents: [document], by: TEAM });
}
const start = (id: string) =>
  createStartUse(site.acts)({ state: "StartUse", dossierId: id, run: 1, previous: TASK });
/** A use that was entered and has started. */
async function inUse(outcome: "protocol" | "authorisation", fields: Record<string, unknown>) {
  const id = await opened();
  const decided = await enter(id, outcome, fields);
  if (decided.status !== "decided") throw new Error(JSON.stringify(decided));
  await start(id);
  return id;
}
const mailedTo = () => site.mailer.sent.map(({ to }) => to[0]?.email);
const reasonsOf = (result: object) =>
  z
    .looseObject({ reasons: z.array(z.object({ rule: z.string(), field: z.string().optional() })) })
    .parse(result)
    .reasons.map(({ rule, field }) => `${rule} ${field}`);

describe("entering a use", () => {
  it("opens a task of the team and mails nobody", async () => {
    const id = await opened();

    expect(await site.dossier(id)).toMatchObject({ status: "ENTERING", stage: "CONTACT", run: 0 });
    expect(await site.task(id, TASK)).toMatchObject({ status: "open", audience: "led-team" });
    expect(site.mailer.sent).toEqual([]);
    expect(site.workflow.executions.has(`${id}-1`)).toBe(false);
  });

  it("with a protocol starts an execution at the use, which mails nobody by itself", async () => {
    const id = await inUse("protocol", { ...PROTOCOL, dpo: DPO });

    const { dossier, accesses } = await site.whole(id);
    expect(dossier).toMatchObject({
      ...{ status: "IN_USE", stage: "IN_USE" },
      protocol: { legalBasis: "protocol", term: PROTOCOL.term, entered: { date: "2019-12-20" } },
      people: { dpo: DPO },
    });
    expect(Object.keys(dossier.clocks).sort()).toEqual([
      "executionAge",
      "executionCheck",
      "notice",
      "termEnd",
      "yearly",
    ]);
    expect(currentAccess(accesses)).toMatchObject({
      ...{ channels: ["web-service"], start: "2020-01-01", end: "2029-12-31" },
      changes: [{ what: "granted", by: TEAM }],
    });
    expect(site.mailer.sent).toEqual([]);
  });

  it("with an authorisation has nothing to sign", async () => {
    const id = await inUse("authorisation", AUTHORISATION);

    expect(await site.dossier(id)).toMatchObject({
      status: "IN_USE",
      protocol: {
        ...{ legalBasis: "legacy-authorisation", signatures: {} },
        entered: { date: "2015-03-11", reference: "VTC/2015/12" },
      },
    });
  });

  it("mails those whom the team chooses, once", async () => {
    const id = await inUse("protocol", { ...PROTOCOL, dpo: DPO, tells: "everybody" });
    await start(id);

    expect(mailedTo()).toEqual(["an@voorbeeldegem.example", DPO.email]);
    expect(site.mailer.sent[0]?.text).toContain("Doel: Diploma's nakijken bij aanwervingen");
    expect(site.mailer.sent[1]?.text).toContain("privacyverklaring");

    await inUse("authorisation", { ...AUTHORISATION, dpo: DPO, tells: "contact" });
    expect(mailedTo().slice(2)).toEqual(["an@voorbeeldegem.example"]);
  });

  it("without a connected channel starts at the connection", async () => {
    const id = await opened();

    await enter(id, "authorisation", { ...AUTHORISATION, webServiceSince: undefined });

    expect(await site.dossier(id)).toMatchObject({
      status: "ONBOARDING",
      stage: "MAGDA",
    });
  });

  it("that is given up tells nobody", async () => {
    const id = await opened();

    await site.acts.withdraw(id, TEAM, "Dubbel ingevoerd.");

    expect(await site.dossier(id)).toMatchObject({ status: "CLOSED", closed: { outcome: "withdrawn" } });
    expect(await site.task(id, TASK)).toMatchObject({ status: "closed" });
    expect(site.mailer.sent).toEqual([]);
  });

  it("is completed by follow-up", async () => {
    const id = await opened();
    site.workflow.isDown = true;
    await enter(id, "protocol", PROTOCOL);
    site.workflow.isDown = false;
    site.time.now = "2026-11-23T10:00:00.000Z";

    await site.sweep();

    expect(site.workflow.executions.get(`${id}-1`)).toBe("running");
  });
});

describe("a use that was entered", () => {
  it("is checked every year", async () => {
    const id = await inUse("protocol", PROTOCOL);
    site.time.now = "2027-11-23T10:00:00.000Z";

    await site.acts.checkYearly(await site.dossier(id));

    expect(mailedTo()).toEqual(["an@voorbeeldegem.example"]);
    expect(site.mailer.sent[0]?.subject).toContain("Kloppen je gegevens");
  });

  it("is renewed from the intake on, since there is no DPIA of it", async () => {
    const id = await inUse("authorisation", {
      ...AUTHORISATION,
      term: { start: "2015-04-01", end: "2027-03-31" },
    });
    await site.acts.endUse(id, { reason: "term" }, SYSTEM);

    const { run } = await site.dossier(id);
    await createRenewUse(site.acts)({ state: "RenewUse", dossierId: id, run, previous: null });

    expect(await site.dossier(id)).toMatchObject({
      ...{ status: "ONBOARDING", stage: "INTAKE", pass: 2 },
      request: { laterPass: { kind: "renewal", from: "INTAKE", end: "2027-03-31" } },
      intake: { purpose: USE.purpose },
    });
  });

  it("is amended from the intake on (AMEND-01)", async () => {
    const id = await inUse("protocol", PROTOCOL);

    const refused = await site.acts.amend(id, { stage: "PROTOCOL", reason: "Ander doel" }, TEAM);
    const amended = await site.acts.amend(id, { stage: "INTAKE", reason: "Ander doel" }, TEAM);

    expect(reasonsOf(refused)).toEqual(["AMEND-01 stage"]);
    expect(amended).toEqual({ allowed: true });
  });

  it("has no lead time", async () => {
    const id = await inUse("protocol", PROTOCOL);

    expect(lineOf(await site.whole(id), site.time.now)).toMatchObject({
      ...{ firstUsedAt: undefined, termEnd: "2029-12-31" },
    });
  });
});

describe("the rules on entering a use", () => {
  it("a second open dossier of the organisation has a reason (ENTER-01)", async () => {
    const numbered = { enterpriseNumber: "1000000021" };
    const first = await opened(numbered);

    const refused = await open(numbered);
    const accepted = await open({ ...numbered, secondDossierReason: "Een ander doel." });

    expect(reasonsOf(refused)).toEqual(["ENTER-01 secondDossierReason"]);
    expect(JSON.stringify(refused)).toContain((await site.dossier(first)).reference);
    expect(accepted).toMatchObject({ status: "opened" });
    const { notes } = await site.whole(accepted.status === "opened" ? accepted.dossierId : "");
    expect(notes[0]?.text).toContain("Een ander doel.");
  });

  it.each([
    ["an authorisation is of before protocols", { decidedOn: "2018-06-26" }, "ENTER-02 decidedOn"],
    ["a channel that is connected is agreed", { channels: ["web-application"] }, "ENTER-03 webServiceSince"],
    ["a date in the future is refused", { webServiceSince: "2026-12-01" }, "DATE-01 webServiceSince"],
    ["a date too long ago is refused", { decidedOn: "1985-01-01" }, "DATE-02 decidedOn"],
    [
      "a term that is over is refused",
      { term: { start: "2015-04-01", end: "2020-01-01" } },
      "DATE-02 term.end",
    ],
    ["a national register number is refused", { reference: "85.07.30-033.28" }, "PRIV-01 undefined"],
  ])("%s", async (_name, differences, reason) => {
    const id = await opened();

    const result = await enter(id, "authorisation", { ...AUTHORISATION, ...differences });

    expect(reasonsOf(result)).toEqual([reason]);
  });

  it("the file is needed (DOC-01)", async () => {
    const id = await opened();

    const result = await enter(id, "authorisation", AUTHORISATION, "other");

    expect(reasonsOf(result)).toContain("DOC-01 documents.authorisation");
  });
});

describe("on the pages and in the API", () => {
  it("the team enters a use by the form of a dossier, which leads to the task", async () => {
    const team = await site.staff("led-team");
    const form = (await team.open("/admin/dossiers/new")).form("contactEmail");

    const page = await team.submit(form, {
      ...{ organisationName: "Gemeente Voorbeeldegem", organisationType: "local-authority" },
      ...{ missingNumberReason: "Nog onbekend.", kind: "existing-use" },
      ...{ contactName: "An Voorbeeld", contactEmail: "an@voorbeeldegem.example" },
    });

    const address = (page.headers.get("location") ?? "").replace("/live", "");
    expect(address).toMatch(/\/tasks\/EnterUse-1-1$/);
    const task = await team.open(address);
    expect(task.text).toContain("Er is een machtiging");
    expect(task.text).toContain("Wie krijgt nu een mail");
  });

  it("a program does the same, and both sites show the use", async () => {
    const answer = await site.call(
      "/dossiers",
      { ...aContact({ kind: "existing-use", ...organisation() }) },
      { key: `entered-${number}` },
    );
    const { id } = z.object({ id: z.string() }).parse(JSON.parse(answer.html));
    const dossier = await site.dossier(id);
    const { id: document } = await site.document(dossier, { kind: "authorisation", taskId: TASK, by: TEAM });

    const decided = await site.call(`/dossiers/${id}/tasks/${TASK}/decision`, {
      ...{ outcome: "authorisation", fields: AUTHORISATION, documents: [document] },
    });
    await start(id);

    expect(decided.status).toBe(201);
    const team = await (await site.staff("led-team")).open(`/admin/dossiers/${id}`);
    expect(team.text).toContain("Diploma's nakijken bij aanwervingen");
    const link = await site.statusLink(id, dossier.people.contact.id);
    const applicant = await site.visitor.open(link);
    expect(applicant.text).toContain("De LED mag vandaag geraadpleegd worden.");
    expect(applicant.text).toContain("machtiging");
  });
});
