/**
 * The execution environment of a function: a worker thread with the function's environment variables that loads the
 * synthesized bundle and handles one invocation at a time, as Lambda's runtime does.
 */
import { flushCompileCache } from "node:module";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { isDictionary, parseJson } from "../foundation/json.ts";
import { followClock } from "../foundation/virtual-date.ts";
import { describeError, type Invocation, type Outcome, type WorkerData } from "./protocol.ts";

type Handler = (event: unknown, context: object) => unknown;

const { file, exportPath, offset, trusted } = dataOf(workerData);
// Node read it when the thread started; the function must not see it.
delete process.env["NODE_COMPILE_CACHE"];
followClock(offset);
keepOutput();
const loading = load();
/** An error while loading is reported with the first invocation, as its error. */
void loading.catch(() => undefined).finally(() => parentPort?.postMessage({ kind: "ready" }));
/** An environment is ended without notice, so compiled code is cached now. */
void loading.then(() => flushCompileCache()).catch(() => undefined);
parentPort?.on("message", (invocation: Invocation) => void answer(invocation));

/** Trusted data from `environment.ts` in the same program. A schema would cost each worker more than its own code. */
function dataOf(value: unknown): WorkerData {
  if (isWorkerData(value)) return value;
  throw new TypeError("An execution environment was started without its data");
}

function isWorkerData(value: unknown): value is WorkerData {
  return isDictionary(value) && "file" in value && "exportPath" in value && "offset" in value;
}

async function answer(invocation: Invocation): Promise<void> {
  parentPort?.postMessage(await run(invocation));
}

async function run({ payload, context, timeoutMs }: Invocation): Promise<Outcome> {
  try {
    const handler = await loading;
    const deadline = performance.now() + timeoutMs;
    const remaining = () => Math.max(0, Math.round(deadline - performance.now()));
    const result = await handler(parseJson(payload), { ...context, getRemainingTimeInMillis: remaining });
    return { kind: "outcome", payload: JSON.stringify(result) ?? "null" };
  } catch (error) {
    return { kind: "outcome", payload: JSON.stringify(describeError(error)), functionError: "Unhandled" };
  }
}

async function load(): Promise<Handler> {
  if (trusted.length > 0) await trust();
  let found: unknown = await import(pathToFileURL(file).href).catch((cause: unknown) => {
    throw Object.assign(new Error(String(cause), { cause }), { name: "Runtime.ImportModuleError" });
  });
  const [first = ""] = exportPath;
  const names = hasMembers(found) && first in found ? exportPath : ["default", ...exportPath];
  for (const name of names) found = hasMembers(found) ? Reflect.get(found, name) : undefined;
  if (!isHandler(found))
    throw Object.assign(new Error(`${exportPath.join(".")} is undefined or not exported`), {
      name: "Runtime.HandlerNotFound",
    });
  return found;
}

async function trust(): Promise<void> {
  const tls = await import("node:tls");
  tls.setDefaultCACertificates([...tls.getCACertificates(), ...trusted]);
}

const hasMembers = (value: unknown): value is object =>
  (typeof value === "object" && value !== null) || typeof value === "function";

function isHandler(value: unknown): value is Handler {
  return typeof value === "function";
}

/** Output of a function goes to its log, in order with its answers, never to the terminal. */
function keepOutput(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
      parentPort?.postMessage({
        kind: "log",
        text: typeof chunk === "string" ? chunk : Buffer.from(chunk).toString(),
      });
      const done = rest.at(-1);
      if (typeof done === "function") queueMicrotask(() => void Reflect.apply(done, undefined, []));
      return true;
    };
}
