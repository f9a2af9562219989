import { PROCESS } from "../functions/domain/process.ts";
import { audienceNames, documentNames, stageNames } from "../functions/domain/texts.nl.ts";
import { REMINDERS, type TaskDefinition } from "../functions/domain/human-task.ts";
import { TASKS } from "../functions/tasks.ts";
import { STATES } from "../statemachine/contract.ts";

/** The process as the code has it: every state, and for a human task who decides what with which documents. */
export function renderProcess(): string {
  const sections = PROCESS.map(({ stage, step }, place) => {
    const heading = `## ${place + 1} ${stageNames[stage]} (\`${stage}\`, [functions/${step}](../functions/${step}))`;
    const system = Object.entries(STATES).filter(
      ([, state]) => state.folder === step && state.kind === "system",
    );
    const tasks = Object.values(TASKS).filter((task) => task.stage === stage);
    if (system.length + tasks.length === 0) return [heading, "", "No state yet.", ""];
    return [
      heading,
      "",
      ...(system.length > 0
        ? [`By the system: ${system.map(([name]) => `\`${name}\``).join(", ")}.`, ""]
        : []),
      ...(tasks.length > 0
        ? [
            "| human task | who | outcomes and fields | documents | reminders |",
            "|---|---|---|---|---|",
            ...tasks.map(row),
            "",
          ]
        : []),
    ];
  });
  return [
    "# The process",
    "",
    "Made by `npm run docs` from the declarations of the human tasks. The order of the states is drawn in",
    "[onboarding.md](onboarding.md); the rules that refuse stand in [rules.md](rules.md).",
    "",
    ...sections.flat(),
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
  const unit = task.reminders === "led" ? "working days" : "days";
  return `| \`${task.kind}\`${task.workflow ? "" : " (side task)"}<br>${task.texts.nl.title} | ${audienceNames[task.audience]} | ${outcomes.join("<br>")} | ${documents.join("<br>")} | after ${REMINDERS[task.reminders].join(", ")} ${unit} |`;
}
