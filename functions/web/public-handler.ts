import { getConnInfo, handle } from "hono/aws-lambda";
import { openBackend } from "../adapters/backend.ts";
import { ENVIRONMENTS } from "../adapters/environment.ts";
import { createChangePeople } from "../change-people/change-people.ts";
import { createTellPeople } from "../change-people/tell-people.ts";
import { createConfirmContact } from "../contact/confirm-contact.ts";
import { createRequestContact } from "../contact/request-contact.ts";
import { createKeepingActs } from "../keeping/keeping-acts.ts";
import { createRequestLink } from "../lost-link/request-link.ts";
import { createSideActs } from "../side-acts.ts";
import { TASKS } from "../tasks.ts";
import { createActs } from "../workflow/acts.ts";
import { createDecideTask } from "../workflow/decide-task.ts";
import { createPassOnDecision } from "../workflow/pass-on-decision.ts";
import { createPublicApp } from "./public-app.tsx";

const acts = createActs(openBackend(ENVIRONMENTS.workflow.parse(process.env)));
const passOn = createPassOnDecision({ ...acts, sideActs: createSideActs(acts) });

/** The pages for everyone, behind API Gateway. */
export const handler = handle(
  createPublicApp({
    ...acts,
    messageTeam: createKeepingActs(acts).messageTeam,
    definitions: TASKS,
    requestContact: createRequestContact(acts),
    confirmContact: createConfirmContact(acts),
    decideTask: createDecideTask({ ...acts, definitions: TASKS, passOn }),
    changePeople: createChangePeople({
      ...acts,
      tellPeople: createTellPeople({ ...acts, definitions: TASKS }),
    }),
    requestLink: createRequestLink({ ...acts, definitions: TASKS }),
    addressOf: (c) => getConnInfo(c).remote.address ?? "unknown",
  }),
);
