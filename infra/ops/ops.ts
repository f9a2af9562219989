import { parseArgs } from "node:util";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { SQSClient } from "@aws-sdk/client-sqs";
import { verifyLog } from "../verify-log.ts";
import { openAdminApi } from "./admin-api.ts";
import { COMMANDS } from "./commands.ts";
import { asFailure, EXIT, type ExitCode, Failure } from "./failure.ts";
import { createTokenOf } from "./sign-in.ts";

const OPTIONS = {
  cause: { type: "string" },
  drop: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  queue: { type: "string" },
  refused: { type: "boolean" },
  role: { type: "string" },
  stage: { type: "string" },
  to: { type: "string" },
  yes: { type: "boolean", short: "y" },
} as const;

const list = Object.values(COMMANDS)
  .map(
    ({ usage, about, changes }) => `  ${usage}\n      ${about}${changes ? " (dry run without --yes)" : ""}`,
  )
  .join("\n");
export const USAGE = `npm run ops -- <command> [--yes]

${list}
  completion
      a script for bash: eval "$(npm run --silent ops -- completion)"

The answer is JSON. Exit codes: 0 done, 1 refused or not found, 2 usage, 3 not signed in or without the role, 4 a service
does not answer.

LED_URL     address of the site, without a trailing slash (output PublicUrl of the stack)
LED_TOKEN   an access token; or LED_ISSUER and LED_CLIENT_ID (and LED_CLIENT_SECRET, LED_SCOPES for a program)
LED_STACK   name of the stack, for replay; default led-onboarding-dev
TABLE_NAME, LOG_BUCKET_NAME   for verify-log (outputs Table and LogBucket)`;

const completion = (): string => `_led_ops() {
  local current="\${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=($(compgen -W "${[...Object.keys(COMMANDS), "completion"].join(" ")} ${Object.keys(OPTIONS)
    .map((name) => `--${name}`)
    .join(" ")}" -- "$current"))
}
alias led-ops='npm run --silent ops --'
complete -F _led_ops led-ops`;

export type Terminal = { out: (text: string) => void; error: (text: string) => void };

/** Runs one command; returns its exit code. */
export async function main(
  args: string[],
  environment: NodeJS.ProcessEnv,
  { out, error }: Terminal,
): Promise<ExitCode> {
  try {
    const { values, positionals } = parsed(args);
    const [name = "", ...rest] = positionals;
    if (values.help) return (out(USAGE), EXIT.done);
    if (name === "completion") return (out(completion()), EXIT.done);
    const command = COMMANDS[name];
    if (!command)
      throw new Failure("usage", `${name === "" ? "Which command?" : `No command ${name}.`}\n\n${USAGE}`);
    const { yes = false, help: _help, drop, refused, ...options } = values;
    const answer = await command.run(
      {
        api: openAdminApi(
          environment["LED_URL"]?.replace(/\/$/, "") ?? "",
          createTokenOf(environment, error),
        ),
        deadLetters: () => ({
          sqs: new SQSClient({}),
          lambda: new LambdaClient({}),
          stack: environment["LED_STACK"] ?? "led-onboarding-dev",
        }),
        verifyLog: (dossier) => verifyLog(dossier, environment),
        yes,
        options: { ...options, ...(drop && { drop: "yes" }), ...(refused && { refused: "yes" }) },
      },
      rest,
    );
    out(JSON.stringify(answer, undefined, 2));
    if (command.changes && !yes) error("Nothing was changed: add --yes to do it.");
    return EXIT.done;
  } catch (thrown) {
    const failure = asFailure(thrown);
    error(failure.message);
    return failure.code;
  }
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Failure("usage", `${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env, console_());

/** JSON goes to the standard output, everything for the reader to the standard error. */
function console_(): Terminal {
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    error: (text) => void process.stderr.write(`${text}\n`),
  };
}
