import { parseArgs } from "node:util";
import { VirtualClock } from "../foundation/clock.ts";
import { StepFunctions } from "./engine.ts";
import { createApi } from "./http.ts";
import type { InvokeLambda } from "./integrations/lambda.ts";
import { invokeAt } from "./lambda-endpoint.ts";

/** Runs only the engine: `node local/step-functions/server.ts --port 8083 --lambda-endpoint http://127.0.0.1:9001`. */

const USAGE = `Usage: npm run sfn -- [options]

  --port <number>           port of the API (8083)
  --host <address>          address it listens on (127.0.0.1)
  --lambda-endpoint <url>   where Lambda's Invoke API is (http://127.0.0.1:9001)
  --file <path>             SQLite file that keeps the state (:memory:)
  --region <name>           region in ARNs (eu-west-1)
  --account <id>            account in ARNs (000000000000)`;

const options = {
  port: { type: "string", default: "8083" },
  host: { type: "string", default: "127.0.0.1" },
  "lambda-endpoint": { type: "string", default: "http://127.0.0.1:9001" },
  file: { type: "string", default: ":memory:" },
  region: { type: "string", default: "eu-west-1" },
  account: { type: "string", default: "000000000000" },
  help: { type: "boolean", default: false },
} as const;

function readOptions() {
  try {
    const { values } = parseArgs({ options });
    const { account, region, "lambda-endpoint": endpoint } = values;
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`Not a port: ${values.port}`);
    if (!/^\d{12}$/.test(account)) throw new Error(`Not an account of 12 digits: ${account}`);
    if (!/^[a-z]+(-[a-z]+)+-\d$/.test(region)) throw new Error(`Not a region: ${region}`);
    if (!isHttp(endpoint)) throw new Error(`Not an http or https address: ${endpoint}`);
    return { ...values, port };
  } catch (error) {
    return leave(`${messageOf(error)}\n\n${USAGE}`, 1);
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
const isHttp = (address: string) => /^https?:$/.test(URL.parse(address)?.protocol ?? "");

function open(invokeLambda: InvokeLambda): StepFunctions {
  try {
    return StepFunctions.open({ clock, file, region, account, invokeLambda });
  } catch (error) {
    return leave(`Cannot open ${file}: ${messageOf(error)}`, 1);
  }
}

function leave(message: string, code: number): never {
  (code === 0 ? console.log : console.error)(message);
  process.exit(code);
}

const { port, host, file, region, account, help, "lambda-endpoint": endpoint } = readOptions();
if (help) leave(USAGE, 0);

const clock = new VirtualClock();
const engine = open(invokeAt(endpoint.replace(/\/$/, "")));
const api = createApi(engine);

api.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EADDRINUSE") leave(`Port ${port} is in use: choose another one with --port`, 1);
  leave(`Cannot listen on ${host}:${port}: ${error.message}`, 1);
});
api.listen(port, host, () => {
  const address = api.address();
  const listening = typeof address === "object" && address ? address.port : port;
  console.log(`Step Functions listens on http://${host}:${listening}, functions at ${endpoint}`);
});

async function stop(): Promise<void> {
  api.close();
  await engine.close();
  clock.stop();
  process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop());
