import { SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { measuresIn } from "../../local/console/measures.ts";
import { statesOf } from "../../local/console/state-graph.ts";
import type { Cloud } from "../../local/cloud.ts";
import { answerOf, startSmallCloud } from "./small-app/small-cloud.ts";

describe("a drawn state machine", () => {
  it("has its states in order of reachability, inner ones deeper", () => {
    const definition = {
      StartAt: "All",
      States: {
        All: {
          Type: "Parallel",
          Branches: [
            {
              StartAt: "Ask",
              States: {
                Ask: { Type: "Choice", Choices: [{ Next: "Ask" }], Default: "Done" },
                Done: { Type: "Succeed" },
              },
            },
          ],
          Catch: [{ Next: "Park" }],
          End: true,
        },
        Park: { Type: "Task", End: true },
      },
    };

    expect(statesOf(JSON.stringify(definition))).toEqual([
      { name: "All", type: "Parallel", depth: 0, next: ["Park"] },
      { name: "Ask", type: "Choice", depth: 1, next: ["Ask", "Done"] },
      { name: "Done", type: "Succeed", depth: 1, next: [] },
      { name: "Park", type: "Task", depth: 0, next: [] },
    ]);
  });
});

describe("the metrics in the logs", () => {
  const line = (value: number | number[], side: string) =>
    JSON.stringify({
      _aws: {
        Timestamp: 1,
        CloudWatchMetrics: [
          {
            Namespace: "Any",
            Dimensions: [["service", "environment", "side"]],
            Metrics: [{ Name: "OpenTasks", Unit: "None" }],
          },
        ],
      },
      ...{ service: "any", environment: "dev", side, OpenTasks: value },
    });
  const at = (time: number, text: string) => ({ at: time, functionName: "any", text });

  it("are the newest values of each, by dimension", () => {
    const lines = [
      at(1, "text"),
      at(2, line(3, "led")),
      at(3, line([4, 5], "led")),
      at(4, line(1, "consumer")),
    ];

    expect(measuresIn(lines)).toEqual([
      { name: "OpenTasks", dimensions: "side consumer", value: 1, times: 1, at: 4 },
      { name: "OpenTasks", dimensions: "side led", value: 5, times: 2, at: 3 },
    ]);
  });
});

describe("the console", () => {
  let cloud: Cloud;
  beforeAll(async () => {
    cloud = await startSmallCloud();
  });
  afterAll(() => cloud.stop());

  const get = async (path: string, init?: RequestInit) => {
    const answer = await fetch(`${cloud.consoleUrl}${path}`, { redirect: "manual", ...init });
    return { status: answer.status, text: await answer.text() };
  };

  it("shows the executions, each drawn with the current state marked", async () => {
    const sfn = new SFNClient(cloud.operator);
    const stateMachineArn = "arn:aws:states:eu-west-1:000000000000:stateMachine:small-machine";
    const { executionArn = "" } = await sfn.send(
      new StartExecutionCommand({ stateMachineArn, name: "drawn", input: "{}" }),
    );
    await cloud.settled();

    const overview = await get("/");
    const execution = await get(`/executions/${encodeURIComponent(executionArn)}`);

    expect(overview.text).toContain(">drawn</a>");
    expect(execution.text).toContain("Wait (now)");
    expect(execution.text).toMatch(/<svg[^>]*role="img"/s);
  });

  it("shows mails, logs and messages", async () => {
    await answerOf(cloud, "small-mail", { from: "led@example.org" });
    await answerOf(cloud, "small-store", { id: "<b>shown</b>" });

    const [mail] = await cloud.mailbox();

    expect((await get("/mailbox")).text).toContain("Hallo");
    expect((await get(`/mailbox/${mail?.id}`)).text).toContain("Dag Ann");
    expect((await get(`/mailbox/${mail?.id}/raw`)).text).toContain("Subject: Hallo");
    expect((await get("/gallery")).text).toContain(`/mailbox/${mail?.id}/html`);
    expect((await get("/functions/small-store")).text).toContain("storing &lt;b&gt;shown&lt;/b&gt;");
    expect((await get("/functions/none")).status).toBe(404);
  });

  it("writes a mail, and says why it was not accepted", async () => {
    const body = new FormData();
    for (const [name, value] of Object.entries({
      from: "an@example.com",
      to: "bob@example.com",
      answers: "",
    }))
      body.append(name, value);
    body.append("subject", "Een vraag");
    body.append("text", "Kunnen we <b>mee</b>doen?");

    const sent = await get("/mailbox/send", { method: "POST", body });

    expect((await get("/compose")).text).toContain('name="attachments"');
    expect(sent.status).toBe(422);
    expect(sent.text).toContain("5.1.1 Mailbox does not exist");
    expect(sent.text).toContain("Kunnen we &lt;b&gt;mee&lt;/b&gt;doen?");
  });

  it("moves the clock by a form, not by a link, and from its own pages only", async () => {
    const before = cloud.clock.now();
    const form = { method: "POST", body: new URLSearchParams({ step: "+1 day" }) };

    const foreign = await get("/clock", { ...form, headers: { origin: "https://evil.example" } });
    const own = await get("/clock", form);

    expect([foreign.status, own.status, (await get("/clock")).status]).toEqual([403, 303, 404]);
    expect(cloud.clock.now() - before).toBeGreaterThanOrEqual(86_400_000);
    expect(cloud.clock.now() - before).toBeLessThan(86_400_000 + 60_000);
  });
});
