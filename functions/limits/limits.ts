/**
 * LIMIT-01: whatever sends mail, makes files or writes records because of somebody has a limit. It counts what was done,
 * never what was merely asked. What the system sends by itself has none, since that would be lost.
 * Source: design, "Limits"; integrity and availability (GDPR 32(1)(b)).
 */

/**
 * Per what something is counted: where it comes from on the internet, the mail address that is written to, the dossier,
 * the colleague of the LED who does it, or everything together. Reaching a limit for all raises an alarm.
 */
export type Scope = "sender" | "address" | "dossier" | "colleague" | "all";
/** At most `most` times in a window of some seconds; acts that name the same `counter` count together. */
export type Limit = { of: Scope; most: number; seconds: number; counter?: string };

const HOUR = 60 * 60;
const DAY = 24 * HOUR;

/** Mails to addresses that nobody has confirmed yet, whoever has them sent. */
const STRANGERS = { of: "all", most: 60, seconds: HOUR, counter: "strangers" } as const;

/**
 * Mails to one address. Somebody else can have them sent, and so keep its owner out: for an hour, and for a day only by
 * mails in four different hours. Each act counts its own, and the answer tells the owner to mail the team.
 */
const ADDRESS = [
  { of: "address", most: 3, seconds: HOUR },
  { of: "address", most: 10, seconds: DAY },
] as const;

export const LIMITS = {
  /** Somebody unknown fills in the contact form: a request, and a mail to the address that it names. */
  contact: [{ of: "sender", most: 20, seconds: HOUR }, ...ADDRESS, STRANGERS],
  /** Somebody unknown asks for a link. Guesses are counted by where they come from, so they never block anybody else. */
  "lost-link-asked": [{ of: "sender", most: 20, seconds: HOUR }],
  /** A lost link that was really mailed, to this address about this dossier. */
  "lost-link-mailed": [...ADDRESS, { of: "all", most: 300, seconds: HOUR }],
  /** Somebody who has a link, or the team, has a task's mail sent again. */
  "task-link": [
    { of: "dossier", most: 3, seconds: HOUR },
    { of: "all", most: 300, seconds: HOUR },
  ],
  /** An applicant changes who acts for its organisation: up to two mails, one to an address that it names. */
  "people-change": [
    { of: "dossier", most: 6, seconds: HOUR },
    { of: "dossier", most: 15, seconds: DAY },
    ...ADDRESS,
    STRANGERS,
  ],
  /** An applicant writes to the team. */
  message: [
    { of: "dossier", most: 5, seconds: HOUR },
    { of: "all", most: 200, seconds: HOUR },
  ],
  /** An applicant withdraws its request, or ends its use: everybody concerned is mailed. */
  leaving: [
    { of: "dossier", most: 3, seconds: DAY },
    { of: "all", most: 100, seconds: HOUR },
  ],
  /** A consumer decides a task: the next one is asked, and may be mailed. */
  decision: [
    { of: "dossier", most: 60, seconds: HOUR },
    { of: "all", most: 600, seconds: HOUR },
  ],
  /** A consumer prepares the upload of a file. Of each form one file is judged (functions/documents/receive-document.ts). */
  upload: [
    { of: "dossier", most: 60, seconds: HOUR },
    { of: "all", most: 600, seconds: HOUR },
  ],

  /** Whatever a colleague of the LED does, on the pages or through the API: far more than anybody does by hand. */
  "team-act": [{ of: "colleague", most: 1000, seconds: HOUR }],
  /** What mails addresses that the colleague names. */
  "team-dossier": [{ of: "colleague", most: 100, seconds: HOUR }],
  "team-people-change": [{ of: "colleague", most: 100, seconds: HOUR }],
  /** A zip of a dossier, or of what it holds about one person. */
  "team-export": [{ of: "colleague", most: 60, seconds: HOUR }],
} as const satisfies Record<string, readonly Limit[]>;

export type LimitedAct = keyof typeof LIMITS;
/** What each limit of an act counts by; undefined where there is no such thing this time. */
export type ScopesOf<Act extends LimitedAct> = Record<
  Exclude<(typeof LIMITS)[Act][number]["of"], "all">,
  string | undefined
>;
