import type { DeclaredState } from "./declared-state.ts";

/** Step 1, Contact: everything before it (form, confirmation, enquiry) needs no workflow. */
export const contact = {
  OpenDossier: {
    kind: "system",
    may: ["mails", "findsByOrganisation"],
    errorImpact: "A new onboarding does not start: its applicant gets no overview and no intake.",
    nl: "Dossier openen",
  },
} as const satisfies Record<string, DeclaredState>;
