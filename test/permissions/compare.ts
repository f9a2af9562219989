import * as z from "zod";
import type { AcceptedPermission } from "../../infra/accepted-permissions.ts";
import { Iam } from "../../local/iam.ts";
import { grantsOf } from "../../local/iam/grants.ts";
import type { ByRole } from "../../local/iam/uses.ts";
import type { Template } from "../../local/template.ts";

export type Comparison = { unused: string[]; denied: string[]; needless: string[] };
type Accepted = { unused: readonly AcceptedPermission[]; denied: readonly AcceptedPermission[] };

const LambdaFunction = z.looseObject({ Role: z.string() });
const StateMachine = z.looseObject({ RoleArn: z.string() });
const Rule = z.looseObject({ Targets: z.array(z.looseObject({ RoleArn: z.string().optional() })) });

/** Who acts in each role: functions, state machines and rules, by name. */
export function actorsOf(template: Template): Map<string, string> {
  const functions = template.ofType("AWS::Lambda::Function", LambdaFunction);
  const machines = template.ofType("AWS::StepFunctions::StateMachine", StateMachine);
  const rules = template.ofType("AWS::Events::Rule", Rule);
  return new Map([
    ...functions.map(({ physical, properties }) => [properties.Role, physical.name] as const),
    ...machines.map(({ physical, properties }) => [properties.RoleArn, physical.name] as const),
    ...rules.flatMap(({ properties }) =>
      properties.Targets.flatMap(({ RoleArn }) => (RoleArn ? [[RoleArn, "rules"] as const] : [])),
    ),
  ]);
}

/** What was granted and not used, used and denied, and accepted for nothing. */
export function compare(
  template: Template,
  recorded: { used: ByRole; denied: ByRole },
  accepted: Accepted,
): Comparison {
  const { roles } = new Iam(template);
  const lines = (rightsOf: (role: string) => string[]) =>
    [...actorsOf(template)].flatMap(([role, actor]) =>
      [...new Set(rightsOf(role))].map((right) => ({ actor, right })),
    );
  const granted = lines((role) =>
    (roles.get(role) ?? []).filter(({ allows }) => allows).flatMap((statement) => grantsOf(statement)),
  );
  const unused = lines((role) => {
    const used = new Set(recorded.used[role]);
    const statements = (roles.get(role) ?? []).filter(({ allows }) => allows);
    return statements.flatMap((statement) => grantsOf(statement)).filter((right) => !used.has(right));
  });
  const denied = lines((role) => recorded.denied[role] ?? []);
  return {
    unused: unused.filter((line) => !isAccepted(line, accepted.unused)).map(textOf),
    denied: denied.filter((line) => !isAccepted(line, accepted.denied)).map(textOf),
    needless: accepted.unused
      .filter((one) => !granted.some((line) => isAccepted(line, [one])))
      .map(({ right }) => String(right)),
  };
}

type Line = { actor: string; right: string };
const isAccepted = ({ actor, right }: Line, accepted: readonly AcceptedPermission[]): boolean =>
  accepted.some((one) => (one.of?.test(actor) ?? true) && one.right.test(right));
const textOf = ({ actor, right }: Line): string => `${actor}: ${right}`;

/** Physical names and ARNs become the names that the template has for them. */
export function readable(line: string, template: Template): string {
  const named = template.logicalIds
    .map((id) => ({ id, physical: template.physical(id) }))
    .map(({ id, physical }) => [physical.attributes["Arn"] ?? physical.ref, id] as const)
    .filter(([arn]) => arn.startsWith("arn:"))
    .sort(([one], [other]) => other.length - one.length);
  return named.reduce((text, [arn, id]) => text.replaceAll(arn, id), line);
}
