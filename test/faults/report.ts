import { type Kind, KINDS } from "./kinds.ts";
import { type Trial, trialName } from "./plan.ts";
import type { Tried } from "./tried.ts";

/** `missed`: the call that it was to strike was not made this time. */
export type Outcome = "survived" | "broke" | "missed";
export type Judged = { trial: Trial; outcome: Outcome };

/** What came of each trial. Of several that struck since everything was right, all are to blame. */
export const judge = (tried: readonly Tried[]): Judged[] =>
  tried.flatMap(({ armed, suspects }) =>
    armed.map(({ trial, handle }): Judged => {
      if (suspects.includes(trial)) return { trial, outcome: "broke" };
      return { trial, outcome: handle.struck.length > 0 ? "survived" : "missed" };
    }),
  );

/** A table: operations down, kinds of trouble across; each cell says how many survived of those that struck. */
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

/** What did not survive, with the command that tries it again. */
export const brokenOnes = (tried: readonly Tried[], options: string): string[] =>
  tried.flatMap(({ broken, suspects, stage }) =>
    (broken ?? []).flatMap(({ promise, what }) => [
      `${stage.journey.reference || `onboarding ${stage.place}`} breaks "${promise}": ${what.join("; ")}`,
      ...suspects.map((trial) => `  npm run faults -- ${options} --only ${JSON.stringify(trialName(trial))}`),
    ]),
  );
