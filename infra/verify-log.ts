import { S3Client } from "@aws-sdk/client-s3";
import { createDossiers } from "../functions/adapters/dynamodb/dossiers.ts";
import { createLogs } from "../functions/adapters/dynamodb/logs.ts";
import { openTable } from "../functions/adapters/dynamodb/table.ts";
import { createLogDigests } from "../functions/adapters/s3/log-digests.ts";
import { REFERENCE } from "../functions/domain/reference.ts";
import { createVerifyLog, type LogDifference, type LogVerdict } from "../functions/log/verify-log.ts";
import { runCommand } from "./command-line.ts";

const USAGE = `npm run verify-log -- <id or reference of a dossier>

Compares the log of a dossier with its digests and names the first difference. It reads with the AWS credentials of who
runs it, from TABLE_NAME and LOG_BUCKET_NAME: the outputs Table and LogBucket of the stack.`;

/** What was found, in words: `whole` as the digests say, a `difference`, or `unasked` for want of a setting or a dossier. */
export type Verified = { found: "whole" | "difference" | "unasked"; text: string };

/** `LED_…` of a reference is found by the table; an erased dossier is known by its id only. */
export async function verifyLog(
  given: string | undefined,
  { TABLE_NAME, LOG_BUCKET_NAME }: NodeJS.ProcessEnv,
): Promise<Verified> {
  if (!given || !TABLE_NAME || !LOG_BUCKET_NAME) return { found: "unasked", text: USAGE };
  const table = openTable(TABLE_NAME);
  const id = REFERENCE.test(given) ? await createDossiers(table).findIdByReference(given) : given;
  if (!id)
    return {
      found: "unasked",
      text: `No dossier has the reference ${given}. Of an erased dossier, give the id.`,
    };
  // The local cloud has no addresses with the name of a bucket in front.
  const client = new S3Client({ forcePathStyle: true });
  const verdict = await createVerifyLog({
    logs: createLogs(table),
    // Nothing is kept, so nothing is locked.
    logDigests: createLogDigests({ client, name: LOG_BUCKET_NAME, lockMode: "COMPLIANCE" }),
    now: () => new Date(),
  })(id);
  return { found: verdict.difference ? "difference" : "whole", text: tell(verdict) };
}

function tell({ difference, digests, entries, isErased, until }: LogVerdict): string {
  if (difference) return `DIFFERENCE on ${difference.day}: ${name(difference)}`;
  if (until === undefined) return "No digest yet: the first is taken in the night after the first day.";
  const what = isErased
    ? "The dossier was erased; its chain is whole, its erasure included"
    : "The log is as it was";
  return `${what}: ${digests} digests until ${until}, over ${entries} entries.`;
}

function name(difference: LogDifference): string {
  if (difference.what === "digest-missing") return "this digest, or one before it, is missing or another";
  if (difference.what === "digest-changed") return "this digest was changed";
  const { entry, what } = difference;
  const id = "id" in entry && what !== "removed" ? ` (${entry.id})` : "";
  return `an entry was ${what}: ${entry.kind} of ${entry.at}${id}`;
}

const CODES = { whole: 0, difference: 1, unasked: 2 } as const;

if (import.meta.main)
  await runCommand(async () => {
    const { found, text } = await verifyLog(process.argv[2], process.env);
    console[found === "unasked" ? "error" : "log"](text);
    return CODES[found];
  });
