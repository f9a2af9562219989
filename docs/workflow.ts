import { createApp } from "../infra/app.ts";
import { STATE_NAMES, STATES, type Folder, type WorkflowName } from "../statemachine/contract.ts";
import {
  definitionIn,
  isHuman,
  optionOf,
  processIn,
  wholeOf,
  type Definition,
  type State,
} from "../statemachine/definition.ts";

const TITLES: Record<WorkflowName, string> = {
  onboarding: "The onboarding workflow",
  "out-of-use": "The out-of-use workflow",
};

const introduction = (workflow: WorkflowName) => `# ${TITLES[workflow]}

Drawn from the synthesized state machine by \`npm run generate\`. Rounded: waits for a person. Square: the system. The
words on an arrow are the outcome of the decision. What no arrow names is parked, as is every error.
`;

const states = `
## States

The right column is also the text of the alarm of the state. What happens then is in
[failures.md](failures.md#when-a-step-fails).

| state | kind | while it keeps failing |
|---|---|---|
`;
const KINDS = { human: "waits for a person", system: "of the system" } as const;

const STEPS = {
  contact: "1 Contact",
  intake: "2 Intake",
  dpia: "3 DPIA",
  protocol: "4 Protocol",
  magda: "5 Connection to MAGDA",
  "in-use": "6 In use",
  "out-of-use": "7 Out of use",
} as const satisfies Partial<Record<Folder, string>>;

type Edge = { from: string; to: string; label?: string };

/** The page of a workflow: a Mermaid diagram of its synthesized state machine, and its states. */
export function renderWorkflow(workflow: WorkflowName): string {
  const template: unknown = createApp({ bundling: false }).synth().stacks[0]?.template;
  const definition = definitionIn(template, workflow);
  const process = processIn(definition);
  const shown = Object.entries(process.States).filter(([name, state]) => isShown(process, name, state));
  const lines = [
    "flowchart TD",
    ...Object.entries(STEPS).flatMap(([folder, title]) => {
      const own = shown.filter(([, state]) => folderOf(state) === folder);
      if (own.length === 0) return [];
      return [`  subgraph ${folder}["${title}"]`, ...own.map(([name, state]) => node(name, state)), "  end"];
    }),
    ...shown.filter(([, state]) => !isInStep(state)).map(([name, state]) => node(name, state)),
    ...shown.flatMap(([name, state]) => edges(process, name, state)).map(arrow),
    ...endings(definition),
  ];
  return `${introduction(workflow)}\n\`\`\`mermaid\n${lines.join("\n")}\n\`\`\`\n${states}${rowsOf(definition).join("")}`;
}

function rowsOf(definition: Definition): string[] {
  const all = [...Object.values(definition.States), ...Object.values(processIn(definition).States)];
  const called = new Set(all.map((state) => state.Arguments?.Payload.state));
  return STATE_NAMES.filter((name) => called.has(name)).map(
    (name) => `| \`${name}\` | ${KINDS[STATES[name].kind]} | ${STATES[name].errorImpact} |\n`,
  );
}

/** A Choice on the answer of the previous state is drawn as the arrows of that state. */
function isShown(process: Definition, name: string, state: State): boolean {
  if (state.Type === "Fail") return false;
  return state.Type !== "Choice" || !Object.values(process.States).some((other) => other.Next === name);
}

function edges(process: Definition, name: string, state: State): Edge[] {
  const next = state.Next === undefined ? undefined : process.States[state.Next];
  const choice = state.Type === "Choice" ? state : next?.Type === "Choice" ? next : undefined;
  if (choice)
    return (choice.Choices ?? []).map((rule) => ({ from: name, to: rule.Next, label: optionOf(rule) }));
  return [{ from: name, to: state.Next ?? "End" }];
}

function endings(definition: Definition): string[] {
  const catches = wholeOf(definition).Catch ?? [];
  return [
    "  End((end))",
    ...catches.map(
      ({ ErrorEquals, Next }) => `  AnyState{{any state}} -.->|${ErrorEquals.join(", ")}| ${Next}`,
    ),
    ...catches.map(({ Next }) => arrow({ from: Next, to: "End" })),
  ];
}

/** The step of a state. A loop belongs to the step of the last round that it raises. */
function folderOf(state: State): string | undefined {
  const payload = state.Arguments?.Payload;
  if (!payload) return undefined;
  const stage = payload.restarts?.at(-1)?.stage;
  if (stage) return stage.toLowerCase();
  return Object.entries(STATES).find(([name]) => name === payload.state)?.[1].folder;
}

const isInStep = (state: State): boolean => (folderOf(state) ?? "workflow") in STEPS;

const id = (name: string): string => name.replace(/\W/g, "");

function node(name: string, state: State): string {
  if (state.Type === "Choice") return `  ${id(name)}{"${name}"}`;
  return isHuman(state) ? `  ${id(name)}(["${name}"])` : `  ${id(name)}["${name}"]`;
}

const arrow = ({ from, to, label }: Edge): string =>
  `  ${id(from)} -->${label === undefined ? "" : `|${label}|`} ${id(to)}`;
