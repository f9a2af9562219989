import { expect } from "vitest";

/** Vitest's asymmetric matchers, without their `any`. */
type Constructor = StringConstructor | NumberConstructor | ArrayConstructor;
export const some = (type: Constructor): unknown => expect.any(type) as unknown;
export const textWith = (part: string): unknown => expect.stringContaining(part) as unknown;
export const textLike = (pattern: RegExp): unknown => expect.stringMatching(pattern) as unknown;
export const between = (least: number, most: number): unknown =>
  expect.toSatisfy(
    (value: unknown) => typeof value === "number" && value >= least && value <= most,
  ) as unknown;
