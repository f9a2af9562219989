import { SFNClient, StopExecutionCommand } from "@aws-sdk/client-sfn";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { CAUSES } from "../../functions/executions/causes.nl.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import { Record } from "../journey/record.ts";
import { Api } from "../journey/api.ts";
import { Journey } from "../journey/journey.ts";
import { mustBe, type Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

let scene: Scene;
let record: Record;
let journey: Journey;

beforeAll(async () => {
  scene = await openScene();
  record = new Record(scene.cloud);
});
afterAll(() => scene.cloud.stop());
beforeEach(async () => {
  journey = new Journey(scene);
  await journey.makeContact();
});

const untilStatus = (status: string) =>
  vi.waitFor(async () => expect((await record.dossier(journey.reference)).status).toBe(status), {
    timeout: 20_000,
    interval: 100,
  });
const parkedPage = async () => {
  const tine = await scene.staffBrowser("tine-team");
  return { tine, page: await scene.openAsStaff(tine, `${scene.cloud.adminUrl}/parked`) };
};

describe("a parked dossier is handled in the admin pages alone", () => {
  it("after a manual stop: they show the last successful step, and retry in one click", async () => {
    await journey.decide("SubmitIntake");
    await journey.open("AssessIntake");
    const executionArn = await record.executionArn(journey.reference);
    await new SFNClient(scene.cloud.operator).send(new StopExecutionCommand({ executionArn }));
    await untilStatus("PARKED");

    const { tine, page } = await parkedPage();
    expect(page.text).toContain(journey.reference);
    expect(page.text).toContain(CAUSES.workflow.words);
    expect(page.text).toContain(TASKS.SubmitIntake.texts.nl.title);
    expect(await record.dossier(journey.reference)).toMatchObject({ parked: { lastState: "SubmitIntake" } });
    const { id } = await record.dossier(journey.reference);
    const retry = page
      .forms()
      .find(({ element }) => element.getAttribute("action")?.includes(`${id}/resume`));
    if (!retry) throw new Error("no button to try again");
    mustBe(await tine.submit(retry, {}), 200);

    await journey.decide("AssessIntake");
    expect((await parkedPage()).page.text).not.toContain(journey.reference);
  });

  it("after a step that can never succeed: the team gets a mail, and closes it with a reason", async () => {
    const refusal = scene.cloud.faults.add({
      operation: "SendRawEmail",
      caller: "led-dev-assess-intake",
      error: "MessageRejected",
      status: 400,
    });
    await journey.decide("SubmitIntake");
    await untilStatus("PARKED");
    refusal.remove();
    await scene.mail(await record.ledMailbox(), new RegExp(`${journey.reference}.*gestopt`));
    const api = await Api.as(scene.cloud, "tine-team");

    const listed = await api.get("/parked");
    expect(listed.body).toMatchObject({
      items: [{ reference: journey.reference, error: "GiveUp", lastState: "SubmitIntake" }],
    });
    const { tine } = await parkedPage();
    const asked = await scene.openAsStaff(tine, `${await record.adminAddress(journey.reference)}/closing`);
    mustBe(await tine.submit(asked.form("reason"), { reason: "Dit dossier is dubbel." }), 200);

    await untilStatus("CLOSED");
    const mail = await scene.mail(journey.people.contact.email, "afgesloten");
    expect(mail.text).toContain("Dit dossier is dubbel.");
    expect((await api.get("/parked")).body).toMatchObject({ items: [] });
  });
});
