import type { ActiveState } from "../run/active-state.ts";
import { succeed } from "./flow.ts";

/** As a Pass, but without a next state. */
export const beginSucceed = (active: ActiveState): Promise<void> => succeed(active);
