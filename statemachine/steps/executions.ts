import type { DeclaredState } from "./declared-state.ts";

/** States outside the steps: loops, and the endings that every workflow has. */
export const executions = {
  RaiseRound: {
    kind: "system",
    may: [],
    errorImpact: "A dossier that goes back a step stays where it is.",
    nl: "Een volgende ronde beginnen",
  },
  CloseDossier: {
    kind: "system",
    may: ["mailsLinks", "readsWhole", "closesTasks"],
    errorImpact: "A dossier that ended stays open, and its parties are not told.",
    nl: "Dossier afsluiten",
  },
  ContinueAsNew: {
    kind: "system",
    may: ["starts"],
    errorImpact: "A dossier that lasts long stops being followed by its workflow.",
    nl: "Verdergaan in een nieuwe uitvoering",
  },
  ParkDossier: {
    kind: "system",
    may: ["mails", "readsHistory"],
    errorImpact: "A dossier that got stuck is not shown to the LED team.",
    nl: "Dossier opzijzetten",
  },
} as const satisfies Record<string, DeclaredState>;
