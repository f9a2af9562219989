import { NotSupported } from "../foundation/aws-error.ts";
import { dictionaryOf, isDictionary, manyOf, stringsOf } from "../foundation/json.ts";
import { conditionsHold, requireKnownConditions, type Context } from "./conditions.ts";
import { matches } from "./wildcards.ts";

/** A requested permission. `resource` is an ARN, or `*` for an action without resources. */
export type Permission = { action: string; resource: string; context?: Context };

export type Statement = {
  allows: boolean;
  actions: string[];
  notActions: string[];
  resources: string[];
  notResources: string[];
  condition: unknown;
};

/** Statements of a policy document, checked for unsupported elements. */
export function statementsOf(document: unknown): Statement[] {
  return manyOf(dictionaryOf(document)["Statement"])
    .filter(isDictionary)
    .map((statement) => {
      requireKnownConditions(statement["Condition"]);
      const resources = stringsOf(statement["Resource"]);
      const variable = resources.find((resource) => resource.includes("${"));
      if (variable !== undefined) throw new NotSupported(`Policy variables are not supported: ${variable}`);
      return {
        allows: statement["Effect"] === "Allow",
        actions: stringsOf(statement["Action"]),
        notActions: stringsOf(statement["NotAction"]),
        resources,
        notResources: stringsOf(statement["NotResource"]),
        condition: statement["Condition"],
      };
    });
}

/** A deny overrides every allow; without an allow the request is denied. */
export function verdict(
  statements: readonly Statement[],
  permission: Permission,
): "allowed" | "denied" | "silent" {
  const relevant = statements.filter((statement) => applies(statement, permission));
  if (relevant.some(({ allows }) => !allows)) return "denied";
  return relevant.length > 0 ? "allowed" : "silent";
}

/** Whether a statement applies to this request, as an allow or a deny. */
export function applies(statement: Statement, { action, resource, context = {} }: Permission): boolean {
  const named = (patterns: string[]) =>
    patterns.some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase()));
  const targets = (patterns: string[]) => patterns.some((pattern) => matches(pattern, resource));
  const acts = statement.actions.length > 0 ? named(statement.actions) : !named(statement.notActions);
  const covers =
    statement.resources.length > 0 ? targets(statement.resources) : !targets(statement.notResources);
  return acts && covers && conditionsHold(statement.condition, context);
}
