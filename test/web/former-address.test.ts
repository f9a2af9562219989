import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { createAddresses } from "../../functions/web/http/addresses.ts";
import { fromFormerAddress } from "../../functions/web/http/former-address.ts";

const addresses = createAddresses("https://led.example.org", [
  "old.example.org",
  "api1.execute-api.eu-west-1.amazonaws.com",
]);
const app = new Hono();
app.use(fromFormerAddress(addresses));
app.all("*", (c) => c.text("served"));

const answerTo = async (address: string, method = "GET") => {
  const { status, headers } = await app.request(address, { method });
  return headers.get("location") ?? status;
};

describe("an earlier address of the site", () => {
  it("leads a mailed link to the current one", async () => {
    expect(await answerTo("https://old.example.org/taak/secret?van=mail")).toBe(
      "https://led.example.org/taak/secret?van=mail",
    );
    expect(await answerTo("https://api1.execute-api.eu-west-1.amazonaws.com/dossier/secret")).toBe(
      "https://led.example.org/dossier/secret",
    );
  });

  it("serves programs, which would drop their token at a redirect, and refuses no form", async () => {
    expect(await answerTo("https://old.example.org/api/admin/v1/tasks")).toBe(200);
    expect(await answerTo("https://old.example.org/taak/secret", "POST")).toBe(200);
  });

  it("is one of those that are configured: the current one and others are served", async () => {
    expect(await answerTo("https://led.example.org/taak/secret")).toBe(200);
    expect(await answerTo("https://other.example.org/taak/secret")).toBe(200);
  });
});
