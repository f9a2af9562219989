import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  DescribeStateMachineCommand,
  ListStateMachinesCommand,
  SFNClient,
  UpdateStateMachineCommand,
} from "@aws-sdk/client-sfn";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createDossiers } from "../../functions/adapters/dynamodb/dossiers.ts";
import { openTable } from "../../functions/adapters/dynamodb/table.ts";
import { WORKFLOW_VERSION } from "../../statemachine/contract.ts";
import { Record } from "../journey/record.ts";
import { Api } from "../journey/api.ts";
import { Browser } from "../journey/browser.ts";
import { Journey } from "../journey/journey.ts";
import { mustBe, type Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

let scene: Scene;
let record: Record;
let today: string;
let journeys: [Journey, Journey, Journey];

// Dossiers started with an earlier definition; then the current one is deployed.
beforeAll(async () => {
  scene = await openScene();
  record = new Record(scene.cloud);
  today =
    (await sfn().send(new DescribeStateMachineCommand({ stateMachineArn: await machine() }))).definition ??
    "";
  await deploy(earlierThan(today));
  journeys = [new Journey(scene), new Journey(scene), new Journey(scene)];
  for (const journey of journeys) {
    await journey.makeContact();
    await journey.open("SubmitIntake");
  }
  await deploy(today);
  for (const { reference } of journeys.slice(0, 2)) await noteNoVersion(reference);
});
afterAll(() => scene.cloud.stop());

/** In the earlier definition the assessment of an intake cannot ask for more information: that outcome is newer. */
const earlierThan = (definition: string): string => definition.replace("'more-information'", "'none-yet'");
const sfn = () => new SFNClient(scene.cloud.operator);
async function machine(): Promise<string> {
  const { stateMachines = [] } = await sfn().send(new ListStateMachinesCommand({}));
  return stateMachines.find(({ name }) => name?.endsWith("-onboarding"))?.stateMachineArn ?? "";
}
const deploy = async (definition: string) =>
  sfn().send(new UpdateStateMachineCommand({ stateMachineArn: await machine(), definition }));
/** A dossier that was started before definitions had versions. */
async function noteNoVersion(reference: string): Promise<void> {
  const table = openTable(
    scene.cloud.physicalName("AWS::DynamoDB::Table"),
    new DynamoDBClient(scene.cloud.operator),
  );
  await scene.cloud.settled();
  await createDossiers(table).save({ ...(await record.dossier(reference)), workflowVersion: undefined });
}
const definitionOf = async (journey: Journey) =>
  scene.cloud.definition(await record.executionArn(journey.reference));
const untilMoved = ({ reference }: Journey) =>
  vi.waitFor(
    async () =>
      expect(await record.dossier(reference)).toMatchObject({
        run: 2,
        workflowVersion: WORKFLOW_VERSION.onboarding,
      }),
    { timeout: 20_000, interval: 100 },
  );
const mailsTo = async ({ people }: Journey) => {
  await scene.cloud.settled();
  return scene.mails(people.contact.email);
};

describe("a dossier that started with an earlier definition", () => {
  it("moves to the current one by a button on its page; the earlier link decides, and nobody is mailed", async () => {
    const [journey] = journeys;
    const before = await mailsTo(journey);
    const tine = await scene.staffBrowser("tine-team");
    const page = await scene.openAsStaff(tine, `${await record.adminAddress(journey.reference)}/system`);
    expect(await definitionOf(journey)).not.toBe(today);

    const button = page
      .forms()
      .find(({ element }) => element.getAttribute("action")?.includes("workflow-version"));
    if (!button) throw new Error("no button to move");
    const moved = await tine.submit(button, {});
    mustBe(moved, 200);
    await untilMoved(journey);

    expect(moved.text).toContain("gaat over naar de huidige versie");
    expect(await definitionOf(journey)).toBe(today);
    expect(await mailsTo(journey)).toEqual(before);
    const link = scene.linkIn(before.filter(({ text }) => text.includes("/taak/")).at(-1) ?? missing());
    expect((await new Browser().open(link)).form("outcome", "submitted")).toBeDefined();
    await journey.decide("SubmitIntake");
    await journey.open("AssessIntake");
  });

  it("moves with all others through the API, with a dry run first", async () => {
    const [, journey] = journeys;
    const before = await mailsTo(journey);
    const api = await Api.as(scene.cloud, "tine-team");
    const { id } = await record.dossier(journey.reference);

    const dry = await api.post("/workflow/moves", { dryRun: true });
    expect((await record.dossier(journey.reference)).run).toBe(1);
    const done = await api.post("/workflow/moves", { dryRun: false });
    await untilMoved(journey);
    const after = await api.post("/workflow/moves", { dryRun: true });

    const move = {
      dossierId: id,
      outcome: "moves",
      tasks: ["SubmitIntake-1-1"],
      to: WORKFLOW_VERSION.onboarding,
    };
    expect(dry.body).toMatchObject({ moves: [move], moved: [], left: 1 });
    expect(done.body).toMatchObject({ moved: [id], left: 0 });
    expect(after.body).toMatchObject({ moves: [], left: 0 });
    expect(await mailsTo(journey)).toEqual(before);
    await journey.decide("SubmitIntake");
    await journey.decide("AssessIntake");
  });
});

describe("a decision that is newer than the definition of its dossier's execution", () => {
  it("is consumed by a fresh execution of the current definition, without a person", async () => {
    const [, , journey] = journeys;
    await noteNoVersion(journey.reference);
    await journey.decide("SubmitIntake");
    await journey.decide("AssessIntake", {
      outcome: "more-information",
      fields: { questions: "Welke dienst gebruikt dit?" },
    });
    await scene.cloud.settled();
    await scene.cloud.advance(5 * 60_000);

    await untilMoved(journey);
    await journey.decide("SubmitIntake");
    await journey.open("AssessIntake");
    expect(await definitionOf(journey)).toBe(today);
    expect(await record.dossier(journey.reference)).toMatchObject({ status: "ONBOARDING" });
  });
});

function missing(): never {
  throw new Error("no mail with a link to the task");
}
