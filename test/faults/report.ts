import { type Kind, KINDS } from "./kinds.ts";
import { type Trial, trialName } from "./plan.ts";
import type { Tried } from "./tried.ts";

/** `missed`: its call was not made this time. */
export type Outcome = "survived" | "broke" | "missed";
export type Judged = { trial: Trial; outcome: Outcome };

/** The result of each trial. All trials that hit since the last success share the blame. */
export const judge = (tried: readonly Tried[]): Judged[] =>
  tried.flatMap(({ armed, suspects }) =>
    armed.map(({ trial, handle }): Judged => {
      if (suspects.includes(trial)) return { trial, outcome: "broke" };
      return { trial, outcome: handle.struck.length > 0 ? "survived" : "missed" };
    }),
  );

/** A table with operations as rows and kinds of fault as columns; each cell has the number of survived trials. */
export function tableOf(judged: readonly Judged[]): string {
  const struck = judged.filter(({ outcome }) => outcome !== "missed");
  const operations = [...new Set(struck.map(({ trial }) => operationOf(trial)))].sort();
  const cell = (rows: readonly Judged[]) => {
    const survived = rows.filter(({ outcome }) => outcome === "survived").length;
    return rows.length === 0 ? "-" : `${survived}/${rows.length}`;
  };
  const cells = (rows: readonly Judged[]) => [
    ...KINDS.map((kind: Kind) => cell(rows.filter(({ trial }) => trial.kind === kind))),
    cell(rows),
  ];
  return aligned([
    ["", ...KINDS, "all"],
    ...operations.map((operation) => [
      operation,
      ...cells(struck.filter(({ trial }) => operationOf(trial) === operation)),
    ]),
    ["all", ...cells(struck)],
  ]);
}

const operationOf = ({ service, operation }: Trial) => `${service}:${operation}`;

function aligned(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row.map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))),
    )
    .map((row) => row.join("  "))
    .join("\n");
}

/** Failed trials, with the command that repeats them. */
export const brokenOnes = (tried: readonly Tried[], options: string): string[] =>
  tried.flatMap(({ broken, suspects, stage }) =>
    (broken ?? []).flatMap(({ promise, what }) => [
      `${stage.journey.reference || `onboarding ${stage.place}`} breaks "${promise}": ${what.join("; ")}`,
      ...suspects.map((trial) => `  npm run faults -- ${options} --only ${JSON.stringify(trialName(trial))}`),
    ]),
  );
