import { PDFHexString, PDFName, PDFString, type PDFDocument } from "@cantoo/pdf-lib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { scanDocument } from "../../functions/documents/scan-document.ts";
import {
  aDocx,
  aDocxReferring,
  aDocxSaying,
  anOdt,
  aPdf,
  content,
  fieldInRuns,
  innerField,
  onOpen,
  rewritten,
  type Make,
  rowsOf,
} from "./files.ts";

/** An action whose text is a separate object. */
const onOpenBehind = (S: string, key: string, text: string) => (pdf: PDFDocument) => {
  const action = pdf.context.obj({ S });
  action.set(PDFName.of(key), pdf.context.register(PDFString.of(text)));
  pdf.catalog.set(PDFName.of("OpenAction"), pdf.context.register(action));
};
const linkOf = (address: string) => (pdf: PDFDocument) => {
  const URI = PDFHexString.of(Buffer.from(address).toString("hex"));
  pdf.catalog.set(PDFName.of("OpenAction"), pdf.context.obj({ S: "URI", URI }));
};
const joined = (...parts: (Uint8Array | string)[]) => Buffer.concat(parts.map((part) => Buffer.from(part)));
const asObjects = { useObjectStreams: false };

/** The same action, shadowed by a harmless object with its number. */
async function shadowed(S: string): Promise<Uint8Array> {
  const bytes = await aPdf(onOpen({ S, F: PDFString.of("x") }), asObjects);
  const [, number = ""] =
    new RegExp(`(\\d+ 0) obj\\s<<\\s*/S /${S}`).exec(Buffer.from(bytes).toString("latin1")) ?? [];
  return rewritten(bytes, "\nstartxref", `\n${number} obj\n<< /S /URI >>\nendobj\nstartxref`);
}

const numbers = (parts: Record<string, string>): Promise<Uint8Array> =>
  aDocx({
    "word/embeddings/a.xlsx": zipSync(
      Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
    ),
  });
const listing = (part: string): string =>
  `<Types><Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;

describe("content that would run by itself is refused by name", () => {
  it.each(
    rowsOf({
      "refused-remote": {
        "a PDF that goes to a share, whose name is an object of its own": () =>
          aPdf(onOpenBehind("GoToR", "F", "\\\\\\\\10.0.0.1\\\\x.pdf")),
        "a PDF that takes in data": () => aPdf(onOpen({ S: "ImportData", F: PDFString.of("x") })),
        "a PDF that sends a form, behind another action": () => shadowed("SubmitForm"),
        "a drawing that starts a program": () => aDocxSaying('<v:shape href="ms-msdt:/id"/>'),
        "a drawing that fetches its filling": () =>
          aDocxSaying('<v:fill o:href="http://evil.example/x.png"/>'),
        "a picture that fetches another": () =>
          aDocx({ "word/media/a.svg": '<svg><image href="http://evil.example/x.png"/></svg>' }),
        "a link with a tab in it": () =>
          aDocxReferring("hyperlink", 'Target="java&#9;script:alert(1)" TargetMode="External"'),
        "a field of which another makes the keyword": () =>
          aDocxSaying(fieldInRuns("INCLUDE", innerField("QUOTE 84"), 'EXT "http://evil.example/x"')),
        "numbers that a website gives": () =>
          numbers({ "xl/connections.xml": '<connection><webPr url="http://evil.example"/></connection>' }),
        "numbers that a database gives": () =>
          numbers({ "xl/connections.xml": '<connection><dbPr connection="Provider=x"/></connection>' }),
        "a form that is sent elsewhere": () =>
          anOdt({ "content.xml": content('<xf:submission action="http://evil.example"/>') }),
        "a form whose data stand elsewhere": () =>
          anOdt({ "content.xml": content('<form:form form:datasource="http://evil.example/x.odb"/>') }),
        "a section on a share, in other spelling": () =>
          anOdt({ "content.xml": content('<text:section-source xlink:href="%2f%2fevil/x.odt"/>') }),
      },
      "refused-launch": {
        "a PDF with a script as a link, which is an object of its own": () =>
          aPdf(onOpenBehind("URI", "URI", "javascript:alert(1)")),
        "a PDF with a tab in a link": () => aPdf(linkOf("java\tscript:alert(1)")),
        "a PDF with a line end in a link": () => aPdf(linkOf("java\nscript:alert(1)")),
        "a PDF with a control before a link": () => aPdf(linkOf("\u0001javascript:x")),
      },
      "refused-type": {
        "a program before a PDF": async () => joined("MZ", new Uint8Array(100), await aPdf()),
        "a page before a PDF": async () => joined("<script>alert(1)</script>", await aPdf()),
        "an archive before a PDF": async () => joined("Rar!\u001a\u0007\u0000", await aPdf()),
        "a package behind a PDF": async () => joined(await aPdf(), zipSync({ "x.class": strToU8("x") })),
      },
      "refused-object": {
        "a film with a page of its own": () =>
          aDocxSaying('<wp15:webVideoPr embeddedHtml="&lt;iframe&gt;"/>'),
      },
      "refused-macro": {
        "numbers with macros of Excel 4": () =>
          numbers({
            "[Content_Types].xml":
              '<Types><Override ContentType="application/vnd.ms-excel.macrosheet+xml"/></Types>',
          }),
      },
      "refused-damaged": {
        "a sheet that says it is a text": () =>
          zipSync({
            "[Content_Types].xml": strToU8(listing("/word/document.xml")),
            "xl/workbook.xml": strToU8("<a/>"),
          }),
        "a text of another kind": () => aDocx({ "word/document.xml": "{\\rtf1\\objupdate}" }),
      },
      "refused-script": {
        "a field that starts a program of the reader": () =>
          anOdt({ "content.xml": content('<text:execute-macro text:name="x"/>') }),
        "an ODT with a tab in a link": () =>
          anOdt({ "content.xml": content('<text:a xlink:href="java&#9;script:x"/>') }),
      },
    }),
  )("%s: %s", async (_name, scan, make) => {
    expect((await scanDocument(await make())).scan).toBe(scan);
  });

  it.each(
    Object.entries<Make>({
      "a picture that was copied from a mail": () =>
        aDocxReferring("image", 'Target="cid:image001.png@01DA" TargetMode="External"'),
      "a drawing with a link to a page": () => aDocxSaying('<v:shape href="https://led.example"/>'),
      "a sum whose first number another field gives": () =>
        aDocxSaying(fieldInRuns(" =", innerField(" PAGE "), "-1 ")),
      "a PDF that came out of a web server": async () => joined("HTTP/1.1 200 OK\r\n\r\n", await aPdf()),
    }),
  )("%s is accepted", async (_name, make) => {
    expect((await scanDocument(await make())).scan).toBe("accepted");
  });
});
