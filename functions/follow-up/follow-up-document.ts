import { quarantineKey } from "../adapters/s3/document-key.ts";
import { toInstant } from "../domain/calendar.ts";
import { type DocumentClock, dueClocks } from "../domain/clocks.ts";
import type { StoredDocument } from "../domain/documents.ts";
import type { Clock, Documents, DossierFiles } from "../domain/ports.ts";
import type { SettleCheck } from "../documents/settle-check.ts";
import { actOnEach } from "./act-on-each.ts";

type Deps = {
  documents: Pick<Documents, "stopClocks">;
  files: Pick<DossierFiles, "removeDocument">;
  settleCheck: SettleCheck;
  /** Alerts the operators that a check for malware gave no result. */
  alarmUnchecked: (dossierId: string) => void;
  now: Clock;
};

export type FollowUpDocument = (document: StoredDocument) => Promise<void>;

/** Acts on the due clocks of a document. */
export function createFollowUpDocument(deps: Deps): FollowUpDocument {
  return async (document) =>
    actOnEach(dueClocks(document.clocks ?? {}, toInstant(deps.now())), (clock) =>
      ON_CLOCK[clock](deps, document),
    );
}

const ON_CLOCK: Record<DocumentClock, (deps: Deps, document: StoredDocument) => Promise<void>> = {
  /** No result came: whoever sent it is told, and may send it again. */
  check: async ({ settleCheck, alarmUnchecked }, document) => {
    const { scan } = await settleCheck({ key: quarantineKey(document) }, "unchecked");
    if (scan === "refused-unchecked") alarmUnchecked(document.dossierId);
  },

  /** Deletes the file in every version; its record stays. A file that was taken over is another document's. */
  removal: async ({ files, documents }, document) => {
    if (!document.takenFrom) await files.removeDocument(document);
    await documents.stopClocks(document);
  },
};
