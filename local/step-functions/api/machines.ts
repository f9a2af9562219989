import * as z from "zod";
import { checkArn } from "../values/arns.ts";
import { checkName } from "../states/execution-start.ts";
import { ApiError } from "../values/failures.ts";
import type { MachineRecord, RevisionRecord } from "../store/records.ts";
import type { Service } from "../service/service.ts";
import { validate } from "../definition/validation.ts";
import { operation, page, paging, toSeconds } from "./input.ts";
import { given, sameSettings, settings, settingsGiven, settingsOf } from "./settings.ts";
import { tags } from "./tags.ts";

const stateMachineArn = z.string().min(1).max(256);
const definition = z.string().min(1).max(1_048_576);
const publishing = {
  publish: z.boolean().default(false),
  versionDescription: z.string().max(256).optional(),
};
const type = z.enum(["STANDARD", "EXPRESS"]).default("STANDARD");
const newMachine = z.object({
  ...{ name: z.string(), definition, roleArn: z.string(), type, ...publishing, ...settings },
  tags: tags.default([]),
});
type NewMachine = z.output<typeof newMachine>;

export const MACHINES = {
  CreateStateMachine: operation(newMachine, (service, input) => {
    checkName(input.name);
    checkPublishing(input);
    const machine = create(service, input);
    const version = input.publish ? service.machines.publish(machine, input.versionDescription) : undefined;
    return {
      stateMachineArn: machine.arn,
      creationDate: toSeconds(machine.createdAt),
      stateMachineVersionArn: version?.arn,
    };
  }),

  UpdateStateMachine: operation(
    z.object({
      ...{ stateMachineArn, definition: definition.optional(), roleArn: z.string().optional() },
      ...{ ...publishing, ...settings },
    }),
    ({ machines, options }, input) => {
      const machine = machines.get(input.stateMachineArn);
      const { definition, roleArn } = machines.revision(machine.revisionId);
      const changed = settingsGiven(input);
      checkGiven({ ...changed, ...given({ definition: input.definition, roleArn: input.roleArn }) });
      checkPublishing(input);
      const revision = machines.revise(machine, {
        definition: input.definition ?? definition,
        roleArn: input.roleArn ?? roleArn,
      });
      machine.revisionId = revision.id;
      machine.settings = { ...machine.settings, ...changed };
      machines.put(machine);
      const version = input.publish ? machines.publish(machine, input.versionDescription) : undefined;
      const updateDate = toSeconds(options.clock.now());
      return { updateDate, revisionId: revision.id, stateMachineVersionArn: version?.arn };
    },
  ),

  DescribeStateMachine: operation(z.object({ stateMachineArn }), ({ machines }, { stateMachineArn: arn }) => {
    const version = machines.version(arn);
    const machine = machines.get(version?.machineArn ?? arn);
    const revision = machines.revision(version?.revisionId ?? machine.revisionId);
    const described = {
      ...describeRevision(revision),
      ...machine.settings,
      status: "ACTIVE",
      type: machine.type,
    };
    const creationDate = toSeconds(version?.createdAt ?? machine.createdAt);
    return { ...described, stateMachineArn: arn, creationDate, description: version?.description };
  }),

  DeleteStateMachine: operation(z.object({ stateMachineArn }), ({ machines }, { stateMachineArn: arn }) => {
    checkArn(arn, "stateMachine");
    const machine = machines.find(arn);
    if (machine) machines.delete(machine);
    return {};
  }),

  ListStateMachines: operation(z.object(paging), ({ machines }, wanted) => {
    const { items, next } = page(machines.all(), wanted);
    const stateMachines = items.map(({ arn, name, type: kind, createdAt }) => {
      return { stateMachineArn: arn, name, type: kind, creationDate: toSeconds(createdAt) };
    });
    return { stateMachines, ...next };
  }),

  ValidateStateMachineDefinition: operation(
    z.object({
      ...{ definition, type, severity: z.enum(["ERROR", "WARNING"]).optional() },
      maxResults: z.int().min(0).max(100).default(0),
    }),
    (_service, input) => {
      const { diagnostics } = validate(input.definition, input.type);
      const shown = diagnostics.slice(0, input.maxResults || 100);
      const result = diagnostics.length === 0 ? "OK" : "FAIL";
      return { result, diagnostics: shown, truncated: shown.length < diagnostics.length };
    },
  ),
};

/**
 * The same call twice is one state machine, whatever its role and tags; another definition or configuration under the
 * same name is refused.
 */
function create({ machines, options }: Service, input: NewMachine): MachineRecord {
  const { region, account, clock } = options;
  const { name, definition, roleArn } = input;
  const arn = `arn:aws:states:${region}:${account}:stateMachine:${name}`;
  const existing = machines.find(arn);
  if (existing) {
    const now = machines.revision(existing.revisionId);
    const isSame = now.definition === definition && now.type === input.type;
    if (isSame && sameSettings(existing.settings, settingsOf(input))) return existing;
    throw new ApiError("StateMachineAlreadyExists", `State Machine Already Exists: '${arn}'`);
  }
  const first = { definition, roleArn, isInitial: true };
  const revision = machines.revise({ arn, name, type: input.type }, first);
  const machine: MachineRecord = {
    ...{ arn, name, type: input.type, revisionId: revision.id, createdAt: clock.now(), lastVersion: 0 },
    ...{ settings: settingsOf(input), tags: input.tags },
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

function checkPublishing({ publish, versionDescription }: { publish: boolean; versionDescription?: string }) {
  if (versionDescription === undefined || publish) return;
  throw new ApiError("ValidationException", "Version description can only be set when publish is true");
}
