import { getConnInfo, handle } from "hono/aws-lambda";
import { openBackend } from "../application/backend.ts";
import { ENVIRONMENTS } from "../adapters/shared/environment.ts";
import { createChangePeople } from "../people/change-people.ts";
import { createTellPeople } from "../people/tell-people.ts";
import { createConfirmContact } from "../contact/confirm-contact.ts";
import { createRequestContact } from "../contact/request-contact.ts";
import { createKeepingActs } from "../retention/keeping-acts.ts";
import { createRequestLink } from "../lost-link/request-link.ts";
import { createSideActs } from "../application/side-acts.ts";
import { TASKS } from "../application/tasks.ts";
import { createActs } from "../application/acts.ts";
import { createDecideTask } from "../tasks/decide-task.ts";
import { createPassOnDecision } from "../tasks/pass-on-decision.ts";
import { createPublicApp } from "../web/public-app.tsx";

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
