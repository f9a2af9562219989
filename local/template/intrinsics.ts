import { NotSupported } from "../foundation/aws-error.ts";
import { isDictionary, listOf, stringOf } from "../foundation/json.ts";

/** Values that an intrinsic function can look up. */
export type Scope = {
  ref(name: string): unknown;
  attribute(logicalId: string, attribute: string): unknown;
  condition(name: string): boolean;
  mapping(map: string, first: string, second: string): unknown;
  /** Availability zones of the region, for Fn::GetAZs. */
  zones(): string[];
};

/** The value of `AWS::NoValue`: removes its property. */
export const NO_VALUE = Symbol("AWS::NoValue");

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

const INTRINSICS: Record<string, Intrinsic> = {
  Ref: (name, scope) => scope.ref(stringOf(name)),
  Condition: (name, scope) => scope.condition(stringOf(name)),
  "Fn::GetAtt": (argument, scope) => {
    const [id, ...attribute] = typeof argument === "string" ? argument.split(".") : listOf(argument);
    return scope.attribute(stringOf(id), attribute.map((part) => text(part, scope)).join("."));
  },
  "Fn::Sub": substitute,
  "Fn::Join": (argument, scope) => {
    const [separator, parts] = listOf(argument);
    return list(parts, scope)
      .map((part) => text(part, scope))
      .join(stringOf(separator));
  },
  "Fn::Select": (argument, scope) => {
    const [index, values] = listOf(argument);
    return list(values, scope)[Number(resolve(index, scope))];
  },
  "Fn::Split": (argument, scope) => {
    const [separator, value] = listOf(argument);
    return text(value, scope).split(stringOf(separator));
  },
  "Fn::FindInMap": (argument, scope) => {
    const [map, first, second] = list(argument, scope).map((part) => text(part, scope));
    return scope.mapping(map ?? "", first ?? "", second ?? "");
  },
  "Fn::Base64": (argument, scope) => Buffer.from(text(argument, scope)).toString("base64"),
  "Fn::GetAZs": (_argument, scope) => scope.zones(),
  "Fn::If": (argument, scope) => {
    const [condition, yes, no] = listOf(argument);
    return resolve(scope.condition(stringOf(condition)) ? yes : no, scope);
  },
  "Fn::Equals": (argument, scope) => {
    const [left, right] = list(argument, scope);
    return JSON.stringify(left) === JSON.stringify(right);
  },
  "Fn::And": (argument, scope) => listOf(argument).every((part) => resolve(part, scope) === true),
  "Fn::Or": (argument, scope) => listOf(argument).some((part) => resolve(part, scope) === true),
  "Fn::Not": (argument, scope) => listOf(argument).every((part) => resolve(part, scope) !== true),
};

/** Evaluates all intrinsic functions in a value of a template. */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value))
    return value.map((item: unknown) => resolve(item, scope)).filter((item) => item !== NO_VALUE);
  if (!isDictionary(value)) return value;
  const [entry, ...others] = Object.entries(value);
  if (entry && others.length === 0) {
    const [name, argument] = entry;
    const intrinsic = INTRINSICS[name];
    if (intrinsic) return intrinsic(argument, scope);
    if (name.startsWith("Fn::")) throw new NotSupported(`${name} is not supported by the local cloud`);
  }
  const resolved = Object.entries(value).map(([name, item]) => [name, resolve(item, scope)] as const);
  return Object.fromEntries(resolved.filter(([, item]) => item !== NO_VALUE));
}

function text(value: unknown, scope: Scope): string {
  const resolved = resolve(value, scope);
  if (typeof resolved === "string") return resolved;
  if (typeof resolved === "number" || typeof resolved === "boolean") return String(resolved);
  throw new TypeError(`expected a text in the template, found ${JSON.stringify(resolved)}`);
}

const list = (value: unknown, scope: Scope): unknown[] => listOf(resolve(value, scope));

/** `${Name}`, `${LogicalId.Attribute}`, `${Variable}`; `${!Literal}` stays `${Literal}`. */
function substitute(argument: unknown, scope: Scope): string {
  const [template, variables] = typeof argument === "string" ? [argument, {}] : listOf(argument);
  const own = isDictionary(variables) ? variables : {};
  return stringOf(template).replace(/\$\{(!?)([^}]+)\}/g, (_match, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (name in own) return text(own[name], scope);
    const [id = "", ...attribute] = name.split(".");
    return text(attribute.length > 0 ? scope.attribute(id, attribute.join(".")) : scope.ref(id), scope);
  });
}
