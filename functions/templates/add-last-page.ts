import {
  type PDFContext,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFPage,
  type PDFRef,
} from "@cantoo/pdf-lib";

/**
 * Adds the first page of another PDF at the end of a PDF. `tags`: the kind of each piece of its text, in order (`H2`, `P`),
 * for a PDF that is tagged: a screen reader then reads the page too. Undefined where the PDF is encrypted: a password may
 * restrict changes.
 */
export async function addLastPage(
  pdf: Uint8Array,
  last: Uint8Array,
  tags: readonly string[],
): Promise<Uint8Array | undefined> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, ignoreEncryption: true });
  if (document.isEncrypted) return undefined;
  const [copied] = await document.copyPages(await PDFDocument.load(last), [0]);
  if (!copied) return undefined;
  const page = document.addPage(copied);
  page.node.delete(PDFName.of("StructParents"));
  tagPage(document, page, tags);
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
}

/** ISO 32000-2, 14.7: each piece of marked content on the page gets an element in the structure of the document. */
function tagPage({ context, catalog }: PDFDocument, page: PDFPage, tags: readonly string[]): void {
  const root = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  const parents = root?.lookupMaybe(PDFName.of("ParentTree"), PDFDict);
  const next = root?.lookupMaybe(PDFName.of("ParentTreeNextKey"), PDFNumber)?.asNumber();
  const rootRef = root && context.getObjectRef(root);
  if (!root || !parents || next === undefined || !rootRef) return;
  const parent = wholeDocument(root) ?? { element: root, ref: rootRef };
  const elements = tags.map((tag, piece) =>
    context.register(context.obj({ Type: "StructElem", S: tag, P: parent.ref, Pg: page.ref, K: piece })),
  );
  addKids(context, parent.element, elements);
  addParents(context, parents, next, elements);
  root.set(PDFName.of("ParentTreeNextKey"), PDFNumber.of(next + 1));
  page.node.set(PDFName.of("StructParents"), PDFNumber.of(next));
}

/** The one element below which all others are, where there is one. */
function wholeDocument(root: PDFDict): { element: PDFDict; ref: PDFRef } | undefined {
  const { context } = root;
  const kids = root.lookup(PDFName.of("K"));
  const only = kids instanceof PDFArray && kids.size() === 1 ? kids.lookup(0) : kids;
  const ref = only instanceof PDFDict ? context.getObjectRef(only) : undefined;
  return only instanceof PDFDict && ref ? { element: only, ref } : undefined;
}

function addKids(context: PDFContext, element: PDFDict, added: readonly PDFRef[]): void {
  const known = element.get(PDFName.of("K"));
  const resolved = context.lookup(known);
  if (resolved instanceof PDFArray) for (const one of added) resolved.push(one);
  else element.set(PDFName.of("K"), context.obj([...(known ? [known] : []), ...added]));
}

/** The tree from the pieces of a page to their elements: either one list, or lists below it in the order of their keys. */
function addParents(context: PDFContext, parents: PDFDict, key: number, elements: readonly PDFRef[]): void {
  const entry = [PDFNumber.of(key), context.register(context.obj([...elements]))];
  const numbers = parents.lookupMaybe(PDFName.of("Nums"), PDFArray);
  const lists = parents.lookupMaybe(PDFName.of("Kids"), PDFArray);
  if (numbers) for (const one of entry) numbers.push(one);
  else lists?.push(context.register(context.obj({ Limits: [key, key], Nums: entry })));
}
