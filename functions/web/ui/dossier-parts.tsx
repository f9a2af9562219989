import { type Instant, showDate } from "../../domain/calendar.ts";
import { whenDue } from "../../domain/deadline.nl.ts";
import { type Dossier, type DossierStatus, endingAskedOf, withdrawalOf } from "../../domain/dossier.ts";
import type { HumanTask } from "../../domain/human-task.ts";
import type { Audience } from "../../domain/people.ts";
import { PROCESS } from "../../domain/process.ts";
import { isOnHold } from "../../domain/running-time.ts";
import { audienceNames, stageNames } from "../../domain/texts.nl.ts";
import { lastSignatureOf } from "../../protocol/last-signature.ts";
import { taskTexts } from "./task/texts.nl.ts";
import { webTexts } from "./texts.nl.ts";

const texts = webTexts.status;

/** The seven steps, with the current one marked. */
export const Steps = ({ dossier }: { dossier: Dossier }) => {
  const now = PROCESS.findIndex(({ stage }) => stage === dossier.stage);
  const stateOf = (place: number) => {
    if (place < now) return "ready";
    return place === now && dossier.status !== "CLOSED" ? "now" : "later";
  };
  return (
    <ol class="steps">
      {PROCESS.map(({ stage }, place) => (
        <li class={stateOf(place)} aria-current={stateOf(place) === "now" ? "step" : undefined}>
          <span>
            {place + 1}. {stageNames[stage]}
          </span>
          <span class="state">{texts[stateOf(place)]}</span>
        </li>
      ))}
    </ol>
  );
};

/** Each audience once, with its oldest open task. */
const longestWaiting = (open: HumanTask[]): HumanTask[] => {
  const oldestFirst = open.toSorted((a, b) => a.openedAt.localeCompare(b.openedAt));
  return oldestFirst.filter(
    ({ audience }, index) => oldestFirst.findIndex((other) => other.audience === audience) === index,
  );
};

/** The end and the reason of the hold. */
const OnHold = ({ dossier, now }: { dossier: Dossier; now: Instant }) =>
  dossier.hold && isOnHold(dossier, now) ? (
    <div class="notice">
      <p>{texts.onHold(showDate(dossier.hold.until))}</p>
      <p class="as-typed">{dossier.hold.reason}</p>
    </div>
  ) : (
    <></>
  );

/** Without an open task a workflow opens the next one in a moment; a dossier in use has none. */
const NOTHING_OPEN: Record<Exclude<DossierStatus, "CLOSED" | "PARKED">, string> = {
  ENQUIRY: texts.preparing,
  ONBOARDING: texts.preparing,
  ENDING: texts.preparing,
  ENTERING: texts.nobody,
  IN_USE: texts.nobody,
};

/** Who must act, since when, the deadline and lateness. `reader`: the reader, where that is one of the parties. */
export const WhoseTurn = ({
  dossier,
  open,
  now,
  reader,
}: {
  dossier: Dossier;
  open: HumanTask[];
  now: Instant;
  reader?: Audience;
}) => {
  if (dossier.status === "CLOSED") return <p class="notice">{texts.closed(showDate(dossier.closed.at))}</p>;
  if (endingAskedOf(dossier)) return <p class="notice">{texts.closingForTheEnd}</p>;
  if (withdrawalOf(dossier)) return <p class="notice">{texts.closing}</p>;
  return (
    <>
      {dossier.status === "PARKED" ? <p class="notice">{texts.parked}</p> : ""}
      <OnHold dossier={dossier} now={now} />
      {longestWaiting(open).map((task) => (
        <p>
          {task.audience === reader
            ? taskTexts.yourTurn(task.openedAt)
            : taskTexts.waitsFor(audienceNames[task.audience], task.openedAt)}{" "}
          {isOnHold(dossier, now) ? "" : whenDue(task, dossier, now)}
        </p>
      ))}
      {open.length === 0 && dossier.status !== "PARKED" ? <p>{NOTHING_OPEN[dossier.status]}</p> : ""}
    </>
  );
};

/** The term of the protocol, and from when it holds where its last signature came later. */
export const Term = ({ dossier: { protocol } }: { dossier: Dossier }) => {
  if (!protocol) return <></>;
  const { start, end } = protocol.term;
  const last = lastSignatureOf({ protocol });
  return (
    <section>
      <h2>{texts.term}</h2>
      <p>{texts.termText(showDate(start), end && showDate(end))}</p>
      {last !== undefined && last > start ? <p>{texts.signedLater(showDate(last))}</p> : ""}
    </section>
  );
};
