import { NAMES } from "../domain/names.ts";
import { type Instant, showDate } from "../domain/calendar.ts";
import { type Dossier, laterPassOf } from "../domain/dossier.ts";
import type { HumanTask } from "../domain/human-task.ts";
import type { LaterPass } from "../domain/request.ts";
import { overSince } from "./reopened.ts";

const WHAT: Record<LaterPass["kind"], string> = {
  renewal: "om de toegang tot de LED te verlengen",
  amendment: "om het gebruik van de LED te wijzigen",
};

/** Why who uses the LED already is asked something anew, and what it may do meanwhile. */
export function reopenedWords(dossier: Dossier, now: Instant): string[] {
  const { organisation } = dossier;
  const laterPass = laterPassOf(dossier);
  if (!laterPass) return [];
  const { kind, by, end } = laterPass;
  const who =
    by.role === "applicant"
      ? `Je organisatie vroeg ${WHAT[kind]}.`
      : `Het ${NAMES.desk} opende het dossier van ${organisation.name} opnieuw, ${WHAT[kind]}.`;
  const until = end === undefined ? "" : `, maar hoogstens tot en met ${showDate(end)}`;
  const over = overSince(laterPass, now);
  const meanwhile =
    over === undefined
      ? `Je huidige toegang blijft gelden tot het nieuwe protocol ondertekend is${until}.`
      : `De termijn van het vorige protocol liep tot en met ${showDate(over)}. Tot het nieuwe protocol door beide partijen ondertekend is, mag je organisatie de LED niet raadplegen.`;
  return [`${who} ${meanwhile}`];
}

const NAMES_OF_PASS: Record<LaterPass["kind"], string> = { renewal: "verlenging", amendment: "wijziging" };

/** What a task of a later pass is for; undefined in the first pass. */
export function nameOfPass(dossier: Dossier, { pass }: Pick<HumanTask, "pass">): string | undefined {
  const laterPass = pass === dossier.pass ? laterPassOf(dossier) : undefined;
  return laterPass && NAMES_OF_PASS[laterPass.kind];
}

/** Introduces the given reason. */
export const reopenedBecause = "De reden:";
