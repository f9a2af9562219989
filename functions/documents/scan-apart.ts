import { Worker } from "node:worker_threads";
import type { TrustedIssuer } from "../domain/pdf-signature.ts";
import { refusedAs, type Scan } from "./scan.ts";

/** `tripped`: the error that ended the scan. */
export type Judged = Scan & { tripped?: string };

/**
 * Limits for the scan of one file, far above any file that a person made. Together they fit in the function's memory.
 */
export const MOST = {
  milliseconds: 25_000,
  /** JavaScript heap. */
  heapMegabytes: 768,
  /** Memory outside the heap, such as unpacked streams. */
  bytes: 512 * 1024 * 1024,
  stackMegabytes: 4,
};
const LOOK_MILLISECONDS = 50;

/** The worker module beside this one, as source or bundled (infra/constructs/bundles.ts). */
const WORKER = new URL(`./scan-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".mjs"}`, import.meta.url);

type Most = typeof MOST;

/**
 * Scans a file in a separate thread with limits on time and memory, so that a malicious file cannot stop the function.
 * A file that exceeds a limit is refused like a zip bomb.
 */
export async function scanApart(
  bytes: Uint8Array,
  trusted: readonly TrustedIssuer[] = [],
  most: Most = MOST,
): Promise<Judged> {
  const worker = new Worker(WORKER, {
    workerData: { bytes, trusted },
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: most.heapMegabytes, stackSizeMb: most.stackMegabytes },
  });
  const { promise: tooMuch, resolve: endIt } = Promise.withResolvers<Judged>();
  const end = () => endIt(refusedAs("refused-unpacked"));
  const deadline = setTimeout(end, most.milliseconds);
  const look = setInterval(
    () => void takesTooMuch(worker, most).then((is) => is && end()),
    LOOK_MILLISECONDS,
  );
  try {
    return await Promise.race([answerOf(worker), tooMuch]);
  } finally {
    clearTimeout(deadline);
    clearInterval(look);
    await worker.terminate();
  }
}

/** A thread that has just ended has no statistics, and its answer is about to arrive. */
const takesTooMuch = (worker: Worker, { bytes }: Most): Promise<boolean> =>
  worker.getHeapStatistics().then(
    (statistics) => statistics.external_memory > bytes,
    () => false,
  );

function answerOf(worker: Worker): Promise<Judged> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", (error: Error & { code?: string }) =>
      error.code === "ERR_WORKER_OUT_OF_MEMORY" ? resolve(refusedAs("refused-unpacked")) : reject(error),
    );
    worker.once("exit", (code) => reject(new Error(`The thread that judges a file ended with ${code}`)));
  });
}
