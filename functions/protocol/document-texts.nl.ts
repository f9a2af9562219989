import type { RESIDUAL_RISKS } from "../domain/facts.ts";

export const riskNames: Record<(typeof RESIDUAL_RISKS)[number], string> = {
  low: "laag",
  medium: "gemiddeld",
  high: "hoog",
};

/** Words that the system puts into the text of a protocol. */
export const documentTexts = {
  versionStatus: { draft: "ontwerp", proposal: "voorstel", final: "definitieve versie" },
  adviceOutcomes: { positive: "positief", conditions: "voorwaardelijk positief", negative: "negatief" },
  /** In a title, where the purposes are too long for it. */
  purposesOfArticle: "de doelen die in artikel 2 staan",
  dpia: {
    notRequired: (on: string) => `Uit het vooronderzoek van ${on} blijkt dat er geen DPIA nodig is.`,
    required: (on: string) => `Uit het vooronderzoek van ${on} blijkt dat er een DPIA nodig is.`,
    accepted: (on: string) => `De DPIA is aanvaard op ${on}.`,
    risk: (risk: string) => `Het risico dat overblijft, is ${risk}.`,
    consulted: (on: string) => `De toezichthouder antwoordde gunstig op ${on}.`,
  },
};
