import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Cloud } from "../../local/cloud.ts";
import { LocalServer } from "../../local/gateway/server.ts";
import { startSmallCloud } from "./small-app/small-cloud.ts";

describe("a server of the local cloud", () => {
  it("asks for a retry until its handler exists", async () => {
    const server = await LocalServer.listen(0);

    const early = await fetch(server.url, { method: "POST", body: "x".repeat(100_000) });
    server.answerWith((_request, response) => void response.end("ready"));
    const late = await fetch(server.url);

    expect([early.status, early.headers.get("retry-after")]).toEqual([503, "1"]);
    expect(await late.text()).toBe("ready");
    await server.close();
  });
});

describe("the root of a port", () => {
  let cloud: Cloud;
  beforeAll(async () => {
    cloud = await startSmallCloud();
  });
  afterAll(() => cloud.stop());

  it.each(["url", "gatewayUrl"] as const)("of %s leads to the site", async (name) => {
    const answer = await fetch(new URL("/", cloud[name]));

    expect([answer.status, answer.url]).toEqual([200, cloud.url]);
  });
});
