import { describe, expect, it } from "vitest";
import { unwrap } from "../../infra/ops/dead-letters.ts";
import { asFailure, Failure } from "../../infra/ops/failure.ts";

const FUNCTION = "arn:aws:lambda:eu-west-1:000000000000:function:led-dev-Documents";
const record = (requestPayload: unknown, functionArn = FUNCTION) =>
  JSON.stringify({
    version: "1.0",
    requestContext: { requestId: "1", functionArn: `${functionArn}:$LATEST`, condition: "RetriesExhausted" },
    requestPayload,
    responsePayload: { errorType: "RetryLater", errorMessage: "TABLE_UNAVAILABLE key=1" },
  });
const undelivered = (target: string) => ({
  RULE_ARN: "arn:aws:events:eu-west-1:000000000000:rule/parking",
  TARGET_ARN: target,
  ERROR_CODE: "NO_PERMISSIONS",
});

describe("a dead letter", () => {
  it("of a function that kept failing is the event that it was given, with its error", () => {
    const event = { detail: { object: { key: "uploads/a" } } };

    expect(unwrap(record(event), {})).toEqual({
      why: "led-dev-Documents, RetriesExhausted: RetryLater: TABLE_UNAVAILABLE key=1",
      what: { act: "replay", function: "led-dev-Documents", event },
    });
  });

  it("of a rule that could not deliver is the input of its target, with the rule and the reason", () => {
    const input = { executionName: "01-1", status: "FAILED" };
    const target = "arn:aws:lambda:eu-west-1:000000000000:function:led-dev-ParkDossier";

    expect(unwrap(JSON.stringify(input), undelivered(target))).toEqual({
      why: "parking: NO_PERMISSIONS",
      what: { act: "replay", function: "led-dev-ParkDossier", event: input },
    });
  });

  it("of a sweep is dropped, since a later sweep did what was due", () => {
    const tick = { source: "aws.events", "detail-type": "Scheduled Event", time: "2026-11-28T03:00:00Z" };

    for (const letter of [unwrap(record(tick), {}), unwrap(JSON.stringify(tick), undelivered(FUNCTION))])
      expect(letter.what.act).toBe("drop");
  });

  it("for operators is shown, and not replayed", () => {
    const topic = "arn:aws:sns:eu-west-1:000000000000:alarms";

    expect(unwrap('"LED onboarding: Email Bounced"', undelivered(topic)).what).toEqual({
      act: "tell",
      text: "LED onboarding: Email Bounced",
    });
  });
});

it("an error of AWS ends a command with a code and without a stack trace", () => {
  const denied = Object.assign(new Error("not authorized"), { name: "AccessDeniedException" });

  expect(asFailure(denied)).toMatchObject({
    code: 3,
    message: expect.stringContaining("AWS refuses") as unknown,
  });
  expect(asFailure(new Error("Region is missing"))).toMatchObject({ code: 3 });
  expect(asFailure(new Error("getaddrinfo ENOTFOUND"))).toMatchObject({ code: 4 });
  expect(asFailure(new Failure("usage", "Give a task."))).toMatchObject({ code: 2 });
});
