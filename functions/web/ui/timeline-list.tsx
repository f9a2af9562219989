import { showMoment } from "../../domain/calendar.ts";
import { Quoted } from "./message-text.tsx";
import { nameOf } from "./task/task-parts.tsx";
import type { EventWithMails, TimelineEntry } from "./timeline.ts";
import { timelineTexts } from "./timeline.nl.ts";

/** Number of entries shown; earlier ones are collapsed. */
const SHOWN = 10;

const Mails = ({ mails }: { mails: TimelineEntry[] }) => (
  <details>
    <summary>{timelineTexts.mails(mails.length)}</summary>
    <ul>
      {mails.map(({ text, detail }) => (
        <li>
          {text}
          <q>{detail}</q>
        </li>
      ))}
    </ul>
  </details>
);

const Entries = ({ entries }: { entries: EventWithMails[] }) => (
  <ol class="timeline">
    {entries.map(({ at, who, text, detail, quoted, mails }) => (
      <li>
        <time datetime={at}>{showMoment(at)}</time>
        {who ? `${nameOf(who)} ${text}` : text}
        {detail ? <q>{detail}</q> : ""}
        {quoted === undefined ? "" : <Quoted quoted={quoted} />}
        {mails.length > 0 ? <Mails mails={mails} /> : ""}
      </li>
    ))}
  </ol>
);

export const TimelineList = ({ entries }: { entries: EventWithMails[] }) => {
  const earlier = entries.slice(SHOWN);
  return (
    <>
      <Entries entries={entries.slice(0, SHOWN)} />
      {earlier.length > 0 ? (
        <details>
          <summary>{timelineTexts.earlier(earlier.length)}</summary>
          <Entries entries={earlier} />
        </details>
      ) : (
        ""
      )}
    </>
  );
};
