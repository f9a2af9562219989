import { PDFContext, type PDFObject, PDFObjectParser, type PDFRef } from "@cantoo/pdf-lib";

/**
 * Every object that was read from a PDF, also where a later one has the same number. Which of them counts differs
 * between readers: the table of objects of the file says so, and a reader that repairs the file takes the last one.
 * The library keeps the last one only, so each document is watched while it is read.
 */
const read = new WeakMap<PDFContext, Map<PDFRef, PDFObject[]>>();

const create = PDFContext.create;
PDFContext.create = () => {
  const context = create();
  const objects = new Map<PDFRef, PDFObject[]>();
  read.set(context, objects);
  const assign = context.assign.bind(context);
  context.assign = (ref, object) => {
    objects.set(ref, [...(objects.get(ref) ?? []), object]);
    assign(ref, object);
  };
  return context;
};

export const objectsOf = (context: PDFContext): PDFObject[] =>
  [...(read.get(context)?.values() ?? [])].flat();

export const objectsAt = (context: PDFContext, ref: PDFRef): PDFObject[] => read.get(context)?.get(ref) ?? [];

const HEADER = /\d+\s+\d+\s+obj\b/g;
const GOES_ELSEWHERE = /\/GoTo[RE]\b/;
/** An object that goes elsewhere is short. */
const LONGEST = 8192;

/**
 * Objects that go to another file and stand where no parser looks, such as in a remark or a stream: the table of objects
 * may still lead a reader there.
 */
export function hiddenObjects(bytes: Uint8Array, text: string): PDFObject[] {
  const context = PDFContext.create();
  return [...text.matchAll(HEADER)].flatMap(({ 0: header, index }) => {
    const start = index + header.length;
    if (!GOES_ELSEWHERE.test(text.slice(start, start + LONGEST).split("endobj", 1)[0] ?? "")) return [];
    try {
      return [PDFObjectParser.forBytes(bytes.subarray(start), context).parseObject()];
    } catch {
      return [];
    }
  });
}
