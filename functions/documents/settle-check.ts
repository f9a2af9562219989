import { createHash } from "node:crypto";
import type { ArrivedFiles, ArrivedObject } from "../adapters/s3/arrived-files.ts";
import { documentKey, parseQuarantineKey, quarantineKey } from "../adapters/s3/document-key.ts";
import { toInstant } from "../domain/calendar.ts";
import { type FileRefusal, isChecking, type StoredDocument } from "../domain/documents.ts";
import { Conflict, GiveUp } from "../domain/errors.ts";
import type { Clock, Documents, Pause, Staff } from "../domain/ports.ts";
import { colleaguesNow } from "./colleagues-now.ts";
import { documentIsAwaited } from "./document-is-awaited.ts";
import { NOTHING_KEPT, type Received } from "./receive-document.ts";
import { oneByOne } from "./one-by-one.ts";

/** `unchecked`: the check gave no result, or could not be made. */
export type CheckResult = "clean" | "malware" | "unchecked";
export const refusalOf = (result: CheckResult): FileRefusal | undefined =>
  (({ clean: undefined, malware: "refused-malware", unchecked: "refused-unchecked" }) as const)[result];

type Deps = {
  files: Pick<ArrivedFiles, "read" | "store" | "remove" | "removeAll">;
  documents: Pick<Documents, "find" | "findArrival" | "settle">;
  staff: Pick<Staff, "listColleagues" | "listSubstitutions">;
  now: Clock;
  pause: Pause;
};
export type SettleCheck = (
  object: { key: string; versionId?: string },
  result: CheckResult,
) => Promise<Received>;

/**
 * DOC-10: a document becomes readable, and a decision can rest on it, once a check for malware found nothing in exactly
 * its bytes, while it is still awaited. Anything else refuses it: malware, a check that could not be made, no result
 * within an hour. Idempotent: the first result counts, and nothing stays in quarantine.
 * Source: OWASP File Upload (malware); GDPR 32(1)(b), integrity.
 */
export function createSettleCheck(deps: Deps): SettleCheck {
  return async ({ key, versionId }, result) => {
    const place = parseQuarantineKey(key);
    if (!place) throw new GiveUp("KEY_IS_NO_DOCUMENT");
    const { dossierId, id } = place;
    const scan = await oneByOne(async () => {
      const known = await deps.documents.find(dossierId, id);
      const settled =
        known && isChecking(known) ? await settle(deps, known, { id, key, versionId }, result) : undefined;
      // Of another version than the recorded one nothing follows, and the recorded one still waits.
      if (settled !== "other") await deps.files.removeAll({ id, key: quarantineKey(place) });
      if (settled === "other") return "known";
      return settled ?? (known ? "known" : "gone");
    }, deps.pause);
    return { dossierId, documentId: id, scan };
  };
}

async function settle(
  deps: Deps,
  known: StoredDocument,
  object: ArrivedObject,
  result: CheckResult,
): Promise<StoredDocument["scan"] | "other"> {
  const { documents, files, now } = deps;
  const { clocks: _, ...fact } = known;
  const checked = { ...fact, checkedAt: toInstant(now()) };
  const refuse = async (scan: FileRefusal) => {
    const late = scan === "refused-late" ? NOTHING_KEPT : {};
    await documents.settle({ ...checked, scan, sha256: "", signed: undefined, ...late });
    return scan;
  };
  const refusal = refusalOf(result);
  if (refusal) return refuse(refusal);
  const arrival = await documents.findArrival(known.dossierId);
  const colleagues = await colleaguesNow(deps, known.by);
  if (!arrival || !documentIsAwaited(arrival, known.taskId, known.by, colleagues))
    return refuse("refused-late");
  const bytes = await files.read(object).catch(async (error: unknown) => {
    // Another result, at the same moment, may have taken the file out of quarantine.
    const again = await documents.find(known.dossierId, known.id);
    if (!again || isChecking(again)) throw error;
    return undefined;
  });
  if (!bytes || createHash("sha256").update(bytes).digest("hex") !== known.sha256) return "other";
  const stored = await files.store({ ...checked, scan: "accepted" }, bytes);
  try {
    await documents.settle(stored, arrival);
  } catch (error) {
    // A conflict means that this was not written, and that another result may have stored the file as well.
    if (error instanceof Conflict)
      await files.remove({ id: known.id, key: documentKey(known), versionId: stored.s3VersionId });
    throw error;
  }
  return "accepted";
}
