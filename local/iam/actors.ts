import * as z from "zod";
import type { Template } from "../template/template.ts";

const LambdaFunction = z.looseObject({ Role: z.string() });
const StateMachine = z.looseObject({ RoleArn: z.string() });
const Plan = z.looseObject({ Role: z.string() });
const Rule = z.looseObject({ Targets: z.array(z.looseObject({ RoleArn: z.string().optional() })) });

/** Names of the functions, state machines and rules that use each role, by role ARN. */
export function actorsOf(template: Template): Map<string, string> {
  const functions = template.ofType("AWS::Lambda::Function", LambdaFunction);
  const machines = template.ofType("AWS::StepFunctions::StateMachine", StateMachine);
  const rules = template.ofType("AWS::Events::Rule", Rule);
  const plans = template.ofType("AWS::GuardDuty::MalwareProtectionPlan", Plan);
  return new Map([
    ...plans.map(({ properties }) => [properties.Role, "malware-check (GuardDuty)"] as const),
    ...functions.map(({ physical, properties }) => [properties.Role, physical.name] as const),
    ...machines.map(
      ({ physical, properties }) => [properties.RoleArn, `${physical.name} (state machine)`] as const,
    ),
    ...rules.flatMap(({ properties }) =>
      properties.Targets.flatMap(({ RoleArn }) => (RoleArn ? [[RoleArn, "rules"] as const] : [])),
    ),
  ]);
}

/** Replaces physical names and ARNs by names of the template. */
export function namesIn(template: Template): (text: string) => string {
  const named = template.logicalIds
    .map((id) => ({ id, physical: template.physical(id) }))
    .map(({ id, physical }) => [physical.attributes["Arn"] ?? physical.ref, withoutHash(id)] as const)
    .filter(([arn]) => arn.startsWith("arn:"))
    .sort(([one], [other]) => other.length - one.length);
  const account = `arn:aws:states:${template.region}:${template.account}:`;
  return (text) =>
    named.reduce((replaced, [arn, id]) => replaced.replaceAll(arn, id), text).replaceAll(account, "");
}

/** CDK appends an eight-digit hash to a logical id, unless it is pinned. */
const withoutHash = (id: string): string => id.replace(/[0-9A-F]{8}$/, "");
