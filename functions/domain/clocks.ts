import * as z from "zod";
import type { Instant } from "./calendar.ts";

/** When something is due, by name. Follow-up acts on what is due; an empty map costs it nothing. */
export const Clocks = z.record(z.string(), z.string());
export type Clocks = z.infer<typeof Clocks>;

/** The first moment at which a clock is due, or undefined when there is none. */
export const dueAt = (clocks: Clocks): Instant | undefined => Object.values(clocks).sort()[0];

export const dueClocks = (clocks: Clocks, now: Instant): string[] =>
  Object.entries(clocks)
    .filter(([, time]) => time <= now)
    .map(([name]) => name);

export const withClock = (clocks: Clocks, name: string, time: Instant): Clocks => ({
  ...clocks,
  [name]: time,
});

export const withoutClock = (clocks: Clocks, name: string): Clocks =>
  Object.fromEntries(Object.entries(clocks).filter(([other]) => other !== name));
