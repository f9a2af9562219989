import { dateOf, type Instant, showDate } from "../../../domain/calendar.ts";
import type { TaskKind } from "../../../domain/process.ts";
import { signedAfterStart } from "../../../protocol/last-signature.ts";
import type { ShownTask } from "./find-shown-task.ts";
import { taskTexts } from "./texts.nl.ts";

/** The tasks of who judges the term, makes the text final, or signs it. */
const WARNED: readonly TaskKind[] = [
  "ReviewProtocol",
  "AdviseOnProtocol",
  "ConfirmFinalProtocol",
  "SignForApplicant",
  "SignAsSecond",
  "SignForAuthority",
];

/** Warns that the term of the protocol starts before its last signature. */
export const EarlyTerm = ({ sight: { task, whole }, now }: { sight: ShownTask; now: Instant }) => {
  const { dossier } = whole;
  const last = WARNED.includes(task.kind) ? signedAfterStart(dossier, dateOf(now)) : undefined;
  const start = dossier.protocol?.term.start;
  return last !== undefined && start !== undefined ? (
    <div class="notice">
      <h2>{taskTexts.earlyTerm.title}</h2>
      <p>{taskTexts.earlyTerm.text(showDate(start), showDate(last))}</p>
      {task.kind === "ReviewProtocol" ? <p>{taskTexts.earlyTerm.review}</p> : ""}
    </div>
  ) : (
    <></>
  );
};
