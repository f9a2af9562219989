/**
 * `npm run teardown -- --environment dev`: lists what runs and what stays; with `--yes` it stops the executions and deletes
 * the stack. What is retained stays, and is printed with the command that deletes it. It calls the AWS CLI.
 */
import { execFileSync } from "node:child_process";
import * as z from "zod";
import { stateMachineName, WORKFLOWS } from "../statemachine/contract.ts";
import { misused, readOptions, runCommand } from "./command-line.ts";
import { deletionOf, isRetained } from "./what-stays.ts";

const USAGE = `npm run teardown -- --environment <dev or prod> [--yes]
  Lists what runs and what stays; with --yes the executions stop and the stack is deleted.`;
const { environment, yes } = readOptions(USAGE, {
  environment: { type: "string" },
  yes: { type: "boolean", default: false },
});

function aws(...args: string[]): unknown {
  const output = execFileSync("aws", [...args, "--output", "json"], {
    encoding: "utf8",
    maxBuffer: 50_000_000,
  });
  return output.trim() === "" ? undefined : JSON.parse(output);
}

const Machines = z.object({
  stateMachines: z.array(z.looseObject({ name: z.string(), stateMachineArn: z.string() })),
});
const Resources = z.object({
  StackResourceSummaries: z.array(
    z.looseObject({
      ResourceType: z.string(),
      LogicalResourceId: z.string(),
      PhysicalResourceId: z.string().default(""),
    }),
  ),
});
const Body = z.object({
  TemplateBody: z.looseObject({
    Resources: z.record(z.string(), z.looseObject({ DeletionPolicy: z.string().optional() })),
  }),
});
const Executions = z.object({ executions: z.array(z.looseObject({ executionArn: z.string() })) });

function executionsOf(environment: string): string[] {
  const machines = Machines.parse(aws("stepfunctions", "list-state-machines")).stateMachines;
  const ours = WORKFLOWS.map((workflow) => stateMachineName(environment, workflow));
  return machines
    .filter(({ name }) => ours.includes(name))
    .flatMap(({ stateMachineArn }) => {
      const found = aws(
        ...["stepfunctions", "list-executions", "--state-machine-arn", stateMachineArn],
        ...["--status-filter", "RUNNING"],
      );
      return Executions.parse(found).executions.map(({ executionArn }) => executionArn);
    });
}

function stayingOf(stack: string): { type: string; name: string }[] {
  const { StackResourceSummaries } = Resources.parse(
    aws("cloudformation", "list-stack-resources", "--stack-name", stack),
  );
  const { TemplateBody } = Body.parse(aws("cloudformation", "get-template", "--stack-name", stack));
  return StackResourceSummaries.filter((one) =>
    isRetained(TemplateBody.Resources[one.LogicalResourceId]?.DeletionPolicy),
  ).map(({ ResourceType, PhysicalResourceId }) => ({ type: ResourceType, name: PhysicalResourceId }));
}

function main(): void {
  if (environment === undefined) return misused("Which environment?", USAGE);
  const stack = `led-onboarding-${environment}`;
  const executions = executionsOf(environment);
  const staying = stayingOf(stack);
  console.log(`${executions.length} executions run. ${staying.length} resources stay:`);
  for (const { type, name } of staying) console.log(`  ${type} ${name}\n    ${deletionOf(type, name)}`);
  if (!yes) {
    console.log(`Nothing was changed. With --yes the executions stop and ${stack} is deleted.`);
    return;
  }
  for (const arn of executions)
    aws("stepfunctions", "stop-execution", "--execution-arn", arn, "--cause", "teardown");
  aws(
    "cloudformation",
    "update-termination-protection",
    "--stack-name",
    stack,
    "--no-enable-termination-protection",
  );
  aws("cloudformation", "delete-stack", "--stack-name", stack);
  console.log(
    `${stack} is being deleted: aws cloudformation wait stack-delete-complete --stack-name ${stack}`,
  );
}

await runCommand(main);
