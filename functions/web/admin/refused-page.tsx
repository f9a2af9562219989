import { absenceTexts } from "../../staff/texts.nl.ts";
import type { Reason } from "../../domain/verdict.ts";

/** Why rules refused something that was asked by a single button, and the way back. */
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
