import { diffWords } from "diff";
import type { Answer } from "../../../domain/describe-values.ts";

/** A piece of an answer: the same in both versions, added in the later one, or gone from it. */
export type Piece = { text: string; is: "same" | "added" | "gone" };
/** `before`: the former text; empty where there was none. */
export type ChangedAnswer = { label: string; under?: string; before: string; pieces: Piece[] };

const nameOf = ({ label, under }: Answer) => `${under ?? ""}/${label}`;
const textOf = (answer: Answer | undefined) => answer?.lines.join("\n") ?? "";

/** The answers that differ between two versions, in the order of the later one, with the words that differ. */
export function changedAnswers(before: readonly Answer[], after: readonly Answer[]): ChangedAnswer[] {
  const gone = before.filter((answer) => !after.some((other) => nameOf(other) === nameOf(answer)));
  return [...after, ...gone].flatMap((answer) => {
    const [one, other] = [before, after].map((answers) =>
      textOf(answers.find((candidate) => nameOf(candidate) === nameOf(answer))),
    );
    if (one === other) return [];
    const pieces = diffWords(one ?? "", other ?? "").map(({ value, added, removed }): Piece => {
      return { text: value, is: added ? "added" : removed ? "gone" : "same" };
    });
    return [{ label: answer.label, under: answer.under, before: one ?? "", pieces }];
  });
}
