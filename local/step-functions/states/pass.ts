import type { ActiveState } from "../run/active-state.ts";
import { succeed } from "./flow.ts";

/** A Pass does nothing but its Output and Assign. */
export const beginPass = (active: ActiveState): Promise<void> => succeed(active);
