import { absenceTexts } from "../../staff/texts.nl.ts";
import type { Reason } from "../../domain/verdict.ts";

/** The refusal of an act with a single button: the reasons, and a link back. */
export const RefusedPage = ({ reasons, back }: { reasons: Reason[]; back: string }) => (
  <>
    <h1>{absenceTexts.refused}</h1>
    {reasons.map(({ message }) => (
      <p>{message}</p>
    ))}
    <p>
      <a href={back}>{absenceTexts.back}</a>
    </p>
  </>
);
