import * as z from "zod";
import { channelsToConnect, withChannel } from "../domain/connected-channels.ts";
import type { Decided } from "../domain/define-task.ts";
import type { Dossier, DossierFacts } from "../domain/dossier.ts";
import { CHANNELS } from "../domain/facts.ts";
import { choice, date, text } from "../domain/fields.ts";
import { allOf, type Verdict } from "../domain/verdict.ts";
import { channelIsToConnect } from "./channel-is-to-connect.ts";
import { connectionDatesAreInOrder } from "./connection-dates-are-in-order.ts";
import { webServiceHasAReference } from "./web-service-has-a-reference.ts";

/** The report of one channel that is connected. */
export const ReportedChannel = z.object({
  channel: choice(CHANNELS),
  exploratoryTalkDate: date("before-connection").optional(),
  reference: text().optional(),
  testDate: date("before-connection").optional(),
  productionDate: date("connected"),
});
type Reported = Decided<z.infer<typeof ReportedChannel>>;

/** With one channel left there is nothing to choose. */
export const leftToReport = (dossier: Dossier) => {
  const [first, ...others] = channelsToConnect(dossier);
  return { channel: others.length === 0 ? first : undefined };
};

export const reportIsInOrder = (dossier: Dossier, { fields, at }: Reported): Verdict =>
  allOf(
    () => channelIsToConnect(dossier, fields.channel),
    () => webServiceHasAReference(fields.channel, fields.reference),
    () => connectionDatesAreInOrder(fields, at),
  );

export const reported = ({ connection }: Dossier, { fields, by, at }: Reported): DossierFacts => ({
  connection: withChannel(connection, { ...fields, reportedBy: by.name, at }),
});
