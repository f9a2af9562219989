import type { Reason } from "../../domain/verdict.ts";
import { adminTexts } from "./texts.nl.ts";

/** Why something cannot be done, in the words of the rules, and the way back. */
export const Refused = ({ title, reasons, back }: { title: string; reasons: Reason[]; back: string }) => (
  <>
    <h1>{title}</h1>
    {reasons.map(({ message }) => (
      <p>{message}</p>
    ))}
    <p>
      <a href={back}>{adminTexts.dossier.back}</a>
    </p>
  </>
);
