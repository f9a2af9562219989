import type { LogEntry } from "../../domain/log.ts";
import type { Definitions } from "../../domain/task-definition.ts";
import { logTexts } from "../ui/log.nl.ts";
import { logLines } from "../ui/log-lines.ts";
import { LogTable } from "../ui/log-table.tsx";
import { alone } from "./alone.tsx";
import { exportTexts } from "./texts.nl.ts";

/** The log of a dossier, to read without this system. */
export const logPage = (
  reference: string,
  log: readonly LogEntry[],
  definitions: Definitions,
): Promise<string> =>
  alone(
    `${logTexts.title}: ${exportTexts.title(reference)}`,
    <>
      <h1>
        {logTexts.title}: {exportTexts.title(reference)}
      </h1>
      <p>
        <a href="index.html">{exportTexts.back}</a>
      </p>
      <LogTable caption={exportTexts.logCaption} lines={logLines(log, definitions)} />
    </>,
  );
