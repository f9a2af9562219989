import { defineTask } from "../domain/define-task.ts";
import { PUBLICATION_DAYS, Published } from "./publication.ts";
import { publishByAuthority as texts } from "./publication-texts.nl.ts";

export const publishByAuthority = defineTask({
  kind: "PublishByAuthority",
  stage: "PROTOCOL",
  audience: "led-team",
  outcomes: { published: Published },
  due: { days: PUBLICATION_DAYS, unit: "calendar" },
  texts: { nl: texts },
});
