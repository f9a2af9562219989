import type { AcceptedPermission } from "../../infra/configuration/accepted-permissions.ts";
import { Iam } from "../../local/iam/iam.ts";
import { actorsOf, namesIn } from "../../local/iam/actors.ts";
import { grantsOf } from "../../local/iam/grants.ts";
import type { ByRole } from "../../local/iam/uses.ts";
import type { Template } from "../../local/template/template.ts";

export type Comparison = { unused: string[]; denied: string[]; needless: string[] };
type Accepted = { unused: readonly AcceptedPermission[]; denied: readonly AcceptedPermission[] };

/** Grants that were not used, denied requests, and exceptions without a reason; by the names of the template. */
export function compare(
  template: Template,
  recorded: { used: ByRole; denied: ByRole },
  accepted: Accepted,
): Comparison {
  const { roles } = new Iam(template);
  const readable = namesIn(template);
  const lines = (rightsOf: (role: string) => string[]) =>
    [...actorsOf(template)].flatMap(([role, actor]) =>
      [...new Set(rightsOf(role))].map((right) => ({ actor, right: readable(right) })),
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
  accepted.some(
    (one) => (one.of?.test(actor.replace(/^led-(dev|prod)-/, "")) ?? true) && one.right.test(right),
  );
const textOf = ({ actor, right }: Line): string => `${actor}: ${right}`;
