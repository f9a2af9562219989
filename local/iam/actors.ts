import * as z from "zod";
import type { Template } from "../template/template.ts";

const LambdaFunction = z.looseObject({ Role: z.string() });
const StateMachine = z.looseObject({ RoleArn: z.string() });
const Rule = z.looseObject({ Targets: z.array(z.looseObject({ RoleArn: z.string().optional() })) });

/** Who acts in each role, by its ARN: functions and state machines by name, and the rules of the event bus. */
export function actorsOf(template: Template): Map<string, string> {
  const functions = template.ofType("AWS::Lambda::Function", LambdaFunction);
  const machines = template.ofType("AWS::StepFunctions::StateMachine", StateMachine);
  const rules = template.ofType("AWS::Events::Rule", Rule);
  return new Map([
    ...functions.map(({ physical, properties }) => [properties.Role, physical.name] as const),
    ...machines.map(
      ({ physical, properties }) => [properties.RoleArn, `${physical.name} (state machine)`] as const,
    ),
    ...rules.flatMap(({ properties }) =>
      properties.Targets.flatMap(({ RoleArn }) => (RoleArn ? [[RoleArn, "rules"] as const] : [])),
    ),
  ]);
}

/** Puts the names that the template has in the place of physical names and ARNs. */
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

/** CDK ends a logical id with eight digits of a hash, unless it was pinned. */
const withoutHash = (id: string): string => id.replace(/[0-9A-F]{8}$/, "");
