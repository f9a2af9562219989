import { html } from "hono/html";
import type { Cloud } from "../cloud/cloud.ts";
import { type Markup, page, timeText } from "./page.ts";

/** The log of a function, newest last. */
export function functionPage(cloud: Cloud, name: string): Markup | undefined {
  if (!cloud.functionNames().includes(name)) return undefined;
  const { invocations, errors } = cloud.functionRecord(name);
  const lines = cloud.logs(name).map(({ at, text }) => `${timeText(at)}  ${text}`);
  return page(
    name,
    html`<p>${invocations} invocations, ${errors} errors since the start.</p>
      <h2>Log</h2>
      ${lines.length === 0 ? html`<p>Nothing was written.</p>` : html`<pre tabindex="0">${lines.join("\n")}</pre>`}`,
  );
}
