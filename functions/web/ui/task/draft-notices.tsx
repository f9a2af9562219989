import { describeForm } from "../../../domain/describe-form.ts";
import { describeValues } from "../../../domain/describe-values.ts";
import type { Draft } from "../../../domain/records.ts";
import { Answers } from "../form/answers.tsx";
import type { ShownTask } from "./find-shown-task.ts";
import { taskTexts } from "./texts.nl.ts";

/** A draft that was saved in another window, beside the input of this one. */
export const StoredElsewhere = ({ sight, draft, to }: { sight: ShownTask; draft: Draft; to: string }) => {
  const { definition } = sight;
  const schema = definition.outcomes[draft.outcome];
  const fields = schema ? describeForm(schema, definition.texts.nl.fields) : [];
  const texts = taskTexts.savedElsewhere;
  return (
    <section class="summary" role="alert">
      <h2>{texts.title}</h2>
      <p>{texts.text(draft.at)}</p>
      <h3>
        {texts.other}: {definition.texts.nl.outcomes[draft.outcome]?.label}
      </h3>
      <Answers answers={describeValues(fields, draft.values)} />
      <p>
        <a href={to}>{texts.use}</a>
      </p>
    </section>
  );
};

/** Since when the form is a draft. */
export const DraftNotice = ({ draft, isSaved }: { draft: Draft | undefined; isSaved: boolean }) =>
  draft ? (
    <p class={isSaved ? "done" : "notice"} role={isSaved ? "status" : undefined}>
      {isSaved ? taskTexts.draftSaved(draft.at) : taskTexts.draftFrom(draft.at)}
    </p>
  ) : (
    <></>
  );
