import type { ActiveState } from "../active-state.ts";
import { succeed } from "../flow.ts";

/** Pass and Succeed do nothing but their Output and Assign. */
export const beginPass = (active: ActiveState): Promise<void> => succeed(active);
