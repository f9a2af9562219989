import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Cloud } from "../../local/cloud.ts";
import { mustBeDescribed } from "./as-described.ts";

export type ApiAnswer = { status: number; type: string; headers: Headers; text: string; body: unknown };

/** A client of the admin API with an access token, or without. */
export class Api {
  readonly #base: string;
  readonly #token: string | undefined;

  constructor(cloud: Cloud, token?: string) {
    this.#base = cloud.adminUrl.replace(/\/admin$/, "/api/admin/v1");
    this.#token = token;
  }

  /** As a person of the LED, with a new token. */
  static async as(cloud: Cloud, user: string): Promise<Api> {
    return new Api(cloud, (await cloud.signIn(user)).accessToken);
  }

  get(path: string): Promise<ApiAnswer> {
    return this.#send(path, { method: "GET" });
  }

  /** `body`: converted to JSON; a text is sent unchanged. Each call has a new key. */
  post(path: string, body: unknown, type = "application/json"): Promise<ApiAnswer> {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const headers = { "content-type": type, "idempotency-key": randomUUID() };
    return this.#send(path, { method: "POST", body: text, headers });
  }

  async #send(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<ApiAnswer> {
    const headers = new Headers(init.headers);
    if (this.#token !== undefined) headers.set("authorization", `Bearer ${this.#token}`);
    const response = await fetch(this.#base + path, { ...init, headers, redirect: "manual" });
    const text = await response.text();
    mustBeDescribed({ method: init.method ?? "GET", path, status: response.status, text });
    const type = response.headers.get("content-type") ?? "";
    const body: unknown = type.includes("json") && text !== "" ? JSON.parse(text) : undefined;
    return { status: response.status, type, headers: response.headers, text, body };
  }
}

const Problem = z.object({
  code: z.string(),
  title: z.string(),
  errors: z.array(z.object({ field: z.string().optional(), rule: z.string().optional() })).default([]),
});

/** The problem document of an answer (RFC 9457). */
export function problemOf({ type, text, body }: ApiAnswer): z.infer<typeof Problem> {
  if (!type.includes("application/problem+json")) throw new Error(`no problem but ${type}: ${text}`);
  return Problem.parse(body);
}
