import { html } from "hono/html";
import type { Cloud } from "../cloud/cloud.ts";
import { measures } from "./measures.ts";
import { type Markup, page, table, timeText } from "./page.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Steps of the clock, by the name that the form posts. */
export const STEPS = new Map([
  ["+1 hour", HOUR],
  ["+1 day", DAY],
  ["+7 days", 7 * DAY],
  ["+30 days", 30 * DAY],
  ["+1 year", 365 * DAY],
]);

const NEWEST = 50;

export async function overviewPage(cloud: Cloud): Promise<Markup> {
  return page(
    "Local cloud",
    html`${links(cloud)} ${clock(cloud)} ${await executions(cloud)} ${functions(cloud)}
    ${measures(cloud.logs())} ${queues(cloud)} ${usage(cloud)}`,
  );
}

const link = (address: string, text: string) => html`<li><a href="${address}">${text}</a></li>`;

const links = (cloud: Cloud) =>
  html`<ul>
      ${cloud.url && link(cloud.url, "The site")} ${cloud.adminUrl && link(cloud.adminUrl, "The admin pages")}
      ${link("/mailbox", "Mailbox: every mail that was sent, to answer as its recipient")}
      ${link("/gallery", "Gallery: one mail of each kind, on a light and on a dark screen")}
    </ul>
    <p>
      Sign in as one of these invented people:
      ${cloud.users.map(({ name, groups }) => `${name}${groups.length > 0 ? `, ${groups.join(" and ")}` : ""}`).join("; ")}.
    </p>
    <p>
      AWS APIs: <code>AWS_ENDPOINT_URL=${cloud.gatewayUrl}</code>, region
      <code>${cloud.operator.region}</code>.
    </p>`;

const clock = (cloud: Cloud) =>
  html`<h2>Clock</h2>
    <p>
      It is now ${timeText(cloud.clock.now())} (Brussels), ${Math.round(cloud.clock.offset / DAY)} days ahead
      of real time.
    </p>
    ${[...STEPS.keys()].map(
      (step) =>
        html`<form method="post" action="/clock"><button name="step" value="${step}">${step}</button></form>`,
    )}`;

async function executions(cloud: Cloud): Promise<Markup> {
  const all = await cloud.executions();
  const rows = all
    .slice(0, NEWEST)
    .map(({ executionArn, name, status, startDate, stopDate }) => [
      html`<a href="/executions/${encodeURIComponent(executionArn)}">${name}</a>`,
      status,
      timeText(startDate * 1000),
      stopDate ? timeText(stopDate * 1000) : "",
    ]);
  const columns = [{ title: "Execution" }, { title: "Status" }, { title: "Started" }, { title: "Ended" }];
  return html`<h2>Executions</h2>
    ${table(`Newest ${Math.min(NEWEST, all.length)} of ${all.length} executions`, columns, rows)}`;
}

function functions(cloud: Cloud): Markup {
  const rows = cloud.functionNames().map((name) => {
    const { invocations, errors, throttles } = cloud.functionRecord(name);
    return [html`<a href="/functions/${name}">${name}</a>`, invocations, errors, throttles];
  });
  const columns = [
    { title: "Function" },
    { title: "Invocations", number: true },
    { title: "Errors", number: true },
    { title: "Throttles", number: true },
  ];
  return html`<h2>Functions</h2>
    ${table("Functions since the start", columns, rows)}`;
}

function queues(cloud: Cloud): Markup {
  const rows = cloud.messages().map(({ queue, at, body, attributes }) => [
    queue,
    timeText(at),
    html`<code>${body.slice(0, 500)}</code>`,
    Object.entries(attributes)
      .map((pair) => pair.join(": "))
      .join(", "),
  ]);
  const columns = [{ title: "Queue" }, { title: "Since" }, { title: "Message" }, { title: "Attributes" }];
  return html`<h2>Dead-letter queues</h2>
    ${table("Messages in queues", columns, rows)}
    <h2>Alarms</h2>
    <p>Alarms are declared and not evaluated here: ${cloud.alarmNames().join(", ") || "none"}.</p>`;
}

function usage(cloud: Cloud): Markup {
  const { calls, readUnits, writeUnits, transitions, mails } = cloud.counts.snapshot();
  const rows = [
    ["State transitions", transitions],
    ["DynamoDB read units", readUnits],
    ["DynamoDB write units", writeUnits],
    ["Mails", mails],
    ...Object.entries(calls).sort(([left], [right]) => left.localeCompare(right)),
  ];
  return html`<h2>Use</h2>
    ${table("What was used since the start", [{ title: "What" }, { title: "Count", number: true }], rows)}`;
}
