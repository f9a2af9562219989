import type { Session } from "../../domain/ports.ts";
import { NationalNumberCheck } from "../ui/form/national-number-check.tsx";
import type { Problem } from "../ui/form/problems.nl.ts";
import { Csrf } from "./guard.tsx";
import { adminTexts } from "./texts.nl.ts";

const texts = adminTexts.dossier;
const PREFIX = "note";

type Props = { session: Session; to: string; problem?: Problem; typed?: string };

/** The form for a note of the team, on the dossier's page. A note that PRIV-01 refuses can be confirmed. */
export const WriteNote = ({ session, to, problem, typed }: Props) => {
  const isHeld = problem?.rule !== undefined;
  const isWrong = problem !== undefined && !isHeld;
  return (
    <form method="post" action={`${to}/notes`} novalidate id="note-form">
      <Csrf session={session} />
      <div class={isWrong ? "field has-problem" : "field"}>
        <label for="note-text">{texts.note}</label>
        <p class="hint" id="note-hint">
          {texts.noteHint}
        </p>
        {isWrong ? (
          <p class="problem" id="note-problem">
            {problem.message}
          </p>
        ) : (
          ""
        )}
        <textarea
          id="note-text"
          name="text"
          rows={3}
          aria-describedby={isWrong ? "note-hint note-problem" : "note-hint"}
          aria-invalid={isWrong ? "true" : undefined}
        >
          {typed ?? ""}
        </textarea>
      </div>
      <NationalNumberCheck problems={isHeld ? [problem] : []} idPrefix={PREFIX} />
      <button class="second">{texts.noteButton}</button>
    </form>
  );
};
