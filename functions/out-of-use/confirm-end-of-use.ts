import * as z from "zod";
import { laterOf } from "../domain/calendar.ts";
import { date, longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { endOfEndingTerm, termIsOverAt } from "../domain/use-clocks.ts";
import { renewalIsPossible } from "./renewal-is-possible.ts";
import { outOfUseTexts } from "./texts.nl.ts";
import { useWasGranted } from "./use-was-granted.ts";

const Confirmed = z.object({ consultationEndedOn: date("done-since"), vdiToldOn: date("done-since") });

/**
 * The LED team confirms that consultation has stopped and the VDI was notified, or that there is a next term after all.
 */
export const confirmEndOfUse = defineTask({
  kind: "ConfirmEndOfUse",
  stage: "OUT_OF_USE",
  audience: "led-team",
  outcomes: { confirmed: Confirmed, renew: z.object({ reason: longText() }) },
  tells: ["reason"],
  texts: { nl: outOfUseTexts.confirmEndOfUse },
  /** Who does not renew goes on to the end of its term: nobody can confirm that end before it. */
  since: (dossier, openedAt) => {
    const end = endOfEndingTerm(dossier);
    return end === undefined ? openedAt : laterOf(openedAt, termIsOverAt(end));
  },
  mayDecide: {
    confirmed: (_dossier, { fields, at }, { accesses }) =>
      useWasGranted(accesses, fields.consultationEndedOn, at),
    renew: renewalIsPossible,
  },
  records: { confirmed: (_dossier, { fields, at }) => ({ endOfUse: { ...fields, at } }) },
});
