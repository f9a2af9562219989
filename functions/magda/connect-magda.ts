import * as z from "zod";
import { CHANNELS } from "../domain/facts.ts";
import { choices, date, longText, name, text } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { allOf } from "../domain/verdict.ts";
import { channelsAreAgreed } from "./channels-are-agreed.ts";
import { connectionDatesAreInOrder } from "./connection-dates-are-in-order.ts";
import { magdaTexts } from "./texts.nl.ts";

const Connected = z.object({
  channels: choices(CHANNELS),
  exploratoryTalkDate: date("before-connection").optional(),
  reference: text(),
  testDate: date("before-connection").optional(),
  productionDate: date("connected"),
  reportedBy: name(),
});

/** The applicant and the VDI make the connection; the LED only records it. */
export const connectMagda = defineTask({
  kind: "ConnectMagda",
  stage: "MAGDA",
  audience: "applicant",
  outcomes: { connected: Connected, stopped: z.object({ reason: longText() }) },
  tells: ["reason"],
  /** The certificate, the test and the move to production take months. */
  due: { days: 90, unit: "calendar" },
  texts: { nl: magdaTexts.connectMagda },
  prefill: ({ intake, people }) => ({ channels: intake?.channels, reportedBy: people.contact.name }),
  mayDecide: {
    connected: (dossier, { fields, at }) =>
      allOf(
        () => channelsAreAgreed(dossier, fields.channels),
        () => connectionDatesAreInOrder(fields, at),
      ),
  },
  records: {
    connected: (_dossier, { fields, at }) => ({ connection: { ...fields, realisedAt: at } }),
  },
  closes: { stopped: "stopped" },
});
