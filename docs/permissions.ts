import { createApp } from "../infra/app.ts";
import { actorsOf, namesIn } from "../local/iam/actors.ts";
import { Iam } from "../local/iam/iam.ts";
import type { Statement } from "../local/iam/statements.ts";
import { dictionaryOf, stringsOf } from "../local/foundation/json.ts";
import { Template } from "../local/template/template.ts";
import { readStack } from "../local/template/assembly.ts";

/** Actions that Lambda and Step Functions grant to every function. */
const EVERYWHERE = /^(logs|xray):/;

/** Permissions of every function, state machine and rule in the template. */
export async function renderPermissions(): Promise<string> {
  const app = () => createApp({ environment: "dev", bundling: false });
  const template = new Template(await readStack(app));
  const { roles } = new Iam(template);
  const readable = namesIn(template);
  const sections = [...actorsOf(template)].flatMap(([role, actor]) => [
    "",
    `## ${actor.replace(/^led-dev-/, "")}`,
    "",
    "| may | on | bound to |",
    "|---|---|---|",
    ...(roles.get(role) ?? []).filter(isItsOwn).map((statement) => readable(rowOf(statement))),
  ]);
  return [
    "# Permissions",
    "",
    "What each function, each state machine and the rules of the event bus may do, made from the template by `npm run generate`.",
    "Logs and traces are left out: every function writes its own. `npm run permissions` says which of these no test or demo used;",
    "why some are not is in [accepted-permissions.ts](../infra/configuration/accepted-permissions.ts).",
    ...sections,
    "",
  ].join("\n");
}

const isItsOwn = ({ actions }: Statement): boolean => !actions.every((action) => EVERYWHERE.test(action));

function rowOf({ actions, resources, condition }: Statement): string {
  const bounds = Object.entries(dictionaryOf(condition))
    .filter(([operator]) => operator !== "Null")
    .flatMap(([, keys]) => Object.entries(dictionaryOf(keys)))
    .map(([key, patterns]) => `\`${key}\`: ${stringsOf(patterns).map(code).join(", ")}`);
  const cells = [actions.map(code), resources.map(code), bounds].map((cell) => cell.join(", "));
  return `| ${cells.join(" | ")} |`;
}

const code = (text: string) => `\`${text}\``;
