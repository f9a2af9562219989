import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Results } from "../bench/report.ts";
import {
  DAYS_OPEN,
  type Load,
  limitsOf,
  perDayOf,
  perDayOfKey,
  SECONDS_OF_A_CALL,
  SHARED_KEYS,
  simulate,
} from "../bench/scaling.ts";
import { dictionaryOf, listOf } from "../local/foundation/json.ts";
import { ofType, synthesized, type Template } from "../test/infra/synthesized.ts";

const LOADS: Load[] = [
  { onboardings: 1000, sweepers: 1, mailsASecond: 14 },
  { onboardings: 10_000, sweepers: 1, mailsASecond: 14 },
  { onboardings: 100_000, sweepers: 1, mailsASecond: 14 },
  { onboardings: 100_000, sweepers: 8, mailsASecond: 100 },
];

/** The way to a hundred thousand onboardings a day, from the measured units. */
export function renderScaling(): string {
  const { straightPath } = Results.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, "../bench/results.json"), "utf8")),
  );
  const limits = limitsOf(straightPath, throttleIn(synthesized().template));
  return [
    "# Scaling",
    "",
    "Which limit comes first on the way to a hundred thousand onboardings a day, and what moves it. Computed by `npm run generate`",
    "from the units that `npm run bench` measured of the straight path ([performance](performance.md)), from the template and from",
    `default quotas of AWS. People work eight hours a day; an onboarding is open for ${DAYS_OPEN} days; a call of the table takes ${SECONDS_OF_A_CALL * 1000} ms, and the CPU of a sweep is not counted.`,
    "",
    "## Limits, the first one first",
    "",
    "| limit | allows | one onboarding uses | onboardings a day | what moves it | source |",
    "|---|---|---|---|---|---|",
    ...limits.map(
      (limit) =>
        `| ${limit.name} | ${limit.allows} a ${limit.a} | ${Number(limit.uses.toPrecision(3))} | ${perDayOf(limit)} | ${limit.move} | ${limit.source} |`,
    ),
    "",
    "## Keys that all dossiers share",
    "",
    "DynamoDB takes a thousand units a second under one key. Every other key is of one dossier.",
    "",
    "| key | writes of one onboarding | onboardings a day |",
    "|---|---|---|",
    ...SHARED_KEYS.map(({ key, uses }) => {
      const used = uses(straightPath);
      return `| ${key} | ${Number(used.toPrecision(3))} | ${perDayOfKey(used)} |`;
    }),
    "",
    "## The sweep and the mails at that load",
    "",
    "A simulation of one working day on virtual time ([bench/scaling.ts](../bench/scaling.ts)): acts come evenly, sweeps start every five",
    "minutes and last four at most, mails leave at the rate of SES. In minutes: the longest wait, and how long after the working day",
    "the last work is done. The sweep has eight shards, so eight functions can sweep beside each other; one does today.",
    "",
    "| onboardings a day | sweeps beside each other | mails a second | due work waits | done after | mails wait | sent after |",
    "|---|---|---|---|---|---|---|",
    ...LOADS.map((load) => {
      const { sweepWaits, sweepDone, mailWaits, mailDone } = simulate(load, straightPath);
      return `| ${load.onboardings} | ${load.sweepers} | ${load.mailsASecond} | ${sweepWaits} | ${sweepDone} | ${mailWaits} | ${mailDone} |`;
    }),
    "",
    "## What grows with the number of dossiers",
    "",
    "The digest and the count of each hour read all open tasks, a hundred a page; the page of workflow versions and the list of own",
    "tasks read more pages too. They are not measured here: the pages of lists, the search and an empty sweep read one page,",
    "however many dossiers there are.",
    "",
  ].join("\n");
}

/** Requests a second that the stage of the API allows. */
function throttleIn(template: Template): number {
  const [stage] = ofType(template, "AWS::ApiGateway::Stage");
  const [all] = listOf(stage?.[1].Properties["MethodSettings"]).map(dictionaryOf);
  return Number(all?.["ThrottlingRateLimit"]);
}
