import { dictionaryOf, stringsOf } from "../foundation/json.ts";
import { conditionsHold, type Context } from "./conditions.ts";
import { applies, type Permission, type Statement } from "./statements.ts";
import { matches } from "./wildcards.ts";

/** A grant: what a statement allows, on one of its resources, for one value of each list in its condition. */
type Grant = { action: string; resource: string; key: string; pattern: string };

/** In readable form: `dynamodb:PutItem table where dynamodb:LeadingKeys is LINK#*`. */
const textOf = ({ action, resource, key, pattern }: Grant): string =>
  `${action} ${resource}${key === "" ? "" : ` where ${key} is ${pattern}`}`;

/** All grants of an allow statement. */
export const grantsOf = (statement: Statement): string[] => split(statement).map(textOf);

/** The grants of a statement that a use depends on. */
export function grantsUsed(statement: Statement, permission: Permission): string[] {
  if (!statement.allows || !applies(statement, permission)) return [];
  const { action, resource, context = {} } = permission;
  return split(statement)
    .filter(
      (grant) =>
        matches(grant.action.toLowerCase(), action.toLowerCase()) &&
        matches(grant.resource, resource) &&
        (grant.key === "" || holdsFor(grant, context)),
    )
    .map(textOf);
}

function split({ actions, resources, condition }: Statement): Grant[] {
  const patterns = patternsOf(condition);
  return actions.flatMap((action) =>
    resources.flatMap((resource) =>
      (patterns.length > 0 ? patterns : [{ key: "", pattern: "" }]).map((part) => ({
        action,
        resource,
        ...part,
      })),
    ),
  );
}

/** Null only tests that a value exists. */
const patternsOf = (condition: unknown) =>
  Object.entries(dictionaryOf(condition))
    .filter(([operator]) => operator !== "Null")
    .flatMap(([, keys]) => Object.entries(dictionaryOf(keys)))
    .flatMap(([key, patterns]) => stringsOf(patterns).map((pattern) => ({ key, pattern })));

const holdsFor = ({ key, pattern }: Grant, context: Context): boolean =>
  conditionsHold({ "ForAnyValue:StringLike": { [key]: pattern } }, context);
