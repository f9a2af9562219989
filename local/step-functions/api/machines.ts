import * as z from "zod";
import { checkArn } from "../values/arns.ts";
import { checkName } from "../states/execution-start.ts";
import { ApiError } from "../values/failures.ts";
import type { MachineRecord, RevisionRecord } from "../store/records.ts";
import type { Service } from "../service/service.ts";
import { operation, page, paging, toSeconds } from "./input.ts";

const stateMachineArn = z.string().min(1).max(256);
const definition = z.string().min(1).max(1_048_576);
/** An EXPRESS state machine, a version, an alias, a tag, logging or tracing is refused: no deployment here uses one. */
const type = z.literal("STANDARD").default("STANDARD");
const newMachine = z.strictObject({ name: z.string(), definition, roleArn: z.string(), type });
type NewMachine = z.output<typeof newMachine>;

export const MACHINES = {
  CreateStateMachine: operation(newMachine, (service, input) => {
    checkName(input.name);
    const { arn, createdAt } = create(service, input);
    return { stateMachineArn: arn, creationDate: toSeconds(createdAt) };
  }),

  UpdateStateMachine: operation(
    z.strictObject({ stateMachineArn, definition: definition.optional(), roleArn: z.string().optional() }),
    ({ machines, options }, input) => {
      const machine = machines.get(input.stateMachineArn);
      const { definition, roleArn } = machines.revision(machine.revisionId);
      if (input.definition === undefined && input.roleArn === undefined) throw nothingGiven();
      const revision = machines.revise(machine, {
        definition: input.definition ?? definition,
        roleArn: input.roleArn ?? roleArn,
      });
      machine.revisionId = revision.id;
      machines.put(machine);
      return { updateDate: toSeconds(options.clock.now()), revisionId: revision.id };
    },
  ),

  DescribeStateMachine: operation(z.object({ stateMachineArn }), ({ machines }, { stateMachineArn: arn }) => {
    const machine = machines.get(arn);
    return {
      ...describeRevision(machines.revision(machine.revisionId)),
      ...{ status: "ACTIVE", type: "STANDARD", creationDate: toSeconds(machine.createdAt) },
    };
  }),

  DeleteStateMachine: operation(z.object({ stateMachineArn }), ({ machines }, { stateMachineArn: arn }) => {
    checkArn(arn, "stateMachine");
    const machine = machines.find(arn);
    if (machine) machines.delete(machine);
    return {};
  }),

  ListStateMachines: operation(z.object(paging), ({ machines }, wanted) => {
    const { items, next } = page(machines.all(), wanted);
    const stateMachines = items.map(({ arn, name, createdAt }) => {
      return { stateMachineArn: arn, name, type: "STANDARD", creationDate: toSeconds(createdAt) };
    });
    return { stateMachines, ...next };
  }),
};

/** The same call twice is one state machine, whatever its role; another definition under the same name is refused. */
function create({ machines, options }: Service, input: NewMachine): MachineRecord {
  const { region, account, clock } = options;
  const { name, definition, roleArn } = input;
  const arn = `arn:aws:states:${region}:${account}:stateMachine:${name}`;
  const existing = machines.find(arn);
  if (existing) {
    const now = machines.revision(existing.revisionId);
    if (now.definition === definition) return existing;
    throw new ApiError("StateMachineAlreadyExists", `State Machine Already Exists: '${arn}'`);
  }
  const first = { definition, roleArn, isInitial: true };
  const revision = machines.revise({ arn, name }, first);
  const machine: MachineRecord = { arn, name, revisionId: revision.id, createdAt: clock.now() };
  machines.put(machine);
  return machine;
}

export function describeRevision(revision: RevisionRecord) {
  const { machineArn, machineName, definition, roleArn, id, isInitial } = revision;
  const revisionId = isInitial ? undefined : id;
  return { stateMachineArn: machineArn, name: machineName, definition, roleArn, revisionId };
}

const nothingGiven = () =>
  new ApiError("MissingRequiredParameter", "Either the definition or the role ARN must be specified");
