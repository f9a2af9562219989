import { type Access, standingOf } from "../../domain/access.ts";
import { type CalendarDate, showDate } from "../../domain/calendar.ts";
import { channelNames } from "../../domain/texts.nl.ts";
import { webTexts } from "./texts.nl.ts";

const texts = webTexts.access;

const whenOf = ({ start, end, replacedFrom, endedOn }: Access): string =>
  [
    texts.from(showDate(start)),
    texts.until(end && showDate(end)),
    ...(replacedFrom === undefined ? [] : [texts.replacedFrom(showDate(replacedFrom))]),
    ...(endedOn === undefined ? [] : [texts.endedOn(showDate(endedOn))]),
  ].join(", ");

const channelsOf = ({ channels }: Access): string =>
  channels.length === 0 ? texts.notConnected : channels.map((channel) => channelNames[channel]).join(" en ");

type Props = { accesses: Access[]; title: string; today: CalendarDate };

/** The accesses, latest first. They, not the request, show whether consultation of the LED is allowed. */
export const AccessList = ({ accesses, title, today }: Props) =>
  accesses.length === 0 ? (
    <></>
  ) : (
    <section>
      <h2>{title}</h2>
      <ul class="spaced">
        {accesses
          .toSorted((a, b) => b.pass - a.pass)
          .map((access) => (
            <li>
              <strong>
                {texts.pass(access.pass)}: {texts.standing[standingOf(access, today)]}
              </strong>
              <br />
              {standingOf(access, today) === "in-force" ? texts.mayConsult : texts.mayNotConsult}
              <br />
              {whenOf(access)}. {channelsOf(access)}.
              <br />
              {access.purpose}
            </li>
          ))}
      </ul>
    </section>
  );
