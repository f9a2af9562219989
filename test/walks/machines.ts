import { createApp } from "../../infra/app.ts";
import { type StateMachine, stateMachinesOf } from "../../local/cloud/state-machines.ts";
import { Template } from "../../local/template/template.ts";
import { functionName, STATES, type StateName, type WorkflowName } from "../../statemachine/contract.ts";

export const REGION = "eu-west-1";
export const ACCOUNT = "000000000000";

const template = new Template({
  name: "led-onboarding-dev",
  region: REGION,
  account: ACCOUNT,
  assets: new Map(),
  template: createApp({ bundling: false, environment: "dev" }).synth().stacks[0]?.template,
});

/** The deployed state machines. */
export const MACHINES = stateMachinesOf(template);

export const machineArn = (workflow: WorkflowName): string => {
  const machine: StateMachine | undefined = MACHINES.find(({ name }) => name.endsWith(`-${workflow}`));
  if (!machine) throw new Error(`no state machine ${workflow}`);
  return machine.arn;
};

const STATE_NAMES = Object.keys(STATES).filter((name): name is StateName => Object.hasOwn(STATES, name));
const BY_FUNCTION = new Map(STATE_NAMES.map((state) => [functionName("dev", state), state]));

/** The state of a function, by the function's ARN. */
export function stateOfFunction(arn: string): StateName {
  const state = BY_FUNCTION.get(arn.replace(/^arn:.*:function:/, "").replace(/:.*$/, ""));
  if (!state) throw new Error(`no state has the function ${arn}`);
  return state;
}
