import { Parser } from "htmlparser2";
import { Unreadable } from "./read-package.ts";

/** Names are reported without their prefix, because the author chooses the prefix of a namespace. */
export type XmlReader = {
  element?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string, within: string) => void;
};

/** Any amount of whitespace may precede the first element. */
export const isXml = (bytes: Uint8Array): boolean => {
  const start = bytes.findIndex((byte) => !BLANK.includes(byte));
  return head(bytes.subarray(Math.max(start, 0))).startsWith("<");
};
/** Whitespace, line ends, byte order marks, and the zero bytes of wide characters. */
const BLANK = [0x00, 0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xfe, 0xff];

/** Limits beyond what any program writes; larger input could exhaust memory. */
const MOST = { bytes: 64 * 1024 * 1024, depth: 500, attributes: 1000 };

/**
 * Parses a part as XML in its declared encoding. Declared entities or attributes are refused, because they can make the
 * content differ from its source.
 */
export function readXml(bytes: Uint8Array, reader: XmlReader): void {
  if (bytes.length > MOST.bytes) throw new Unreadable("refused-unpacked");
  const text = decode(bytes);
  if (/<!(ENTITY|ATTLIST)/i.test(text)) throw new Unreadable("refused-damaged");
  const path: string[] = [];
  let given = 0;
  let saved = "";
  // An entity, a remark or a CDATA section makes no other text of it.
  const giveText = () => {
    if (saved !== "") reader.text?.(saved, path.at(-1) ?? "");
    saved = "";
  };
  const parser = new Parser(
    {
      onattribute: () => {
        given += 1;
        if (given > MOST.attributes) throw new Unreadable("refused-unpacked");
      },
      onopentag: (name, attributes) => {
        given = 0;
        giveText();
        path.push(localName(name));
        if (path.length > MOST.depth) throw new Unreadable("refused-unpacked");
        const plain = Object.entries(attributes).map(([key, value]) => [localName(key), value] as const);
        reader.element?.(localName(name), Object.fromEntries(plain));
      },
      onclosetag: () => {
        giveText();
        path.pop();
      },
      ontext: (part) => void (saved += part),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  giveText();
}

const localName = (name: string): string => name.split(":").at(-1) ?? "";

/** Encodings in which these characters have the same bytes. */
const PLAIN = /^(utf-?8|us-ascii|iso-8859-1|iso-8859-15|windows-1252)$/i;

function decode(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/.exec(head(bytes))?.[1];
  if (declared !== undefined && !PLAIN.test(declared)) throw new Unreadable("refused-damaged");
  return new TextDecoder().decode(bytes);
}

function wideEncoding([first, second]: Uint8Array): string | undefined {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? "utf-16be" : undefined;
}

/** The start of a part, decoded as ASCII. */
const head = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, 200))
    .toString("latin1")
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "")
    .replaceAll("\u0000", "");
