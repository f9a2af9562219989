/** Resource of a Task: a function by its ARN, or a service integration. */
export type Resource =
  | { kind: "function"; arn: string; pattern: "request" }
  | {
      kind: "service";
      resourceType: "lambda" | "states";
      /** As shown in the history, such as `invoke.waitForTaskToken`. */
      resource: string;
      pattern: "request" | "sync" | "token";
      /** `.sync:2`: input and output as JSON instead of text. */
      asJson: boolean;
    };

const FUNCTION = /^arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:[\w-]+(:[\w$-]+)?$/;
const SERVICE =
  /^arn:aws[\w-]*:states:[\w-]*:\d*:(lambda:invoke|states:startExecution)(\.sync|\.sync:2|\.waitForTaskToken)?$/;

const known = new Map<string, Resource | undefined>();

/** Undefined for an unsupported resource. Results are cached. */
export function readResource(text: string): Resource | undefined {
  if (!known.has(text)) known.set(text, read(text));
  return known.get(text);
}

function read(text: string): Resource | undefined {
  if (FUNCTION.test(text)) return { kind: "function", arn: text, pattern: "request" };
  const [, api, suffix = ""] = SERVICE.exec(text) ?? [];
  if (!api || (api === "lambda:invoke" && suffix.startsWith(".sync"))) return undefined;
  const pattern = suffix === "" ? "request" : suffix === ".waitForTaskToken" ? "token" : "sync";
  const resourceType = api === "lambda:invoke" ? "lambda" : "states";
  const resource = `${api.slice(api.indexOf(":") + 1)}${suffix}`;
  return { kind: "service", resourceType, resource, pattern, asJson: suffix === ".sync:2" };
}
