import type { NewMail } from "./new-mail.ts";
import type { OpenTaskSummary } from "./ports.ts";
import { endOfRunningTime } from "./running-time.ts";
import { USUAL_DUE } from "./task-definition.ts";

/** A mail of no dossier as work of the LED team, with the deadline of its tasks. */
export type MailWork = Pick<
  OpenTaskSummary,
  "organisationName" | "openedAt" | "assignee" | "deadline" | "standstill"
> & { kind: "NewMail"; audience: "led-team"; mail: NewMail };

/** What waits for somebody: an open task of a dossier, or a mail of none. */
export type WorkItem = OpenTaskSummary | MailWork;

/** Its sender stands in the place of an organisation. It belongs to no dossier, so nothing stops its clock. */
export const asWork = (mail: NewMail): MailWork => ({
  ...{ kind: "NewMail", audience: "led-team", mail, assignee: mail.assignee },
  organisationName: mail.from.name === "" ? mail.from.address : `${mail.from.name} (${mail.from.address})`,
  openedAt: mail.at,
  deadline: endOfRunningTime(mail.at, USUAL_DUE.led, []),
  standstill: { pauses: [] },
});
