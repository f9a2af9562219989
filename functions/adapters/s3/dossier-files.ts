import { SHORT_KEPT } from "../../domain/retention.ts";
import type { DossierFiles } from "../../domain/ports.ts";
import { DOCUMENTS_PREFIX, QUARANTINE_PREFIX, UPLOADS_PREFIX } from "./document-key.ts";
import { translatedS3 } from "./errors.ts";
import { EXPORTS_PREFIX } from "./exports.ts";
import { MAILS_PREFIX } from "./mail-archive.ts";
import { type Bucket, removeVersionsBelow } from "./remove-versions.ts";

/** Prefixes of all files of a dossier; the dossier's id follows. */
const PREFIXES = [
  DOCUMENTS_PREFIX,
  UPLOADS_PREFIX,
  QUARANTINE_PREFIX,
  MAILS_PREFIX,
  ...Object.values(SHORT_KEPT).map((folder) => `${MAILS_PREFIX}${folder}/`),
  EXPORTS_PREFIX,
];

export const createDossierFiles = (bucket: Bucket): DossierFiles => ({
  removeAll: (dossierId) =>
    translatedS3(dossierId, async () => {
      for (const prefix of PREFIXES) await removeVersionsBelow(bucket, `${prefix}${dossierId}/`);
    }),
  removeDocument: ({ id, s3Key }) => translatedS3(id, () => removeVersionsBelow(bucket, s3Key)),
});
