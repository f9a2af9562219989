import type { ChangedAnswer } from "./changed-answers.ts";
import { taskTexts } from "./texts.nl.ts";

/** A changed answer: its current text with the added and removed words, and its former text. */
export const ChangedText = ({ changed: { pieces, before } }: { changed: ChangedAnswer }) => (
  <dd>
    <p class="as-typed">
      {pieces.map(({ text, is }) =>
        is === "added" ? <ins>{text}</ins> : is === "gone" ? <del>{text}</del> : text,
      )}
    </p>
    {before === "" ? (
      <p class="soft">{taskTexts.rounds.wasBlank}</p>
    ) : (
      <details>
        <summary>{taskTexts.rounds.before}</summary>
        <p class="as-typed">{before}</p>
      </details>
    )}
  </dd>
);
