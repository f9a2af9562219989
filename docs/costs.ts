import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  atRest,
  type CostLine,
  kept,
  type Measured,
  ofOneOnboarding,
  PRICED,
  totalOf,
  usdOf,
} from "../bench/costs.ts";
import prices from "../bench/prices.json" with { type: "json" };
import { Results } from "../bench/report.ts";
import { PROD_DEFAULTS } from "../infra/configuration/settings.ts";
import { synthesized } from "../test/infra/synthesized.ts";

const YEARLY = [100, 10_000];
/** Years for which a signed dossier is kept after its use, and a use of some years. */
const KEPT_YEARS = 10;

/** The price of the stack: from the template, the measured units and the list prices. */
export function renderCosts(): string {
  const results = readFileSync(join(import.meta.dirname, "../bench/results.json"), "utf8");
  const measured: Measured = Results.parse(JSON.parse(results));
  const { template } = chosen({});
  const rest = atRest(template, measured);
  const one = ofOneOnboarding(template, measured);
  const { assumptions } = prices;
  return [
    "# Costs",
    "",
    `List prices of ${prices.region} in ${prices.currency}, collected on ${prices.collected}: [bench/prices.json](../bench/prices.json) has the source`,
    "and the date of each. No free tier, discount or tax is counted, so a bill is lower. The amounts come from the template",
    "(`dev`, with what is on by default in `prod`) and from what `npm run bench` measured on the straight path; `npm run generate` computes this page.",
    "",
    "## A month",
    "",
    "| onboardings a year | at rest | onboardings | kept after a year | month, first year | month, after ten years |",
    "|---|---|---|---|---|---|",
    ...[0, ...YEARLY].map((yearly) => monthRow(yearly, rest, one, measured)),
    "",
    `One onboarding costs ${usd(totalOf(one), 4)}. What is kept is ${assumptions.documentsOfAnOnboarding} documents of ${assumptions.megabytesOfADocument} MB for each, which is an assumption.`,
    "",
    "## At rest, for a month",
    "",
    ...table(rest),
    "",
    "## One onboarding",
    "",
    "The straight path without a DPIA and without loops, with a sweep after each act. Every invocation is counted as a cold start,",
    `of which the work takes ${assumptions.warmSecondsOfAnInvocation} s; a page is counted as ${assumptions.kilobytesOfAPage} KB.`,
    "",
    ...table(one),
    "",
    "## What a setting costs",
    "",
    "Settings of an environment in `cdk.json` that are on by default in prod, and what each costs alone. Trail and encryption share",
    "one key. Not counted: requests of CloudWatch and CloudTrail to that key, of which AWS does not give the number; and calls that",
    "change the account, which the first trail of an account records free of charge (a second one for 2 per 100,000).",
    "",
    "| setting | what it is | at rest | one onboarding | month, 10000 a year |",
    "|---|---|---|---|---|",
    ...Object.entries(SETTINGS).map(([name, what]) => settingRow(name, what, measured)),
    "",
    "## What was weighed",
    "",
    "- **Alarms.** CloudWatch charges for each metric that an alarm reads, in metric math too: one alarm over all states costs as",
    "  much as an alarm for each, and says less. Each function keeps its own, with its own text.",
    "- **Traces.** The rate at which Lambda samples cannot be set, and the gateway does not trace: a sampling rule would change nothing.",
    "- **Metrics.** One that is sent each hour costs as much as three alarms; what seldom happens costs by the hour in which it does.",
    "- **Mails.** An account of before 21 July 2026 pays 0.0001 for a mail, not 0.00016.",
    "",
    "## Each type of resource",
    "",
    "A type without a row here fails a test.",
    "",
    "| type | price |",
    "|---|---|",
    ...Object.keys(PRICED).map((type) => `| ${type} | ${pricedAs(type)} |`),
    "",
  ].join("\n");
}

/** The template of dev, as prod has it except for `overrides`. */
const chosen = (overrides: Record<string, unknown>) =>
  synthesized({ environment: "dev", overrides: { ...PROD_DEFAULTS, ...overrides } });

/** Settings that are on or off, and what they buy. */
const SETTINGS = {
  auditTrail: "CloudTrail records each reading and writing of the table and the buckets",
  logEncryption: "logs are encrypted with a key of the account",
  logDataProtection: "personal data in logs are masked",
  malwareCheck: "GuardDuty checks documents for malware",
};

const NONE = Object.fromEntries(Object.keys(SETTINGS).map((name) => [name, false]));

/** What one setting adds, on alone. */
function settingRow(name: string, what: string, measured: Measured): string {
  const without = chosen(NONE).template;
  const on = chosen({ ...NONE, [name]: true }).template;
  const added = (of: typeof atRest) => totalOf(of(on, measured)) - totalOf(of(without, measured));
  const [rest, one] = [added(atRest), added(ofOneOnboarding)];
  const most = Math.max(...YEARLY);
  return `| \`${name}\` | ${what} | ${usd(rest)} | ${usd(one, 5)} | ${usd(rest + (one * most) / 12)} |`;
}

function monthRow(yearly: number, rest: CostLine[], one: CostLine[], measured: Measured): string {
  const acts = (totalOf(one) * yearly) / 12;
  const keptAfter = (years: number) => totalOf(kept(yearly * years, measured));
  const [first, tenth] = [1, KEPT_YEARS].map((years) => totalOf(rest) + acts + keptAfter(years));
  return `| ${yearly} | ${usd(totalOf(rest))} | ${usd(acts)} | ${usd(keptAfter(1))} | ${usd(first)} | ${usd(tenth)} |`;
}

const table = (lines: CostLine[]): string[] => [
  "| what | amount | price each | USD | share |",
  "|---|---|---|---|---|",
  ...lines
    .filter(({ amount }) => amount > 0)
    .toSorted((a, b) => usdOf(b) - usdOf(a))
    .map((line) => {
      const { usd: each, per } = prices.lines[line.line];
      const share = Math.round((usdOf(line) / totalOf(lines)) * 100);
      return `| ${line.what} | ${amountOf(line.amount)} | ${each} per ${per} | ${usd(usdOf(line), 5)} | ${share}% |`;
    }),
];

const amountOf = (amount: number): string =>
  amount >= 100 ? String(Math.round(amount)) : String(Number(amount.toPrecision(3)));
const usd = (amount = 0, digits = 2): string => amount.toFixed(digits);

function pricedAs(type: string): string {
  const priced = PRICED[type];
  if (priced === undefined) return "";
  return "free" in priced ? `none: ${priced.free}` : priced.lines.join(", ");
}
