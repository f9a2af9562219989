import { NOTICE_MONTHS } from "../functions/domain/retention.ts";
import { REMINDERS, STALLED_DAYS } from "../functions/domain/task-definition.ts";
import type { Stage } from "../functions/domain/process.ts";
import { REVERSAL_DAYS } from "../functions/out-of-use/reversal-end.ts";
import { TERM_NOTICES } from "../functions/domain/use-clocks.ts";

/** Text of docs/process.md that the declarations of the human tasks lack; numbers come from the code. */

export const AUDIENCES = `## Audiences

- The **applicant** (contact and second contact), its one or two **signatories** and its **DPO** act by mailed link. Whoever the contact
  named gets a welcome after the intake (\`WelcomePeople\`), with the privacy notice.
- The **LED team**, the **DPO of the LED** and the **leading official** sign in. Each decides the tasks of its own role; the
  team sees every dossier, the others those in which they have or had a task.
- The team also decides for the consumer, and records the signature of the leading official, with a reason and the received
  document. Only the LED's DPO decides its own tasks.
- Each reading of a dossier, a document or an export by somebody of the LED is recorded, and shown to the team (READING-01).
`;

export const OF_STAGE: Partial<Record<Stage, string>> = {
  CONTACT:
    "The **contact form** requests an onboarding, or asks whether the LED can help. Nothing starts, and nobody of " +
    "the LED is mailed, before the address is confirmed. The team opens a dossier for somebody who called or wrote. The " +
    "team answers a question, or turns it into an onboarding. **A use that began elsewhere** is entered by the team " +
    "(`EnterUse`): a protocol that is signed, or an authorisation (_machtiging_), with its date, term and file. Nobody is mailed " +
    "unless the team chooses so. The use starts at once; without a connected channel the connection is asked first. There is no " +
    "DPIA of it here, so a renewal or an amendment begins at the intake.",
  DPIA:
    "The order of the law applies from here on: [design.md](design.md), rule 9. The system writes the pre-assessment, and the " +
    "draft of the DPIA, from the answers (`CommunicateDpia`), unless the team adds its own. The applicant asks its own DPO from the form " +
    "(`AdviseOnDpia`), or adds the opinion of its DPO as a document. Where " +
    "configuration says so (`ledDpoOnDpia`), the LED's own DPO is asked too, beside the review (`AdviseOnDpiaForLed`).",
  PROTOCOL:
    "The LED team may read a draft before any DPO advises; found in order, it goes back for the advice of the consumer's DPO (PROTOCOL-03, PROTOCOL-17). The applicant asks its own DPO from the form (`AdviseAsConsumerDpo`), or adds the advice as a document. An advice by link " +
    "is about the text that was asked, and goes unchanged with that text (DPO-01). `RecordPriorConsultation` opens only for a high residual risk. `DistributeProtocol` opens both side tasks of publishing.",
  MAGDA:
    "The applicant and the VDI make the connection. Each agreed channel is reported by itself: the use starts with the first, and `ConnectOtherChannel` asks the other beside it. A later request of which a channel is connected skips this step.",
  IN_USE: "The onboarding ends here. Every year the applicant is asked whether the data are still right.",
  OUT_OF_USE:
    "A separate workflow. It starts when the term nears its end, when the purpose is no longer relevant (said by the " +
    "applicant or the team), when the applicant stops, or when the team finds the protocol breached. A **renewal** is the next " +
    "pass of the same dossier, starting at the protocol (of a use that the team entered: at the intake); the access stays until its end or until the new protocol replaces it. " +
    "Without an answer the access stays until the end of the term, and the team decides.",
};

export const AT_ANY_MOMENT = `Applicant or team, with a reason: **withdraw**, until the last signature. **Change** contact, second contact, DPO or a signatory:
new people get links, and those of former people end; within a day a contact takes its own hand-over back. Request a new **link**. Send each other a **message**.

A message of somebody of the consumer, from a page or by mail, is a task of the team: \`AnswerMessage\`, "Bericht van …". All that
wait for an answer are one task; an answer goes to who wrote. It decides nothing in the workflow. A message that comes while
somebody answers is the next task. An automatic mail is none.

A mail that belongs to no dossier is a **new mail**: a line between the tasks of the team, with the deadline of a task, that a
colleague takes. The team opens a dossier for it, answers it, puts it with a dossier, or deletes it. Until then it is kept apart,
for 30 days at most.

A person of a dossier is told that a mail came, once a day at most and only where the domain of the sender confirms it (MAIL-03).

What the consumer sends by mail instead of on its page, the team enters **on behalf** of it: from the message it opens the task
that is open, with the message as reason and source, and takes a file of it over as the document that this task asks for
(DOC-13, ROLE-01).

The team: change the **organisation** that was renamed or merged, with the reason (name, enterprise number, kind): the record, the
lists and the access in force follow, documents keep the name that they were made with; put on **hold** until a date, at most a year away, and resume; **reopen** a dossier in use (amend) at the intake, the
DPIA or the protocol; write a note; **export** the dossier, or a copy of its data about one person; set a **legal hold**; **erase**
on request. A parked dossier is retried, resumed from an earlier step, or closed.

**Absence of a team member.** A colleague takes, releases or hands over an open task of the LED. An absent colleague
names a substitute for a role of their own, for some days. The substitute gets the role, and the
tasks and dossiers of the absent colleague.

**Texts of the team.** The team keeps texts for messages, questions, reasons and remarks, with placeholders for the data of a
dossier. A colleague starts from one and changes it; a change of the text itself is a new version.

**Handler of a dossier.** Who takes the first task of the LED team handles the dossier: its next tasks of the team are theirs
at once, and the applicant sees the name, with the telephone number that the colleague entered, or that of the team. A
colleague takes the dossier over, hands it over or gives it back, with the open tasks that nobody else took. While the handler
is absent, the applicant sees the substitute.
`;

const days = (numbers: readonly number[]) => numbers.join(", ").replace(/, (\d+)$/, " and $1");

export const CLOCKS = `## Clocks

Times are local in Brussels; working days skip weekends and Belgian public holidays. Time on hold does not count.

- A confirmation link works for 7 days; an unconfirmed form is kept for 8.
- The consumer's tasks: reminders after ${days(REMINDERS.consumer.days)} days, from 21 days on also to the second contact. They
  never expire, except the question whether to renew, which has notices instead. After ${STALLED_DAYS} days the team is asked how to continue: \`DecideStalled\`. After an extension reminders and these days count from the new deadline.
- Tasks of the LED: a reminder after ${days(REMINDERS.led.days)} working days, and on working mornings a digest of open, new and late tasks.
- The end of a term: notices ${days(TERM_NOTICES)} months before; at the end the question whether to renew expires. An end can be
  reversed for ${REVERSAL_DAYS} days, within the term.
- Every year in use: the yearly check.
- A closed dossier is kept 10 years after a signed protocol, 1 year otherwise, unless configured differently. Its deletion is
  announced ${NOTICE_MONTHS} month before.
`;
