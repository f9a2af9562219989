import { toInstant } from "../../domain/calendar.ts";
import type { Settled } from "../../receive-mail/settle-new-mail.ts";
import type { Assignment } from "../../staff/judge-assignment.ts";
import { asWork } from "../../domain/work.ts";
import { newMailAnswer, newMailWithText } from "../export/new-mail-answer.ts";
import { TEAM } from "../http/permissions.ts";
import { Refusal } from "../http/refusals.ts";
import type { AdminSite, Caller } from "../team/admin-site.ts";
import { actorFor } from "../team/find-dossier.ts";
import { newMailProblems } from "../ui/new-mail.nl.ts";
import { DONE, tells } from "./answer-schemas.ts";
import { BODIES } from "./inputs.ts";
import { operation } from "./operation.ts";
import { Problem, refusedByRules } from "./problem.ts";

/** The mails of no dossier. A dossier is opened for one by `mail` in the body of POST /dossiers. */

const list = operation({
  method: "GET",
  path: "/new-mails",
  who: TEAM,
  summary: "Mails that belong to no dossier, oldest first",
  answer: tells(200, "NewMails"),
  act: async ({ site }) => {
    const now = toInstant(site.now());
    return { items: (await site.newMails.list()).map((mail) => newMailAnswer(asWork(mail), now)) };
  },
});

async function read(site: AdminSite, id: string) {
  const mail = await site.newMails.find(id);
  if (!mail) throw new Refusal("page-unknown");
  return newMailWithText(mail, toInstant(site.now()));
}

const readOne = operation({
  method: "GET",
  path: "/new-mails/:mailId",
  who: TEAM,
  summary: "A mail that belongs to no dossier, with its text; 404 once somebody is done with it",
  answer: tells(200, "NewMail"),
  act: ({ site, params: { mailId } }) => read(site, mailId),
});

type Where = { site: AdminSite; caller: Caller; params: { mailId: string } };

async function assign({ site, caller, params: { mailId } }: Where, assignment: Assignment) {
  const result = await site.assignNewMail(mailId, assignment, caller);
  return result.status === "refused" ? refusedByRules(result.reasons) : read(site, mailId);
}

const claim = operation({
  method: "POST",
  path: "/new-mails/:mailId/claim",
  who: TEAM,
  summary: "Take a mail; with `seen`, from its current assignee",
  body: BODIES.claim,
  answer: tells(200, "NewMail"),
  example: { body: { seen: "tom-team" } },
  act: (call) => assign(call, { kind: "claim", ...call.body }),
});

const release = operation({
  method: "POST",
  path: "/new-mails/:mailId/release",
  who: TEAM,
  summary: "Release one's own mail",
  answer: tells(200, "NewMail"),
  act: (call) => assign(call, { kind: "release" }),
});

const handOver = operation({
  method: "POST",
  path: "/new-mails/:mailId/hand-over",
  who: TEAM,
  summary: "Hand a mail over to a colleague of the LED team",
  body: BODIES.handOver,
  answer: tells(200, "NewMail"),
  example: { body: { to: "tom-team" } },
  act: (call) => assign(call, { kind: "hand-over", ...call.body }),
});

/** A mail that somebody is done with does not exist any more. */
function told(result: Settled): Problem | undefined {
  if (result === "gone") throw new Refusal("page-unknown");
  if (result === "done") return undefined;
  const code = result === "closed" ? "closed" : "refused";
  return new Problem(409, { code, title: newMailProblems[result] });
}

const answer = operation({
  method: "POST",
  path: "/new-mails/:mailId/answer",
  who: TEAM,
  summary: "Answer a mail as a question: the text is mailed to its sender, and the mail is deleted here",
  makes: true,
  body: BODIES.mailAnswer,
  answer: DONE,
  example: { body: { text: "Ja, een gemeente kan aansluiten." } },
  act: async ({ site, params: { mailId }, body: { text } }) =>
    told(await site.settleNewMail.answer(mailId, text)),
});

const attach = operation({
  method: "POST",
  path: "/new-mails/:mailId/dossier",
  who: TEAM,
  summary: "Put a mail with a dossier, as a message with its files; the mail is deleted here",
  makes: true,
  body: BODIES.mailDossier,
  answer: DONE,
  example: { body: { dossier: "01JDQ4B6V1S6W5N0A9C8XKTZ3E" } },
  act: async ({ site, caller, params: { mailId }, body: { dossier } }) =>
    told(await site.settleNewMail.attach(mailId, dossier, actorFor(caller, "led-team"))),
});

const putAside = operation({
  method: "POST",
  path: "/new-mails/:mailId/aside",
  who: TEAM,
  summary: "Delete a mail that is not for the LED",
  answer: DONE,
  act: async ({ site, params: { mailId } }) => told(await site.settleNewMail.putAside(mailId)),
});

export const NEW_MAIL_OPERATIONS = [list, readOne, claim, release, handOver, answer, attach, putAside];
