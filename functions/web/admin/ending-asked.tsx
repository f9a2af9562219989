import { showDate } from "../../domain/calendar.ts";
import { type Dossier, endingAskedOf } from "../../domain/dossier.ts";
import { reasonNames } from "../../out-of-use/texts.nl.ts";
import { adminTexts } from "./texts.nl.ts";

/** The end of a use that was asked while something else was under way: by whom, when and why. It begins after that. */
export const EndingAsked = ({ dossier }: { dossier: Dossier }) => {
  const endingAsked = endingAskedOf(dossier);
  if (!endingAsked) return <></>;
  const { by, at, reason, explanation } = endingAsked;
  return (
    <div class="notice">
      <p>{adminTexts.dossier.whoAskedTheEnd(by.name, showDate(at), reasonNames[reason])}</p>
      <p class="as-typed">{explanation}</p>
    </div>
  );
};
