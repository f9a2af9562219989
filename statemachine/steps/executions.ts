import type { DeclaredState } from "./declared-state.ts";

/** States outside the steps: loops, and the endings that every workflow has. */
export const executions = {
  RaiseRound: {
    kind: "system",
    may: [],
    errorImpact: "A dossier cannot return to an earlier step.",
    nl: "Een volgende ronde beginnen",
  },
  CloseDossier: {
    kind: "system",
    may: ["mailsLinks", "readsWhole", "closesTasks"],
    errorImpact: "A dossier that ended stays open, and its parties are not notified.",
    nl: "Dossier afsluiten",
  },
  ContinueAsNew: {
    kind: "system",
    may: ["starts"],
    errorImpact: "A long-running dossier loses its workflow.",
    nl: "Verdergaan in een nieuwe uitvoering",
  },
  ParkDossier: {
    kind: "system",
    may: ["mails", "readsHistory"],
    errorImpact: "A dossier whose workflow stopped is not shown to the LED team.",
    nl: "Dossier parkeren",
  },
} as const satisfies Record<string, DeclaredState>;
