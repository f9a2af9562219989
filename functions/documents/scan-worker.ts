import { parentPort, workerData } from "node:worker_threads";
import * as z from "zod";
import type { Judged } from "./scan-apart.ts";
import { refusedAs } from "./scan.ts";
import { scanDocument } from "./scan-document.ts";

/* Judges one file in a thread of its own (scan-apart.ts): whatever a reader of it trips over is the file's fault. */
const bytes = z.instanceof(Uint8Array).parse(workerData);
const judged: Judged = await scanDocument(bytes).catch((error: unknown) => ({
  ...refusedAs("refused-damaged"),
  tripped: error instanceof Error ? error.name : "unknown",
}));
parentPort?.postMessage(judged);
