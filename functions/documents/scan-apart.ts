import { Worker } from "node:worker_threads";
import { refusedAs, type Scan } from "./scan.ts";

/** `tripped`: the error in which reading the file ended. */
export type Judged = Scan & { tripped?: string };

/** What judging one file takes at most, far more than any that a person made. Together they fit in the function's memory. */
export const MOST = {
  milliseconds: 25_000,
  /** Objects of the program. */
  heapMegabytes: 768,
  /** Bytes beside them: what a stream unpacks to. */
  bytes: 512 * 1024 * 1024,
  stackMegabytes: 4,
};
const LOOK_MILLISECONDS = 50;

/** The module beside this one, as source or bundled (infra/constructs/bundles.ts). */
const WORKER = new URL(`./scan-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".mjs"}`, import.meta.url);

type Most = typeof MOST;

/**
 * Judges a file in a thread of its own, with an end to its time and its memory: whatever somebody put in a file, an answer
 * follows, and the function goes on. One that takes too much is refused as one that unpacks to far more.
 */
export async function scanApart(bytes: Uint8Array, most: Most = MOST): Promise<Judged> {
  const worker = new Worker(WORKER, {
    workerData: bytes,
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

/** Of a thread that has just ended nothing is known, and its answer is on its way. */
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
