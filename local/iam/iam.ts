import * as z from "zod";
import { NotSupported } from "../foundation/aws-error.ts";
import { type Permission, type Statement, statementsOf, verdict } from "./statements.ts";
import { nameOf, Uses } from "./uses.ts";
import { matches } from "./wildcards.ts";
import type { Template } from "../template/template.ts";

const Named = z.object({ PolicyName: z.string(), PolicyDocument: z.unknown() });
const Role = z.looseObject({
  Policies: z.array(Named).default([]),
  ManagedPolicyArns: z.array(z.string()).default([]),
});
const Policy = z.looseObject({ PolicyDocument: z.unknown(), Roles: z.array(z.string()).default([]) });
const LambdaPermission = z.looseObject({
  Action: z.string(),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
});

/**
 * AWS managed policies for calls that do not pass the gateway: logs, traces, network interfaces, and the copies that AWS
 * Backup makes with its own role.
 */
const HARMLESS =
  /^arn:aws:iam::aws:policy\/(AWSXRayDaemonWriteAccess|service-role\/(AWSLambda(BasicExecution|VPCAccessExecution)Role|AmazonAPIGatewayPushToCloudWatchLogs|AWSBackupServiceRolePolicyForBackup))$/;

/**
 * The synthesized identity policies of all roles, and the resource policies of the functions. Bucket policies, key
 * policies and the resource policy of the API are not evaluated: CDK's defaults in them delegate to the role's policy.
 */
export class Iam {
  readonly #statements = new Map<string, Statement[]>();
  readonly #uses = new Uses();
  readonly #permissions: { functionArn: string; principal: string; sourceArn: string | undefined }[];

  constructor(template: Template) {
    const byName = new Map<string, Statement[]>();
    for (const { physical, properties } of template.ofType("AWS::IAM::Role", Role)) {
      const statements = properties.Policies.flatMap(({ PolicyDocument }) => statementsOf(PolicyDocument));
      byName.set(physical.name, statements);
      this.#statements.set(physical.attributes["Arn"] ?? "", statements);
    }
    for (const type of ["AWS::IAM::Policy", "AWS::IAM::ManagedPolicy"])
      for (const { properties } of template.ofType(type, Policy))
        for (const role of properties.Roles)
          byName.get(role)?.push(...statementsOf(properties.PolicyDocument));
    this.#attachManaged(template, byName);
    this.#permissions = template
      .ofType("AWS::Lambda::Permission", LambdaPermission)
      .map(({ properties }) => ({
        functionArn: properties.FunctionName.startsWith("arn:")
          ? properties.FunctionName
          : template.arn("lambda", `function:${properties.FunctionName}`),
        principal: properties.Principal,
        sourceArn: properties.SourceArn,
      }));
  }

  /** Whether the policies of a role allow this. */
  verdict(roleArn: string, permission: Permission): "allowed" | "denied" | "silent" {
    return verdict(this.#statements.get(roleArn) ?? [], permission);
  }

  /** The same check for an actual call, which is recorded. */
  authorize(roleArn: string, permission: Permission): "allowed" | "denied" | "silent" {
    const statements = this.#statements.get(roleArn) ?? [];
    const judged = verdict(statements, permission);
    this.#uses.note(roleArn, statements, permission, judged === "allowed");
    return judged;
  }

  /** Statements of every role, by its ARN. */
  get roles(): ReadonlyMap<string, Statement[]> {
    return this.#statements;
  }

  /** A fingerprint of the content of all policies. */
  get policies(): string {
    return nameOf(this.#statements);
  }

  /** Writes the uses of the roles to a folder that several processes share. */
  writeUses(folder: string): void {
    this.#uses.write(folder, this.policies);
  }

  allows(roleArn: string, permission: Permission): boolean {
    return this.verdict(roleArn, permission) === "allowed";
  }

  /** Whether a service may invoke a function on behalf of a rule, bucket or API. */
  mayInvoke(principal: string, sourceArn: string, functionArn: string): boolean {
    return this.#permissions.some(
      (permission) =>
        permission.functionArn === functionArn &&
        permission.principal === principal &&
        (permission.sourceArn === undefined || matches(permission.sourceArn, sourceArn)),
    );
  }

  #attachManaged(template: Template, byName: Map<string, Statement[]>): void {
    const managed = new Map(
      template
        .ofType("AWS::IAM::ManagedPolicy", Policy)
        .map(({ physical, properties }) => [physical.ref, properties.PolicyDocument]),
    );
    for (const { logicalId, physical, properties } of template.ofType("AWS::IAM::Role", Role))
      for (const arn of properties.ManagedPolicyArns) {
        if (managed.has(arn)) byName.get(physical.name)?.push(...statementsOf(managed.get(arn)));
        else if (!HARMLESS.test(arn))
          throw new NotSupported(`${logicalId} uses ${arn}, which the local cloud does not know`);
      }
  }
}
