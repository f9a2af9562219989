import { CONFIRMATION } from "../../../domain/decision-is-confirmed.ts";

/** Names in a task's form that are no field of its outcome. */
export const FORM_NAMES = [
  "outcome",
  "sharedForm",
  "documents",
  "draftVersion",
  "onBehalfReason",
  "noNationalNumber",
  CONFIRMATION,
  "seen",
  "kind",
  "csrf",
] as const;
