/** Texts about the colleague who handles a dossier. */
export const handlerTexts = {
  handler: "Wie behandelt je dossier",
  absent: (until: string, substitute: string) => `(afwezig tot en met ${until}; ${substitute} vervangt)`,
};
