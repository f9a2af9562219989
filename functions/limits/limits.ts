/**
 * LIMIT-01: every act of a person that sends mail, creates files or writes records has a limit. It counts completed
 * acts, not attempts. Mails that the system sends by itself have no limit, because they would be lost.
 * Source: design, "Limits"; integrity and availability (GDPR 32(1)(b)).
 */

/**
 * What a limit counts by: the sender on the internet, the addressed mailbox, the dossier, the colleague of the LED, or
 * everything together. A limit for everything raises an alarm when it is reached.
 */
export type Scope = "sender" | "address" | "dossier" | "colleague" | "all";
/** At most `most` times in a window of `seconds`. Acts with the same `counter` are counted together. */
export type Limit = { of: Scope; most: number; seconds: number; counter?: string };

const HOUR = 60 * 60;
const DAY = 24 * HOUR;

/** All mails to unconfirmed addresses, whoever caused them. */
const STRANGERS = { of: "all", most: 60, seconds: HOUR, counter: "strangers" } as const;

/**
 * Mails to one address. A stranger can use up this limit and so lock the owner out: for an hour, or for a day by mails
 * in four different hours. Each act counts separately, and the answer tells the owner to mail the team.
 */
const ADDRESS = [
  { of: "address", most: 3, seconds: HOUR },
  { of: "address", most: 10, seconds: DAY },
] as const;

export const LIMITS = {
  /** A stranger fills in the contact form: one stored request, and one mail to the address in it. */
  contact: [{ of: "sender", most: 20, seconds: HOUR }, ...ADDRESS, STRANGERS],
  /** A stranger asks for a link. Guesses count per sender, so they never block anybody else. */
  "lost-link-asked": [{ of: "sender", most: 20, seconds: HOUR }],
  /** A lost link that was mailed, per address and dossier. */
  "lost-link-mailed": [...ADDRESS, { of: "all", most: 300, seconds: HOUR }],
  /** A person with a link, or the team, has the mail of a task sent again. */
  "task-link": [
    { of: "dossier", most: 3, seconds: HOUR },
    { of: "all", most: 240, seconds: HOUR },
  ],
  /** An applicant changes the people of its organisation: up to two mails, one to a new address. */
  "people-change": [
    { of: "dossier", most: 6, seconds: HOUR },
    { of: "dossier", most: 15, seconds: DAY },
    ...ADDRESS,
    STRANGERS,
  ],
  /** A decision of a consumer replaces a person, such as the DPO in an intake: one mail to the new address. */
  "people-named": ADDRESS,
  /** An applicant asks its DPO for advice: one task and one mail. Organisations share a DPO, so no address counts. */
  "dpo-asked": [
    { of: "dossier", most: 5, seconds: HOUR },
    { of: "dossier", most: 15, seconds: DAY },
    { of: "all", most: 200, seconds: HOUR },
  ],
  /** An applicant sends a message to the team. */
  message: [
    { of: "dossier", most: 5, seconds: HOUR },
    { of: "all", most: 200, seconds: HOUR },
  ],
  /** A mail becomes a message of a dossier. A mail beyond the limit waits in the dead-letter queue. */
  "mail-received": [
    { of: "dossier", most: 20, seconds: HOUR },
    { of: "all", most: 240, seconds: HOUR },
  ],
  /** A mail of no dossier is passed on to the LED mailbox. `address`: the one that the mail claims to be from. */
  "mail-unknown": [
    { of: "address", most: 5, seconds: HOUR },
    { of: "all", most: 100, seconds: HOUR },
  ],
  /** An applicant withdraws its request or ends its use: everybody concerned gets a mail. */
  leaving: [
    { of: "dossier", most: 3, seconds: DAY },
    { of: "all", most: 100, seconds: HOUR },
  ],
  /** A consumer decides a task: the next task may be mailed. */
  decision: [
    { of: "dossier", most: 60, seconds: HOUR },
    { of: "all", most: 600, seconds: HOUR },
  ],
  /** A consumer saves a draft: one item for each task, which is written again, and a record of the post. */
  draft: [
    { of: "dossier", most: 240, seconds: HOUR },
    { of: "all", most: 2400, seconds: HOUR },
  ],
  /** A consumer prepares an upload. One file per form is judged (functions/documents/receive-document.ts). */
  upload: [
    { of: "dossier", most: 60, seconds: HOUR },
    { of: "all", most: 600, seconds: HOUR },
  ],

  /** All acts of a colleague of the LED, on the pages or through the API: far more than anybody does by hand. */
  "team-act": [{ of: "colleague", most: 1000, seconds: HOUR }],
  /** Acts that mail addresses which the colleague types. */
  "team-dossier": [{ of: "colleague", most: 100, seconds: HOUR }],
  "team-people-change": [{ of: "colleague", most: 100, seconds: HOUR }],
  /** A zip of a dossier, or of its data about one person. */
  "team-export": [{ of: "colleague", most: 60, seconds: HOUR }],
} as const satisfies Record<string, readonly Limit[]>;

export type LimitedAct = keyof typeof LIMITS;
/** The subject of each limit of an act; undefined where it does not apply. */
export type ScopesOf<Act extends LimitedAct> = Record<
  Exclude<(typeof LIMITS)[Act][number]["of"], "all">,
  string | undefined
>;
