import type { ProposedPeopleChange } from "../../people/change-people.ts";
import { dossierAnswer } from "../export/answers.ts";
import { TEAM } from "../http/permissions.ts";
import type { AdminSite, Caller } from "../team/admin-site.ts";
import { actorFor, findDossierFor } from "../team/find-dossier.ts";
import { liftSuppression } from "../team/lift-suppression.ts";
import { DONE, tells } from "./answer-schemas.ts";
import { BODIES } from "./inputs.ts";
import { operation } from "./operation.ts";
import { entriesOf, refusedFields } from "./problem.ts";

type Where = { site: AdminSite; caller: Caller; params: { id: string } };

async function change({ site, caller, params: { id } }: Where, proposed: ProposedPeopleChange) {
  await findDossierFor(site, caller, id);
  const result = await site.changePeople(id, proposed, actorFor(caller, "led-team"));
  return result.status === "changed"
    ? dossierAnswer(result.dossier).people
    : refusedFields([...entriesOf(result.problems), ...result.reasons], result.reasons);
}

const changePerson = operation({
  method: "POST",
  path: "/dossiers/:id/people/:part",
  who: TEAM,
  summary:
    "Change the contact, secondContact, dpo, signatory or secondSignatory; `change` says whether it is someone else, whose predecessor's links end, or a correction",
  makes: true,
  body: BODIES.person,
  answer: tells(200, "People"),
  example: {
    body: {
      change: "someone-else",
      person: { name: "Bo Janssens", email: "bo.janssens@voorbeeldegem.example" },
    },
  },
  act: (call) => {
    const { noNationalNumber, seen, ...fields } = call.body;
    return change(call, { part: call.params.part, fields, seen, noNationalNumber });
  },
});

const removePerson = operation({
  method: "POST",
  path: "/dossiers/:id/people/:part/removal",
  who: TEAM,
  summary: "Remove the second contact or the second signatory",
  body: BODIES.removal,
  answer: tells(200, "People"),
  also: [422],
  example: { body: { seen: "01JDQ4F9Z3C6P8K2T5V7HMXB0E" } },
  act: (call) => change(call, { part: call.params.part, seen: call.body.seen }),
});

const lift = operation({
  method: "POST",
  path: "/dossiers/:id/people/:part/lift",
  who: TEAM,
  summary: "Send mails to the address of this person again, after one bounced",
  answer: DONE,
  act: async ({ site, caller, params }) => {
    const { dossier } = await findDossierFor(site, caller, params.id);
    await liftSuppression(site, dossier, params.part);
    return undefined;
  },
});

export const PEOPLE_OPERATIONS = [changePerson, removePerson, lift];
