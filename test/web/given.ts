import { dateOf } from "../../functions/domain/calendar.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import type { HumanTask } from "../../functions/domain/human-task.ts";
import { createRecordReceived } from "../../functions/dossiers/send-message.ts";
import { anAccess } from "../builders/access.ts";
import { aSignedProtocol } from "../builders/agreement.ts";
import { aContact } from "../builders/contact.ts";
import { anIntake } from "../builders/intake.ts";
import { aNewMail } from "../builders/new-mail.ts";
import { aDossier, NOW, inStatus } from "../builders/dossier.ts";
import { APPLICANT, SECOND } from "../builders/people.ts";
import type { TestSite } from "./site.ts";
import { Visitor } from "./visitor.ts";

/* The state before a post; each returns the values for addresses. */
export type Ids = Record<string, string>;
export type Given = (site: TestSite) => Promise<Ids>;

const BY = { role: "led-team", id: "staff-led-team", name: "Lies Team" } as const;
export const TEAM = { subject: "staff-led-team", name: "Lies Team", roles: ["led-team" as const] };
export const TOM = { subject: "tom", name: "Tom Team", roles: ["led-team" as const], seenAt: NOW };
export const DIRK = { subject: "dirk", name: "Dirk DPO", roles: ["led-dpo" as const], seenAt: NOW };
export const REASON = { reason: "Het is nodig" };

const idsOf = async (site: TestSite, { id }: Dossier) => ({
  id,
  status: await site.link({ kind: "status", dossierId: id }),
});
export const open =
  (task: Partial<HumanTask> = {}) =>
  async (site: TestSite) => {
    const people = { ...aDossier().people, secondContact: SECOND };
    const dossier = await site.given({ people, protocol: undefined }, task);
    const secret = (await site.taskLink(dossier, task)).replace("/taak/", "");
    return { ...(await idsOf(site, dossier)), secret };
  };
export const LED = { kind: "AssessIntake", audience: "led-team" } as const;
/** An open task with a document. */
export const added = async (site: TestSite) => {
  const ids = await open({ kind: "SubmitProtocol", stage: "PROTOCOL" })(site);
  const dossier = await site.acts.dossiers.find(ids.id);
  if (!dossier) throw new Error("no dossier");
  return { ...ids, documentId: (await site.document(dossier)).id };
};
export const inUse = async (site: TestSite) => {
  const given = await site.given({ stage: "IN_USE", protocol: aSignedProtocol() });
  const dossier = await site.acts.dossiers.save(inStatus(given, { status: "IN_USE" }));
  await site.acts.accesses.grant(anAccess({ dossierId: dossier.id }));
  return idsOf(site, dossier);
};
export const parked = async (site: TestSite) => {
  const dossier = await site.given({ stage: "DPIA" });
  site.workflow.lastStates.set(`${dossier.id}-1`, "PreAssessDpia");
  await site.acts.park({ dossierId: dossier.id, run: 1, error: "RetryLater", cause: "MAIL_UNAVAILABLE" });
  return idsOf(site, dossier);
};
export const closed = async (site: TestSite) => {
  const dossier = await site.given();
  await site.acts.closeDossier(dossier.id, { outcome: "withdrawn", reason: "Dubbel", by: BY });
  return idsOf(site, dossier);
};
/** The state after another act through the API. */
export const after =
  (path: string, body: object, task: Partial<HumanTask> = {}) =>
  async (site: TestSite) => {
    const ids = await open(task)(site);
    await callApi(site, `/dossiers/${ids.id}/${path}`, body, "before");
    return ids;
  };
export const colleagues = async (site: TestSite) => {
  for (const colleague of [TOM, DIRK]) await site.acts.staff.remember(colleague);
  return open(LED)(site);
};
export const substituted = async (site: TestSite) => {
  await colleagues(site);
  await site.acts.staff.addSubstitution({
    ...{ id: "2026-12-05-x", role: "led-team", of: { id: "staff-led-team", name: "Lies Team" }, at: NOW },
    ...{ substitute: { id: DIRK.subject, name: DIRK.name }, from: "2026-12-01", until: "2026-12-05" },
  });
  return { substitution: "2026-12-05-x" };
};
export const readyText = async (site: TestSite) => {
  await site.acts.readyTexts.add({
    ...{ id: "text-1", number: 1, situation: "questions", title: "Doel", at: NOW },
    ...{ text: "Wat is het doel van {organisatie} ({dossier})?", by: { id: "tom", name: "Tom Team" } },
  });
  return { textId: "text-1" };
};
export const requested = async (site: TestSite) => {
  const visitor = new Visitor(site.publicApp);
  const values = Object.entries(aContact()).map(([name, value]) => [name, String(value)] as const);
  await visitor.submit((await visitor.open("/contact")).form("organisationName"), Object.fromEntries(values));
  const [, secret = ""] = /\/bevestigen\/([\w-]{43})/.exec(site.mailer.sent.at(-1)?.text ?? "") ?? [];
  return { secret };
};
/** A dossier of which the mail to the contact bounced. */
export const bounced = async (site: TestSite) => {
  const ids = await open()(site);
  const dossier = await site.acts.dossiers.find(ids.id);
  if (!dossier) throw new Error("no dossier");
  const { email } = dossier.people.contact;
  const mail = { key: "asked", template: "test", to: [email], subject: "Vraag", claimedBy: "one" };
  const at = site.time.now;
  await site.acts.mails.claim(ids.id, { ...mail, at, status: "sending" });
  const delivery = { result: "bounced", at } as const;
  await site.acts.mails.settle(ids.id, { ...mail, at, status: "sent", delivery });
  site.mailer.suppressed.add(email);
  return ids;
};
/** The contact gave its part to a wrong address: the link in the mail to its own address. */
export const handedOver = async (site: TestSite) => {
  const dossier = await site.given({}, { kind: "AgreePlanning" });
  const fields = {
    change: "someone-else",
    person: { name: "Cas Nieuw", email: "cas@voorbeeldegem.exampel" },
  };
  await site.acts.changePeople(dossier.id, { part: "contact", fields }, APPLICANT);
  const link = /\/dossier\/([\w-]{43})\/overdracht\/([\w-]+)/;
  const mail = site.mailer.sent.findLast(({ text }) => link.test(text));
  const [, former = "", change = ""] = link.exec(mail?.text ?? "") ?? [];
  return { id: dossier.id, former, change };
};
/** A mail of no dossier, and a dossier to put it in. */
export const newMail = async (site: TestSite) => {
  const { id, reference } = await site.given();
  await site.acts.newMails.add(aNewMail());
  await site.acts.staff.remember(TOM);
  return { id: aNewMail().id, mailId: aNewMail().id, reference, dossier: id };
};
export const newMailTaken = async (site: TestSite) => {
  const ids = await newMail(site);
  await site.acts.assignNewMail(aNewMail().id, { kind: "claim" }, TEAM);
  return ids;
};
export const WEBHOOK = "01JDQ4G2T7D5M9R3W1Y8BKCZ4F";
/** A program that is told of events, and did not take one of them. */
export const webhook = async (site: TestSite) => {
  const added = {
    id: WEBHOOK,
    address: "https://hooks.led.example/led",
    at: NOW,
    by: { id: "tom", name: "Tom" },
  };
  await site.acts.webhooks.add(added, "whsec_dGhpcyBzZWNyZXQgaXMgb25seSBhbiBleGFtcGxlLg==");
  const { id } = await site.given();
  await site.acts.publishEvents(id, dateOf(NOW));
  for (const due of await site.acts.outbox.listDue(WEBHOOK, NOW))
    await site.acts.outbox.move(due, { givenUpAt: NOW });
  return { webhookId: WEBHOOK };
};
/** A mail with a file that an open task asks for. */
export const fileReceived = async (site: TestSite) => {
  const dossier = await site.given(
    { stage: "PROTOCOL", intake: anIntake() },
    { kind: "SubmitProtocol", stage: "PROTOCOL", audience: "applicant" },
  );
  const id = "mail0000000000000000000001";
  await createRecordReceived(site.acts)(dossier.id, { id, at: NOW, by: APPLICANT, text: "Ons protocol" });
  const file = { id: `${id}00`, taskId: undefined, kind: "other", title: "Protocol" } as const;
  await site.document(dossier, { ...file, name: "protocol.pdf", by: APPLICANT });
  return { id: dossier.id, file: file.id };
};
export const nothing = async () => ({});
/** What names a mail that SES did not accept. */
export const UNSENT = { about: "01J0000000000000000000000A", key: "confirm" };
export const unsent = async (site: TestSite) => {
  const claim = { key: UNSENT.key, template: "confirm-contact", to: ["an@voorbeeldegem.example"] };
  const failed = { claimedBy: "one", failure: "MAIL_UNAVAILABLE", at: site.time.now };
  await site.acts.mails.claim(UNSENT.about, { ...claim, ...failed, subject: "Bevestig", status: "sending" });
  return {};
};

export const callApi = (site: TestSite, path: string, body: object | undefined, key: string) =>
  new Visitor(site.adminApp).open(`/api/admin/v1${path}`, {
    method: "POST",
    body: JSON.stringify(body ?? {}),
    headers: { authorization: "Bearer team", "content-type": "application/json", "idempotency-key": key },
  });
