/** The fields of a contact form as somebody posts them; a test says only what it is about. */
export const aContact = (differences: Record<string, unknown> = {}): Record<string, unknown> => ({
  organisationName: "Gemeente Voorbeeldegem",
  organisationType: "local-authority",
  enterpriseNumber: "0207.494.678",
  contactName: "An Voorbeeld",
  contactEmail: "an@voorbeeldegem.example",
  kind: "onboarding",
  ...differences,
});
