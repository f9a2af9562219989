import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { httpAnswer } from "./proxy-answer.ts";
import { type HttpAnswer, ownAnswer } from "./own-answers.ts";
import { proxyEvent, type ProxyRequest } from "./proxy-event.ts";
import { findRoute, type RestApi } from "./routes.ts";
import { AwsError } from "../foundation/aws-error.ts";
import type { Clock } from "../foundation/clock.ts";
import type { Iam } from "../iam/iam.ts";
import type { Lambda } from "../lambda/lambda.ts";

export type ApiGatewayParts = {
  api: RestApi;
  lambda: Lambda;
  iam: Iam;
  clock: Clock;
  region: string;
  account: string;
};

const LARGEST_BODY = 10 * 1024 * 1024;

/** Answers of API Gateway itself, by response type. An invalid answer of a function has no type of its own. */
const OWN = {
  ACCESS_DENIED: [403, "Forbidden"],
  MISSING_AUTHENTICATION_TOKEN: [403, "Missing Authentication Token"],
  REQUEST_TOO_LARGE: [413, "Request Too Long"],
  API_CONFIGURATION_ERROR: [500, "Internal server error"],
  DEFAULT_5XX: [502, "Internal server error"],
  INTEGRATION_TIMEOUT: [504, "Endpoint request timed out"],
} as const satisfies Record<string, [status: number, text: string]>;
type OwnKind = keyof typeof OWN;

/**
 * A REST API with Lambda proxy integrations, at `/<stage>/…` as on its own AWS address. WAF and the API's resource
 * policy are not evaluated: both judge by the client's network, which is always this machine.
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
      () => this.#send(response, this.#own(request, "API_CONFIGURATION_ERROR")),
    );
  };

  async #answer(request: IncomingMessage): Promise<HttpAnswer> {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const [, stageName = "", ...rest] = url.pathname.split("/");
    const { api, account, clock } = this.#parts;
    // AWS refuses this address; here a visitor who omits the stage is redirected to the site.
    if (url.pathname === "/" && api.stages[0]) return seeOther(`/${api.stages[0].name}`);
    const stage = api.stages.find(({ name }) => name === stageName);
    if (!stage) return this.#own(request, "ACCESS_DENIED");
    const path = `/${rest.join("/")}`;
    const match = findRoute(api.routes, request.method ?? "GET", path);
    if (!match) return this.#own(request, "MISSING_AUTHENTICATION_TOKEN");
    const body = await readUpTo(request, LARGEST_BODY);
    if (!body) return this.#own(request, "REQUEST_TOO_LARGE");
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
    const own = (kind: OwnKind) => this.#own(proxy.request, kind);
    if (!this.#mayInvoke(proxy)) return own("API_CONFIGURATION_ERROR");
    try {
      const answer = await Promise.race([
        this.#parts.lambda.invoke(route.functionArn, JSON.stringify(proxyEvent(proxy))),
        delay(route.timeoutMs, undefined, { ref: false }),
      ]);
      if (!answer) return own("INTEGRATION_TIMEOUT");
      const accept = proxy.request.headers.accept ?? "";
      const http =
        answer.functionError === undefined
          ? httpAnswer(answer.payload, proxy.api.binaryMediaTypes, accept)
          : undefined;
      return http ?? own("DEFAULT_5XX");
    } catch (error) {
      const isTooLarge = error instanceof AwsError && error.status === 413;
      return own(isTooLarge ? "REQUEST_TOO_LARGE" : "API_CONFIGURATION_ERROR");
    }
  }

  #own({ headers }: IncomingMessage, kind: OwnKind): HttpAnswer {
    const [status, text] = OWN[kind];
    return ownAnswer(this.#parts.api.responses, { type: kind, status, text, accept: headers.accept });
  }

  /** The function's policy must allow this API, stage, method and path. */
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

/** The whole body, or undefined when it exceeds the limit; then the rest is read and discarded. */
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
