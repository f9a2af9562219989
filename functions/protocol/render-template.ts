import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from "docx";

/** A document in text form, with marked gaps for the parties to fill in. */
export type Template = { title: string; subject: string; author: string; sections: TemplateSection[] };
export type TemplateSection = {
  /** 2 for a subsection. */
  level?: 1 | 2;
  heading: string;
  paragraphs: TemplateParagraph[];
};
export type TemplateParagraph = string | { fillIn: string };

const LANGUAGE = "nl-BE";
/** Font sizes in half points. */
const SIZES = { body: 22, title: 36, heading1: 28, heading2: 24 };
/** Space after a paragraph, in twentieths of a point. */
const AFTER = 160;
const INK = "1A1A1A";

/** Renders an accessible Word document: real headings, a title, and the language of its text. */
export async function renderTemplate(template: Template): Promise<Uint8Array> {
  const document = new Document({
    title: readable(template.title),
    subject: template.subject,
    creator: template.author,
    lastModifiedBy: template.author,
    styles: { default: styles },
    sections: [
      {
        footers: { default: pageNumbers() },
        children: [
          new Paragraph({ text: readable(template.title), heading: HeadingLevel.TITLE }),
          ...template.sections.flatMap(section),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const heading = (size: number) => ({
  run: { font: "Arial", size, bold: true, color: INK },
  paragraph: { spacing: { before: 2 * AFTER, after: AFTER }, keepNext: true },
});

const styles = {
  document: {
    run: { font: "Arial", size: SIZES.body, color: INK, language: { value: LANGUAGE } },
    paragraph: { spacing: { after: AFTER, line: 276 } },
  },
  title: heading(SIZES.title),
  heading1: heading(SIZES.heading1),
  heading2: heading(SIZES.heading2),
};

const section = ({ level, heading: text, paragraphs }: TemplateSection): Paragraph[] => [
  new Paragraph({
    text: readable(text),
    heading: level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_1,
  }),
  ...paragraphs.flatMap(paragraph),
];

/** Brackets as well as colour, for readers who do not see colour. */
const paragraph = (content: TemplateParagraph): Paragraph[] =>
  typeof content === "string"
    ? readable(content)
        .split("\n")
        .map((line) => new Paragraph({ children: [new TextRun(line)] }))
    : [new Paragraph({ children: [new TextRun({ text: `[${content.fillIn}]`, highlight: "yellow" })] })];

/** Removes pasted characters that XML 1.0 does not allow, which would make the document unreadable. */
const readable = (text: string): string =>
  text.replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");

const pageNumbers = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ children: ["Pagina ", PageNumber.CURRENT, " van ", PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
