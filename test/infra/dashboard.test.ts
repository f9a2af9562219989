import { describe, expect, it } from "vitest";
import * as z from "zod";
import { METRICS } from "../../functions/adapters/shared/observability.ts";
import { STATE_NAMES, functionName } from "../../statemachine/contract.ts";
import { ofType, synthesized, textOf } from "./synthesized.ts";

const { template, stack } = synthesized();

describe("the dashboard", () => {
  const [[, board] = []] = ofType(template, "AWS::CloudWatch::Dashboard");
  const body = textOf(board?.Properties.DashboardBody);

  it("shows every measure of the business, of its own environment", () => {
    const shown = Object.entries(METRICS).filter(([, name]) =>
      body.includes(`"${METRICS.namespace}","${name}"`),
    );
    const measured = shown.map(([key]) => key);

    expect(measured).toEqual(
      expect.arrayContaining([
        ...["dossierParked", "oldestUndelivered", "dossiersInStage", "dossiersOnHold"],
        ...["dossiersStopped", "openTasks", "lateTasks", "daysInStage"],
      ]),
    );
    expect(body).toContain('"environment","dev"');
  });

  it("shows mails, answers, alarms and costs", () => {
    for (const metric of ["Send", "MatchedEvents", "5XXError", "Duration", "EstimatedCharges"])
      expect(body).toContain(`"${metric}"`);
    for (const [id] of ofType(template, "AWS::CloudWatch::Alarm")) expect(body).toContain(`\${${id}.Arn}`);
  });
});

describe("the saved queries", () => {
  const Query = z.object({ Name: z.string(), QueryString: z.string(), LogGroupNames: z.array(z.string()) });
  const queries = ofType(template, "AWS::Logs::QueryDefinition").map(([, { Properties }]) =>
    Query.parse(Properties),
  );

  it("are over the logs that exist, at most fifty", () => {
    const groups = ofType(template, "AWS::Logs::LogGroup").map(
      ([, { Properties }]) => Properties.LogGroupName,
    );

    expect(queries.length).toBeGreaterThan(5);
    for (const { LogGroupNames, Name } of queries) {
      expect(Name).toMatch(/^led-onboarding-dev\//);
      expect(LogGroupNames.length).toBeLessThanOrEqual(50);
      expect(groups).toEqual(expect.arrayContaining(LogGroupNames));
    }
    expect(queries[0]?.LogGroupNames).toContain(`/aws/lambda/${functionName("dev", STATE_NAMES[0] ?? "")}`);
  });
});

it("counts its costs by a tag, with a mail to the alarm mailbox", () => {
  const [[, budget] = []] = ofType(template, "AWS::Budgets::Budget");

  expect(stack.tags).toEqual({ application: "led-onboarding-dev" });
  expect(budget?.Properties).toMatchObject({
    Budget: {
      BudgetLimit: { Amount: 100, Unit: "USD" },
      CostFilters: { TagKeyValue: ["user:application$led-onboarding-dev"] },
    },
    NotificationsWithSubscribers: [80, 100, 100].map((Threshold) => ({
      Notification: { Threshold },
      Subscribers: [{ SubscriptionType: "EMAIL", Address: "alarm@led.example" }],
    })),
  });
});
