import { randomUUID } from "node:crypto";
import type { Json, JsonObject } from "../values/json.ts";

/** Metadata that the service adds to a result from the network; `type` is its content type. */
export function sdkMetadata(type: string, length: number, status = 200): { [name: string]: Json } {
  const RequestId = randomUUID();
  const headers: JsonObject = {
    "Content-Length": String(length),
    "Content-Type": type,
    "x-amzn-RequestId": RequestId,
  };
  const all = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
  return {
    SdkHttpMetadata: { AllHttpHeaders: all, HttpHeaders: headers, HttpStatusCode: status },
    SdkResponseMetadata: { RequestId },
  };
}

/** Format of a refused call in the cause of a failed task. */
export const refusal = (message: string, service: string, status: number, code: string) =>
  `${message} (Service: ${service}; Status Code: ${status}; Error Code: ${code}; Request ID: ${randomUUID()}; Proxy: null)`;
