import { dateOf, type CalendarDate, type Instant } from "../domain/calendar.ts";
import { allOf, allowed, refused, type Verdict } from "../domain/verdict.ts";

type Dates = { exploratoryTalkDate?: CalendarDate; testDate?: CalendarDate; productionDate: CalendarDate };
/** In chronological order. */
const ORDER = ["exploratoryTalkDate", "testDate", "productionDate"] as const satisfies (keyof Dates)[];

/**
 * MAGDA-02: a connection is reported after it was made, so its dates are not in the future. They are in order:
 * exploratory talk, test, production.
 * Source: the process, ConnectMagda; MAGDA: approval, certificate, test (TNI), production.
 */
export function connectionDatesAreInOrder(dates: Dates, now: Instant): Verdict {
  const today = dateOf(now);
  const given = ORDER.flatMap((name) => {
    const date = dates[name];
    return date === undefined ? [] : [{ name, date }];
  });
  return allOf(
    ...given.map(({ name, date }, place) => {
      const before = given[place - 1];
      if (date > today)
        return refused("MAGDA-02", "Deze datum ligt in de toekomst. Meld wat al gebeurd is.", name);
      return before !== undefined && date < before.date
        ? refused("MAGDA-02", "Deze datum ligt voor de vorige. Kijk de datums na.", name)
        : allowed;
    }),
  );
}
