import { ChangedText } from "./changed-text.tsx";
import type { LaterRound } from "./rounds.ts";
import { nameOf } from "./task-parts.tsx";
import { taskTexts } from "./texts.nl.ts";

const texts = taskTexts.rounds;

type Props = {
  round: LaterRound | undefined;
  title: string;
  /** Whether changed fields are shown too. */
  showsChanges?: boolean;
};

/** The questions and answers of a later round, and the changed fields with their former text. */
export const Round = ({ round, title, showsChanges = true }: Props) => {
  const shown = (round?.fields ?? [])
    .map((field) => (showsChanges ? field : { ...field, changed: [] }))
    .filter(
      ({ question, answer, changed }) => question !== undefined || answer !== undefined || changed.length > 0,
    );
  if (!round) return <></>;
  const { asked } = round;
  return (
    <section class="round">
      <h2>{title}</h2>
      {asked?.decision ? <p>{texts.askedBy(nameOf(asked.decision.by), asked.decision.at)}</p> : ""}
      {shown.length === 0 && showsChanges ? <p>{texts.nothing}</p> : ""}
      {shown.map(({ label, question, answer, changed }) => (
        <>
          <h3 class="under">{label}</h3>
          <dl class="answers">
            {question === undefined ? "" : <Line label={texts.question} text={question} />}
            {question === undefined && answer === undefined ? (
              ""
            ) : (
              <Line label={texts.answer} text={answer ?? texts.noAnswer} />
            )}
            {changed.map((one) => (
              <div>
                <dt>{one.label === label ? texts.changed : `${texts.changed}: ${one.label}`}</dt>
                <ChangedText changed={one} />
              </div>
            ))}
            {showsChanges && question !== undefined && changed.length === 0 ? (
              <Line label={texts.changed} text={texts.unchanged} />
            ) : (
              ""
            )}
          </dl>
        </>
      ))}
    </section>
  );
};

const Line = ({ label, text }: { label: string; text: string }) => (
  <div>
    <dt>{label}</dt>
    <dd class="as-typed">{text}</dd>
  </div>
);
