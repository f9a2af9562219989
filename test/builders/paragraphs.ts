import type { Paragraph } from "../../functions/domain/texts.ts";

/** The text of a mail, with what it quotes. */
export const textOf = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.flatMap((one) => (typeof one === "string" ? [one] : one.quote)).join("\n");
