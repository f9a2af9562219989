import { html } from "hono/html";
import type { Cloud } from "../cloud/cloud.ts";
import { diagram } from "./diagram.ts";
import { type Markup, page, table, timeText } from "./page.ts";
import { progressOf, statesOf } from "./state-graph.ts";

const NEWEST = 200;

/** One execution: its state machine with the current state marked, and its history. */
export async function executionPage(cloud: Cloud, executionArn: string): Promise<Markup | undefined> {
  const definition = await cloud.definition(executionArn);
  if (definition === undefined) return undefined;
  const history = await cloud.history(executionArn);
  const nodes = statesOf(definition);
  const progress = progressOf(history);
  const marks = nodes.map(
    ({ name, next }) =>
      html`<li>
        ${progress.current.has(name) ? html`<strong>${name} (now)</strong>` : name}${progress.visited.has(name) ? " – reached" : ""}${
          next.length > 0 ? ` → ${next.join(", ")}` : ""
        }
      </li>`,
  );
  const rows = history
    .slice(-NEWEST)
    .map(({ id, type, timestamp }) => [id, type, timeText(timestamp * 1000)]);
  const columns = [{ title: "Event", number: true }, { title: "Type" }, { title: "When" }];
  return page(
    executionArn.split(":").at(-1) ?? executionArn,
    html`<p>Now in: ${[...progress.current].join(", ") || "no state"}.</p>
      ${diagram(nodes, progress)}
      <details>
        <summary>The same in words</summary>
        <ol>
          ${marks}
        </ol>
      </details>
      <h2>History</h2>
      ${table(`Last ${rows.length} events`, columns, rows)}`,
  );
}
