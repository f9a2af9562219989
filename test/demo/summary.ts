import { usdOf } from "../../bench/costs.ts";
import prices from "../../bench/prices.json" with { type: "json" };
import type { Stage } from "./stage.ts";

const DAY = 86_400_000;

/** The first state of each stage. */
const STAGE_ENTERED: Record<string, string> = {
  OpenDossier: "Contact",
  EnterIntake: "Intake",
  EnterDpia: "DPIA",
  EnterProtocol: "Protocol",
  EnterMagda: "MAGDA",
  StartUse: "In use",
};

type Summary = { text: string; problems: string[] };

/** The cost and duration of the onboarding, and its problems. */
export async function summarise(stage: Stage, wallMilliseconds: number): Promise<Summary> {
  await stage.scene.cloud.settled();
  const problems = [...(await problemsOf(stage)), ...(await problemsOfStatusPage(stage))];
  return { text: textOf(stage, await leadTimes(stage), wallMilliseconds), problems };
}

/** The cost and duration of the years of an organisation: the lead times of its first onboarding, and its accesses. */
export async function summariseYears(stage: Stage, wallMilliseconds: number): Promise<Summary> {
  await stage.scene.cloud.settled();
  const problems = await problemsOf(stage);
  const { accesses = [] } = stage.closed ?? {};
  if (accesses.length !== 3) problems.push(`three accesses were granted, not ${accesses.length}`);
  const granted = accesses.map(({ pass, start, end, status }): [string, string] => [
    `access ${pass}`,
    `${start} to ${end ?? "open"}, ${status}`,
  ]);
  return { text: textOf(stage, [...(await leadTimes(stage)), ...granted], wallMilliseconds), problems };
}

function textOf(stage: Stage, first: [string, string][], wallMilliseconds: number): string {
  const usage = stage.scene.cloud.counts.snapshot();
  const invocations = sum(Object.values(usage.invocations));
  const { warmSecondsOfAnInvocation: seconds } = prices.assumptions;
  const price = [
    { line: "state-transition", amount: usage.transitions },
    { line: "lambda-request", amount: invocations },
    { line: "lambda-gb-second", amount: (invocations * seconds) / 2 },
    { line: "table-write", amount: usage.writeUnits },
    { line: "table-read", amount: usage.readUnits },
    { line: "mail", amount: usage.mails },
    { line: "object-write", amount: usage.calls["s3:PutObject"] ?? 0 },
  ] as const;
  const rows: [string, string][] = [
    ...first,
    ["virtual time", `${stage.day} days`],
    ["mails sent", String(usage.mails)],
    ["decisions by people", String(stage.decisions.length)],
    ["state transitions", String(usage.transitions)],
    ["Lambda invocations", String(invocations)],
    ["DynamoDB units", `${Math.round(usage.readUnits)} read, ${Math.round(usage.writeUnits)} write`],
    [
      "price on AWS",
      `USD ${sum(price.map(usdOf)).toFixed(3)} with the sweeps of these days; all prices: docs/costs.md`,
    ],
    ["wall time", `${(wallMilliseconds / 1000).toFixed(1)} s`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    "",
    `Summary of ${stage.journey.reference}`,
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
  ].join("\n");
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** Days between entering one stage and the next. */
async function leadTimes(stage: Stage): Promise<[string, string][]> {
  const { cloud } = stage.scene;
  const entered = new Map<string, number>();
  for (const execution of (await cloud.executions()).reverse()) {
    for (const event of await cloud.history(execution.executionArn)) {
      const details = event["stateEnteredEventDetails"];
      const name = typeof details === "object" && details && "name" in details ? details.name : undefined;
      const stageName = STAGE_ENTERED[String(name)];
      if (stageName && !entered.has(stageName)) entered.set(stageName, event.timestamp * 1000);
    }
  }
  const moments = [...entered];
  return moments.slice(0, -1).map(([name, from], place): [string, string] => {
    const to = moments[place + 1]?.[1] ?? from;
    return [`lead time ${name}`, `${Math.round((to - from) / DAY)} virtual days`];
  });
}

async function problemsOf(stage: Stage): Promise<string[]> {
  const { cloud } = stage.scene;
  const problems: string[] = [];
  const notSucceeded = (await cloud.executions()).filter(({ status }) => status !== "SUCCEEDED");
  for (const { name, status } of notSucceeded) problems.push(`execution ${name} is ${status}`);
  for (const name of cloud.functionNames()) {
    const { errors } = cloud.functionRecord(name);
    if (errors > 0) problems.push(`function ${name} ended in an error ${errors} times`);
  }
  for (const { queue } of cloud.messages()) problems.push(`a message stands in the queue ${queue}`);
  return problems;
}

async function problemsOfStatusPage(stage: Stage): Promise<string[]> {
  const problems: string[] = [];
  const status = await stage.statusPage();
  if (!/[Ii]n gebruik/.test(status))
    problems.push("the applicant's status page does not say that the LED is in use");
  if (!status.includes(stage.journey.reference))
    problems.push("the applicant's status page does not name the dossier");
  return problems;
}
