import { addDays, addYears, type CalendarDate, dateOf, type Instant } from "./calendar.ts";

/** A bound relative to today, to the opening of the dossier, or to its current request. */
type Bound = { from: "today" | "opening" | "request"; years?: number; days?: number };

type DateKind = {
  /** The meaning of the date, for the description of the API. */
  says: string;
  earliest?: Bound;
  latest?: Bound;
};

const TODAY: Bound = { from: "today" };
const OPENING: Bound = { from: "opening" };
const REQUEST: Bound = { from: "request" };
/** People prepare a request before they make it. */
const BEFORE_OPENING: Bound = { from: "opening", years: -1 };
const BEFORE_REQUEST: Bound = { from: "request", years: -1 };
/** Nobody plans further ahead: a later date is a typing error in the year. */
const PLANNED_AT_MOST: Bound = { from: "today", years: 5 };

/** Every kind of date in a form, with its bounds. Where a bound is missing, `says` names the rule that sets it. */
export const DATE_KINDS = {
  done: {
    says: "done for this request: at most a year before it, today or earlier",
    earliest: BEFORE_REQUEST,
    latest: TODAY,
  },
  "done-since": {
    says: "done at most a year before this dossier was opened, or since; today or earlier",
    earliest: BEFORE_OPENING,
    latest: TODAY,
  },
  "decided-before": {
    says: "decided in the last ten years, today or earlier",
    earliest: { from: "today", years: -10 },
    latest: TODAY,
  },
  entered: {
    says: "of a use that the team enters: in the last thirty years, today or earlier",
    earliest: { from: "today", years: -30 },
    latest: TODAY,
  },
  connected: { says: "done within this request; not in the future (MAGDA-02)", earliest: REQUEST },
  "before-connection": {
    says: "at most a year before this request; not in the future (MAGDA-02)",
    earliest: BEFORE_REQUEST,
  },
  planned: { says: "today or later, at most five years ahead", earliest: TODAY, latest: PLANNED_AT_MOST },
  scheduled: { says: "not in the past (INTAKE-03), at most five years ahead", latest: PLANNED_AT_MOST },
  "term-start": {
    says: "first day of a term: not before this dossier, at most five years ahead",
    earliest: OPENING,
    latest: PLANNED_AT_MOST,
  },
  "term-end": {
    says: "last day of a term: in the future, at most fifty years ahead",
    earliest: { from: "today", days: 1 },
    latest: { from: "today", years: 50 },
  },
  "hold-end": { says: "in the future, at most a year away (HOLD-02)" },
  "extension-end": { says: "in the future, at most a year away (STALLED-01)" },
  "absence-start": {
    says: "today or later (SUBSTITUTE-03), at most a year ahead",
    latest: { from: "today", years: 1 },
  },
  "absence-end": { says: "at most a year after the first day (SUBSTITUTE-03)" },
} as const satisfies Record<string, DateKind>;
export type DateKindName = keyof typeof DATE_KINDS;

/**
 * When the date is given, and when its dossier was opened (default: now). `request`: when the renewal, amendment or
 * reopening was requested (default: the opening).
 */
export type Moment = { now: Instant; opening?: Instant; request?: Instant };

function dayOf(
  { from, years = 0, days = 0 }: Bound,
  { now, opening = now, request = opening }: Moment,
): CalendarDate {
  const start = { today: now, opening, request }[from];
  return dateOf(addDays(addYears(start, years), days));
}

/** The first and the last possible day for a date of this kind. */
export function boundsOf(
  kind: DateKindName,
  moment: Moment,
): { earliest?: CalendarDate; latest?: CalendarDate } {
  const { earliest, latest }: DateKind = DATE_KINDS[kind];
  return { earliest: earliest && dayOf(earliest, moment), latest: latest && dayOf(latest, moment) };
}
