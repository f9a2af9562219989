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
    const same = objects.get(ref);
    if (same) same.push(object);
    else objects.set(ref, [object]);
    assign(ref, object);
  };
  return context;
};

export const objectsOf = (context: PDFContext): PDFObject[] =>
  [...(read.get(context)?.values() ?? [])].flat();

export const objectsAt = (context: PDFContext, ref: PDFRef): PDFObject[] => read.get(context)?.get(ref) ?? [];

/** A name as a reader decodes it: "GoTo#52" is "GoToR". */
export const unescaped = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));

const HEADER = /(?<!\d)\d{1,10}\s{1,9}\d{1,5}\s{1,9}obj\b/g;
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
    const [object = ""] = text.slice(start, start + LONGEST).split("endobj", 1);
    if (!GOES_ELSEWHERE.test(unescaped(object))) return [];
    try {
      return [PDFObjectParser.forBytes(bytes.subarray(start), context).parseObject()];
    } catch {
      return [];
    }
  });
}
