import { SFNClient, StopExecutionCommand } from "@aws-sdk/client-sfn";
import { decodeJwt, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { TASKS } from "../../functions/application/tasks.ts";
import { ADMIN_PERMISSIONS } from "../web/permissions.ts";
import { Record } from "../faults/record.ts";
import { planningFrom, usualDecision } from "../journey/answers.ts";
import { Api, problemOf } from "../journey/api.ts";
import { pdf } from "../journey/files.ts";
import { Journey } from "../journey/journey.ts";
import type { Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

const MINUTE = 60_000;
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

const Items = z.object({ items: z.array(z.object({ audience: z.string() })) });

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

  it("with another signature, of another issuer, or with another client is refused", async () => {
    const { accessToken } = await scene.cloud.signIn("tine-team");
    const { privateKey } = await generateKeyPair("RS256");
    const claims = decodeJwt(accessToken);
    const signed = (changed: object) =>
      new SignJWT({ ...claims, ...changed })
        .setProtectedHeader({ alg: "RS256", kid: "local-1" })
        .sign(privateKey);
    const [header = "", payload = "", signature = ""] = accessToken.split(".");
    const withRole = Buffer.from(
      JSON.stringify({ ...claims, "cognito:groups": ["leading-official"] }),
    ).toString("base64url");
    const unsigned = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");

    const forged = [
      await signed({}),
      await signed({ iss: "https://iemand.anders.example" }),
      await signed({ client_id: "ander" }),
      `${header}.${withRole}.${signature}`,
      `${unsigned}.${payload}.`,
      `${header}.${payload}.${signature.split("").reverse().join("")}`,
    ];

    for (const token of forged)
      expect((await new Api(scene.cloud, token).get("/tasks")).status, token).toBe(401);
    expect((await new Api(scene.cloud, accessToken).get("/tasks")).status).toBe(200);
  });

  it("for identification is not accepted for access", async () => {
    const { idToken } = await scene.cloud.signIn("tine-team");

    expect((await new Api(scene.cloud, idToken).get("/tasks")).status).toBe(401);
  });

  it("of somebody without a role gives no access", async () => {
    const olga = await as("olga-onbekend");

    for (const path of ["/tasks", "/dossiers?stage=INTAKE", task])
      expect((await olga.get(path)).status).toBe(403);
  });

  it("ends after 15 minutes", async () => {
    const tine = await as("tine-team");
    expect((await tine.get("/tasks")).status).toBe(200);

    await scene.cloud.advance(16 * MINUTE);

    expect((await tine.get("/tasks")).status).toBe(401);
  });
});

describe("a decision", () => {
  it("with wrong answers is refused with all of them, by field and rule, and stores nothing", async () => {
    const tine = await as("tine-team");
    const { connection: dpiaConclusion, ...rest } = planningFrom(journey.now);
    const planning = { ...rest, dpiaConclusion, connection: "2020-01-01" };

    const wrong = await tine.post(`${task}/decision`, { outcome: "suitable", fields: { planning } });
    const empty = await tine.post(`${task}/decision`, { outcome: "suitable" });
    const unknown = await tine.post(`${task}/decision`, { outcome: "misschien" });
    const misshapen = await tine.post(`${task}/decision`, { outcome: "suitable", velden: {} });

    expect([wrong, empty, unknown, misshapen].map(({ status }) => status)).toEqual([422, 422, 422, 422]);
    const rules = problemOf(wrong).errors.map(({ field, rule }) => [field, rule]);
    expect(rules).toContainEqual(["planning.connection", "INTAKE-03"]);
    expect(problemOf(empty).errors.length).toBeGreaterThanOrEqual(5);
    expect(problemOf(unknown).errors).toContainEqual(expect.objectContaining({ rule: "TASK-01" }));
    expect((await record.task(journey.reference, "AssessIntake-1-1")).status).toBe("open");
  });

  it("that is not JSON, not sent as JSON, or too long is refused as such", async () => {
    const tine = await as("tine-team");
    const long = { outcome: "close", fields: { reason: "a".repeat(210_000) } };

    expect((await tine.post(`${task}/decision`, "{")).status).toBe(400);
    expect((await tine.post(`${task}/decision`, {}, "text/plain")).status).toBe(415);
    expect((await tine.post(`${task}/decision`, long)).status).toBe(413);
  });

  it("moves the workflow once: the second person is told who decided and when", async () => {
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

  it("of a task, a dossier or a document that does not exist is not found", async () => {
    const tine = await as("tine-team");
    const dossier = await pathOf(journey);

    for (const path of [
      `${dossier}/tasks/AssessIntake-1-9`,
      `${dossier}/tasks/x`,
      "/dossiers/01J000/tasks/x",
    ])
      expect((await tine.post(`${path}/decision`, { outcome: "close" })).status).toBe(404);
    expect((await tine.get(`${dossier}/documents/01J000`)).status).toBe(404);
    expect((await tine.get("/bestaat-niet")).status).toBe(404);
  });
});

describe("a role", () => {
  it("sees its own tasks only; the LED team sees every task", async () => {
    await journey.walkTo("AdviseOnProtocol", "SubmitProtocol");
    await journey.open("AdviseOnProtocol");

    const seen = async (user: string) =>
      Items.parse((await (await as(user)).get("/tasks")).body).items.map(({ audience }) => audience);

    expect(await seen("dirk-dpo")).toEqual(["led-dpo"]);
    expect(await seen("lea-leidend")).toEqual([]);
    expect(await seen("tine-team")).toContain("led-dpo");
  });

  it("decides its own tasks only: the LED team cannot decide for a DPO, nor a DPO for the LED team", async () => {
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

  it("signs for the authority itself: the LED team cannot", async () => {
    await journey.decide("SignForApplicant");
    await journey.open("SignForAuthority");
    const path = await pathOf(journey, "SignForAuthority-1-1");
    const usual = await usualDecision("SignForAuthority", journey.now, journey.people);

    const byTeam = await (await as("tine-team")).post(`${path}/decision`, { ...usual, files: undefined });

    expect(problemOf(byTeam).errors).toContainEqual(expect.objectContaining({ rule: "ROLE-01" }));
    expect((await record.task(journey.reference, "SignForAuthority-1-1")).status).toBe("open");
  });

  it("other than the LED team cannot withdraw, add notes or list dossiers", async () => {
    const dirk = await as("dirk-dpo");
    const dossier = await pathOf(journey);

    expect((await dirk.get(dossier)).status).toBe(200);
    expect((await dirk.get("/dossiers?stage=PROTOCOL")).status).toBe(403);
    expect((await dirk.post(`${dossier}/withdrawal`, { reason: "Zomaar" })).status).toBe(403);
    expect((await dirk.post(`${dossier}/notes`, { text: "Zomaar" })).status).toBe(403);
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

  it("is described: every route, and every outcome of every task", async () => {
    const { status, text } = await new Api(scene.cloud).get("/openapi.json");
    const Document = z.object({
      openapi: z.string(),
      paths: z.record(z.string(), z.record(z.string(), z.unknown())),
      components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
    });
    const { paths, components } = Document.parse(JSON.parse(text));

    expect(status).toBe(200);
    const described = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`),
    );
    const routes = Object.keys(ADMIN_PERMISSIONS).filter((route) => route.includes(" /api/"));
    expect(described.sort()).toEqual(routes.map((route) => route.replace("/api/admin/v1", "")).sort());
    for (const { kind, outcomes } of Object.values(TASKS))
      for (const outcome of Object.keys(outcomes))
        expect(JSON.stringify(components.schemas[`${kind}Decision`])).toContain(`"const":"${outcome}"`);
    const references = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? "");
    expect(references.filter((name) => !(name in components.schemas))).toEqual([]);
  });
});
