import * as z from "zod";
import { NotSupported } from "../foundation/aws-error.ts";
import type { StepFunctions } from "../step-functions/engine.ts";
import type { Template } from "../template/template.ts";

const Properties = z.looseObject({
  DefinitionString: z.string().optional(),
  Definition: z.unknown().optional(),
  DefinitionSubstitutions: z.record(z.string(), z.coerce.string()).default({}),
  RoleArn: z.string(),
  StateMachineType: z.string().default("STANDARD"),
});

export type StateMachine = { name: string; arn: string; roleArn: string; type: string; definition: string };

export function stateMachinesOf(template: Template): StateMachine[] {
  return template
    .ofType("AWS::StepFunctions::StateMachine", Properties)
    .map(({ logicalId, physical, properties }) => {
      const { Definition, DefinitionString, DefinitionSubstitutions, RoleArn, StateMachineType } = properties;
      const source = DefinitionString ?? (Definition === undefined ? undefined : JSON.stringify(Definition));
      if (source === undefined)
        throw new NotSupported(`${logicalId}: a definition in S3 is not supported by the local cloud`);
      const definition = Object.entries(DefinitionSubstitutions).reduce(
        (text, [name, value]) => text.replaceAll(`\${${name}}`, value),
        source,
      );
      return { name: physical.name, arn: physical.ref, roleArn: RoleArn, type: StateMachineType, definition };
    });
}

/** Creates the state machines, or updates those of an earlier run. Running executions keep their definition. */
export async function deployStateMachines(
  machines: readonly StateMachine[],
  engine: StepFunctions,
): Promise<void> {
  for (const { name, arn, roleArn, type, definition } of machines) {
    const existing = await engine.handle("DescribeStateMachine", { stateMachineArn: arn });
    const answer =
      existing.status === 200
        ? await engine.handle("UpdateStateMachine", { stateMachineArn: arn, definition, roleArn })
        : await engine.handle("CreateStateMachine", { name, definition, roleArn, type });
    if (answer.status !== 200) throw new Error(`State machine ${name}: ${JSON.stringify(answer.body)}`);
  }
}
