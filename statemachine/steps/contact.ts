import type { DeclaredState } from "./declared-state.ts";

/** Step 1, Contact: everything before it (form, confirmation, enquiry) needs no workflow. */
export const contact = {
  OpenDossier: {
    kind: "system",
    may: ["mailsLinks", "findsByOrganisation"],
    errorImpact: "A new applicant gets no overview and no status link, and its onboarding does not start.",
    nl: "Dossier openen",
  },
} as const satisfies Record<string, DeclaredState>;
