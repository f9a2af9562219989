import { dateOf, type Instant, showDate, toInstant } from "../domain/calendar.ts";
import type { StoredDocument } from "../domain/documents.ts";
import { type Dossier, roundOf } from "../domain/dossier.ts";
import type { Signature } from "../domain/facts.ts";
import type { Clock, Documents, ExportFiles, Publications } from "../domain/ports.ts";
import { ownDocument, PDF } from "../documents/own-document.ts";
import type { Site } from "../mail/send-mail.ts";
import type { Block, Run } from "../templates/written.ts";
import { publicationTexts } from "./publication-texts.nl.ts";

type Deps = {
  documents: Pick<Documents, "find" | "put">;
  exports: Pick<ExportFiles, "readDocument">;
  publications: Pick<Publications, "add">;
  /** Whether a public page lists the signed protocols. */
  publishesProtocols: boolean;
  site: Site;
  now: Clock;
};
export type PublishCopy = (dossier: Dossier) => Promise<void>;

/** The copy of this round that both parties may publish. */
export const publishedId = (dossier: Dossier): string =>
  `protocol-published-${dossier.pass}-${roundOf(dossier, "PROTOCOL")}`;

/**
 * Makes the copy of the protocol that may be published: the fixed text, without signatures, with a last page that says who
 * signed and when. The certificate of an eID signature holds the national register number of its owner, so a signed file
 * stays closed. Of a fixed text from before there were any, or whose file is gone, there is no copy. Idempotent.
 */
export function createPublishCopy(deps: Deps): PublishCopy {
  return async (dossier) => {
    const copy = await storeCopy(deps, dossier);
    if (copy && deps.publishesProtocols) await deps.publications.add(publicationOf(dossier, copy));
  };
}

async function storeCopy(deps: Deps, dossier: Dossier): Promise<StoredDocument | undefined> {
  const { documents, exports, site, now } = deps;
  const id = publishedId(dossier);
  const { fixed } = dossier.protocol ?? {};
  const known = await documents.find(dossier.id, id);
  if (known || !fixed) return known;
  const text = await documents.find(dossier.id, fixed.documentId);
  const bytes = text && (await exports.readDocument(text));
  if (!text || !bytes) return undefined;
  const at = toInstant(now());
  // As in document-writer.ts: loaded when it is needed.
  const { addLastPage } = await import("../templates/add-last-page.ts");
  const last = await writeLastPage(dossier, text, site, at);
  const copy = (await addLastPage(bytes, last.bytes, last.tags)) ?? bytes;
  const name = `protocol-${dossier.reference}-versie-${fixed.version}-om-te-publiceren.pdf`;
  return documents.put(
    ownDocument({ id, dossierId: dossier.id, kind: "protocol-published", name, contentType: PDF, at }, copy),
    copy,
  );
}

type Signed = Pick<Signature, "at" | "by" | "capacity">;

/** Every signature, with the party that it is of. */
function signaturesOf({ protocol, organisation }: Dossier, site: Site): [Signed, string][] {
  const { applicant, second, authority } = protocol?.signatures ?? {};
  const further = protocol?.furtherSignatures ?? [];
  return [
    ...(applicant ? [[applicant, organisation.name] satisfies [Signed, string]] : []),
    ...(second ? [[second, organisation.name] satisfies [Signed, string]] : []),
    ...further.map((one): [Signed, string] => [one, one.controller]),
    ...(authority ? [[authority, site.names.agency] satisfies [Signed, string]] : []),
  ];
}

async function writeLastPage(dossier: Dossier, text: StoredDocument, site: Site, at: Instant) {
  const { lastPage } = publicationTexts;
  const run = (words: string): Run => ({ text: words, isBold: false, isItalic: false, isMarked: false });
  const paragraphs = [
    lastPage.intro,
    ...signaturesOf(dossier, site).map(([{ at: on, by, capacity }, party]) =>
      lastPage.signed(showDate(on), capacity === undefined ? by : `${by} (${capacity})`, party),
    ),
    lastPage.text(dossier.protocol?.fixed?.version ?? 1, text.sha256),
  ];
  const blocks: Block[] = [
    { kind: "heading", level: 2, runs: [run(lastPage.title)] },
    ...paragraphs.map((words): Block => ({ kind: "paragraph", runs: [run(words)] })),
  ];
  const about = { author: site.names.agencyInFull, date: dateOf(at) };
  const { writePdf } = await import("../templates/write-pdf.ts");
  const bytes = await writePdf({ title: lastPage.title, blocks, footer: [] }, about);
  return { bytes, tags: ["H2", ...paragraphs.map(() => "P")] };
}

function publicationOf(dossier: Dossier, { id: documentId }: StoredDocument) {
  const { id: dossierId, reference, pass, organisation, intake, protocol } = dossier;
  const dates = Object.values(protocol?.signatures ?? {}).flatMap((signature) => signature?.at ?? []);
  return {
    ...{ dossierId, reference, pass, documentId, organisation: organisation.name },
    purpose: intake?.purpose ?? "",
    signedOn: dates.toSorted().at(-1) ?? "",
    start: protocol?.term.start ?? "",
    end: protocol?.term.end,
  };
}
