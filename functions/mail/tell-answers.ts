import type { Answer } from "../domain/describe-values.ts";
import type { Paragraph } from "../domain/texts.ts";

/** Answers as paragraphs of a mail: one text below its label, the fields of a group together below its heading. */
export function tellAnswers(answers: readonly Answer[]): Paragraph[] {
  const headings = [...new Set(answers.map(headingOf))];
  return headings.flatMap((heading) => {
    const under = answers.filter((answer) => headingOf(answer) === heading);
    return [`${heading}:`, { quote: under.flatMap(linesOf) }];
  });
}

const headingOf = ({ under, label }: Answer): string => under ?? label;
const linesOf = ({ under, label, lines }: Answer): string[] =>
  under === undefined ? lines : [`${label}: ${lines.join(" ")}`];
