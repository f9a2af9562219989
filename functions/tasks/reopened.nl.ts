import { type Instant, showDate } from "../domain/calendar.ts";
import type { Dossier, LaterPass } from "../domain/dossier.ts";
import { isStillGranted } from "./reopened.ts";

const WHAT: Record<LaterPass["kind"], string> = {
  renewal: "om de toegang tot de LED te verlengen",
  amendment: "om het gebruik van de LED te wijzigen",
};

/** Why a consumer with a current use is asked again, and what it may do meanwhile. */
export function reopenedWords({ laterPass, organisation }: Dossier, now: Instant): string[] {
  if (!laterPass) return [];
  const { kind, by, end } = laterPass;
  const who =
    by.role === "applicant"
      ? `Je organisatie vroeg ${WHAT[kind]}.`
      : `Het LED-team opende het dossier van ${organisation.name} opnieuw, ${WHAT[kind]}.`;
  const until = end === undefined ? "" : `, maar hoogstens tot en met ${showDate(end)}`;
  const meanwhile = isStillGranted(laterPass, now)
    ? `Wat je organisatie nu heeft, blijft gelden tot het nieuwe protocol ondertekend is${until}.`
    : `De termijn van het vorige protocol liep tot en met ${showDate(end ?? "")}. Tot het nieuwe protocol door beide partijen ondertekend is, mag je organisatie de LED niet raadplegen.`;
  return [`${who} ${meanwhile}`];
}

/** Introduces the given reason. */
export const reopenedBecause = "Waarom het dossier opnieuw geopend is:";
