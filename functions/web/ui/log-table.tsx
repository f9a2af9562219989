import { showMoment } from "../../domain/calendar.ts";
import { logTexts } from "./log.nl.ts";
import type { LogLine } from "./log-lines.ts";

/** The entries of a log, in the order given. */
export const LogTable = ({ lines, caption }: { lines: LogLine[]; caption?: string }) => (
  <table>
    {caption === undefined ? "" : <caption>{caption}</caption>}
    <thead>
      <tr>
        {logTexts.table.map((heading) => (
          <th scope="col">{heading}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {lines.map(({ at, who, onBehalf, what }) => (
        <tr>
          <td>
            <time datetime={at}>{showMoment(at)}</time>
          </td>
          <td>{who}</td>
          <td>{onBehalf}</td>
          <td>{what}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
