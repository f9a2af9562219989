import validate from "asl-validator";
import { expect, it } from "vitest";
import * as z from "zod";
import { WORKFLOWS } from "../../statemachine/contract.ts";
import { template } from "./workflow.ts";

const StateMachine = z.object({
  Type: z.literal("AWS::StepFunctions::StateMachine"),
  Properties: z.object({
    StateMachineName: z.string(),
    DefinitionString: z.object({ "Fn::Join": z.tuple([z.literal(""), z.array(z.unknown())]) }),
  }),
});
const { Resources } = z.object({ Resources: z.record(z.string(), z.unknown()) }).parse(template);
const machines = Object.values(Resources).flatMap((resource) => StateMachine.safeParse(resource).data ?? []);

/** The definition as deployed, with a sample in place of each ARN. */
function definitionOf({ Properties: { DefinitionString } }: z.infer<typeof StateMachine>): string {
  const [, parts] = DefinitionString["Fn::Join"];
  const arn = "arn:aws:lambda:eu-west-1:000000000000:function:sample";
  const valueOf = (part: unknown) => (JSON.stringify(part).includes("AWS::Partition") ? "aws" : arn);
  return parts.map((part) => (typeof part === "string" ? part : valueOf(part))).join("");
}

it("every state machine is valid in the Amazon States Language", () => {
  expect(machines).toHaveLength(WORKFLOWS.length);
  for (const machine of machines) {
    const { errorsText } = validate(JSON.parse(definitionOf(machine)));
    expect(errorsText(""), machine.Properties.StateMachineName).toBe("");
  }
});

it("the validator finds a state that leads nowhere", () => {
  const [machine] = machines;
  const broken = machine ? definitionOf(machine).replace(/"Next":"\w+"/, '"Next":"Nowhere"') : "";

  expect(validate(JSON.parse(broken)).isValid).toBe(false);
});
