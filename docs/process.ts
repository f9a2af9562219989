import { PROCESS } from "../functions/domain/process.ts";
import { audienceNames, documentNames, stageNames } from "../functions/domain/texts.nl.ts";
import { remindersOf, type TaskDefinition } from "../functions/domain/task-definition.ts";
import type { RunningTime } from "../functions/domain/running-time.ts";
import { TASKS } from "../functions/application/tasks.ts";
import { AT_ANY_MOMENT, AUDIENCES, CLOCKS, OF_STAGE } from "./process-words.ts";

const HEAD = [
  "| human task | who | outcomes and fields | documents | due | reminders |",
  "|---|---|---|---|---|---|",
];

const isOfAnyMoment = ({ kind }: TaskDefinition) => kind === "DecideStalled" || kind === "AnswerMessage";

/** The process from the code: every state, and for a human task its audience, outcomes and documents. */
export function renderProcess(): string {
  const sections = PROCESS.map(({ stage, step }, place) => {
    const heading = `## ${place + 1} ${stageNames[stage]} (\`${stage}\`, [functions/${step}](../functions/${step}))`;
    const tasks = Object.values(TASKS).filter((task) => task.stage === stage && !isOfAnyMoment(task));
    return [
      heading,
      "",
      ...(OF_STAGE[stage] === undefined ? [] : [OF_STAGE[stage], ""]),
      ...(tasks.length > 0 ? [...HEAD, ...tasks.map(row), ""] : []),
    ];
  });
  return [
    "# The process",
    "",
    "Made by `npm run generate` from the declarations of the human tasks, with what those do not say in between. The order of the",
    "states, also of those of the system, is drawn in [onboarding.md](onboarding.md) and [out-of-use.md](out-of-use.md); the rules that refuse are in",
    "[rules.md](rules.md), the facts behind it in [domain.md](domain.md).",
    "",
    AUDIENCES,
    ...sections.flat(),
    "## At any moment",
    "",
    AT_ANY_MOMENT,
    ...HEAD,
    ...Object.values(TASKS).filter(isOfAnyMoment).map(row),
    "",
    CLOCKS,
  ].join("\n");
}

function row(task: TaskDefinition): string {
  const outcomes = Object.entries(task.outcomes).map(([name, schema]) => {
    const fields = Object.keys(schema.shape);
    return `\`${name}\`${fields.length > 0 ? `: ${fields.join(", ")}` : ""}`;
  });
  const documents = task.documents.map(({ kind, requiredFor }) =>
    requiredFor.length > 0
      ? `${documentNames[kind]} (for ${requiredFor.join(", ")})`
      : `${documentNames[kind]} (optional)`,
  );
  const reminders = remindersOf(task.reminders);
  const after =
    reminders.days.length > 0 ? `after ${reminders.days.join(", ")} ${UNITS[reminders.unit]}` : "none";
  return `| \`${task.kind}\`${task.workflow ? "" : " (side task)"}<br>${task.texts.nl.title} | ${audienceNames[task.audience]} | ${outcomes.join("<br>")} | ${documents.join("<br>")} | ${dueOf(task)} | ${after} |`;
}

const UNITS: Record<RunningTime["unit"], string> = { calendar: "days", working: "working days" };

function dueOf({ due }: TaskDefinition): string {
  if (due === "none") return "whenever";
  return typeof due === "function" ? "on a date of the dossier" : `within ${due.days} ${UNITS[due.unit]}`;
}
