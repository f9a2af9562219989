import type { StoredDocument } from "../domain/documents.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { ProtocolVersion } from "../domain/facts.ts";

/** The versions of a dossier, the latest first. */
export const versionsOf = ({ protocolVersions = [] }: Pick<Dossier, "protocolVersions">): ProtocolVersion[] =>
  protocolVersions.toReversed();

/** The version under way; undefined before WriteProtocol, and for a protocol from before versions. */
export const currentVersion = (
  dossier: Pick<Dossier, "protocol" | "protocolVersions">,
): ProtocolVersion | undefined =>
  dossier.protocolVersions?.find(({ number }) => number === dossier.protocol?.version);

/** A stored document, as a version names it. */
export const fileOf = ({ id, name, sha256, contentType }: StoredDocument): ProtocolVersion["file"] => ({
  documentId: id,
  name,
  sha256,
  contentType,
});
