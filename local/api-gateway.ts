import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { type HttpAnswer, httpAnswer } from "./api-gateway/proxy-answer.ts";
import { proxyEvent, type ProxyRequest } from "./api-gateway/proxy-event.ts";
import { findRoute, type RestApi } from "./api-gateway/routes.ts";
import { AwsError } from "./aws-error.ts";
import type { Clock } from "./clock.ts";
import type { Iam } from "./iam.ts";
import type { Lambda } from "./lambda.ts";

export type ApiGatewayParts = {
  api: RestApi;
  lambda: Lambda;
  iam: Iam;
  clock: Clock;
  region: string;
  account: string;
};

const LARGEST_BODY = 10 * 1024 * 1024;

/**
 * One REST API with Lambda proxy integrations, at `/<stage>/…` as on its own AWS address. WAF and the API's resource
 * policy are not evaluated: both judge by the network that a request comes from, and here that is always this machine.
 */
export class ApiGateway {
  readonly #parts: ApiGatewayParts;

  constructor(parts: ApiGatewayParts) {
    this.#parts = parts;
  }

  /** Listener for an HTTP server. */
  readonly listen = (request: IncomingMessage, response: ServerResponse): void => {
    this.#answer(request).then(
      (answer) => this.#send(response, answer),
      () => this.#send(response, message(500, "Internal server error")),
    );
  };

  async #answer(request: IncomingMessage): Promise<HttpAnswer> {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const [, stageName = "", ...rest] = url.pathname.split("/");
    const { api, account, clock } = this.#parts;
    // AWS refuses this address; here a person who leaves the stage out finds the site.
    if (url.pathname === "/" && api.stages[0]) return seeOther(`/${api.stages[0].name}`);
    const stage = api.stages.find(({ name }) => name === stageName);
    if (!stage) return message(403, "Forbidden");
    const path = `/${rest.join("/")}`;
    const match = findRoute(api.routes, request.method ?? "GET", path);
    if (!match) return message(403, "Missing Authentication Token");
    const body = await readUpTo(request, LARGEST_BODY);
    if (!body) return message(413, "Request Too Long");
    return this.#invoke({
      api,
      stage,
      match,
      request,
      path,
      query: url.searchParams,
      body,
      account,
      now: clock.now(),
    });
  }

  async #invoke(proxy: ProxyRequest): Promise<HttpAnswer> {
    const { route } = proxy.match;
    if (!this.#mayInvoke(proxy)) return message(500, "Internal server error");
    try {
      const answer = await Promise.race([
        this.#parts.lambda.invoke(route.functionArn, JSON.stringify(proxyEvent(proxy))),
        delay(route.timeoutMs, undefined, { ref: false }),
      ]);
      if (!answer) return message(504, "Endpoint request timed out");
      const accept = proxy.request.headers.accept ?? "";
      const http =
        answer.functionError === undefined
          ? httpAnswer(answer.payload, proxy.api.binaryMediaTypes, accept)
          : undefined;
      return http ?? message(502, "Internal server error");
    } catch (error) {
      const isTooLarge = error instanceof AwsError && error.status === 413;
      return isTooLarge ? message(413, "Request Too Long") : message(500, "Internal server error");
    }
  }

  /** The function's own policy must name this API, stage, method and path. */
  #mayInvoke({ api, stage, match, request }: ProxyRequest): boolean {
    const { region, account, iam } = this.#parts;
    const { resource, functionArn } = match.route;
    const source = `arn:aws:execute-api:${region}:${account}:${api.id}/${stage.name}/${request.method}${resource}`;
    return iam.mayInvoke("apigateway.amazonaws.com", source, functionArn);
  }

  #send(response: ServerResponse, { status, headers, body }: HttpAnswer): void {
    response.setHeader("date", new Date(this.#parts.clock.now()).toUTCString());
    for (const [name, values] of headers)
      response.setHeader(name, values.length === 1 ? (values[0] ?? "") : values);
    response.writeHead(status).end(body);
  }
}

const seeOther = (location: string): HttpAnswer => ({
  status: 302,
  headers: [["location", [location]]],
  body: Buffer.alloc(0),
});

/** An answer of API Gateway itself. */
const message = (status: number, text: string): HttpAnswer => ({
  status,
  headers: [["content-type", ["application/json"]]],
  body: Buffer.from(JSON.stringify({ message: text })),
});

/** The whole body, or undefined when it is larger than allowed; then the rest is read and dropped. */
async function readUpTo(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  return size > limit ? undefined : Buffer.concat(chunks);
}
