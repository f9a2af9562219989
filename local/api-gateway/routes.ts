import * as z from "zod";
import { NotSupported } from "../foundation/aws-error.ts";
import { type GatewayResponse, gatewayResponsesOf } from "./own-answers.ts";
import type { Template } from "../template/template.ts";

const Api = z.looseObject({ BinaryMediaTypes: z.array(z.string()).default([]), Name: z.string().optional() });
const ResourceProperties = z.looseObject({
  RestApiId: z.string(),
  ParentId: z.string(),
  PathPart: z.string(),
});
const Method = z.looseObject({
  RestApiId: z.string(),
  ResourceId: z.string(),
  HttpMethod: z.string(),
  AuthorizationType: z.string().default("NONE"),
  Integration: z.looseObject({
    Type: z.string(),
    Uri: z.string().optional(),
    TimeoutInMillis: z.coerce.number().default(29_000),
  }),
});
const Stage = z.looseObject({
  RestApiId: z.string(),
  StageName: z.string(),
  Variables: z.record(z.string(), z.string()).optional(),
});

/** A method on a path such as `/api/admin/{proxy+}`, with its function. */
export type Route = {
  method: string;
  resource: string;
  resourceId: string;
  functionArn: string;
  timeoutMs: number;
};
export type RestApi = {
  id: string;
  name: string;
  binaryMediaTypes: string[];
  stages: { name: string; variables: Record<string, string> | null }[];
  routes: Route[];
  responses: GatewayResponse[];
};

export function restApisOf(template: Template): RestApi[] {
  const stages = template.ofType("AWS::ApiGateway::Stage", Stage);
  return template.ofType("AWS::ApiGateway::RestApi", Api).map(({ logicalId, physical, properties }) => ({
    id: physical.ref,
    name: properties.Name ?? logicalId,
    binaryMediaTypes: properties.BinaryMediaTypes,
    stages: stages
      .filter((stage) => stage.properties.RestApiId === physical.ref)
      .map(({ properties: { StageName, Variables } }) => ({ name: StageName, variables: Variables ?? null })),
    routes: routesOf(template, physical.ref, physical.attributes["RootResourceId"] ?? ""),
    responses: gatewayResponsesOf(template, physical.ref),
  }));
}

function routesOf(template: Template, apiId: string, rootId: string): Route[] {
  const resources = new Map(
    template
      .ofType("AWS::ApiGateway::Resource", ResourceProperties)
      .map(({ physical, properties }) => [physical.ref, properties]),
  );
  const pathOf = (id: string): string => {
    const resource = resources.get(id);
    return id === rootId || !resource ? "" : `${pathOf(resource.ParentId)}/${resource.PathPart}`;
  };
  return template
    .ofType("AWS::ApiGateway::Method", Method)
    .filter(({ properties }) => properties.RestApiId === apiId)
    .map(({ logicalId, properties: { HttpMethod, ResourceId, Integration, AuthorizationType } }) => {
      const [, functionArn] = /functions\/(arn:[^/]+)\/invocations$/.exec(Integration.Uri ?? "") ?? [];
      if (Integration.Type !== "AWS_PROXY" || functionArn === undefined || AuthorizationType !== "NONE")
        throw new NotSupported(
          `${logicalId}: the local cloud runs open methods with a Lambda proxy integration only`,
        );
      return {
        method: HttpMethod,
        resource: pathOf(ResourceId) || "/",
        resourceId: ResourceId,
        functionArn,
        timeoutMs: Integration.TimeoutInMillis,
      };
    });
}

export type Match = { route: Route; pathParameters: Record<string, string> | null };

/**
 * The route for a request. A literal segment has priority over a parameter, a parameter over `{proxy+}`, and a method
 * over ANY.
 */
export function findRoute(routes: readonly Route[], method: string, path: string): Match | undefined {
  const parts = path
    .split("/")
    .filter((part, index, all) => part !== "" || (index > 0 && index < all.length - 1));
  const matches = routes.flatMap((route) => {
    const match =
      route.method === method || route.method === "ANY" ? matchPath(route.resource, parts) : undefined;
    return match ? [{ route, ...match }] : [];
  });
  const [best] = matches.sort((left, right) =>
    left.rank === right.rank
      ? Number(left.route.method === "ANY") - Number(right.route.method === "ANY")
      : left.rank < right.rank
        ? -1
        : 1,
  );
  return best && { route: best.route, pathParameters: best.pathParameters };
}

/** `rank` sorts matches by precision, segment by segment. */
function matchPath(resource: string, parts: string[]) {
  const wanted = resource.split("/").filter(Boolean);
  const parameters: Record<string, string> = {};
  let rank = "";
  for (const [index, part] of wanted.entries()) {
    const actual = parts[index];
    if (actual === undefined) return undefined;
    const [, name, greedy] = /^\{([^+}]+)(\+?)\}$/.exec(part) ?? [];
    if (name === undefined && part !== actual) return undefined;
    rank += name === undefined ? "0" : greedy ? "2" : "1";
    if (name !== undefined) parameters[name] = decode(greedy ? parts.slice(index).join("/") : actual);
    if (greedy) return { rank, pathParameters: parameters };
  }
  if (parts.length !== wanted.length) return undefined;
  return { rank, pathParameters: Object.keys(parameters).length > 0 ? parameters : null };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
