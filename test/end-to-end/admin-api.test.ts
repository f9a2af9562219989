import { SFNClient, StopExecutionCommand } from "@aws-sdk/client-sfn";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aKey, type Client, type Decision, openClient, told } from "../client/client.ts";
import type { components } from "../client/schema.ts";
import { Record } from "../journey/record.ts";
import { dayAfter, planningFrom, usualDecision } from "../journey/answers.ts";
import { Api, problemOf } from "../journey/api.ts";
import { pdf } from "../journey/files.ts";
import { MailClient } from "../journey/mail-client.ts";
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

/** A program with the role of the team, signed in by client credentials. */
async function openProgram(): Promise<Client> {
  const [reporting] = scene.cloud.programs;
  if (!reporting) throw new Error("The configuration of dev has no program");
  const base = scene.cloud.adminUrl.replace(/\/admin$/, "/api/admin/v1");
  return openClient(base, await programToken(scene.cloud.issuerUrl, reporting));
}

/** Uploads a document to a task, and returns its id. */
async function give(client: Client, at: At, kind: DocumentKind, { bytes, type, name }: GivenFile) {
  const { id, form } = told(
    await client.POST("/dossiers/{id}/tasks/{taskId}/documents", { params: { path: at }, body: { kind } }),
  );
  const body = new FormData();
  for (const [field, value] of Object.entries(form.fields)) body.append(field, value);
  body.append("file", new Blob([Uint8Array.from(bytes)], { type }), name);
  await fetch(form.url, { method: "POST", body, redirect: "manual" });
  await scene.cloud.settled();
  return id;
}
type At = { id: string; taskId: string };
type DocumentKind = components["schemas"]["DocumentInput"]["kind"];
type GivenFile = Awaited<ReturnType<typeof pdf>>;

/** The client sends every change twice (test/client/client.ts). */
describe("a program, with the generated client", () => {
  it("finds the work, takes it, decides with a planning, and writes to the applicant", async () => {
    const program = await openProgram();
    const query = { whose: "led-team", kind: "AssessIntake", show: "unclaimed" } as const;
    const { items } = told(await program.GET("/tasks", { params: { query } }));
    const found = items.find(({ reference }) => reference === journey.reference);
    const path = { id: found?.dossierId ?? "", taskId: found?.id ?? "" };

    await program.POST("/dossiers/{id}/tasks/{taskId}/claim", { params: { path }, body: {} });
    const read = await program.GET("/dossiers/{id}", { params: { path } });
    const etag = read.response.headers.get("etag") ?? "";
    const decision = program.POST("/dossiers/{id}/tasks/{taskId}/decision", {
      params: { path, header: { "If-Match": etag } },
      body: { outcome: "suitable", fields: { planning: planningFrom(journey.now) } },
    });
    const decided = told(await decision);
    const text = "Je intake is goedgekeurd. De planning vind je in de mail.";
    const message = program.POST("/dossiers/{id}/messages", {
      params: { path, header: aKey() },
      body: { text },
    });
    told(await message);
    const stale = await program.POST("/dossiers/{id}/hold", {
      params: { path, header: { "If-Match": etag } },
      body: { until: dayAfter(journey.now, 30), reason: "Te laat gelezen." },
    });

    expect(told(read).tasks).toContainEqual(
      expect.objectContaining({ assignee: expect.anything() as unknown }),
    );
    expect(decided).toMatchObject({ status: "decided", decision: { outcome: "suitable" } });
    expect(stale.error).toMatchObject({ code: "dossier-changed", status: 412 });
    await scene.cloud.settled();
    const sent = (await scene.mails(journey.people.contact.email)).filter((mail) => mail.text.includes(text));
    expect(sent).toHaveLength(1);
  });
});

describe("a program with a mail of no dossier", () => {
  it("finds it, takes it, and answers it once", async () => {
    const program = await openProgram();
    const writer = new MailClient(scene.cloud, { name: "Sara School", address: "sara@school.example" });
    const text = "Mogen scholen ook aansluiten?";
    await writer.write({ to: "led@in.led.example", subject: "Vraag", text });
    await scene.cloud.settled();

    const [mail] = told(await program.GET("/new-mails")).items;
    const path = { mailId: mail?.id ?? "" };
    const taken = told(await program.POST("/new-mails/{mailId}/claim", { params: { path }, body: {} }));
    const params = { path, header: aKey() };
    await program.POST("/new-mails/{mailId}/answer", { params, body: { text: "Ja, dat mag." } });
    await scene.cloud.settled();

    expect(taken).toMatchObject({ text, isConfirmed: true });
    const [answered, ...more] = await scene.mails("sara@school.example");
    expect([answered?.text.includes("Ja, dat mag."), more]).toEqual([true, []]);
    expect(answered?.raw).toMatch(/^In-Reply-To: <\S+@school\.example>/m);
    expect(told(await program.GET("/new-mails")).items).toEqual([]);
  });
});

describe("a decision", () => {
  it("moves the workflow, once: who comes second hears who decided and when", async () => {
    const decision = { outcome: "suitable", fields: { planning: planningFrom(journey.now) } };

    const second = await (await as("tom-team")).post(`${task}/decision`, decision);

    expect(second.status).toBe(409);
    expect(problemOf(second)).toMatchObject({ code: "already-decided" });
    expect(problemOf(second).title).toMatch(/reporting.* op \d+ /i);
    await journey.decide("AgreePlanning");
  });

  it("rests on documents that were uploaded through the API as well", async () => {
    const program = await openProgram();
    await journey.open("PreAssessDpia");
    const path = { id: (await record.dossier(journey.reference)).id, taskId: "PreAssessDpia-1-1" };
    const { outcome, fields: usual } = await usualDecision("PreAssessDpia", journey.now, journey.people);
    const { intake } = await record.dossier(journey.reference);
    if (!intake) throw new Error("no intake");
    const { purpose, dataSubjects, requestsPerYear, channels } = intake;
    const known = { purpose, dataSubjects, requestsPerYear, channels };
    const fields = { ...usual, header: { ...(usual?.["header"] as object), ...known } };

    const id = await give(program, path, "dpia-pre-assessment", await pdf("Vooronderzoek"));
    const decided = await program.POST("/dossiers/{id}/tasks/{taskId}/decision", {
      params: { path },
      body: { outcome, fields, documents: [id] } as Decision<"PreAssessDpiaDecision">,
    });

    expect(told(decided).decision?.documents).toEqual([id]);
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

  it("of the team records the signature of the leading official, with the document that was received", async () => {
    const program = await openProgram();
    await journey.decide("SignForApplicant");
    const opened = await journey.open("SignForAuthority");
    const path = { id: (await record.dossier(journey.reference)).id, taskId: "SignForAuthority-1-1" };
    const { fields, files } = await usualDecision("SignForAuthority", journey.now, journey.people);
    const [made] = Object.values(files ?? {});
    if (typeof made !== "function") throw new Error("no signed protocol");

    const documents = [
      await give(program, path, "received-on-behalf", await pdf("Brief")),
      await give(program, path, "protocol-signed-by-both", await made(opened)),
    ];
    const decided = await program.POST("/dossiers/{id}/tasks/{taskId}/decision", {
      params: { path },
      body: {
        ...{ outcome: "signed", fields, documents },
        onBehalfReason: "De leidend ambtenaar tekende op papier.",
      } as Decision<"SignForAuthorityDecision">,
    });

    expect(told(decided)).toMatchObject({ decision: { onBehalf: { of: "leading-official" } } });
    await journey.open("ConnectMagda");
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
