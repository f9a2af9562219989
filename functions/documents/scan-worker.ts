import { parentPort, workerData } from "node:worker_threads";
import * as z from "zod";
import { TrustedIssuer } from "../domain/pdf-signature.ts";
import type { Judged } from "./scan-apart.ts";
import { refusedAs } from "./scan.ts";
import { scanDocument } from "./scan-document.ts";

/* Scans one file in a separate thread (scan-apart.ts). Every error of a reader counts as a fault of the file. */
const Work = z.object({ bytes: z.instanceof(Uint8Array), trusted: z.array(TrustedIssuer) });
const { bytes, trusted } = Work.parse(workerData);
const judged: Judged = await scanDocument(bytes, trusted).catch((error: unknown) => ({
  ...refusedAs("refused-damaged"),
  tripped: error instanceof Error ? error.name : "unknown",
}));
parentPort?.postMessage(judged);
