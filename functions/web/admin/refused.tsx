import type { Reason } from "../../domain/verdict.ts";
import { adminTexts } from "./texts.nl.ts";

/** The reasons of a refusal, and a link back. */
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
