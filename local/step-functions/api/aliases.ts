import * as z from "zod";
import { ApiError } from "../values/failures.ts";
import type { Machines } from "../service/machines.ts";
import type { AliasRecord } from "../store/records.ts";
import { operation, page, paging, toSeconds } from "./input.ts";

const stateMachineAliasArn = z.string();
const routingConfiguration = z
  .array(z.object({ stateMachineVersionArn: z.string(), weight: z.int().min(0).max(100) }))
  .min(1)
  .max(2);
/** With a letter or sign in it, so that no alias is taken for the number of a version. */
const name = z
  .string()
  .min(1)
  .max(80)
  .regex(/^(?=.*[a-zA-Z_\-.])[a-zA-Z0-9_\-.]+$/);
const newAlias = z.object({ name, description: z.string().optional(), routingConfiguration });

export const ALIASES = {
  CreateStateMachineAlias: operation(newAlias, ({ machines, options }, input) => {
    const { description, routingConfiguration: routes } = input;
    const machineArn = machineOf(machines, routes);
    const arn = `${machineArn}:${input.name}`;
    const existing = machines.alias(arn);
    if (existing && !isSame(existing, input))
      throw new ApiError("ConflictException", `State Machine Alias already exists: '${arn}'`);
    const now = options.clock.now();
    const made = { arn, machineArn, name: input.name, description, routes, createdAt: now, updatedAt: now };
    if (!existing) machines.putAlias(made);
    return { stateMachineAliasArn: arn, creationDate: toSeconds(existing?.createdAt ?? now) };
  }),

  UpdateStateMachineAlias: operation(
    z.object({
      ...{ stateMachineAliasArn, description: z.string().optional() },
      routingConfiguration: routingConfiguration.optional(),
    }),
    ({ machines, options }, input) => {
      const alias = get(machines, input.stateMachineAliasArn);
      const updatedAt = options.clock.now();
      const routes = input.routingConfiguration ?? alias.routes;
      machineOf(machines, routes);
      machines.putAlias({ ...alias, routes, description: input.description ?? alias.description, updatedAt });
      return { updateDate: toSeconds(updatedAt) };
    },
  ),

  DescribeStateMachineAlias: operation(z.object({ stateMachineAliasArn }), ({ machines }, input) => {
    const alias = get(machines, input.stateMachineAliasArn);
    const { arn, description, routes, createdAt, updatedAt } = alias;
    return {
      ...{ stateMachineAliasArn: arn, name: alias.name, description, routingConfiguration: routes },
      ...{ creationDate: toSeconds(createdAt), updateDate: toSeconds(updatedAt) },
    };
  }),

  DeleteStateMachineAlias: operation(z.object({ stateMachineAliasArn }), ({ machines }, input) => {
    machines.deleteResource(get(machines, input.stateMachineAliasArn).arn);
    return {};
  }),

  ListStateMachineAliases: operation(
    z.object({ stateMachineArn: z.string(), ...paging }),
    ({ machines }, { stateMachineArn, ...wanted }) => {
      const version = machines.version(stateMachineArn);
      const aliases = machines.aliases(machines.get(version?.machineArn ?? stateMachineArn).arn);
      const { items, next } = page(
        aliases.filter(
          ({ routes }) => !version || routes.some((r) => r.stateMachineVersionArn === version.arn),
        ),
        wanted,
      );
      const stateMachineAliases = items.map(({ arn, createdAt }) => {
        return { stateMachineAliasArn: arn, creationDate: toSeconds(createdAt) };
      });
      return { stateMachineAliases, ...next };
    },
  ),
};

/** The same call twice is one alias. */
const isSame = ({ description, routes }: AliasRecord, input: z.output<typeof newAlias>) =>
  description === input.description && JSON.stringify(routes) === JSON.stringify(input.routingConfiguration);

function get(machines: Machines, arn: string): AliasRecord {
  const alias = machines.alias(arn);
  if (!alias)
    throw new ApiError("ResourceNotFound", `Request references a resource that does not exist: '${arn}'`);
  return alias;
}

/** The state machine that all versions of a routing belong to; their weights make up 100. */
function machineOf(machines: Machines, routes: AliasRecord["routes"]): string {
  const owners = new Set(routes.map(({ stateMachineVersionArn: arn }) => machines.version(arn)?.machineArn));
  const [owner] = owners;
  const weight = routes.reduce((sum, route) => sum + route.weight, 0);
  if (owner === undefined || owners.size !== 1) {
    throw new ApiError(
      "ValidationException",
      "Routing configuration must contain versions of one state machine",
    );
  }
  if (weight !== 100)
    throw new ApiError("ValidationException", "Sum of routing configuration weights must equal 100");
  return owner;
}
