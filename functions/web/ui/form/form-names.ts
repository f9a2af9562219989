import { CONFIRMATION } from "../../../domain/decision-is-confirmed.ts";

/** Names in the form of a task that are not fields of its outcome. */
export const FORM_NAMES = [
  "outcome",
  "sharedForm",
  "documents",
  "draftVersion",
  "onBehalfReason",
  "onBehalfMessage",
  "noNationalNumber",
  CONFIRMATION,
  "seen",
  "kind",
  "csrf",
] as const;
