import { setTimeout as pause } from "node:timers/promises";

/** A check that failed; its message says what and where. */
export class SmokeFailed extends Error {
  override name = "SmokeFailed";
}

export const must = (isSo: boolean, message: string): void => {
  if (!isSo) throw new SmokeFailed(message);
};

/** Milliseconds between two looks, and how often. */
export type Look = { every: number; times: number };

export async function until(
  what: string,
  { every, times }: Look,
  isSo: () => Promise<boolean>,
): Promise<void> {
  for (let n = 0; n < times; n++) {
    if (await isSo()) return;
    await pause(every);
  }
  throw new SmokeFailed(`waited in vain: ${what}`);
}
