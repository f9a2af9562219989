import { defineTask } from "../domain/define-task.ts";
import { PUBLICATION_DAYS, Published } from "./publication.ts";
import { publishByApplicant as texts } from "./publication-texts.nl.ts";

export const publishByApplicant = defineTask({
  kind: "PublishByApplicant",
  stage: "PROTOCOL",
  audience: "applicant",
  outcomes: { published: Published },
  due: { days: PUBLICATION_DAYS, unit: "calendar" },
  texts: { nl: texts },
});
