import { idOf } from "./field-inputs.tsx";
import type { Problem } from "./problems.nl.ts";
import { formTexts } from "./texts.nl.ts";

/** The target of a problem: its field, the check for PRIV-01, or the form as a whole. */
function targetOf({ field, rule }: Problem, idPrefix: string): string {
  if (field !== undefined) return idOf(idPrefix, field);
  return rule === "PRIV-01" ? idOf(idPrefix, "noNationalNumber") : idPrefix;
}

/** The label before a message that does not name it. */
const before = ({ label, message }: Problem): string =>
  label === undefined || message.toLowerCase().includes(label.toLowerCase())
    ? ""
    : `${label.replace(/[^?]$/, "$&:")} `;

/** All problems above the form, each with a link to its field. */
export const ProblemSummary = ({ problems, idPrefix }: { problems: Problem[]; idPrefix: string }) => (
  <div class="summary" role="alert" aria-labelledby="summary-title" tabindex={-1} autofocus>
    <h2 id="summary-title">{formTexts.summary}</h2>
    <ul>
      {problems.map((problem) => (
        <li>
          <a href={`#${targetOf(problem, idPrefix)}`}>
            {before(problem)}
            {problem.message}
          </a>
        </li>
      ))}
    </ul>
  </div>
);
