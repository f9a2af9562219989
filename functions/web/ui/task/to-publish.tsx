import type { HumanTask } from "../../../domain/human-task.ts";
import type { StoredDocument } from "../../../domain/documents.ts";
import { taskTexts } from "./texts.nl.ts";

const isOfPublication = ({ kind }: HumanTask) =>
  kind === "PublishByApplicant" || kind === "PublishByAuthority";

type Props = { task: HumanTask; documents: readonly StoredDocument[]; to: string };

/** The one file that this task asks to publish: the copy without signatures. `to` is the address above the documents. */
export const ToPublish = ({ task, documents, to }: Props) => {
  const copy = documents.findLast(({ kind }) => kind === "protocol-published");
  return copy && isOfPublication(task) ? (
    <section class="told">
      <h2>{taskTexts.toPublish.title}</h2>
      <p>
        <a id="to-publish" href={`${to}/${copy.id}`}>
          {copy.name}
        </a>
      </p>
      <p>{taskTexts.toPublish.text}</p>
    </section>
  ) : (
    <></>
  );
};
