import { NAMES } from "../../../domain/names.ts";
import { type Instant, showDate } from "../../../domain/calendar.ts";
import { whenDue } from "../../../domain/deadline.nl.ts";
import { type Dossier, laterPassOf } from "../../../domain/dossier.ts";
import type { Planning } from "../../../domain/facts.ts";
import type { HumanTask } from "../../../domain/human-task.ts";
import { type Actor, UNCONFIRMED } from "../../../domain/people.ts";
import { PROCESS } from "../../../domain/process.ts";
import { isOnHold } from "../../../domain/running-time.ts";
import { audienceNames, stageNames } from "../../../domain/texts.nl.ts";
import { reopenedBecause, reopenedWords } from "../../../tasks/reopened.nl.ts";
import { isFirstOfLaterPass } from "../../../tasks/reopened.ts";
import { Answers } from "../form/answers.tsx";
import type { Answer } from "../../../domain/describe-values.ts";
import { plannedFor, planningOf, type PlannedStep } from "../../../domain/planned-date.ts";
import type { EarlierDecision } from "./decided-before.ts";
import { taskTexts } from "./texts.nl.ts";

/** The name of an actor, or the part where the name is not informative. */
export function nameOf({ id, name, role }: Actor): string {
  if (role !== "system") return `${name} (${audienceNames[role]})`;
  return id === UNCONFIRMED ? name : "Het systeem";
}

/** The decision of the previous party, with the texts for this reader. */
export const ToldBefore = ({ told }: { told: EarlierDecision | undefined }) => {
  const decision = told?.task.decision;
  if (!told || !decision) return <></>;
  return (
    <section class="told">
      <h2>{taskTexts.toldTitle}</h2>
      <p>{taskTexts.told(nameOf(decision.by), told.past, decision.at)}</p>
      {told.answers.length > 0 ? <Answers answers={told.answers} /> : ""}
    </section>
  );
};

/** Why who uses the LED already is asked something anew. */
export const Reopened = ({ dossier, task, now }: { dossier: Dossier; task: HumanTask; now: Instant }) => {
  const reason = laterPassOf(dossier)?.reason;
  return isFirstOfLaterPass(dossier, task) ? (
    <section class="told">
      {reopenedWords(dossier, now).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      {reason ? (
        <>
          <p>{reopenedBecause}</p>
          <p class="as-typed">{reason}</p>
        </>
      ) : (
        ""
      )}
    </section>
  ) : (
    <></>
  );
};

/** The question of the enquirer, on the task to answer it. */
export const Asked = ({ dossier }: { dossier: Dossier }) =>
  dossier.status === "ENQUIRY" ? (
    <section class="told">
      <h2>{taskTexts.asked(dossier.people.contact.name)}</h2>
      <p class="as-typed">{dossier.request.question}</p>
      <p class="soft">{dossier.people.contact.email}</p>
    </section>
  ) : (
    <></>
  );

export const PLANNING_NAMES = {
  dpiaConclusion: "Besluit over de DPIA",
  protocolDraft: "Ontwerp van het protocol",
  dpoAdvice: "Advies van beide DPO's",
  signature: "Ondertekening",
  connection: `Aansluiting op ${NAMES.platform}`,
} as const satisfies Record<PlannedStep, string>;

const datesOf = (planning: Planning): Answer[] => [
  { label: PLANNING_NAMES.dpiaConclusion, lines: [showDate(planning.dpiaConclusion)] },
  { label: PLANNING_NAMES.protocolDraft, lines: [showDate(planning.protocolDraft)] },
  { label: PLANNING_NAMES.dpoAdvice, lines: [showDate(planning.dpoAdvice)] },
  { label: PLANNING_NAMES.signature, lines: [showDate(planning.signature)] },
  { label: PLANNING_NAMES.connection, lines: [showDate(planning.connection)] },
];

/** The dates of the current planning. `calendar`: address of the agreed dates as a file for a calendar. */
export const PlanningDates = ({ dossier, calendar }: { dossier: Dossier; calendar?: string }) => {
  const planning = planningOf(dossier);
  return planning ? (
    <section>
      <h2>{taskTexts.planning}</h2>
      <p>{planning.agreedAt ? taskTexts.agreed(planning.agreedAt) : taskTexts.proposed}</p>
      <Answers answers={datesOf(planning)} />
      {calendar !== undefined && planning.agreedAt ? (
        <p>
          <a href={calendar}>{taskTexts.inCalendar}</a>
        </p>
      ) : (
        ""
      )}
    </section>
  ) : (
    <></>
  );
};

type WhenProps = { turn: string; task: HumanTask; dossier: Dossier; now: Instant };

/** Who must act, the deadline and lateness, the planned date, and the next reminder. */
export const When = ({ turn, task, dossier, now }: WhenProps) => {
  const planned = task.plannedBy === undefined ? plannedFor(task.kind, dossier) : undefined;
  const reminder = isOnHold(dossier, now) ? undefined : task.clocks.reminder;
  const due = whenDue(task, dossier, now);
  return (
    <div class="when">
      <p>
        <strong>{turn}</strong>
      </p>
      {due === undefined ? "" : <p>{due}</p>}
      {planned ? <p>{taskTexts.planned(PLANNING_NAMES[planned.step], planned.by)}</p> : ""}
      {reminder === undefined ? "" : <p>{taskTexts.remindedOn(reminder)}</p>}
    </div>
  );
};

/** The step of the seven of a dossier or a task: "Stap 2 van 7: Intake". A side task may be of an earlier step. */
export function stepOf({ stage }: { stage: string }): string {
  const place = PROCESS.findIndex((step) => step.stage === stage);
  const step = PROCESS[place];
  return step ? taskTexts.step(place + 1, PROCESS.length, stageNames[step.stage]) : "";
}

/** A decision: the actor, the moment, and on whose behalf. */
export const DecisionTaken = ({ task, past }: { task: HumanTask; past: string }) => {
  const { decision } = task;
  if (!decision) return <></>;
  const { by, at, onBehalf } = decision;
  return (
    <>
      <p>{taskTexts.decidedBy(nameOf(by), past, at)}</p>
      {onBehalf ? <p>{taskTexts.onBehalfOf(audienceNames[onBehalf.of], onBehalf.reason)}</p> : ""}
    </>
  );
};
