import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { postWebhook } from "../../functions/adapters/https/post-webhook.ts";

async function posting(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await postWebhook(`http://127.0.0.1:${port}/led`, { "webhook-id": "one" }, "{}");
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

it("answers the status, and follows no redirect", async () => {
  const asked: (string | undefined)[] = [];
  const status = await posting(({ url }, answer) => {
    asked.push(url);
    answer.writeHead(302, { location: "/elsewhere" }).end();
  });

  expect({ status, asked }).toEqual({ status: 302, asked: ["/led"] });
});

it("reads nothing of a long answer", async () => {
  const status = await posting((_request, answer) => {
    answer.writeHead(200);
    answer.write("x".repeat(1000));
  });

  expect(status).toBe(200);
});

it("tells an address that is not reached", async () => {
  expect(await posting((request) => request.socket.destroy())).toBe("not-reached");
});
