import type { Child } from "hono/jsx";
import type { Instant } from "../../../domain/calendar.ts";
import type { StoredDocument } from "../../../domain/documents.ts";
import type { PersonPart } from "../../../domain/people.ts";
import type { Names } from "../../../domain/names-schema.ts";
import { sideOf } from "../../../domain/people.ts";
import type { Draft } from "../../../domain/records.ts";
import { whyOf } from "../../../domain/texts.ts";
import { nameOfPass } from "../../../tasks/reopened.nl.ts";
import { ProblemSummary } from "../form/problem-summary.tsx";
import { labelOf, type OutcomeForm, outcomeForms, prefixOf } from "./outcome-forms.ts";
import { outcomeBefore } from "./form-values.ts";
import { Round } from "./later-round.tsx";
import { formRead, laterRound } from "./rounds.ts";
import type { Posted } from "./posted.ts";
import { KnownData } from "./known-data.tsx";
import { TaskForms } from "./task-forms.tsx";
import { ProtocolVersions } from "./protocol-versions.tsx";
import { seesFixedOnly } from "./documents-for.ts";
import { DocumentList } from "./document-list.tsx";
import { Asked, PlanningDates, Reopened, ToldBefore, When } from "./task-parts.tsx";
import type { ShownTask } from "./find-shown-task.ts";
import { taskTexts } from "./texts.nl.ts";
import { DraftNotice, StoredElsewhere } from "./draft-notices.tsx";
import { EarlyTerm } from "./early-term.tsx";
import { ToPublish } from "./to-publish.tsx";
import { besideToSign, ToSign } from "./to-sign.tsx";
import type { EarlierDecision } from "./decided-before.ts";

export type OpenTaskProps = {
  sight: ShownTask;
  told: EarlierDecision | undefined;
  documents: StoredDocument[];
  /** Address of the task's page; its forms and documents have addresses below it. */
  to: string;
  /** Path below the page to save a draft; undefined when this reader has none. */
  draftPath?: string;
  documentsPath: string;
  onBehalf: boolean;
  /** Id of the message on which the LED team acts on behalf of somebody. */
  source?: string;
  /** The reader came by a mailed link: a form that is valid as shown needs a tick. */
  isByLink?: boolean;
  /** Who must act, and the current time. */
  turn: string;
  now: Instant;
  names: Names;
  over: Child;
  /** The page of the dossier, for its people; the LED has a link above. */
  toDossier?: string;
  /** Replaces the title that the task definition has. */
  title?: string;
  /** The page that changes a person of the dossier. */
  toPerson: (part: PersonPart) => string;
  /** The assignee at the LED. */
  assignment?: Child;
  /** The task that this task is about. */
  about?: Child;
  /** What changed in the current version of the protocol, for the LED. */
  changed?: Child;
  /** The advice of the applicant's DPO, or the text that it is about. */
  advice?: Child;
  /** Path below the page to ask the DPO for advice; undefined where that cannot be. */
  dpoPath?: string;
  hidden?: Child;
  /** A posted form that was refused or not stored yet. */
  posted?: Posted;
  /** Another window saved this draft first. */
  storedElsewhere?: Draft;
  isDraftSaved?: boolean;
  isAdded?: boolean;
  isTakenAway?: boolean;
};

/**
 * Shows the LED its questions, with the answers and changes of the consumer. The changes of a protocol are shown by version
 * instead. The leading official sees none of this: the official signs the fixed text and reads only that.
 */
const WhatChanged = ({ sight: { whole, task, definitions } }: { sight: ShownTask }) => {
  const isJudged = sideOf(task.audience) === "led" && task.audience !== "leading-official";
  const form = isJudged ? formRead(whole, definitions, task) : undefined;
  return form?.decision ? (
    <Round
      round={laterRound(whole, definitions, form, form.decision)}
      title={taskTexts.rounds.title}
      showsChanges={task.stage !== "PROTOCOL"}
    />
  ) : (
    <></>
  );
};

/** Prevents showing the planning twice: the previous party may have just proposed it. */
const tellsPlanning = (told: EarlierDecision | undefined) =>
  told?.task.decision?.fields["planning"] !== undefined;

/** A list of the possible answers above the forms, which can be far down the page. */
const Choices = ({ forms }: { forms: OutcomeForm[] }) =>
  forms.length < 2 ? (
    <></>
  ) : (
    <nav class="parts" aria-labelledby="choices">
      <p id="choices">{taskTexts.choose}</p>
      <ul>
        {forms.map((form) => (
          <li>
            <a href={`#${prefixOf(form)}`}>{labelOf(form)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );

/** The form that most received documents are for: the one to go on with, where no draft is kept. */
function withMostDocuments(forms: OutcomeForm[]): OutcomeForm | undefined {
  const most = Math.max(1, ...forms.map(({ chosenDocuments }) => chosenDocuments.length));
  const [form, ...others] = forms.filter(({ chosenDocuments }) => chosenDocuments.length === most);
  return others.length === 0 ? form : undefined;
}

const ToDossier = ({ to }: { to: string }) => (
  <p>
    <a href={to}>{taskTexts.toDossier}</a>
  </p>
);

/** An open task: question and reason, earlier decisions, and a form for each answer. */
export const OpenTask = (props: OpenTaskProps) => {
  const { sight, posted, storedElsewhere, onBehalf, isByLink, to } = props;
  const texts = sight.definition.texts.nl;
  const pass = nameOfPass(sight.whole.dossier, sight.task);
  const forms = outcomeForms(sight, { onBehalf, isByLink, posted, source: props.source });
  const isSigned = seesFixedOnly(sight.task.audience, sight.whole.dossier);
  const documents = isSigned ? besideToSign(sight, props.documents) : props.documents;
  const refused = forms.find((form) => form.problems.length > 0);
  return (
    <>
      {refused ? <ProblemSummary problems={refused.problems} idPrefix={prefixOf(refused)} /> : ""}
      {storedElsewhere ? <StoredElsewhere sight={sight} draft={storedElsewhere} to={to} /> : ""}
      <p class="over">
        {props.over}
        {pass === undefined ? "" : ` · ${pass}`}
      </p>
      <h1>{props.title ?? texts.title}</h1>
      {props.toDossier === undefined ? "" : <ToDossier to={props.toDossier} />}
      <When turn={props.turn} task={sight.task} dossier={sight.whole.dossier} now={props.now} />
      {props.assignment ?? ""}
      {props.about}
      <Reopened dossier={sight.whole.dossier} task={sight.task} now={props.now} />
      {whyOf(texts, {
        dossier: sight.whole.dossier,
        task: sight.task,
        now: props.now,
        names: props.names,
      }).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <ToSign sight={sight} to={`${to}/${props.documentsPath}`} />
      <ToPublish task={sight.task} documents={props.documents} to={`${to}/${props.documentsPath}`} />
      <EarlyTerm sight={sight} now={props.now} />
      {onBehalf ? (
        <div class="notice">
          <h2>{taskTexts.onBehalfTitle}</h2>
          <p>{taskTexts.onBehalf}</p>
        </div>
      ) : (
        ""
      )}
      {props.isAdded || props.isTakenAway ? (
        <p class="done" role="status">
          {props.isAdded ? taskTexts.documentAdded : taskTexts.takeAway.done}
        </p>
      ) : (
        ""
      )}
      {posted ? "" : <DraftNotice draft={sight.draft} isSaved={props.isDraftSaved ?? false} />}
      {!posted && forms.some(({ isRenewed }) => isRenewed) ? (
        <p class="notice">{taskTexts.draftRenewed}</p>
      ) : (
        ""
      )}
      <Asked dossier={sight.whole.dossier} />
      <ToldBefore told={props.told} />
      <WhatChanged sight={sight} />
      {props.advice ?? ""}
      <KnownData task={sight.task} dossier={sight.whole.dossier} toPerson={props.toPerson} />
      {tellsPlanning(props.told) ? "" : <PlanningDates dossier={sight.whole.dossier} />}
      {sight.definition.stage === "PROTOCOL" && !isSigned ? (
        <>
          <ProtocolVersions
            reader={{
              ...{ whole: sight.whole, documents: props.documents, seesFixedOnly: false },
              to: `${to}/${props.documentsPath}`,
            }}
          />
          {props.changed ?? ""}
        </>
      ) : (
        ""
      )}
      {documents.length > 0 ? (
        <DocumentList documents={documents} to={`${to}/${props.documentsPath}`} whole={sight.whole} />
      ) : (
        ""
      )}
      <Choices forms={forms} />
      <TaskForms
        forms={forms}
        to={{
          decide: to,
          draft: props.draftPath === undefined ? undefined : `${to}/${props.draftPath}`,
          documents: `${to}/${props.documentsPath}`,
          dpo: props.dpoPath === undefined ? undefined : `${to}/${props.dpoPath}`,
        }}
        onBehalf={onBehalf}
        draftVersion={(storedElsewhere ?? sight.draft)?.version ?? sight.hiddenVersion ?? 0}
        openOutcome={
          posted?.outcome ?? sight.draft?.outcome ?? withMostDocuments(forms)?.outcome ?? outcomeBefore(sight)
        }
        hidden={props.hidden}
      />
    </>
  );
};
