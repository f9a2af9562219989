import { defineTask } from "../domain/define-task.ts";
import { Opinion } from "./advise-on-dpia.ts";
import { adviseOnDpiaForLed as texts } from "./dpo-texts.nl.ts";

/**
 * The opinion of the LED's own DPO on the DPIA that the applicant submitted, where configuration asks for it. The review
 * does not wait for it. Source: GDPR 35(2), for the LED as controller of the communication.
 */
export const adviseOnDpiaForLed = defineTask({
  kind: "AdviseOnDpiaForLed",
  stage: "DPIA",
  audience: "led-dpo",
  outcomes: { positive: Opinion, conditions: Opinion, negative: Opinion },
  texts: { nl: texts },
});
