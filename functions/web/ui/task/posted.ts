import type { SeenValues } from "../../../domain/form-is-as-seen.ts";
import type { Problem } from "../form/problems.nl.ts";

/** A posted form, to show again with all input. */
export type Posted = {
  outcome: string;
  values: Record<string, unknown>;
  documents: string[];
  onBehalfReason?: string;
  onBehalfMessage?: string;
  seen?: SeenValues;
  problems: Problem[];
};
