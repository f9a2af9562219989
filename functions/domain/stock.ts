import type { Side } from "./people.ts";
import type { Stage } from "./process.ts";

/** Open tasks of a side, and how many of them are after their deadline. */
export type Waiting = { open: number; late: number };

/** The state of all dossiers together at one moment. */
export type Stock = {
  /** Dossiers that are under way or in use, by stage. */
  stages: { stage: Stage; dossiers: number }[];
  waiting: Record<Side, Waiting>;
  onHold: number;
  parked: number;
  /** Minutes since the first attempt of the mail that waits longest to be sent; 0 without one. */
  oldestUnsent: number;
};
