import { SFNClient, StopExecutionCommand } from "@aws-sdk/client-sfn";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aKey, type Decision, told } from "../client/client.ts";
import { apiOf, give, openProgram, tokenOfProgram } from "../client/program.ts";
import { Record } from "../journey/record.ts";
import { dayAfter, planningFrom, usualDecision } from "../journey/answers.ts";
import { Api, problemOf } from "../journey/api.ts";
import { pdf } from "../journey/files.ts";
import { MailClient } from "../journey/mail-client.ts";
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

/** The client sends every change twice (test/client/client.ts). */
describe("a program, with the generated client", () => {
  it("finds the work, takes it, decides with a planning, and writes to the applicant", async () => {
    const program = await openProgram(scene.cloud);
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

  it("repeats its decision with other words, and hears that it was the one who decided", async () => {
    const program = await openProgram(scene.cloud);
    const path = { id: (await record.dossier(journey.reference)).id, taskId: "AssessIntake-1-1" };
    const again = await program.POST("/dossiers/{id}/tasks/{taskId}/decision", {
      params: { path },
      body: { outcome: "suitable", fields: { planning: planningFrom(journey.now, 7) } },
    });

    expect(again.error).toMatchObject({ status: 409, code: "decided-by-you" });
  });

  it("answers a message, takes the dossier over, puts it on hold and resumes it", async () => {
    const program = await openProgram(scene.cloud);
    const { id } = await record.dossier(journey.reference);
    const applicant = scene.newBrowser();
    const form = (await applicant.open(`${await journey.statusLink()}/bericht`)).form("reason");
    await applicant.submit(form, { reason: "Kan de planning een week later?" });
    await scene.cloud.settled();

    const waiting = { query: { kind: "AnswerMessage", sort: "since" } } as const;
    const [asked] = told(await program.GET("/tasks", { params: waiting })).items;
    const task = { id, taskId: asked?.id ?? "" };
    const { fields } = await usualDecision("AnswerMessage", journey.now, journey.people);
    const answered = await program.POST("/dossiers/{id}/tasks/{taskId}/decision", {
      params: { path: task },
      body: { outcome: "answered", fields } as Decision<"AnswerMessageDecision">,
    });
    const colleagues = told(await program.GET("/colleagues", {})).items;
    const to = colleagues.find(({ name }) => name.startsWith("Tine"))?.subject ?? "";
    const seen = (await record.dossier(journey.reference)).handler?.id;
    const handed = await program.POST("/dossiers/{id}/handler", {
      params: { path: { id } },
      body: { to, seen },
    });
    const until = dayAfter(journey.now, 30);
    const hold = { params: { path: { id } }, body: { until, reason: "De gemeente fuseert." } };
    const held = await program.POST("/dossiers/{id}/hold", hold);
    const onHold = told(
      await program.GET("/tasks", { params: { query: { whose: "applicant", hold: "yes" } } }),
    );
    const resumed = await program.POST("/dossiers/{id}/hold/end", { params: { path: { id } } });

    expect(asked?.reference).toBe(journey.reference);
    expect(told(answered)).toMatchObject({ status: "decided" });
    expect([handed, held, resumed].map(({ response }) => response.status)).toEqual([204, 204, 204]);
    expect(onHold.items.map(({ reference }) => reference)).toContain(journey.reference);
    expect((await record.dossier(journey.reference)).handler?.name).toContain("Tine");
  });

  it("keeps its own list: page by page, and then what changed since", async () => {
    const program = await openProgram(scene.cloud);
    const other = new Journey(scene);
    await other.makeContact();
    await scene.cloud.advance(10 * MINUTE);
    const references: string[] = [];
    let query: { limit: number; next?: string } = { limit: 1 };
    let upTo = "";
    for (;;) {
      const page = told(await program.GET("/dossiers", { params: { query } }));
      references.push(...page.items.map(({ reference }) => reference));
      upTo = page.upTo ?? upTo;
      if (page.next === undefined) break;
      query = { ...query, next: page.next };
    }
    const { id } = await record.dossier(other.reference);
    const note = { params: { path: { id }, header: aKey() }, body: { text: "Gebeld." } };
    told(await program.POST("/dossiers/{id}/notes", note));
    await scene.cloud.advance(10 * MINUTE);
    // A token is valid for 15 minutes.
    const later = await openProgram(scene.cloud);
    const since = { query: { changedSince: upTo } };
    const changed = told(await later.GET("/dossiers", { params: since })).items;
    const unknown = await fetch(`${apiOf(scene.cloud)}/dossiers?sinds=${upTo}`, {
      headers: { authorization: `Bearer ${await tokenOfProgram(scene.cloud)}` },
    });

    expect(references.toSorted()).toEqual([journey.reference, other.reference].toSorted());
    expect(changed.map(({ reference }) => reference)).toContain(other.reference);
    const problem: unknown = await unknown.json();
    expect({ status: unknown.status, problem }).toMatchObject({
      status: 400,
      problem: { code: "name-unknown", errors: [{ field: "sinds" }] },
    });
    expect(told(await later.GET("/statistics", {})).dossiers).toBe(2);
  });
});

describe("a program with a mail of no dossier", () => {
  it("finds it, takes it, and answers it once", async () => {
    const program = await openProgram(scene.cloud);
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
    const program = await openProgram(scene.cloud);
    await journey.open("PreAssessDpia");
    const path = { id: (await record.dossier(journey.reference)).id, taskId: "PreAssessDpia-1-1" };
    const { outcome, fields: usual } = await usualDecision("PreAssessDpia", journey.now, journey.people);
    const { intake } = await record.dossier(journey.reference);
    if (!intake) throw new Error("no intake");
    const { purpose, dataSubjects, requestsPerYear, channels } = intake;
    const known = { purpose, dataSubjects, requestsPerYear, channels };
    const fields = { ...usual, header: { ...(usual?.["header"] as object), ...known } };

    const id = await give(scene, program, path, "dpia-pre-assessment", await pdf("Vooronderzoek"));
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
    const program = await openProgram(scene.cloud);
    await journey.decide("SignForApplicant");
    const opened = await journey.open("SignForAuthority");
    const path = { id: (await record.dossier(journey.reference)).id, taskId: "SignForAuthority-1-1" };
    const { fields, files } = await usualDecision("SignForAuthority", journey.now, journey.people);
    const [made] = Object.values(files ?? {});
    if (typeof made !== "function") throw new Error("no signed protocol");

    const documents = [
      await give(scene, program, path, "received-on-behalf", await pdf("Brief")),
      await give(scene, program, path, "protocol-signed-by-both", await made(opened)),
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
