import type { ActiveState } from "../run/active-state.ts";
import { succeed } from "./flow.ts";

/** Like a Pass without a next state. */
export const beginSucceed = (active: ActiveState): Promise<void> => succeed(active);
