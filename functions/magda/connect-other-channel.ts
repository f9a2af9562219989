import * as z from "zod";
import { longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { CONNECTION_DUE } from "./connect-magda.ts";
import { leftToReport, reported, ReportedChannel, reportIsInOrder } from "./reported-channel.ts";
import { magdaTexts } from "./texts.nl.ts";

/** An agreed channel that is not connected yet, while the LED is used through another. */
export const connectOtherChannel = defineTask({
  kind: "ConnectOtherChannel",
  stage: "MAGDA",
  audience: "applicant",
  outcomes: { connected: ReportedChannel, "not-needed": z.object({ reason: longText() }) },
  due: CONNECTION_DUE,
  texts: { nl: magdaTexts.connectOtherChannel },
  prefill: leftToReport,
  mayDecide: { connected: reportIsInOrder },
  records: { connected: reported },
});
