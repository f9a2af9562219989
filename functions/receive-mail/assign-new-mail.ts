import { toInstant } from "../domain/calendar.ts";
import type { Clock, NewMails, Staff } from "../domain/ports.ts";
import type { Member } from "../domain/staff.ts";
import { untilNoConflict } from "../domain/until-no-conflict.ts";
import { asWork } from "../domain/work.ts";
import type { Reason } from "../domain/verdict.ts";
import { type Assignment, judgeAssignment } from "../staff/judge-assignment.ts";

type Deps = { newMails: Pick<NewMails, "find" | "assign">; staff: Staff; now: Clock };
/** `gone`: a colleague is done with it. */
export type MailAssigned = { status: "assigned" | "gone" } | { status: "refused"; reasons: Reason[] };
export type AssignNewMail = (id: string, assignment: Assignment, by: Member) => Promise<MailAssigned>;

/** Takes a mail of no dossier, releases it, or hands it over, by the rules of tasks. */
export function createAssignNewMail(deps: Deps): AssignNewMail {
  return (id, assignment, by) =>
    untilNoConflict(async () => {
      const mail = await deps.newMails.find(id);
      if (!mail) return { status: "gone" };
      const { verdict, to } = await judgeAssignment(
        deps,
        { ...asWork(mail), status: "open" },
        assignment,
        by,
      );
      if (!verdict.allowed) return { status: "refused", reasons: verdict.reasons };
      if (to?.id !== mail.assignee?.id)
        await deps.newMails.assign(mail, to && { ...to, at: toInstant(deps.now()) });
      return { status: "assigned" };
    });
}
