import { allOf, allowed, refused, type Verdict } from "../domain/verdict.ts";

/** Minimum contents of a DPIA. */
export const DPIA_CONTENTS = ["description", "necessity", "risks", "measures"] as const;
export type DpiaContents = Record<(typeof DPIA_CONTENTS)[number], boolean>;

/**
 * DPIA-03: a DPIA describes the processing and its purposes, assesses necessity and proportionality, assesses the
 * risks, and contains the measures against them.
 * Source: GDPR 35(7).
 */
export const dpiaIsComplete = (contents: DpiaContents): Verdict =>
  allOf(
    ...DPIA_CONTENTS.map(
      (part) => () =>
        contents[part]
          ? allowed
          : refused(
              "DPIA-03",
              "Dit deel is verplicht in een DPIA. Vul je DPIA eerst aan en dien ze dan in.",
              `contents.${part}`,
            ),
    ),
  );
