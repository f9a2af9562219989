import * as z from "zod";
import { checkName } from "../execution-start.ts";
import { ApiError } from "../failures.ts";
import type { MachineRecord, RevisionRecord } from "../records.ts";
import type { Service } from "../service.ts";
import { validate } from "../validation.ts";
import { operation, page, paging, toSeconds } from "./input.ts";

const stateMachineArn = z.string();
const tags = z.array(z.object({ key: z.string(), value: z.string() }));
const settings = {
  loggingConfiguration: z.looseObject({}).optional(),
  tracingConfiguration: z.looseObject({}).optional(),
  encryptionConfiguration: z.looseObject({}).optional(),
};
const publishing = { publish: z.boolean().default(false), versionDescription: z.string().optional() };
const type = z.enum(["STANDARD", "EXPRESS"]).default("STANDARD");
const newMachine = z.object({
  ...{ name: z.string(), definition: z.string(), roleArn: z.string(), type, ...publishing, ...settings },
  tags: tags.default([]),
});
type NewMachine = z.output<typeof newMachine>;

const DEFAULT_SETTINGS = {
  loggingConfiguration: { level: "OFF", includeExecutionData: false },
  tracingConfiguration: { enabled: false },
  encryptionConfiguration: { type: "AWS_OWNED_KEY" },
};

export const MACHINES = {
  CreateStateMachine: operation(newMachine, (service, input) => {
    checkName(input.name);
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
      ...{ stateMachineArn, definition: z.string().optional(), roleArn: z.string().optional() },
      ...{ ...publishing, ...settings },
    }),
    ({ machines, options }, input) => {
      const machine = machines.get(input.stateMachineArn);
      const { definition, roleArn } = machines.revision(machine.revisionId);
      const { loggingConfiguration, tracingConfiguration, encryptionConfiguration } = input;
      const changed = given({ loggingConfiguration, tracingConfiguration, encryptionConfiguration });
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

  ValidateStateMachineDefinition: operation(z.object({ definition: z.string(), type }), (_service, input) => {
    const { diagnostics } = validate(input.definition, input.type);
    return { result: diagnostics.length === 0 ? "OK" : "FAIL", diagnostics, truncated: false };
  }),

  TagResource: operation(z.object({ resourceArn: z.string(), tags }), ({ machines }, input) => {
    const machine = machines.get(input.resourceArn);
    const added = new Set(input.tags.map(({ key }) => key));
    machine.tags = [...machine.tags.filter(({ key }) => !added.has(key)), ...input.tags];
    machines.put(machine);
    return {};
  }),

  UntagResource: operation(
    z.object({ resourceArn: z.string(), tagKeys: z.array(z.string()) }),
    ({ machines }, { resourceArn, tagKeys }) => {
      const machine = machines.get(resourceArn);
      machine.tags = machine.tags.filter(({ key }) => !tagKeys.includes(key));
      machines.put(machine);
      return {};
    },
  ),

  ListTagsForResource: operation(z.object({ resourceArn: z.string() }), ({ machines }, { resourceArn }) => {
    return { tags: machines.get(resourceArn).tags };
  }),
};

/** The same call twice is one state machine; another definition under the same name is refused. */
function create({ machines, options }: Service, input: NewMachine): MachineRecord {
  const { region, account, clock } = options;
  const { name, definition, roleArn, loggingConfiguration, tracingConfiguration, encryptionConfiguration } =
    input;
  const arn = `arn:aws:states:${region}:${account}:stateMachine:${name}`;
  const existing = machines.find(arn);
  if (existing) {
    const now = machines.revision(existing.revisionId);
    const isSame = now.definition === definition && now.type === input.type && now.roleArn === roleArn;
    if (isSame) return existing;
    throw new ApiError("StateMachineAlreadyExists", `State Machine Already Exists: '${arn}'`);
  }
  const revision = machines.revise({ arn, name, type: input.type }, { definition, roleArn });
  const own = given({ loggingConfiguration, tracingConfiguration, encryptionConfiguration });
  const machine: MachineRecord = {
    ...{ arn, name, type: input.type, revisionId: revision.id, createdAt: clock.now(), lastVersion: 0 },
    ...{ settings: { ...DEFAULT_SETTINGS, ...own }, tags: input.tags },
  };
  machines.put(machine);
  return machine;
}

export function describeRevision({ machineArn, machineName, definition, roleArn, id }: RevisionRecord) {
  return { stateMachineArn: machineArn, name: machineName, definition, roleArn, revisionId: id };
}

const given = (fields: { [name: string]: unknown }) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
