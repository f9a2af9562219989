/** What only operators know, and prod requires: fictional values for tests. */
export const OPERATORS_KNOW = {
  domain: {
    name: "led.test.vlaanderen.be",
    certificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/0b1c2d3e",
  },
  runbook: "https://git.test.vlaanderen.be/led-onboarding/docs/runbook.md",
  adminNetworks: ["192.0.2.0/24"],
  mail: {
    identity: { kind: "existing", name: "ond.vlaanderen.be" },
    from: "led@ond.vlaanderen.be",
    ledMailbox: "led@ond.vlaanderen.be",
    ledDpoMailbox: "led-dpo@test.vlaanderen.be",
    leadingOfficialMailbox: "leidend-ambtenaar@test.vlaanderen.be",
  },
};

/** Options of an environment: complete, so that prod synthesizes. */
export const optionsOf = (environment: string) => ({
  environment,
  overrides: environment === "prod" ? OPERATORS_KNOW : {},
});
