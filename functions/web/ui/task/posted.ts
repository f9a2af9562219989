import type { SeenValues } from "../../../domain/form-is-as-seen.ts";
import type { Problem } from "../form/problems.nl.ts";

/** A form as it was posted, to show again with everything typed in it. */
export type Posted = {
  outcome: string;
  values: Record<string, unknown>;
  documents: string[];
  onBehalfReason?: string;
  seen?: SeenValues;
  problems: Problem[];
};
