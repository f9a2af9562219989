import { showMoment } from "../../domain/calendar.ts";
import { nameOf } from "./task/task-parts.tsx";
import type { TimelineEntry } from "./timeline.ts";
import { timelineTexts } from "./timeline.nl.ts";

/** Number of entries shown; earlier ones are collapsed. */
const SHOWN = 10;

const Entries = ({ entries }: { entries: TimelineEntry[] }) => (
  <ol class="timeline">
    {entries.map(({ at, who, text, detail }) => (
      <li>
        <time datetime={at}>{showMoment(at)}</time>
        {who ? `${nameOf(who)} ${text}` : text}
        {detail ? <q>{detail}</q> : ""}
      </li>
    ))}
  </ol>
);

export const TimelineList = ({ entries }: { entries: TimelineEntry[] }) => {
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
