import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownAnswer } from "../../local/api-gateway/own-answers.ts";
import { findRoute } from "../../local/api-gateway/routes.ts";
import type { Cloud } from "../../local/cloud.ts";
import { startSmallCloud } from "./small-app/small-cloud.ts";

const routes = ["/", "/{proxy+}", "/admin", "/admin/{proxy+}", "/dossiers/{id}"].map((resource) => ({
  method: "ANY",
  resource,
  resourceId: resource,
  functionArn: "",
  timeoutMs: 29_000,
}));

describe("a route", () => {
  it.each([
    ["/", "/", null],
    ["/intake/task", "/{proxy+}", { proxy: "intake/task" }],
    ["/admin", "/admin", null],
    ["/admin/a%20b", "/admin/{proxy+}", { proxy: "a b" }],
    ["/dossiers/7", "/dossiers/{id}", { id: "7" }],
  ])("for %s is %s", (path, resource, pathParameters) => {
    expect(findRoute(routes, "GET", path)).toMatchObject({ route: { resource }, pathParameters });
  });
});

describe("an answer of API Gateway itself", () => {
  const response = {
    RestApiId: "api",
    ResponseType: "DEFAULT_4XX",
    ResponseParameters: { "gatewayresponse.header.cache-control": "'no-store'" },
    ResponseTemplates: {
      "text/html": "<p>$context.error.message</p>",
      "application/json": '{"said":$context.error.messageString}',
    },
  };
  const answer = (type: string, accept?: string) => {
    const { status, headers, body } = ownAnswer([response], { type, status: 413, text: "Too Long", accept });
    return [status, Object.fromEntries(headers), body.toString()];
  };

  it("is as configured for its type or its status, in the requested format", () => {
    const html = { "content-type": ["text/html"], "cache-control": ["no-store"] };
    const json = { "content-type": ["application/json"], "cache-control": ["no-store"] };

    expect(answer("REQUEST_TOO_LARGE", "text/html,*/*;q=0.8")).toEqual([413, html, "<p>Too Long</p>"]);
    expect(answer("REQUEST_TOO_LARGE", "*/*")).toEqual([413, json, '{"said":"Too Long"}']);
    expect(answer("REQUEST_TOO_LARGE")).toEqual([413, json, '{"said":"Too Long"}']);
  });
});

describe("the site", () => {
  let cloud: Cloud;
  beforeAll(async () => {
    cloud = await startSmallCloud();
  });
  afterAll(() => cloud.stop());

  const eventOf = async (path: string, init: RequestInit = {}): Promise<unknown> =>
    (await fetch(`${cloud.url}${path}`, init)).json();

  it("passes a request as API Gateway does", async () => {
    const event = await eventOf("/a/b%20c?x=1&x=2&y=%C3%A9", {
      method: "POST",
      body: "naam=J%C3%A9",
      headers: { "content-type": "application/x-www-form-urlencoded", cookie: "s=1" },
    });

    expect(event).toMatchObject({
      resource: "/{proxy+}",
      path: "/a/b%20c",
      httpMethod: "POST",
      multiValueQueryStringParameters: { x: ["1", "2"], y: ["é"] },
      queryStringParameters: { x: "2" },
      pathParameters: { proxy: "a/b c" },
      requestContext: { stage: "live", path: "/live/a/b%20c", identity: { sourceIp: "127.0.0.1" } },
      isBase64Encoded: true,
      body: Buffer.from("naam=J%C3%A9").toString("base64"),
    });
  });

  it("sets several cookies, and has the date of the virtual clock", async () => {
    const answer = await fetch(`${cloud.url}/x`);

    expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(Math.abs(Date.parse(answer.headers.get("date") ?? "") - cloud.clock.now())).toBeLessThan(5_000);
  });

  it("answers itself what API Gateway answers itself", async () => {
    const root = cloud.url.replace(/\/live$/, "");
    const statusAndText = async (address: string, init?: RequestInit) => {
      const answer = await fetch(address, init);
      return [answer.status, await answer.text()];
    };

    expect(await statusAndText(`${root}/other/x`)).toEqual([403, '{"message":"Forbidden"}']);
    expect(await statusAndText(`${cloud.url}/broken`)).toEqual([502, '{"message":"Internal server error"}']);
    expect(await statusAndText(`${cloud.url}/throws`)).toEqual([502, '{"message":"Internal server error"}']);
    expect(
      await statusAndText(`${cloud.url}/big`, { method: "POST", body: new Uint8Array(10 * 1024 * 1024 + 1) }),
    ).toEqual([413, '{"message":"Request Too Long"}']);
  });
});
