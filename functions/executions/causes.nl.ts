type Cause = {
  /** Title of its group on the page of stopped dossiers. */
  title: string;
  /** One sentence that says what happened. */
  words: string;
  /** What the team does about it. */
  todo: string;
};

/** Why dossiers stop, as the team can act on it. */
export const CAUSES = {
  mail: {
    title: "De mail vertrok niet",
    words: "Een mail kon niet verstuurd worden.",
    todo: "Kijk of het adres van de mailbox klopt en of andere mails wel aankomen. Daarna probeer je opnieuw: niemand krijgt een mail twee keer. Blijft het fout gaan? Dan moet de beheerder de verzending herstellen.",
  },
  database: {
    title: "De databank antwoordde niet",
    words: "De databank met de dossiers was te lang onbereikbaar.",
    todo: "Dat gaat meestal vanzelf over. Probeer na een kwartier opnieuw. Lukt het een uur later nog niet, verwittig dan de beheerder.",
  },
  files: {
    title: "De documenten waren niet bereikbaar",
    words: "De opslag van de documenten was te lang onbereikbaar.",
    todo: "Dat gaat meestal vanzelf over. Probeer na een kwartier opnieuw. Lukt het een uur later nog niet, verwittig dan de beheerder.",
  },
  rights: {
    title: "Het systeem mocht iets niet",
    words: "Het systeem heeft een recht niet dat het voor deze stap nodig heeft.",
    todo: "Opnieuw proberen helpt niet. De beheerder moet het recht geven. Daarna laat je alle dossiers van deze groep samen verdergaan.",
  },
  data: {
    title: "Er klopt iets niet in het dossier",
    words: "Er ontbreekt een gegeven in dit dossier, of het klopt niet voor deze stap.",
    todo: "Open het dossier en kijk welke stap het laatst lukte. Ga verder vanaf een vroegere stap, zodat het gegeven opnieuw gemaakt wordt, of vul de personen aan. Weet je het niet? Vraag het aan de beheerder.",
  },
  template: {
    title: "Het sjabloon van het protocol werkt niet",
    words: "Het sjabloon van het protocol kon niet ingevuld worden.",
    todo: "Kies een vroeger sjabloon, of laad een hersteld sjabloon op. Daarna laat je alle dossiers van deze groep samen verdergaan.",
  },
  workflow: {
    title: "De workflow viel stil",
    words: "De workflow van dit dossier stopte, of nam een beslissing niet over.",
    todo: "Probeer opnieuw. Wat al beslist is, blijft beslist: niemand krijgt dezelfde vraag twee keer.",
  },
  busy: {
    title: "Het was te druk",
    words:
      "Een dienst die we nodig hebben, was te lang onbereikbaar, of er gebeurde te veel op hetzelfde moment.",
    todo: "Probeer na een kwartier opnieuw.",
  },
  fault: {
    title: "Een fout in het systeem",
    words: "Er liep iets mis dat we niet verwachtten.",
    todo: "Probeer één keer opnieuw. Stopt het dossier weer, verwittig dan de beheerder en geef de technische oorzaak door.",
  },
} as const satisfies Record<string, Cause>;

export type CauseKind = keyof typeof CAUSES;
export const CAUSE_KINDS = Object.keys(CAUSES) as [CauseKind, ...CauseKind[]];

/** By code (docs/errors.md), or by the name of a failure that has no code. */
const KINDS: Record<string, CauseKind | undefined> = {
  MAIL_UNAVAILABLE: "mail",
  MAIL_REFUSED: "mail",
  MAIL_CLAIMED: "mail",
  MAIL_NOT_KEPT: "mail",
  TABLE_UNAVAILABLE: "database",
  BUCKET_UNAVAILABLE: "files",
  FINAL_PROTOCOL_MISSING: "data",
  ITEM_UNREADABLE: "data",
  DOSSIER_MISSING: "data",
  TASK_MISSING: "data",
  TASK_MAY_NOT_OPEN: "data",
  STAGE_MAY_NOT_START: "data",
  DPIA_NOT_CONCLUDED: "data",
  PROTOCOL_NOT_SIGNED: "data",
  USE_MAY_NOT_START: "data",
  NOTHING_TO_GRANT: "data",
  SIGNATORY_UNKNOWN: "data",
  SUBMISSION_MISSING: "data",
  QUESTION_MISSING: "data",
  NOTHING_ENDS: "data",
  END_NOT_CONFIRMED: "data",
  DOSSIER_NOT_ONBOARDING: "data",
  TEMPLATE_UNFILLABLE: "template",
  TEMPLATE_MISSING: "template",
  WORKFLOW_UNAVAILABLE: "workflow",
  EXECUTION_GONE: "workflow",
  DECISION_NOT_TAKEN_UP: "workflow",
  UnknownOutcome: "workflow",
  FAILED: "workflow",
  TIMED_OUT: "workflow",
  ABORTED: "workflow",
  "States.Timeout": "workflow",
  WRITE_CONFLICT: "busy",
  RetryLater: "busy",
  Conflict: "busy",
};

/** AWS's error code for a missing permission. `asOurs` records it after our own code. */
const NOT_ALLOWED = /error=(AccessDenied|NotAuthorized|Unauthorized|KMSAccessDenied)/;

/** Why a dossier was parked: by the code in its cause, otherwise by the name of its error. */
export function causeOf({ error, cause }: { error: string; cause: string }): CauseKind {
  if (NOT_ALLOWED.test(cause)) return "rights";
  const codes = cause.match(/\b[A-Z]+(?:_[A-Z]+)+\b/g) ?? [];
  const known = [...codes, error].find((code) => KINDS[code] !== undefined);
  return (known !== undefined && KINDS[known]) || "fault";
}

export const causeInWords = (parked: { error: string; cause: string }): string =>
  CAUSES[causeOf(parked)].words;
