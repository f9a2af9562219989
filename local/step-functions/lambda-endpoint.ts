import type { InvokeLambda } from "./integrations/lambda.ts";
import { isJsonObject } from "./values/json.ts";

/** Invokes functions at an endpoint that speaks Lambda's Invoke API. */
export const invokeAt =
  (endpoint: string): InvokeLambda =>
  async ({ functionName, payload, invocationType }) => {
    const url = `${endpoint}/2015-03-31/functions/${encodeURIComponent(functionName)}/invocations`;
    const headers = { "x-amz-invocation-type": invocationType };
    const response = await fetch(url, { method: "POST", body: payload, headers }).catch(unreachable);
    const text = await response.text();
    if (!response.ok) throw refused(response, text);
    const functionError = response.headers.get("x-amz-function-error");
    return functionError === null ? { payload: text } : { payload: text, functionError };
  };

/** The cause of a fetch error has the details. */
function unreachable(error: unknown): never {
  const { cause = error } = error instanceof Error ? error : {};
  const told = cause instanceof Error ? cause.message : String(cause);
  throw new Error(`Unable to execute HTTP request: ${told}`, { cause: error });
}

/** The error of a refused call, with AWS's name. */
function refused(response: Response, text: string): Error {
  const type = response.headers.get("x-amzn-errortype")?.split(":")[0] ?? "ServiceException";
  const error = new Error(messageOf(text));
  error.name = `Lambda.${type}`;
  return error;
}

function messageOf(text: string): string {
  try {
    const body: unknown = JSON.parse(text);
    const message = isJsonObject(body) ? (body.Message ?? body.message) : undefined;
    return typeof message === "string" ? message : text;
  } catch {
    return text;
  }
}
