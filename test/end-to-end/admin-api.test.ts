import { SFNClient, StopExecutionCommand } from "@aws-sdk/client-sfn";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { Record } from "../journey/record.ts";
import { planningFrom, usualDecision } from "../journey/answers.ts";
import { Api, problemOf } from "../journey/api.ts";
import { pdf } from "../journey/files.ts";
import { Journey } from "../journey/journey.ts";
import type { Scene } from "../journey/scene.ts";
import { programToken } from "../../local/oidc/program-token.ts";
import { openScene } from "./scene.ts";

let scene: Scene;
let record: Record;
let journey: Journey;
let task: string;

beforeAll(async () => {
  scene = await openScene();
  record = new Record(scene.cloud);
  journey = new Journey(scene);
  await journey.makeContact();
  await journey.decide("SubmitIntake");
  await journey.open("AssessIntake");
  task = await pathOf(journey, "AssessIntake-1-1");
});
afterAll(() => scene.cloud.stop());

const as = (user: string) => Api.as(scene.cloud, user);
const pathOf = async ({ reference }: Journey, taskId?: string) => {
  const { id } = await record.dossier(reference);
  return `/dossiers/${id}${taskId === undefined ? "" : `/tasks/${taskId}`}`;
};

describe("a token", () => {
  it("is required: a missing or malformed one is refused", async () => {
    for (const api of [new Api(scene.cloud), new Api(scene.cloud, "geen.echt.token")]) {
      const answer = await api.get("/tasks");

      expect({ status: answer.status, code: problemOf(answer).code }).toEqual({
        status: 401,
        code: "sign-in",
      });
      // API Gateway renames WWW-Authenticate.
      expect(answer.headers.get("x-amzn-remapped-www-authenticate")).toBe("Bearer");
    }
  });
});

describe("a program", () => {
  it("calls the API in its own name, with the role of its client", async () => {
    const [reporting] = scene.cloud.programs;
    if (!reporting) throw new Error("The configuration of dev has no program");
    const api = new Api(scene.cloud, await programToken(scene.cloud.issuerUrl, reporting));

    expect((await api.get("/parked")).status).toBe(200);
    expect((await api.get("/tasks")).status).toBe(200);
  });
});

describe("a decision", () => {
  it("moves the workflow, once: who comes second hears who decided and when", async () => {
    const tine = await as("tine-team");
    const decision = { outcome: "suitable", fields: { planning: planningFrom(journey.now) } };

    const first = await tine.post(`${task}/decision`, decision);
    const second = await (await as("tom-team")).post(`${task}/decision`, decision);

    expect(first.status).toBe(201);
    expect(second.status).toBe(409);
    expect(problemOf(second)).toMatchObject({ code: "already-decided" });
    expect(problemOf(second).title).toMatch(/tine.* op \d+ /i);
    await journey.decide("AgreePlanning");
  });

  it("rests on documents that were uploaded through the API as well", async () => {
    const tine = await as("tine-team");
    await journey.open("PreAssessDpia");
    const path = await pathOf(journey, "PreAssessDpia-1-1");
    const usual = await usualDecision("PreAssessDpia", journey.now, journey.people);
    const Upload = z.object({
      id: z.string(),
      form: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
    });

    const prepared = await tine.post(`${path}/documents`, { kind: "dpia-pre-assessment" });
    const { id, form } = Upload.parse(prepared.body);
    const body = new FormData();
    for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
    const file = await pdf("Vooronderzoek");
    body.append("file", new Blob([Uint8Array.from(file.bytes)], { type: file.type }), file.name);
    await fetch(form.url, { method: "POST", body, redirect: "manual" });
    await scene.cloud.settled();
    const { intake } = await record.dossier(journey.reference);
    const known = z.record(z.string(), z.unknown()).parse(usual.fields?.["header"]);
    const fields = { ...usual.fields, header: { ...known, ...intake } };
    const decided = await tine.post(`${path}/decision`, { outcome: usual.outcome, fields, documents: [id] });

    expect(decided.status).toBe(201);
    await journey.open("SubmitProtocol");
  });
});

describe("a role", () => {
  it("decides its own tasks only: not the LED team for the DPO, nor one for the other", async () => {
    await journey.walkTo("AdviseOnProtocol", "SubmitProtocol");
    await journey.open("AdviseOnProtocol");
    const path = await pathOf(journey, "AdviseOnProtocol-1-1");
    const decision = { outcome: "positive" };

    const byTeam = await (await as("tine-team")).post(`${path}/decision`, decision);
    const byOfficial = await (await as("lea-leidend")).post(`${path}/decision`, decision);
    const uploadByTeam = await (await as("tine-team")).post(`${path}/documents`, { kind: "led-dpo-advice" });

    expect(byTeam.status).toBe(422);
    expect(problemOf(byTeam).errors).toEqual([expect.objectContaining({ rule: "ROLE-01" })]);
    expect([byOfficial.status, uploadByTeam.status]).toEqual([403, 403]);
    expect((await (await as("dirk-dpo")).post(`${path}/decision`, decision)).status).toBe(201);
    await journey.open("SignForApplicant");
  });
});

describe("a dossier", () => {
  it("that is parked resumes from a stage it has reached, and from no other", async () => {
    const other = new Journey(scene);
    await other.makeContact();
    await other.open("SubmitIntake");
    const executionArn = await record.executionArn(other.reference);
    await new SFNClient(scene.cloud.operator).send(new StopExecutionCommand({ executionArn }));
    await scene.cloud.settled();
    const tine = await as("tine-team");
    const resume = `${await pathOf(other)}/resume`;

    const far = await tine.post(resume, { stage: "MAGDA" });
    const there = await tine.post(resume, { stage: "INTAKE" });
    const again = await tine.post(resume, { stage: "INTAKE" });

    expect([far.status, there.status, again.status]).toEqual([409, 204, 409]);
    expect(problemOf(far).errors).toContainEqual(expect.objectContaining({ rule: "PARK-01" }));
    await other.decide("SubmitIntake");
    await other.open("AssessIntake");
  });

  it("that is withdrawn closes with the reason, once", async () => {
    const other = new Journey(scene);
    await other.makeContact();
    await other.open("SubmitIntake");
    const tine = await as("tine-team");
    const withdrawal = `${await pathOf(other)}/withdrawal`;

    expect((await tine.post(withdrawal, { reason: " " })).status).toBe(422);
    expect((await tine.post(withdrawal, { reason: "Dubbel aangevraagd." })).status).toBe(204);

    const mail = await scene.mail(other.people.contact.email, "trok je aanvraag in");
    expect(mail.text).toContain("Dubbel aangevraagd.");
    const again = await tine.post(withdrawal, { reason: "Nog eens." });
    expect(again.status).toBe(409);
    expect(problemOf(again).errors).toContainEqual(expect.objectContaining({ rule: "WITHDRAW-01" }));
  });
});
