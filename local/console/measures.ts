import { html } from "hono/html";
import * as z from "zod";
import type { LogEntry } from "../lambda/logs.ts";
import { type Markup, table, timeText } from "./page.ts";

/** A log line in CloudWatch's embedded metric format; its values stand beside `_aws`. */
const Embedded = z.looseObject({
  _aws: z.object({
    CloudWatchMetrics: z.array(
      z.object({
        Dimensions: z.array(z.array(z.string())),
        Metrics: z.array(z.object({ Name: z.string() })),
      }),
    ),
  }),
});

export type Measure = { name: string; dimensions: string; value: number; times: number; at: number };

/** Dimensions that every metric has. */
const USUAL = ["service", "environment"];

/** The metrics in log lines: by name and dimensions the newest value, and how often one was written. */
export function measuresIn(lines: readonly LogEntry[]): Measure[] {
  const found = new Map<string, Measure>();
  for (const { at, text } of lines)
    for (const { name, dimensions, value } of metricsOf(text)) {
      const key = `${name} ${dimensions}`;
      found.set(key, { name, dimensions, value, at, times: (found.get(key)?.times ?? 0) + 1 });
    }
  return [...found.values()].sort((a, b) =>
    `${a.name} ${a.dimensions}`.localeCompare(`${b.name} ${b.dimensions}`),
  );
}

function metricsOf(text: string): Pick<Measure, "name" | "dimensions" | "value">[] {
  if (!text.includes('"_aws"')) return [];
  const { data } = Embedded.safeParse(jsonIn(text));
  if (!data) return [];
  return data._aws.CloudWatchMetrics.flatMap(({ Dimensions, Metrics }) => {
    const dimensions = Dimensions.flat()
      .filter((name) => !USUAL.includes(name))
      .map((name) => `${name} ${String(data[name])}`)
      .join(", ");
    return Metrics.map(({ Name }) => ({ name: Name, dimensions, value: latestOf(data[Name]) }));
  });
}

/** A metric of several values in one line has them in a list. */
const latestOf = (value: unknown): number => Number(Array.isArray(value) ? value.at(-1) : value);

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The metrics of the dashboard, as the functions wrote them. */
export function measures(lines: readonly LogEntry[]): Markup {
  const rows = measuresIn(lines).map(({ name, dimensions, value, times, at }) => [
    name,
    dimensions,
    value,
    times,
    timeText(at),
  ]);
  const columns = [
    { title: "Metric" },
    { title: "Of" },
    { title: "Newest value", number: true },
    { title: "Times", number: true },
    { title: "At" },
  ];
  return html`<h2>Metrics</h2>
    ${table("What the functions measured", columns, rows)}`;
}
