import * as z from "zod";
import { ApiError } from "../values/failures.ts";
import { operation, page, paging, toSeconds } from "./input.ts";

export const VERSIONS = {
  PublishStateMachineVersion: operation(
    z.object({
      stateMachineArn: z.string(),
      revisionId: z.string().optional(),
      description: z.string().optional(),
    }),
    ({ machines }, { stateMachineArn, revisionId, description }) => {
      const machine = machines.get(stateMachineArn);
      const current = machines.revision(machine.revisionId).isInitial ? "INITIAL" : machine.revisionId;
      if (revisionId !== undefined && revisionId !== current) {
        const told = `The current State Machine revision ID doesn't match: '${revisionId}'`;
        throw new ApiError("ConflictException", told);
      }
      const { arn, createdAt } = machines.publish(machine, description);
      return { stateMachineVersionArn: arn, creationDate: toSeconds(createdAt) };
    },
  ),

  ListStateMachineVersions: operation(
    z.object({ stateMachineArn: z.string(), ...paging }),
    ({ machines }, { stateMachineArn, ...wanted }) => {
      const { items, next } = page(machines.versions(machines.get(stateMachineArn).arn), wanted);
      const stateMachineVersions = items.map(({ arn, createdAt }) => {
        return { stateMachineVersionArn: arn, creationDate: toSeconds(createdAt) };
      });
      return { stateMachineVersions, ...next };
    },
  ),

  DeleteStateMachineVersion: operation(
    z.object({ stateMachineVersionArn: z.string() }),
    ({ machines }, { stateMachineVersionArn: arn }) => {
      const version = machines.version(arn);
      const aliases = version ? machines.aliases(version.machineArn) : [];
      const uses = aliases.filter(({ routes }) =>
        routes.some((route) => route.stateMachineVersionArn === arn),
      );
      if (uses.length > 0) {
        const told = `Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [${uses.map(({ name }) => name).join(", ")}]`;
        throw new ApiError("ConflictException", told);
      }
      if (version) machines.deleteResource(arn);
      return {};
    },
  ),
};
