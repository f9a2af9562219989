import { type Kind, KINDS } from "./kinds.ts";
import { nameOf, type Trial, trialName } from "./plan.ts";
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

/** What did not survive when it was tried last, with the command that tries it again. */
export function brokenOnes(tried: readonly Tried[], judged: readonly Judged[], options: string): string[] {
  const broke = new Set(namesOf(judged, "broke"));
  return tried.flatMap(({ broken, suspects, stage }) => {
    const toBlame = suspects.map(trialName).filter((name) => broke.has(name));
    if (suspects.length > 0 && toBlame.length === 0) return [];
    return (broken ?? []).flatMap(({ promise, what }) => [
      `${stage.journey.reference || `onboarding ${stage.place}`} breaks "${promise}": ${what.join("; ")}`,
      ...toBlame.map((name) => `  npm run faults -- ${options} --only ${JSON.stringify(name)}`),
    ]);
  });
}

/** What broke something together with others and survived by itself: more at once than retries overcome, or a fault. */
export function brokenTogether(tried: readonly Tried[], judged: readonly Judged[]): string[] {
  const survived = new Set(namesOf(judged, "survived"));
  return tried
    .filter(({ suspects }) => suspects.length > 1 && suspects.every((one) => survived.has(trialName(one))))
    .flatMap(({ broken = [], suspects }) => [
      ...broken.map(({ promise, what }) => `only together break "${promise}": ${what.join("; ")}`),
      ...suspects.map((trial) => `  ${trialName(trial)}`),
    ]);
}

/** Kinds by pair of what was planned and not tried. */
export function notTried(planned: readonly Trial[], judged: readonly Judged[]): string[] {
  const known = new Set(judged.map(({ trial }) => `${nameOf(trial)}/${trial.kind}`));
  const left = Map.groupBy(
    planned.filter((trial) => !known.has(`${nameOf(trial)}/${trial.kind}`)),
    nameOf,
  );
  return [...left].map(([name, trials]) => `${name}: ${trials.map(({ kind }) => kind).join(", ")}`);
}

const namesOf = (judged: readonly Judged[], outcome: Outcome): string[] =>
  judged.filter((one) => one.outcome === outcome).map(({ trial }) => trialName(trial));
