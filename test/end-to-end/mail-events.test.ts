import {
  DeleteSuppressedDestinationCommand,
  PutSuppressedDestinationCommand,
  SESv2Client,
} from "@aws-sdk/client-sesv2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { Api } from "../journey/api.ts";
import { contactAnswers } from "../journey/answers.ts";
import { Browser } from "../journey/browser.ts";
import { pdf } from "../journey/files.ts";
import { Record } from "../journey/record.ts";
import { asFormValues } from "../journey/flatten.ts";
import { mustBe, type Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.cloud.stop());

describe("a mail that SES accepts and that is not delivered", () => {
  it("is reported to operators, by the id of its dossier and without the address", async () => {
    const browser = new Browser();
    const form = (await browser.open(`${scene.cloud.url}/contact`)).form("organisationName");
    const answers = { ...contactAnswers(), contactEmail: "bounce@simulator.amazonses.com" };

    mustBe(await browser.submit(form, asFormValues(answers)), 200);
    await scene.cloud.settled();

    const [told] = await scene.mails("alarm@led.example");
    expect(told?.text).toMatch(
      /^LED onboarding: Email Bounced, mail [\w-]+ of dossier \w{26} \(message \S+\)\. What to do: docs\/runbook\.md#mail-is-refused/,
    );
    expect(told?.text).not.toContain("simulator");
  });

  it("is told to the team where it is of a dossier, and the time of its task stands still", async () => {
    const team = await Api.as(scene.cloud, "tine-team");
    const answers = { ...contactAnswers(), contactEmail: "bounce+an@simulator.amazonses.com" };

    const { body } = await team.post("/dossiers", answers);
    await scene.cloud.settled();

    const { reference } = z.looseObject({ reference: z.string() }).parse(body);
    const asked = await new Record(scene.cloud).task(reference, "SubmitIntake-1-1");
    expect({ ...asked, unreached: typeof asked.unreached }).toMatchObject({ unreached: "string" });
    expect(asked.deadline).toBeUndefined();
    const toTeam = (await scene.mails("led-team@led.example")).map(({ subject }) => subject);
    expect(toTeam.filter((subject) => subject.includes("een mail kwam niet aan")).length).toBeGreaterThan(0);
    expect(scene.cloud.messages()).toEqual([]);
  });

  it("to a suppressed address is lost, until the team lifts that", async () => {
    const team = await Api.as(scene.cloud, "tine-team");
    const ses = new SESv2Client(scene.cloud.operator);
    const right = "an.juist@stad.example";
    await ses.send(new PutSuppressedDestinationCommand({ EmailAddress: right, Reason: "BOUNCE" }));
    const { body } = await team.post("/dossiers", { ...contactAnswers(), contactEmail: right });
    await scene.cloud.settled();
    const { id, reference } = z.looseObject({ id: z.string(), reference: z.string() }).parse(body);
    const asked = () => new Record(scene.cloud).task(reference, "SubmitIntake-1-1");
    expect(typeof (await asked()).unreached).toBe("string");
    const before = (await scene.mails(right)).length;

    const answer = await team.post(`/dossiers/${id}/people/contact/lift`, {});
    await team.post(`/dossiers/${id}/tasks/SubmitIntake-1-1/link`, {});
    await scene.cloud.settled();

    expect(answer.status).toBe(204);
    expect((await scene.mails(right)).length).toBe(before + 1);
    const lost = (await scene.mails("led-team@led.example", reference)).filter(({ subject }) =>
      subject.includes("een mail kwam niet aan"),
    );
    expect(lost.length).toBe(before);
    await expect(ses.send(new DeleteSuppressedDestinationCommand({ EmailAddress: right }))).rejects.toThrow(
      "does not exist",
    );
  });
});

describe("a mail to the inbound domain", () => {
  it("becomes a message of its dossier, with its file among the documents", async () => {
    const team = await Api.as(scene.cloud, "tine-team");
    const { body } = await team.post("/dossiers", { ...contactAnswers(), contactEmail: "an@stad.example" });
    await scene.cloud.settled();
    const { reference } = z.looseObject({ reference: z.string() }).parse(body);
    const [asked] = await scene.mails("an@stad.example");

    const console = new Browser();
    const written = (await console.open(`${scene.cloud.consoleUrl}/mailbox/${asked?.id}/reply`)).form("text");
    const answer = new FormData();
    for (const [name, value] of written.filledIn({}))
      answer.append(name, name === "text" ? `Hierbij ons document.${value}` : value);
    const { bytes } = await pdf("nota");
    answer.append("attachments", new Blob([Uint8Array.from(bytes)], { type: "application/pdf" }), "nota.pdf");
    mustBe(await console.request(written.actionOf(), { method: "POST", body: answer }), 200);
    await scene.cloud.settled();

    const whole = await new Record(scene.cloud).findWhole(reference);
    expect(whole?.notes.find(({ to }) => to === "led-team")).toMatchObject({ by: { name: "An Voorbeeld" } });
    expect(whole?.documents.map(({ kind, name }) => [kind, name])).toEqual([["other", "nota.pdf"]]);
    const [toTeam] = (await scene.mails("led-team@led.example")).slice(-1);
    expect(toTeam?.text).toContain("Hierbij ons document.");
    expect(toTeam?.text).not.toContain("Dag An");
  });
});
