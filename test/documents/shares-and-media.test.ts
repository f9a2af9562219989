import { PDFName, PDFString, type PDFDocument } from "@cantoo/pdf-lib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { scanDocument } from "../../functions/documents/scan-document.ts";
import {
  aDocx,
  aDocxReferring,
  aDocxSaying,
  anOdt,
  aPdf,
  aPdfHolding,
  content,
  fieldInRuns,
  innerField,
  onOpen,
  rewritten,
} from "./files.ts";

type Make = () => Promise<Uint8Array> | Uint8Array;
const scanOf = async (make: Make) => (await scanDocument(await make())).scan;

const SHARES = [
  "\\\\10.0.0.1\\x",
  "//10.0.0.1/x",
  "\\/evil/x",
  "%5c%5cevil%5cx",
  "\\\\evil@SSL\\DavWWWRoot\\x",
  "\\\\?\\UNC\\evil\\x",
  "file://evil/x",
  "file:////evil/x",
  "file:///\\\\evil\\x",
  "file:\\\\evil\\x",
  "file:///%5C%5Cevil/x",
  "file:///UNC/evil/x",
  "FILE://evil/x",
  "fi\tle://evil/x",
  "smb://evil/x",
  "davs://evil/x",
];
const escaped = (text: string) => text.replaceAll("\t", "&#9;");

describe.each(SHARES)("a link to the share %j is refused by name", (share) => {
  it.each<[string, Make]>([
    ["a DOCX", () => aDocxReferring("hyperlink", `Target="${escaped(share)}" TargetMode="External"`)],
    ["a drawing", () => aDocxSaying(`<v:shape href="${escaped(share)}"/>`)],
    ["an ODT", () => anOdt({ "content.xml": content(`<text:a xlink:href="${escaped(share)}"/>`) })],
    [
      "a PDF",
      () =>
        aPdf((pdf) => {
          const URI = PDFString.of(share.replaceAll("\\", "\\\\"));
          pdf.catalog.set(PDFName.of("OpenAction"), pdf.context.obj({ S: "URI", URI }));
        }),
    ],
  ])("in %s", async (_name, make) => {
    expect(await scanOf(make)).toBe("refused-remote");
  });
});

it.each<[string, Make]>([
  ["in a field", () => aDocxSaying(fieldInRuns('HYPERLINK "\\\\\\\\evil\\\\x"'))],
  [
    "in a field that gives it by another",
    () => aDocxSaying(fieldInRuns("HYPERLINK ", innerField("QUOTE 92"))),
  ],
  [
    "as the base of links",
    () =>
      aDocx({ "docProps/app.xml": "<Properties><HyperlinkBase>\\\\evil\\x</HyperlinkBase></Properties>" }),
  ],
  ["as the base of an ODT", () => anOdt({ "content.xml": content('<text:p xml:base="//evil/x/"/>') })],
])("a link to a share %s is refused", async (_how, make) => {
  expect(await scanOf(make)).toBe("refused-remote");
});

it.each([
  "https://vlaanderen.be",
  "mailto:an@voorbeeldegem.example",
  "#kop",
  "file:///C:/Users/an/a.docx",
  "bijlage.docx",
])("a link to %s is accepted", async (target) => {
  expect(await scanOf(() => aDocxReferring("hyperlink", `Target="${target}" TargetMode="External"`))).toBe(
    "accepted",
  );
  expect(await scanOf(() => anOdt({ "content.xml": content(`<text:a xlink:href="${target}"/>`) }))).toBe(
    "accepted",
  );
});

const SHARE = PDFString.of("\\\\\\\\10.0.0.1\\\\x.pdf");
const asObjects = { useObjectStreams: false };
/** An action that goes to a share, and where it stands in the file: "12 0". */
async function goingToShare(change = onOpen({ S: "GoToR", F: SHARE })): Promise<[Uint8Array, string]> {
  const bytes = await aPdf(change, asObjects);
  const [, number = ""] = /(\d+ 0) obj\s<<\s*\/S \/GoToR/.exec(Buffer.from(bytes).toString("latin1")) ?? [];
  return [bytes, number];
}
const behind = (text: string) => (pdf: PDFDocument) => {
  const action = pdf.context.obj({ S: "GoToR" });
  action.set(PDFName.of("F"), pdf.context.register(PDFString.of(text)));
  pdf.catalog.set(PDFName.of("OpenAction"), pdf.context.register(action));
};
const append = (bytes: Uint8Array, object: string) =>
  rewritten(bytes, "\nstartxref", `\n${object}\nstartxref`);

describe("a PDF that goes to a share, where two objects have one number, is refused", () => {
  it.each<[string, Make]>([
    [
      "with a harmless object after it",
      async () => {
        const [bytes, number] = await goingToShare();
        return append(bytes, `${number} obj\n<< /S /URI >>\nendobj`);
      },
    ],
    [
      "with a harmless object before it",
      () => aPdfHolding("99 0 obj\n<< /S /URI >>\nendobj\n99 0 obj\n<< /S /GoToR /F (//evil/x) >>\nendobj"),
    ],
    [
      "with a harmless name of the file after it",
      async () => {
        const bytes = await aPdf(behind("\\\\\\\\evil\\\\x"), asObjects);
        const [, number = ""] = /(\d+ 0) obj\s\(\\\\/.exec(Buffer.from(bytes).toString("latin1")) ?? [];
        expect(number).not.toBe("");
        return append(bytes, `${number} obj\n(x.pdf)\nendobj`);
      },
    ],
    ["in a remark", () => aPdfHolding("% 99 0 obj << /S /GoToR /F (//evil/x) >> endobj")],
    [
      "in a stream, with a name in another spelling",
      () =>
        aPdfHolding(
          "99 0 obj\n<< /Length 60 >>\nstream\n98 0 obj << /S /GoTo#52 /F (//evil/x) >> endobj          \nendstream\nendobj",
        ),
    ],
    [
      "in a file with an update",
      async () => {
        const [bytes, number] = await goingToShare();
        return Buffer.concat([
          bytes,
          Buffer.from(
            `\n${number} obj\n<< /S /URI >>\nendobj\nxref\n0 0\ntrailer\n<< /Size 1 >>\nstartxref\n9\n%%EOF\n`,
          ),
        ]);
      },
    ],
  ])("%s", async (_how, make) => {
    expect(await scanOf(make)).toBe("refused-remote");
  });

  it("and one that goes to a file beside it, twice, is accepted", async () => {
    const [bytes, number] = await goingToShare(onOpen({ S: "GoToR", F: PDFString.of("bijlage.pdf") }));

    expect(await scanOf(() => append(bytes, `${number} obj\n<< /S /URI >>\nendobj`))).toBe("accepted");
  });
});

const svg = (inner: string, attributes = "") => `<?xml version="1.0"?><svg ${attributes}>${inner}</svg>`;
const numbers = (parts: Record<string, string>): Promise<Uint8Array> =>
  aDocx({
    "word/embeddings/a.xlsx": zipSync(
      Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
    ),
  });

describe("among the pictures of a document", () => {
  const inBoth = (name: string, part: string): Make[] => [
    () => aDocx({ [`word/media/${name}`]: part }),
    () => anOdt({ [`Pictures/${name}`]: part }),
  ];

  it.each([
    "a.js",
    "a.html",
    "a.lnk",
    "A.HTA",
    "a.png.vbs",
    "a.js.",
    "a.url",
    "a.wsf",
    "a.ps1",
    "a.exe",
    "a.htm",
    "a.swf",
    "a.py",
  ])("%s is refused", async (name) => {
    for (const make of inBoth(name, "alert(1)")) expect(await scanOf(make)).toBe("refused-object");
  });

  it.each(["a.png", "a.jpg", "a.emf"])("a page called %s is refused", async (name) => {
    for (const make of inBoth(name, "<html><script>alert(1)</script></html>"))
      expect(["refused-object", "refused-script"]).toContain(await scanOf(make));
  });

  it.each([
    ["a script", svg("<script>alert(1)</script>"), "refused-script"],
    ["a script with a prefix", '<s:svg xmlns:s="x"><s:script/></s:svg>', "refused-script"],
    ["an event", svg("", 'onload="alert(1)"'), "refused-script"],
    ["a page within it", svg("<foreignObject><body/></foreignObject>"), "refused-script"],
    [
      "an animation that makes a script",
      svg('<a><set attributeName="href" to="java&#10;script:x"/></a>'),
      "refused-script",
    ],
    [
      "an animation to a share",
      svg('<image><set attributeName="href" to="//evil/x"/></image>'),
      "refused-remote",
    ],
    ["a style from elsewhere", svg("<style>@import 'http://evil.example/x'</style>"), "refused-remote"],
    ["a filling from elsewhere", svg('<rect fill="url(http://evil.example/x)"/>'), "refused-remote"],
  ])("a drawing with %s is refused", async (_what, part, scan) => {
    for (const make of inBoth("a.svg", part)) expect(await scanOf(make)).toBe(scan);
  });

  it("a drawing with a filling and a style of its own is accepted", async () => {
    const part = svg(
      '<style>.a{fill:url(#b)}</style><rect class="a" fill="url(#b)"/><image href="data:image/png;base64,AA=="/>',
    );

    for (const make of inBoth("a.svg", part)) expect(await scanOf(make)).toBe("accepted");
  });
});

describe("a formula that takes its value from another program is refused (DDE)", () => {
  it.each([
    "cmd|'/c calc.exe'!A0",
    "cm&#100;|&apos;/c calc.exe&apos;!A0",
    "cmd<!-- -->|<![CDATA['/c x'!A0]]>",
    "'cmd'|'/c calc'!A0",
    "1+cmd|'/c x'!A0",
    "MSEXCEL|'\\..\\x'!_xlbgnm.A1",
    'DDE("cmd";"/c";"x")',
    'CALL("x")',
    'WEBSERVICE("http://evil.example")',
  ])("%s", async (formula) => {
    const given = formula
      .replaceAll('"', "&quot;")
      .replace("<!-- -->", "")
      .replace(/<!\[CDATA\[|\]\]>/g, "");
    for (const make of [
      () => aDocx({ "word/charts/chart1.xml": `<c:chart><c:f>${formula}</c:f></c:chart>` }),
      () => numbers({ "xl/worksheets/sheet1.xml": `<sheetData><c><f>${formula}</f></c></sheetData>` }),
      () =>
        numbers({ "xl/workbook.xml": `<definedNames><definedName>${formula}</definedName></definedNames>` }),
      () => anOdt({ "Object 1/content.xml": `<x><table-cell table:formula="of:=${given}"/></x>` }),
    ])
      expect(await scanOf(make)).toBe("refused-dde");
  });

  it.each(["Sheet1!$A$2:$A$5", "'Begroting a|b'!$A$1", 'IF(A1="a|b",1,0)', "SUM({1;2|3;4})"])(
    "%s is accepted",
    async (formula) => {
      expect(
        await scanOf(() => aDocx({ "word/charts/chart1.xml": `<c:chart><c:f>${formula}</c:f></c:chart>` })),
      ).toBe("accepted");
    },
  );
});
