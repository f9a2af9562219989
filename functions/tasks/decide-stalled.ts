import * as z from "zod";
import { date, longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { extensionIsInOrder } from "./extension-is-in-order.ts";
import { stalledTexts } from "./decide-stalled.nl.ts";
import { stalledMayClose } from "./stalled-may-close.ts";

export const Extend = z.object({ until: date("extension-end"), reason: longText() });
export const Close = z.object({ reason: longText() });

/**
 * How to continue with a task of the consumer that nobody answers. It belongs to no step: it has the stage of the
 * stalled task.
 */
export const decideStalled = defineTask({
  kind: "DecideStalled",
  stage: "CONTACT",
  audience: "led-team",
  outcomes: { extend: Extend, "act-on-behalf": z.object({}), close: Close },
  texts: { nl: stalledTexts.decideStalled },
  mayDecide: {
    extend: (_dossier, { fields, at }) => extensionIsInOrder(fields.until, at),
    close: (dossier, _decision, { task }) => stalledMayClose(dossier, task?.about),
  },
});
