import type { OpenSideTask, OpenTask } from "../tasks/open-task.ts";
import { adviseOnDpiaForLed } from "./advise-on-dpia-for-led.ts";

type Deps = {
  openTask: OpenTask & OpenSideTask<"ReviewDpia">;
  /** Whether the DPO of the LED is asked as well. */
  asksLedDpoOnDpia: boolean;
};

/** Opens the review of a submitted DPIA, and asks the DPO of the LED where configuration says so. */
export const createOpenDpiaReview =
  ({ openTask, asksLedDpoOnDpia }: Deps): OpenTask =>
  async (definition, dossier, opening) => {
    await openTask(definition, dossier, opening);
    if (asksLedDpoOnDpia) await openTask(adviseOnDpiaForLed, dossier, {});
  };
