/** The fields of a posted contact form. */
export const aContact = (differences: Record<string, unknown> = {}): Record<string, unknown> => ({
  organisationName: "Gemeente Voorbeeldegem",
  organisationType: "local-authority",
  enterpriseNumber: "0999.999.922",
  contactName: "An Voorbeeld",
  contactEmail: "an@voorbeeldegem.example",
  kind: "onboarding",
  ...differences,
});
