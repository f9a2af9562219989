import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { objectsAt } from "./pdf-objects.ts";
import { isElsewhere, isOwnDisk, isPlainLink, isShare } from "./addresses.ts";

/** Callbacks for the findings in an object of a PDF. */
export type Seer = {
  name: (name: string) => void;
  /** A link that starts a program or a script. */
  badLink: () => void;
  /** A file on another machine that a reader fetches, opens or sends data to. */
  remoteFile: () => void;
};

const KINDS = ["S", "Type", "Subtype"];
const FILES = ["F", "UF", "DOS", "Unix", "Mac"];

/**
 * Walks an object and its contents. Reports all names that are a key, the type of an action or a file, or a separate
 * value, and all links and files.
 */
export function walkPdf(object: PDFObject, see: Seer): void {
  if (object instanceof PDFName) see.name(object.decodeText());
  else if (object instanceof PDFStream) walkPdf(object.dict, see);
  else if (object instanceof PDFArray) for (const item of object.asArray()) walkWithin(item, see);
  else if (object instanceof PDFDict)
    for (const [key, given] of object.entries()) {
      const name = key.decodeText();
      see.name(name);
      for (const value of valuesOf(object, given))
        if (value instanceof PDFName) {
          if (KINDS.includes(name)) see.name(value.decodeText());
        } else if (value instanceof PDFString || value instanceof PDFHexString)
          lookAtText(name, value.decodeText(), see);
        else walkWithin(value, see);
    }
}

/** A text may be an object of its own, or several of one number. Anything else behind a reference is walked as such. */
const valuesOf = ({ context }: PDFDict, value: PDFObject): PDFObject[] =>
  value instanceof PDFRef
    ? objectsAt(context, value).filter(
        (behind) =>
          behind instanceof PDFString || behind instanceof PDFHexString || behind instanceof PDFName,
      )
    : [value];

/** A name in an array is a value, such as a color space. */
const walkWithin = (value: PDFObject, see: Seer): void =>
  value instanceof PDFName ? undefined : walkPdf(value, see);

function lookAtText(key: string, text: string, see: Seer): void {
  if (key === "URI" && isShare(text)) see.remoteFile();
  else if (key === "URI" && !isPlainLink(text)) see.badLink();
  if (FILES.includes(key) && isElsewhere(text) && !isOwnDisk(text)) see.remoteFile();
}
