import { NotSupported } from "../foundation/aws-error.ts";
import { dictionaryOf, stringsOf } from "../foundation/json.ts";
import { matches } from "./wildcards.ts";

/** Condition keys of a request, each with its values. */
export type Context = Record<string, string[]>;

type Comparison = (value: string, pattern: string) => boolean;

const equals: Comparison = (value, pattern) => value === pattern;
const alike: Comparison = (value, pattern) => matches(pattern, value);

/** Positive operators: one value of the request must match one of the policy. Negative operators are their inverse. */
const COMPARISONS: Record<string, Comparison> = {
  StringEquals: equals,
  StringEqualsIgnoreCase: (value, pattern) => value.toLowerCase() === pattern.toLowerCase(),
  StringLike: alike,
  ArnEquals: alike,
  ArnLike: alike,
  Bool: (value, pattern) => value.toLowerCase() === pattern.toLowerCase(),
};
const NEGATIVE: Record<string, string> = {
  StringNotEquals: "StringEquals",
  StringNotLike: "StringLike",
  ArnNotEquals: "ArnEquals",
  ArnNotLike: "ArnLike",
};

/** Supported condition keys; a policy with another one is refused at the start. */
const KEYS = new Set([
  "aws:securetransport",
  "aws:principalarn",
  "aws:principalaccount",
  "aws:requestedregion",
  "aws:sourceaccount",
  "aws:sourcearn",
  "dynamodb:leadingkeys",
  "dynamodb:attributes",
  "events:managedby",
  "kms:encryptioncontext:aws:logs:arn",
  "kms:viaservice",
  "s3:prefix",
  "s3:x-amz-acl",
  "ses:fromaddress",
  "ses:recipients",
]);

type Operator = { quantifier: string; name: string; ifExists: boolean };

function operatorOf(text: string): Operator {
  const [, quantifier = "", name = "", ifExists] = /^(?:(\w+):)?(\w+?)(IfExists)?$/.exec(text) ?? [];
  return { quantifier, name, ifExists: ifExists !== undefined };
}

/** Throws when a statement has an unsupported condition. */
export function requireKnownConditions(condition: unknown): void {
  for (const [operator, keys] of Object.entries(dictionaryOf(condition))) {
    const { name, quantifier } = operatorOf(operator);
    const known = name === "Null" || name in COMPARISONS || name in NEGATIVE;
    if (!known || !["", "ForAllValues", "ForAnyValue"].includes(quantifier))
      throw new NotSupported(`The condition operator ${operator} is not supported by the local cloud`);
    for (const key of Object.keys(dictionaryOf(keys)))
      if (!KEYS.has(key.toLowerCase()))
        throw new NotSupported(`The condition key ${key} is not supported by the local cloud`);
  }
}

/** Whether all conditions of a statement hold for a request. */
export function conditionsHold(condition: unknown, context: Context): boolean {
  return Object.entries(dictionaryOf(condition)).every(([operator, keys]) =>
    Object.entries(dictionaryOf(keys)).every(([key, patterns]) =>
      holds(operatorOf(operator), valuesOf(context, key), stringsOf(patterns)),
    ),
  );
}

/** Condition keys are case-insensitive. */
function valuesOf(context: Context, key: string): string[] | undefined {
  return Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
}

function holds(operator: Operator, values: string[] | undefined, patterns: string[]): boolean {
  if (operator.name === "Null") return patterns.includes(String(values === undefined));
  if (values === undefined)
    return operator.ifExists || operator.quantifier === "ForAllValues" || operator.name in NEGATIVE;
  const compare = COMPARISONS[NEGATIVE[operator.name] ?? operator.name];
  if (!compare) return false;
  const negative = operator.name in NEGATIVE;
  const meets = (value: string) => patterns.some((pattern) => compare(value, pattern)) !== negative;
  return operator.quantifier === "ForAllValues" || negative ? values.every(meets) : values.some(meets);
}
