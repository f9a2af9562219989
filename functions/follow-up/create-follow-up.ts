import { createTellPeople, createTellPeopleAgain } from "../change-people/tell-people.ts";
import { createOpenEnquiry } from "../contact/open-enquiry.ts";
import type { Due } from "../domain/ports.ts";
import { createSideActs } from "../side-acts.ts";
import { TASKS } from "../tasks.ts";
import type { Acts } from "../workflow/acts.ts";
import { createPassOnDecision } from "../workflow/pass-on-decision.ts";
import { createRedeliverDecision } from "../workflow/redeliver-decision.ts";
import { createFollowUpDossier } from "./follow-up-dossier.ts";
import { createFollowUpTask } from "./follow-up-task.ts";
import { createSweep, type Sweep } from "./sweep.ts";

/** The sweep over the whole process, on one set of acts. */
export const createFollowUp = (acts: Acts, onFailure: (due: Due, error: unknown) => void): Sweep =>
  createSweep({
    ...acts,
    followUpDossier: createFollowUpDossier({
      ...acts,
      openEnquiry: createOpenEnquiry(acts),
      tellPeopleAgain: createTellPeopleAgain({
        ...acts,
        tellPeople: createTellPeople({ ...acts, definitions: TASKS }),
      }),
    }),
    followUpTask: createFollowUpTask({
      ...acts,
      definitions: TASKS,
      passOn: createPassOnDecision({ ...acts, sideActs: createSideActs(acts) }),
      redeliver: createRedeliverDecision(acts),
    }),
    onFailure,
  });
