import * as z from "zod";
import type { WorkflowName } from "./contract.ts";

/** A state in Amazon States Language; the schema lists only the properties that this code reads. */
export const State = z.looseObject({
  Type: z.enum(["Task", "Pass", "Choice", "Parallel", "Fail", "Succeed"]),
  Next: z.string().optional(),
  End: z.boolean().optional(),
  Default: z.string().optional(),
  Choices: z.array(z.object({ Condition: z.string(), Next: z.string() })).optional(),
  Catch: z.array(z.looseObject({ ErrorEquals: z.array(z.string()), Next: z.string() })).optional(),
  Retry: z.array(z.looseObject({ ErrorEquals: z.array(z.string()) })).optional(),
  Resource: z.string().optional(),
  TimeoutSeconds: z.int().optional(),
  Arguments: z
    .looseObject({
      Payload: z.looseObject({
        state: z.string(),
        restarts: z.array(z.object({ stage: z.string(), from: z.string() })).optional(),
      }),
    })
    .optional(),
  Assign: z.record(z.string(), z.unknown()).optional(),
  Output: z.unknown().optional(),
  get Branches() {
    return z.array(Definition).optional();
  },
});
export type State = z.infer<typeof State>;

export const Definition = z.looseObject({
  StartAt: z.string(),
  States: z.record(z.string(), State),
});
export type Definition = z.infer<typeof Definition>;

const Join = z.tuple([z.literal(""), z.array(z.union([z.string(), z.record(z.string(), z.unknown())]))]);
const StateMachine = z.object({
  Type: z.literal("AWS::StepFunctions::StateMachine"),
  Properties: z.object({ StateMachineName: z.string(), DefinitionString: z.object({ "Fn::Join": Join }) }),
});

/** The definition of a workflow in a synthesized template, with logical ids in place of ARNs. */
export function definitionIn(template: unknown, workflow: WorkflowName): Definition {
  const { Resources } = z.object({ Resources: z.record(z.string(), z.unknown()) }).parse(template);
  for (const resource of Object.values(Resources)) {
    const found = StateMachine.safeParse(resource);
    if (found.success && found.data.Properties.StateMachineName.endsWith(`-${workflow}`))
      return parse(found.data.Properties.DefinitionString["Fn::Join"][1]);
  }
  throw new Error(`The template has no state machine ${workflow}`);
}

function parse(parts: (string | Record<string, unknown>)[]): Definition {
  const text = parts.map((part) => (typeof part === "string" ? part : logicalIdIn(part))).join("");
  return Definition.parse(JSON.parse(text));
}

function logicalIdIn(intrinsic: Record<string, unknown>): string {
  const [id] = z.array(z.string()).parse(Object.values(intrinsic).flat());
  return id ?? "";
}

/** Whether a state waits for a person. */
export const isHuman = (state: State): boolean => state.Resource?.endsWith(".waitForTaskToken") ?? false;

/** The value that a rule of a Choice compares with: `{% $outcome = 'suitable' %}` → `suitable`. */
export function optionOf(rule: { Condition: string }): string {
  const [, option] = /^\{% \$\S+ = '([^']+)' %\}$/.exec(rule.Condition) ?? [];
  if (option === undefined) throw new Error(`Not a comparison with one value: ${rule.Condition}`);
  return option;
}

/** The Parallel around the process; its Catch serves every state. */
export function wholeOf({ StartAt, States }: Definition): State {
  const whole = States[StartAt];
  if (!whole) throw new Error(`No state ${StartAt}`);
  return whole;
}

/** The branch that holds the process; the states beside it are the endings. */
export function processIn(definition: Definition): Definition {
  const [branch] = wholeOf(definition).Branches ?? [];
  if (!branch) throw new Error("The workflow is not one Parallel with one branch");
  return branch;
}
