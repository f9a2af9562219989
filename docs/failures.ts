import { ERROR_IMPACT } from "../infra/constructs/error-impact.ts";
import { STATES, type StateName } from "../statemachine/contract.ts";

const START = "<!-- prettier-ignore-start -->";
const END = "<!-- prettier-ignore-end -->";

/** docs/failures.md with a row for every state: the part between the two marks is generated, the rest is written by hand. */
export function withSteps(page: string): string {
  const [before = ""] = page.split(START);
  const [, after = ""] = page.split(END);
  const rows = (Object.keys(STATES) as StateName[]).map(
    (state) => `| \`${state}\` | ${KINDS[STATES[state].kind]} | ${ERROR_IMPACT[state]} |`,
  );
  const table = ["| step | kind | while it keeps failing |", "|---|---|---|", ...rows];
  return [`${before}${START}`, "", ...table, "", `${END}${after}`].join("\n");
}

const KINDS = { human: "waits for a person", system: "of the system" } as const;
