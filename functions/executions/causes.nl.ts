/** Why a dossier was parked, by error code. */
const causes: Record<string, string | undefined> = {
  DECISION_NOT_TAKEN_UP: "Een beslissing werd bewaard, maar de workflow nam ze niet over.",
  EXECUTION_GONE: "De uitvoering van de workflow was er niet meer.",
  UnknownOutcome: "De workflow weet niet wat na deze beslissing komt.",
  RetryLater: "Een dienst die we nodig hebben, was te lang onbereikbaar.",
  Conflict: "Te veel wijzigingen kwamen op hetzelfde moment.",
  GiveUp: "Een stap kon niet uitgevoerd worden met de gegevens van dit dossier.",
  "States.Timeout": "Een stap duurde te lang.",
  FAILED: "De uitvoering van de workflow mislukte.",
  TIMED_OUT: "De uitvoering van de workflow duurde te lang.",
  ABORTED: "De uitvoering van de workflow werd met de hand gestopt.",
};

export const causeInWords = (error: string): string =>
  causes[error] ?? `Er liep iets onverwachts mis (${error}).`;
