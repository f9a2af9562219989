import { adviceOn, questionToDpo } from "../../../domain/dpo-advice.ts";
import { isAccepted } from "../../../domain/documents.ts";
import { taskId } from "../../../domain/human-task.ts";
import type { Definitions } from "../../../domain/task-definition.ts";
import { adviceTexts } from "../../../tasks/advice.nl.ts";
import { Answers } from "../form/answers.tsx";
import { describeForm } from "../../../domain/describe-form.ts";
import { describeValues } from "../../../domain/describe-values.ts";
import { answersOf } from "../../../domain/answers-of.ts";
import { pastOf } from "./decided-before.ts";
import { findTask, type ShownTask } from "./find-shown-task.ts";
import { DocumentList } from "./document-list.tsx";
import { taskTexts } from "./texts.nl.ts";
import { nameOf } from "./task-parts.tsx";

type Props = { sight: ShownTask; definitions: Definitions; /** Address above the documents. */ to: string };

/** Whether the reader may ask the DPO about this task now. */
export const mayAskDpo = ({ definition, task, whole }: ShownTask): boolean =>
  definition.dpoAdvice !== undefined &&
  whole.dossier.people.dpo !== undefined &&
  questionToDpo(definition, task, whole.tasks) === undefined;

const Decided = ({
  advice,
  definitions,
}: {
  advice: ReturnType<typeof adviceOn>;
  definitions: Definitions;
}) => {
  if (!advice) return <></>;
  const { task, decision } = advice;
  const definition = definitions[task.kind];
  return (
    <>
      <p>{adviceTexts.decided(nameOf(decision.by), pastOf(definition, decision.outcome), decision.at)}</p>
      <Answers answers={answersOf(definition, task)} />
    </>
  );
};

/** What the applicant knows of its DPO's advice on this task, and how to ask for it. */
export const OwnAdvice = ({ sight, definitions }: Omit<Props, "to">) => {
  const { definition, task, whole } = sight;
  const { dpo } = whole.dossier.people;
  if (!definition.dpoAdvice || !dpo) return <></>;
  const advice = adviceOn(definition, task, whole.tasks);
  const question = questionToDpo(definition, task, whole.tasks);
  return (
    <section class="told">
      <h2>{adviceTexts.title}</h2>
      <Decided advice={advice} definitions={definitions} />
      {advice ? <p>{adviceTexts.aboutText}</p> : ""}
      {question ? <p>{adviceTexts.waiting(dpo.name, question.openedAt)}</p> : ""}
      {advice || question ? "" : <p>{adviceTexts.explain(dpo.name)}</p>}
      {advice ? "" : <p>{adviceTexts.own}</p>}
    </section>
  );
};

/** The advice of the applicant's DPO that the LED, or a signatory, reads: the latest of the same step. */
export const AdviceOfConsumer = ({ sight: { whole, task, definition }, definitions }: Omit<Props, "to">) => {
  const { kind, audience } = task;
  if (audience === "dpo" || definition.dpoAdvice) return <></>;
  const asking = whole.tasks.filter(
    ({ stage, pass, decision }) => stage === task.stage && pass === task.pass && decision,
  );
  const advice = asking
    .filter((one) => one.kind !== kind)
    .flatMap((one) => adviceOn(definitions[one.kind], one, whole.tasks) ?? [])
    .at(-1);
  return advice ? (
    <section class="told">
      <h2>{adviceTexts.titleForLed}</h2>
      <Decided advice={advice} definitions={definitions} />
    </section>
  ) : (
    <></>
  );
};

/** Addresses of the text as a document, below the page of its task. */
export const AsDocument = ({ page }: { page: string }) => (
  <ul>
    <li>
      <a href={`${page}/ontwerp/protocol.docx`}>{taskTexts.drafted.word}</a>
    </li>
    <li>
      <a href={`${page}/ontwerp/protocol.pdf`}>{taskTexts.drafted.pdf}</a>
    </li>
  </ul>
);

/**
 * The text that a DPO advises on, as it was when the advice was asked. `page`: of the task, where the reader gets it as a
 * document too.
 */
export const AskedText = ({ sight: { whole, task }, definitions, to, page }: Props & { page?: string }) => {
  const about = task.about === undefined ? undefined : findTask(whole, task.about);
  if (!task.asked || !about) return <></>;
  const { outcomes, texts } = definitions[about.kind];
  const schema = outcomes[task.asked.outcome];
  const fields = schema ? describeForm(schema, texts.nl.fields) : [];
  const { asked } = task;
  return (
    <section class="told" id={`asked-${taskId(task)}`}>
      <h2>{adviceTexts.text}</h2>
      {page !== undefined && task.kind === "AdviseAsConsumerDpo" && asked.outcome === "submitted" ? (
        <>
          <p>{adviceTexts.asDocument}</p>
          <AsDocument page={page} />
        </>
      ) : (
        ""
      )}
      <Answers answers={describeValues(fields, asked.fields)} />
      {asked.documents.length > 0 ? (
        <DocumentList
          documents={whole.documents.filter((one) => isAccepted(one) && asked.documents.includes(one.id))}
          to={to}
          whole={whole}
        />
      ) : (
        ""
      )}
    </section>
  );
};
