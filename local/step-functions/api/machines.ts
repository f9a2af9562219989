import * as z from "zod";
import { checkArn } from "../values/arns.ts";
import { checkName } from "../states/execution-start.ts";
import { ApiError } from "../values/failures.ts";
import type { MachineRecord, RevisionRecord } from "../store/records.ts";
import type { Service } from "../service/service.ts";
import { validate } from "../definition/validation.ts";
import { operation, page, paging, toSeconds } from "./input.ts";
import { given, sameSettings, settings, settingsGiven, settingsOf } from "./settings.ts";

const stateMachineArn = z.string().min(1).max(256);
const definition = z.string().min(1).max(1_048_576);
/** EXPRESS state machines, versions, aliases and tags are refused: no deployment here uses them. */
const type = z.literal("STANDARD").default("STANDARD");
const newMachine = z.strictObject({ name: z.string(), definition, roleArn: z.string(), type, ...settings });
type NewMachine = z.output<typeof newMachine>;

export const MACHINES = {
  CreateStateMachine: operation(newMachine, (service, input) => {
    checkName(input.name);
    const { arn, createdAt } = create(service, input);
    return { stateMachineArn: arn, creationDate: toSeconds(createdAt) };
  }),

  UpdateStateMachine: operation(
    z.strictObject({
      ...{ stateMachineArn, definition: definition.optional(), roleArn: z.string().optional() },
      ...settings,
    }),
    ({ machines, options }, input) => {
      const machine = machines.get(input.stateMachineArn);
      const { definition, roleArn } = machines.revision(machine.revisionId);
      const changed = settingsGiven(input);
      checkGiven({ ...changed, ...given({ definition: input.definition, roleArn: input.roleArn }) });
      const revision = machines.revise(machine, {
        definition: input.definition ?? definition,
        roleArn: input.roleArn ?? roleArn,
      });
      machine.revisionId = revision.id;
      machine.settings = { ...machine.settings, ...changed };
      machines.put(machine);
      return { updateDate: toSeconds(options.clock.now()), revisionId: revision.id };
    },
  ),

  DescribeStateMachine: operation(z.object({ stateMachineArn }), ({ machines }, { stateMachineArn: arn }) => {
    const machine = machines.get(arn);
    return {
      ...describeRevision(machines.revision(machine.revisionId)),
      ...machine.settings,
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

  ValidateStateMachineDefinition: operation(
    z.object({
      ...{ definition, type, severity: z.enum(["ERROR", "WARNING"]).optional() },
      maxResults: z.int().min(0).max(100).default(0),
    }),
    (_service, input) => {
      const { diagnostics } = validate(input.definition);
      const shown = diagnostics.slice(0, input.maxResults || 100);
      const result = diagnostics.length === 0 ? "OK" : "FAIL";
      return { result, diagnostics: shown, truncated: shown.length < diagnostics.length };
    },
  ),
};

/**
 * Idempotent: the same call yields the same state machine, whatever its role. Another definition or configuration under
 * the same name is refused.
 */
function create({ machines, options }: Service, input: NewMachine): MachineRecord {
  const { region, account, clock } = options;
  const { name, definition, roleArn } = input;
  const arn = `arn:aws:states:${region}:${account}:stateMachine:${name}`;
  const existing = machines.find(arn);
  if (existing) {
    const now = machines.revision(existing.revisionId);
    const isSame = now.definition === definition;
    if (isSame && sameSettings(existing.settings, settingsOf(input))) return existing;
    throw new ApiError("StateMachineAlreadyExists", `State Machine Already Exists: '${arn}'`);
  }
  const first = { definition, roleArn, isInitial: true };
  const revision = machines.revise({ arn, name }, first);
  const machine: MachineRecord = {
    ...{ arn, name, revisionId: revision.id, createdAt: clock.now(), settings: settingsOf(input) },
  };
  machines.put(machine);
  return machine;
}

export function describeRevision(revision: RevisionRecord) {
  const { machineArn, machineName, definition, roleArn, id, isInitial } = revision;
  const revisionId = isInitial ? undefined : id;
  return { stateMachineArn: machineArn, name: machineName, definition, roleArn, revisionId };
}

function checkGiven(changes: object): void {
  if (Object.keys(changes).length > 0) return;
  const fields = "the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration";
  throw new ApiError("MissingRequiredParameter", `Either ${fields} must be specified`);
}
