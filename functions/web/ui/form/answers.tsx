import type { Answer } from "../../../domain/describe-values.ts";

/** Groups consecutive answers under the same heading. */
function grouped(answers: Answer[]): Answer[][] {
  const groups: Answer[][] = [];
  for (const answer of answers) {
    const last = groups.at(-1);
    if (last && last[0]?.under === answer.under) last.push(answer);
    else groups.push([answer]);
  }
  return groups;
}

/** Labels and answers, as one list for each group of the form. */
export const Answers = ({ answers }: { answers: Answer[] }) => (
  <>
    {grouped(answers).map((group) => (
      <>
        {group[0]?.under === undefined ? "" : <h3 class="under">{group[0].under}</h3>}
        <dl class="answers">
          {group.map(({ label, lines }) => (
            <div>
              <dt>{label}</dt>
              {lines.map((line) => (
                <dd>{line === "" ? "\u00a0" : line}</dd>
              ))}
            </div>
          ))}
        </dl>
      </>
    ))}
  </>
);
