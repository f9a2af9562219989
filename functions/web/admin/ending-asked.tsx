import { showDate } from "../../domain/calendar.ts";
import type { Dossier } from "../../domain/dossier.ts";
import { reasonNames } from "../../out-of-use/texts.nl.ts";
import { adminTexts } from "./texts.nl.ts";

/** The end of the use that was requested during another request: by whom, when and why. */
export const EndingAsked = ({ dossier: { endingAsked } }: { dossier: Dossier }) => {
  if (!endingAsked) return <></>;
  const { by, at, reason, explanation } = endingAsked;
  return (
    <div class="notice">
      <p>{adminTexts.dossier.whoAskedTheEnd(by.name, showDate(at), reasonNames[reason])}</p>
      {explanation === "" ? "" : <p class="as-typed">{explanation}</p>}
    </div>
  );
};
