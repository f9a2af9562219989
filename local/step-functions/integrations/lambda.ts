import type { Failure } from "../values/failures.ts";
import { isJsonObject, parseJson, type Json } from "../values/json.ts";
import type { TaskAttempt } from "../store/records.ts";
import type { Resource } from "../definition/resources.ts";
import type { CallResult } from "../states/task-answer.ts";
import { refusal, sdkMetadata } from "./sdk.ts";

/** `payload` is JSON text; with functionError "Unhandled" it is `{ errorType, errorMessage, trace }`. */
export type LambdaAnswer = { payload: string; functionError?: string };

export type InvocationType = "RequestResponse" | "Event";

/**
 * `functionName`: name or ARN, as given. A call that fails throws an Error with AWS's error name. The result of an
 * "Event" invocation is ignored.
 */
export type InvokeLambda = (call: {
  functionName: string;
  payload: string;
  invocationType: InvocationType;
  roleArn: string;
  executionArn: string;
}) => Promise<LambdaAnswer>;

const STATUS: { [code: string]: number } = {
  AccessDeniedException: 403,
  ResourceNotFoundException: 404,
  ResourceConflictException: 409,
  RequestTooLargeException: 413,
  TooManyRequestsException: 429,
  ServiceException: 500,
};

/** Invokes the function of a Task, by its ARN or through `lambda:invoke`. */
export async function invoke(
  resource: Resource,
  task: TaskAttempt,
  executionArn: string,
  invokeLambda: InvokeLambda,
): Promise<CallResult> {
  let answer: LambdaAnswer;
  try {
    const call = callOf(resource, task.arguments);
    answer = await invokeLambda({ ...call, roleArn: task.roleArn, executionArn });
    if (call.invocationType === "Event") {
      return { output: { ...sdkMetadata("application/json", 0, 202), StatusCode: 202 } };
    }
  } catch (thrown) {
    return { failure: callFailure(thrown) };
  }
  if (answer.functionError !== undefined) return { failure: functionFailure(answer.payload) };
  const result = readPayload(answer.payload);
  if (resource.kind === "function") return { output: result };
  const metadata = sdkMetadata("application/json", answer.payload.length);
  return { output: { ExecutedVersion: "$LATEST", Payload: result, ...metadata, StatusCode: 200 } };
}

type Call = { functionName: string; payload: string; invocationType: InvocationType };

/** A text as Payload is sent unchanged: it is already JSON. */
function callOf(resource: Resource, given: Json): Call {
  if (resource.kind === "function") {
    return { functionName: resource.arn, payload: JSON.stringify(given), invocationType: "RequestResponse" };
  }
  const { FunctionName = "", Payload, Qualifier, InvocationType } = isJsonObject(given) ? given : {};
  const functionName = typeof FunctionName === "string" ? FunctionName : JSON.stringify(FunctionName);
  return {
    functionName: typeof Qualifier === "string" ? `${functionName}:${Qualifier}` : functionName,
    payload: typeof Payload === "string" ? checked(Payload) : JSON.stringify(Payload ?? {}),
    invocationType: readInvocationType(InvocationType),
  };
}

function readInvocationType(given: unknown): InvocationType {
  if (given === undefined || given === "RequestResponse") return "RequestResponse";
  if (given === "Event") return "Event";
  const error = new Error(`The InvocationType ${JSON.stringify(given)} is not supported`);
  error.name = "Lambda.InvalidParameterValueException";
  throw error;
}

/** Throws as Lambda does for an invalid payload. */
function checked(payload: string): string {
  try {
    parseJson(payload);
    return payload;
  } catch (cause) {
    const error = new Error(`Could not parse request body into json: ${String(cause)}`, { cause });
    error.name = "Lambda.InvalidRequestContentException";
    throw error;
  }
}

function readPayload(text: string): Json {
  try {
    return text === "" ? null : parseJson(text);
  } catch {
    return text;
  }
}

function functionFailure(payload: string): Failure {
  const answer = readPayload(payload);
  const error = isJsonObject(answer) ? answer.errorType : undefined;
  if (typeof error === "string") return { error, cause: payload };
  const unknown = "The cause could not be determined because Lambda did not return an error type.";
  return { error: "Lambda.Unknown", cause: `${unknown} Returned payload: ${payload}` };
}

function callFailure(thrown: unknown): Failure {
  const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
  // An error without an AWS name is a transport error.
  const code = name.endsWith("Exception") ? name.replace(/^Lambda\./, "") : "SdkClientException";
  const error = `Lambda.${code === "AccessDeniedException" ? "AWSLambdaException" : code}`;
  const isWorded = code === "SdkClientException" || message.includes("(Service: AWSLambda;");
  return { error, cause: isWorded ? message : refusal(message, "AWSLambda", STATUS[code] ?? 400, code) };
}
