import type { ActiveState } from "../run/active-state.ts";
import { succeed } from "./flow.ts";

/** A Pass only evaluates its Output and Assign. */
export const beginPass = (active: ActiveState): Promise<void> => succeed(active);
