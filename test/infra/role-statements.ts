import * as z from "zod";
import { ofType, type Template, textOf } from "./synthesized.ts";

const Statement = z.object({
  Effect: z.literal("Allow"),
  Action: z.union([z.string(), z.array(z.string())]).transform((action) => [action].flat()),
  Resource: z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])]),
  Condition: z.unknown().optional(),
});
type Statement = z.infer<typeof Statement>;
const Document = z.object({ Statement: z.array(Statement) });

/** All permissions of one role. */
export function statementsOfRole(template: Template, roleId: string): Statement[] {
  const role = template.Resources[roleId];
  const inline = z
    .array(z.object({ PolicyDocument: Document }))
    .default([])
    .parse(role?.Properties.Policies);
  // CDK puts what is too long for the policy of a role in managed policies.
  const attached = ["AWS::IAM::Policy", "AWS::IAM::ManagedPolicy"]
    .flatMap((type) => ofType(template, type))
    .filter(([, policy]) =>
      z.array(z.unknown()).default([]).parse(policy.Properties.Roles).some(refersTo(roleId)),
    )
    .map(([, policy]) => ({ PolicyDocument: Document.parse(policy.Properties.PolicyDocument) }));
  return [...inline, ...attached].flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}

const refersTo = (id: string) => (value: unknown) => textOf(value) === `\${${id}}`;
