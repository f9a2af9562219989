import * as z from "zod";
import { longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { leftToReport, reported, ReportedChannel, reportIsInOrder } from "./reported-channel.ts";
import { magdaTexts } from "./texts.nl.ts";

/** The certificate, the test and the move to production take months. */
export const CONNECTION_DUE = { days: 90, unit: "calendar" } as const;

/** The applicant and the VDI make the connection; the LED only records it. The use starts with the first channel. */
export const connectMagda = defineTask({
  kind: "ConnectMagda",
  stage: "MAGDA",
  audience: "applicant",
  outcomes: { connected: ReportedChannel, stopped: z.object({ reason: longText() }) },
  tells: ["reason"],
  due: CONNECTION_DUE,
  texts: { nl: magdaTexts.connectMagda },
  prefill: leftToReport,
  mayDecide: { connected: reportIsInOrder },
  records: { connected: reported },
  closes: { stopped: "stopped" },
});
