import * as z from "zod";
import { ApiError } from "../failures.ts";
import type { Machines } from "../machines.ts";
import type { AliasRecord } from "../records.ts";
import { operation, page, paging, toSeconds } from "./input.ts";

const stateMachineAliasArn = z.string();
const routingConfiguration = z
  .array(z.object({ stateMachineVersionArn: z.string(), weight: z.int().min(0).max(100) }))
  .min(1)
  .max(2);
const newAlias = z.object({ name: z.string(), description: z.string().optional(), routingConfiguration });

export const ALIASES = {
  CreateStateMachineAlias: operation(newAlias, ({ machines, options }, input) => {
    const { name, description, routingConfiguration: routes } = input;
    const machineArn = machineOf(machines, routes);
    const arn = `${machineArn}:${name}`;
    if (machines.alias(arn))
      throw new ApiError("ConflictException", `State Machine Alias already exists: '${arn}'`);
    const now = options.clock.now();
    machines.putAlias({ arn, machineArn, name, description, routes, createdAt: now, updatedAt: now });
    return { stateMachineAliasArn: arn, creationDate: toSeconds(now) };
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
    const { arn, name, description, routes, createdAt, updatedAt } = get(
      machines,
      input.stateMachineAliasArn,
    );
    return {
      ...{ stateMachineAliasArn: arn, name, description, routingConfiguration: routes },
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
