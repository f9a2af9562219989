import { expect, it } from "vitest";
import { RetryLater } from "../../functions/domain/errors.ts";
import { createPublicApp } from "../../functions/web/public-app.tsx";
import { openFileTable } from "../adapters/database.ts";
import { openSite } from "./site.ts";
import { Visitor } from "./visitor.ts";

const { publicDeps } = openSite(await openFileTable());

it.each([
  ["is unavailable", new RetryLater("DYNAMODB_UNAVAILABLE")],
  ["may not be read", new Error("AccessDenied")],
])("the home page is shown without the lead times while the table %s", async (_what, failure) => {
  const lines = { findStatistics: () => Promise.reject(failure) };

  const page = await new Visitor(createPublicApp({ ...publicDeps, lines })).open("/");

  expect(page.status).toBe(200);
  expect(page.text).toContain("Hoelang duurt");
  expect(page.text).not.toContain("aansluitingen tot nu toe");
});
