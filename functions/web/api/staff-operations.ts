import { dateOf, toInstant } from "../../domain/calendar.ts";
import { ROLES } from "../../domain/people.ts";
import { TEAM } from "../http/permissions.ts";
import { Refusal } from "../http/refusals.ts";
import { findDossierFor } from "../team/find-dossier.ts";
import { endSessionsOf } from "../team/end-sessions.ts";
import { DONE, tells } from "./answer-schemas.ts";
import { BODIES } from "./inputs.ts";
import { operation } from "./operation.ts";
import { entriesOf, refusedByRules, refusedFields, unlessRefused } from "./problem.ts";

const listColleagues = operation({
  method: "GET",
  path: "/colleagues",
  who: ROLES,
  summary: "People of the LED who have signed in, with their roles",
  answer: tells(200, "Colleagues"),
  act: async ({ site }) => {
    const colleagues = await site.staff.listColleagues();
    return { items: colleagues.map(({ subject, name, roles }) => ({ subject, name, roles })) };
  },
});

const signOut = operation({
  method: "POST",
  path: "/colleagues/sign-out",
  who: TEAM,
  summary: "End every session and token of a colleague at once",
  body: BODIES.signOut,
  answer: DONE,
  also: [404],
  example: { body: { subject: "tom-team" } },
  act: async ({ site, caller, body: { subject } }) => {
    if (!(await endSessionsOf(site, subject, caller))) throw new Refusal("page-unknown");
    return undefined;
  },
});

const listSubstitutions = operation({
  method: "GET",
  path: "/substitutions",
  who: ROLES,
  summary: "Current and future substitutions",
  answer: tells(200, "Substitutions"),
  act: async ({ site }) => ({ items: await site.staff.listSubstitutions(dateOf(toInstant(site.now()))) }),
});

const nameSubstitute = operation({
  method: "POST",
  path: "/substitutions",
  who: ROLES,
  summary: "Name a colleague as substitute for a role of one's own, from and until a day",
  makes: true,
  body: BODIES.newSubstitution,
  answer: tells(201, "Substitution"),
  example: {
    body: { role: "led-team", substitute: "tom-team", from: "2026-12-01", until: "2026-12-05" },
  },
  act: async ({ site, caller, body, newId }) => {
    const result = await site.nameSubstitute(body, caller, newId());
    return result.status === "named"
      ? result.substitution
      : refusedFields([...entriesOf(result.problems), ...result.reasons]);
  },
});

const endSubstitution = operation({
  method: "POST",
  path: "/substitutions/:substitutionId/end",
  who: ROLES,
  summary: "End a substitution before its last day",
  answer: DONE,
  act: async ({ site, caller, params }) => {
    const result = await site.endSubstitution(params.substitutionId, caller);
    if (result.status === "unknown") throw new Refusal("page-unknown");
    return result.status === "ended" ? undefined : refusedByRules(result.reasons);
  },
});

const changeHandler = operation({
  method: "POST",
  path: "/dossiers/:id/handler",
  who: TEAM,
  summary: "Give a dossier another handler, or none. `seen` is the subject of the current handler",
  body: BODIES.handler,
  answer: DONE,
  example: { body: { to: "tom-team" } },
  act: async ({ site, caller, params, body }) =>
    unlessRefused(await site.changeHandler(await findDossierFor(site, caller, params.id), body, caller)),
});

export const STAFF_OPERATIONS = [
  changeHandler,
  ...[listColleagues, signOut],
  ...[listSubstitutions, nameSubstitute, endSubstitution],
];
