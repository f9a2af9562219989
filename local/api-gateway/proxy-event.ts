import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { APIGatewayProxyEvent } from "aws-lambda";
import type { Match, RestApi } from "./routes.ts";

export type ProxyRequest = {
  api: RestApi;
  stage: RestApi["stages"][number];
  match: Match;
  request: IncomingMessage;
  /** Path without the stage. */
  path: string;
  query: URLSearchParams;
  body: Buffer;
  account: string;
  now: number;
};

/** The event of a Lambda proxy integration, version 1.0. */
export function proxyEvent(proxy: ProxyRequest): APIGatewayProxyEvent {
  const { api, stage, match, request, path, query, body } = proxy;
  const headers = headersOf(request);
  const isBase64Encoded = isBinary(api.binaryMediaTypes, request.headers["content-type"] ?? "");
  return {
    resource: match.route.resource,
    path,
    httpMethod: request.method ?? "GET",
    headers: lastOf(headers) ?? {},
    multiValueHeaders: headers,
    queryStringParameters: lastOf(groupsOf(query)),
    multiValueQueryStringParameters: query.size === 0 ? null : groupsOf(query),
    pathParameters: match.pathParameters,
    stageVariables: stage.variables,
    requestContext: contextOf(proxy),
    body: body.length === 0 ? null : body.toString(isBase64Encoded ? "base64" : "utf8"),
    isBase64Encoded: body.length > 0 && isBase64Encoded,
  };
}

/** Whether the API passes a media type as bytes. */
export function isBinary(binaryMediaTypes: readonly string[], mediaType: string): boolean {
  const type = mediaType.split(";")[0]?.trim().toLowerCase() ?? "";
  return binaryMediaTypes.some((one) => one === "*/*" || one.toLowerCase() === type);
}

function contextOf({
  api,
  stage,
  match,
  request,
  path,
  account,
  now,
}: ProxyRequest): APIGatewayProxyEvent["requestContext"] {
  const nothing = {
    accessKey: null,
    accountId: null,
    apiKey: null,
    apiKeyId: null,
    caller: null,
    clientCert: null,
    cognitoAuthenticationProvider: null,
    cognitoAuthenticationType: null,
    cognitoIdentityId: null,
    cognitoIdentityPoolId: null,
    principalOrgId: null,
    user: null,
    userArn: null,
  };
  return {
    accountId: account,
    apiId: api.id,
    authorizer: null,
    domainName: request.headers.host ?? "127.0.0.1",
    domainPrefix: api.id,
    extendedRequestId: randomUUID(),
    httpMethod: request.method ?? "GET",
    identity: {
      ...nothing,
      sourceIp: request.socket.remoteAddress ?? "127.0.0.1",
      userAgent: request.headers["user-agent"] ?? null,
    },
    path: `/${stage.name}${path}`,
    protocol: "HTTP/1.1",
    requestId: randomUUID(),
    requestTime: new Date(now).toUTCString(),
    requestTimeEpoch: now,
    resourceId: match.route.resourceId,
    resourcePath: match.route.resource,
    stage: stage.name,
  };
}

/** Header names keep their case; API Gateway adds the origin of the request. */
function headersOf(request: IncomingMessage): Record<string, string[]> {
  const headers: Record<string, string[]> = {};
  for (let index = 0; index < request.rawHeaders.length; index += 2)
    (headers[request.rawHeaders[index] ?? ""] ??= []).push(request.rawHeaders[index + 1] ?? "");
  const port = (request.headers.host ?? "").split(":")[1] ?? "80";
  return {
    ...headers,
    "X-Forwarded-For": [request.socket.remoteAddress ?? "127.0.0.1"],
    "X-Forwarded-Port": [port],
    "X-Forwarded-Proto": ["http"],
  };
}

function groupsOf(query: URLSearchParams): Record<string, string[]> {
  const groups: Record<string, string[]> = {};
  for (const [name, value] of query) (groups[name] ??= []).push(value);
  return groups;
}

function lastOf(groups: Record<string, string[]>): Record<string, string> | null {
  const entries = Object.entries(groups).map(([name, values]) => [name, values.at(-1) ?? ""] as const);
  return entries.length === 0 ? null : Object.fromEntries(entries);
}
