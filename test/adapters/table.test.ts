import { describe, expect, it } from "vitest";
import { translated } from "../../functions/adapters/dynamodb/table.ts";
import { Conflict, GiveUp, RetryLater } from "../../functions/domain/errors.ts";

/** An error as the SDK throws it: with a name, or with a code as Node does for a connection. */
const anError = (name: string, more: object = {}) => Object.assign(new Error("secret"), { name, ...more });
const cancelled = (...codes: string[]) =>
  anError("TransactionCanceledException", { CancellationReasons: codes.map((Code) => ({ Code })) });
const outcomeOf = (error: Error) =>
  translated("key-1", () => Promise.reject(error)).catch((thrown: unknown) => thrown);

describe("an error of the table", () => {
  it.each([
    ["ECONNRESET"],
    ["ECONNREFUSED"],
    ["ETIMEDOUT"],
    ["EPIPE"],
    ["EAI_AGAIN"],
    ["ENOTFOUND"],
    ["EHOSTUNREACH"],
    ["ENETUNREACH"],
  ])("a connection lost with %s is transient", async (code) => {
    expect(await outcomeOf(anError("Error", { code }))).toBeInstanceOf(RetryLater);
  });

  it.each([
    ["ThrottlingException"],
    ["ProvisionedThroughputExceededException"],
    ["InternalServerError"],
    ["TimeoutError"],
  ])("%s is transient", async (name) => {
    expect(await outcomeOf(anError(name))).toBeInstanceOf(RetryLater);
  });

  it.each([["ThrottlingError"], ["ProvisionedThroughputExceeded"]])(
    "a transaction cancelled by %s is transient",
    async (code) => {
      expect(await outcomeOf(cancelled("None", code))).toBeInstanceOf(RetryLater);
    },
  );

  it.each([
    ["a condition", cancelled("ConditionalCheckFailed", "ThrottlingError")],
    ["another transaction", cancelled("None", "TransactionConflict")],
    ["a condition of a single write", anError("ConditionalCheckFailedException")],
  ])("%s is a conflict", async (_name, error) => {
    expect(await outcomeOf(error)).toBeInstanceOf(Conflict);
  });

  it.each([
    ["a transaction that is not in order", cancelled("ValidationError")],
    ["no permission", anError("AccessDeniedException")],
    ["anything unknown", anError("Error", { code: "EACCES" })],
  ])("%s is permanent, and has the key but never the message", async (_name, error) => {
    const thrown = await outcomeOf(error);

    expect(thrown).toBeInstanceOf(GiveUp);
    expect(String(thrown)).toContain("TABLE_REFUSED key=key-1");
    expect(String(thrown)).not.toContain("secret");
  });
});
