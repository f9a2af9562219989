import type { HumanTask } from "../../domain/human-task.ts";
import { taskId } from "../../domain/human-task.ts";
import { showDate } from "../../domain/calendar.ts";
import { answersOf } from "../../domain/answers-of.ts";
import type { Answer } from "../../domain/describe-values.ts";
import type { WholeDossier } from "../../domain/ports.ts";
import type { Definitions } from "../../domain/task-definition.ts";
import { Answers } from "../ui/form/answers.tsx";
import { pastOf } from "../ui/task/decided-before.ts";
import { nameOf } from "../ui/task/task-parts.tsx";
import { dossierPageTexts } from "./dossier-page.nl.ts";

const texts = dossierPageTexts.answers;

/** A decision with its answers. `before`: the answers of the round before, where it asked the same. */
export type AnsweredRound = { task: HumanTask; past: string; answers: Answer[]; before?: Answer[] };

/** The decisions of one kind of task, the latest first. */
export type AnsweredTask = { title: string; rounds: [AnsweredRound, ...AnsweredRound[]] };

/** The decisions with answers, by kind of task, in the order in which each kind was first decided. */
export function answeredTasks({ tasks }: WholeDossier, definitions: Definitions): AnsweredTask[] {
  const decided = tasks
    .flatMap((task) => (task.decision ? [{ task, ...task.decision }] : []))
    .toSorted((one, other) => one.at.localeCompare(other.at));
  const kinds = [...new Set(decided.map(({ task }) => task.kind))];
  return kinds.flatMap((kind) => {
    const definition = definitions[kind];
    const ofKind = decided.filter(({ task }) => task.kind === kind);
    const rounds = ofKind.map(({ task, outcome }, place): AnsweredRound => {
      const schema = definition.outcomes[outcome];
      const before = ofKind.slice(0, place).findLast((one) => definition.outcomes[one.outcome] === schema);
      return {
        task,
        past: pastOf(definition, outcome),
        answers: answersOf(definition, task),
        before: before && answersOf(definition, before.task),
      };
    });
    const [latest, ...earlier] = rounds.filter(({ answers }) => answers.length > 0).reverse();
    return latest ? [{ title: definition.texts.nl.title, rounds: [latest, ...earlier] }] : [];
  });
}

const isOf = (one: Answer) => (other: Answer) => other.label === one.label && other.under === one.under;
const textOf = (answer: Answer | undefined) => answer?.lines.join("\n") ?? "";

/** The answers of the round before that differ now or are gone. */
const formerOf = ({ answers, before }: AnsweredRound): Answer[] =>
  (before ?? []).filter((one) => textOf(answers.find(isOf(one))) !== textOf(one));

/** Whether an answer is new, or differs from the round before. */
const isChanged = (answer: Answer, { before }: AnsweredRound): boolean =>
  before !== undefined && textOf(before.find(isOf(answer))) !== textOf(answer);

/** Whether an answer of the round before has no successor in this one. */
const isGone = (former: Answer, { answers }: AnsweredRound): boolean => !answers.some(isOf(former));

const saidBy = ({ task, past }: AnsweredRound): string =>
  task.decision ? `${nameOf(task.decision.by)} ${past}, ${showDate(task.decision.at)}` : "";

/** The answers of a round. A changed answer is marked, and its former text is folded below. */
const RoundAnswers = ({ round }: { round: AnsweredRound }) => {
  const former = formerOf(round);
  const marked = round.answers.map((answer): Answer => {
    if (!isChanged(answer, round)) return answer;
    return { ...answer, label: `${answer.label} (${texts.changed})` };
  });
  return (
    <>
      <Answers answers={marked} />
      {former.length > 0 ? (
        <details>
          <summary>{texts.former(former.length)}</summary>
          <Answers
            answers={former.map((one) =>
              isGone(one, round) ? { ...one, label: `${one.label} (${texts.gone})` } : one,
            )}
          />
        </details>
      ) : (
        ""
      )}
    </>
  );
};

const changesIn = (round: AnsweredRound): string => {
  if (!round.before) return "";
  const changed = round.answers.filter((answer) => isChanged(answer, round));
  const count = changed.length + round.before.filter((former) => isGone(former, round)).length;
  return count === 0 ? ` · ${texts.unchanged}` : ` · ${texts.changes(count)}`;
};

/** The answers per kind of task. The latest round comes first; the earlier rounds are folded below it. */
export const AnswerRounds = ({ answered, to }: { answered: AnsweredTask[]; to: string }) => (
  <section>
    <h2>{texts.title}</h2>
    {answered.length === 0 ? <p>{texts.none}</p> : ""}
    {answered.map(({ title, rounds: [latest, ...earlier] }) => (
      <details>
        <summary>
          <strong>{title}</strong>: {saidBy(latest)}
          {changesIn(latest)}
        </summary>
        <RoundAnswers round={latest} />
        <p>
          <a href={`${to}/tasks/${taskId(latest.task)}`}>
            {texts.open}
            <span class="visually-hidden">: {title}</span>
          </a>
        </p>
        {earlier.map((round) => (
          <details>
            <summary>{`${texts.round(round.task.round)}: ${saidBy(round)}${changesIn(round)}`}</summary>
            <RoundAnswers round={round} />
          </details>
        ))}
      </details>
    ))}
  </section>
);
