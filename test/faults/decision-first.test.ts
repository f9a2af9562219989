import {
  DescribeExecutionCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StopExecutionCommand,
} from "@aws-sdk/client-sfn";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openScene } from "../end-to-end/scene.ts";
import { Browser } from "../journey/browser.ts";
import { Journey } from "../journey/journey.ts";
import { type Scene, theOnlyForm } from "../journey/scene.ts";
import { Record } from "../journey/record.ts";

const MINUTE = 60_000;
const PUBLIC = "led-dev-public-web";

let scene: Scene;
let record: Record;
let journey: Journey;

beforeAll(async () => {
  scene = await openScene();
  record = new Record(scene.cloud);
});
afterAll(() => scene.cloud.stop());
beforeEach(async () => {
  scene.cloud.faults.clear();
  journey = new Journey(scene);
  await journey.makeContact();
});

/** The next sweeps of follow-up. */
const sweep = () => scene.cloud.advance(16 * MINUTE);
const sfn = () => new SFNClient(scene.cloud.operator);
const statusOf = async () => (await record.dossier(journey.reference)).status;
const decisionOf = async (task: string) => (await record.task(journey.reference, task)).decision;

describe("a stored decision reaches the workflow", () => {
  it("when the function crashes before it delivers", async () => {
    scene.cloud.faults.add({ operation: "SendTaskSuccess", caller: PUBLIC, crash: "before" });

    await expect(journey.decide("SubmitIntake")).rejects.toThrow("502");
    expect((await decisionOf("SubmitIntake-1-1"))?.outcome).toBe("submitted");
    await sweep();

    await journey.decide("AssessIntake");
  });

  it("when the function crashes after the delivery, before recording it", async () => {
    scene.cloud.faults.add({ operation: "SendTaskSuccess", caller: PUBLIC, crash: "after" });

    await expect(journey.decide("SubmitIntake")).rejects.toThrow("502");
    await sweep();

    await journey.decide("AssessIntake");
    expect(await statusOf()).toBe("ONBOARDING");
  });

  it("when the delivery is throttled, unnoticed by the person", async () => {
    const fault = {
      operation: "SendTaskSuccess",
      caller: PUBLIC,
      error: "ThrottlingException",
      status: 400,
      times: 20,
    };
    const throttled = scene.cloud.faults.add(fault);

    const page = await journey.decide("SubmitIntake");
    expect(page.status).toBe(200);
    throttled.remove();
    await sweep();

    await journey.decide("AssessIntake");
  });

  it("when the storing itself is in doubt: a second click shows that it was decided", async () => {
    // The first one keeps the draft, for the look over the answers.
    scene.cloud.faults.add({ operation: "TransactWriteItems", caller: PUBLIC, crash: "after", skip: 1 });
    await expect(journey.decide("SubmitIntake")).rejects.toThrow("502");

    const [mail] = (await scene.mails(journey.people.contact.email)).filter(({ text }) =>
      text.includes("/taak/"),
    );
    const page = await new Browser().open(mail ? scene.linkIn(mail) : "");

    expect(page.text).toContain(journey.people.contact.name);
    expect(page.forms().filter((form) => form.element.querySelector("input[name=outcome]"))).toEqual([]);
    await sweep();
    await journey.decide("AssessIntake");
  });

  it("when the answer was lost and the token is used: follow-up sees that it was consumed", async () => {
    await journey.open("SubmitIntake");
    const { taskToken } = await record.task(journey.reference, "SubmitIntake-1-1");
    const throttled = scene.cloud.faults.add({
      operation: "SendTaskSuccess",
      caller: PUBLIC,
      error: "ThrottlingException",
      times: 20,
    });
    await journey.decide("SubmitIntake");
    throttled.remove();
    const output = JSON.stringify({ task: "SubmitIntake-1-1", outcome: "submitted" });
    await sfn().send(new SendTaskSuccessCommand({ taskToken, output }));
    await sweep();

    await journey.decide("AssessIntake");
    expect(await statusOf()).toBe("ONBOARDING");
  });
});

describe("one decision per task", () => {
  it("of two concurrent decisions one wins, and the other person is told who decided", async () => {
    await journey.decide("SubmitIntake");
    await journey.open("AssessIntake");
    const [tine, tom] = [await scene.staffBrowser("tine-team"), await scene.staffBrowser("tom-team")];
    const address = await record.adminAddress(journey.reference, "AssessIntake-1-1");
    const pages = [await scene.openAsStaff(tine, address), await scene.openAsStaff(tom, address)];

    const results = await Promise.all([
      tine.submit(pageAt(pages, 0).form("outcome", "more-information"), { questions: "Vraag van Tine" }),
      tom.submit(pageAt(pages, 1).form("outcome", "more-information"), { questions: "Vraag van Tom" }),
    ]);

    expect(results.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(results.find(({ status }) => status === 409)?.text).toMatch(/T(ine|om) Team/);
    await journey.decide("SubmitIntake");
  });
});

describe("a withdrawal", () => {
  it("concurrent with a decision: both stay in the record, and the dossier closes", async () => {
    await journey.decide("SubmitIntake");
    const link = await journey.statusLink();
    const tine = await scene.staffBrowser("tine-team");
    const task = await scene.openAsStaff(
      tine,
      await record.adminAddress(journey.reference, "AssessIntake-1-1"),
    );

    const answers = { questions: "Nog een vraag" };
    await Promise.all([withdraw(link), tine.submit(task.form("outcome", "more-information"), answers)]);
    await sweep();

    await expect.poll(statusOf).toBe("CLOSED");
    expect((await record.dossier(journey.reference)).closed?.outcome).toBe("withdrawn");
  });

  it("during a system state takes effect at the next step", async () => {
    await journey.walkTo("AgreePlanning");
    const { promise: until, resolve: letGo } = Promise.withResolvers<void>();
    const held = scene.cloud.faults.add({
      operation: "SendRawEmail",
      caller: "led-dev-advise-exploratory-talk",
      until,
    });
    const link = await journey.statusLink();

    await journey.decide("AgreePlanning");
    await expect.poll(() => held.left()).toBe(0);
    await withdraw(link);
    letGo();
    await scene.cloud.settled();
    await sweep();

    expect(await statusOf()).toBe("CLOSED");
    expect(await record.findTask(journey.reference, "PreAssessDpia-1-1")).toBeUndefined();
  });

  it("whose delivery fails is repeated by follow-up", async () => {
    scene.cloud.faults.add({ operation: "SendTaskFailure", caller: PUBLIC, crash: "before" });

    await expect(withdraw(await journey.statusLink())).rejects.toThrow("502");
    expect(await statusOf()).toBe("ONBOARDING");
    await sweep();

    expect(await statusOf()).toBe("CLOSED");
  });
});

describe("uncaught failures", () => {
  it("an execution that is stopped by hand parks its dossier, and a person resumes it without asking twice", async () => {
    await journey.decide("SubmitIntake");
    await journey.decide("AssessIntake");
    const executionArn = await record.executionArn(journey.reference);
    await sfn().send(new StopExecutionCommand({ executionArn }));
    await scene.cloud.settled();
    expect(await statusOf()).toBe("PARKED");

    await resume();

    await journey.decide("AgreePlanning");
    expect(await statusOf()).toBe("ONBOARDING");
    const asked = (await scene.mails(journey.people.contact.email)).filter(({ subject }) =>
      subject.includes("intake"),
    );
    expect(new Set(asked.map(({ subject }) => subject)).size).toBe(asked.length);
  });

  it("a step that can never succeed parks its dossier and mails the team", async () => {
    scene.cloud.faults.add({
      operation: "SendRawEmail",
      caller: "led-dev-assess-intake",
      error: "MessageRejected",
      status: 400,
    });

    await journey.decide("SubmitIntake");
    await scene.cloud.settled();

    expect(await statusOf()).toBe("PARKED");
    await scene.mail(await record.ledMailbox(), new RegExp(`${journey.reference}.*gestopt`));
    const executionArn = await record.executionArn(journey.reference);
    const { status } = await sfn().send(new DescribeExecutionCommand({ executionArn }));
    expect(status).toBe("SUCCEEDED");
    await resume();
    await journey.decide("AssessIntake");
  });

  it("a transient error is retried by the workflow, unnoticed", async () => {
    scene.cloud.faults.add({
      operation: "SendRawEmail",
      caller: "led-dev-assess-intake",
      error: "Throttling",
      status: 400,
      times: 4,
    });

    await journey.decide("SubmitIntake");
    await scene.cloud.advance(10 * MINUTE);

    await journey.decide("AssessIntake");
    expect(await statusOf()).toBe("ONBOARDING");
  });

  it("a function that crashes is run again, and nobody is asked or mailed twice", async () => {
    const crash = { caller: "led-dev-assess-intake", crash: "after" } as const;
    scene.cloud.faults.add({ ...crash, operation: "TransactWriteItems" });
    scene.cloud.faults.add({ ...crash, operation: "PutObject" });

    await journey.decide("SubmitIntake");
    await scene.cloud.advance(10 * MINUTE);

    await journey.decide("AssessIntake");
    expect(await statusOf()).toBe("ONBOARDING");
    const asked = await scene.mails(
      await record.ledMailbox(),
      new RegExp(`${journey.reference}.*beoordeel de intake`),
    );
    expect(asked).toHaveLength(1);
  });

  it("a stored start that did not happen is made by follow-up", async () => {
    const other = new Journey(scene);
    const throttled = scene.cloud.faults.add({
      operation: "StartExecution",
      caller: PUBLIC,
      error: "ThrottlingException",
      times: 20,
    });

    await other.makeContact();
    await scene.cloud.settled();
    expect(await record.findExecution(other.reference)).toBeUndefined();
    throttled.remove();
    await sweep();

    await other.decide("SubmitIntake");
  });
});

describe("bundles", () => {
  it("an error keeps its name in the minified function, because the name selects the retry policy", async () => {
    const { id } = await record.dossier(journey.reference);
    const payload = { state: "EnterIntake", dossierId: id, run: 99, previous: null };

    const answer = await scene.cloud.invoke("led-dev-enter-intake", payload);

    expect(JSON.parse(answer.payload)).toMatchObject({ errorType: "GiveUp" });
    expect(answer.payload).toContain("RUN_IS_OLD");
  });
});

async function withdraw(link: string): Promise<void> {
  const browser = new Browser();
  const page = await browser.open(`${link}/intrekken`);
  const done = await browser.submit(theOnlyForm(page), { reason: "We doen het toch niet." });
  if (done.status !== 200) throw new Error(`${done.status}: ${done.text.slice(0, 300)}`);
}

/** Resumes a parked dossier from its own stage, on the admin page. */
async function resume(): Promise<void> {
  const browser = await scene.staffBrowser("tine-team");
  const page = await scene.openAsStaff(browser, `${await record.adminAddress(journey.reference)}/system`);
  const done = await browser.submit(page.form("stage"), {});
  expect(done.status).toBe(200);
  await scene.cloud.settled();
}

function pageAt<Item>(items: Item[], place: number): Item {
  const item = items[place];
  if (item === undefined) throw new Error(`nothing at ${place}`);
  return item;
}
