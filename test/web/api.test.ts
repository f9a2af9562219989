import { describe, expect, it } from "vitest";
import * as z from "zod";
import { addMinutes } from "../../functions/domain/calendar.ts";
import { MAXIMUM_FORM_BYTES } from "../../functions/domain/fields.ts";
import { aDecision } from "../builders/task.ts";
import { TEAM } from "../builders/people.ts";
import { openFileTable } from "../adapters/database.ts";
import { openSite } from "./site.ts";

const site = openSite(await openFileTable());
site.tokens.set("dpo", { subject: "staff-2", name: "Dirk DPO", roles: ["led-dpo"] });

const ASSESS = { kind: "AssessIntake", audience: "led-team" } as const;
const Problem = z.looseObject({
  status: z.number(),
  code: z.string(),
  title: z.string(),
  errors: z
    .array(z.looseObject({ message: z.string(), rule: z.string().optional(), field: z.string().optional() }))
    .optional(),
});

const { call } = site;

describe("the API", () => {
  it("answers an unknown cursor of a list as a mistake of the client", async () => {
    const ofNoIndex = Buffer.from('{"pk":"x"}').toString("base64url");
    const misshapen = Buffer.from('{"pk":1}').toString("base64url");

    for (const next of ["onzin", ofNoIndex, misshapen])
      expect((await call(`/dossiers?stage=INTAKE&next=${next}`)).status, next).toBe(400);
  });

  it("decides a task, once", async () => {
    const dossier = await site.given({}, ASSESS);
    const path = `/dossiers/${dossier.id}/tasks/AssessIntake-1-1/decision`;
    const decision = { outcome: "more-information", fields: { questions: "Welke dienst?" } };
    const first = await call(path, decision);
    const again = await call(path, decision);
    const second = await call(path, { ...decision, fields: { questions: "Of toch niet?" } });

    expect([first.status, again.status, second.status]).toEqual([201, 201, 409]);
    expect(JSON.parse(again.html)).toMatchObject({ decision: { fields: decision.fields } });
    expect(JSON.parse(first.html)).toMatchObject({
      status: "decided",
      decision: { by: { name: "Lies Team" } },
    });
    expect(Problem.parse(JSON.parse(second.html)).title).toContain("al beslist door Lies Team");
    expect(second.headers.get("content-type")).toContain("application/problem+json");
  });

  it("mails a new link to an open task of the consumer, within a limit, for the LED team only", async () => {
    const dossier = await site.given({}, {});
    const own = await site.given({}, ASSESS);
    const path = `/dossiers/${dossier.id}/tasks/SubmitIntake-1-1/link`;
    site.mailer.sent.length = 0;

    const statuses = [];
    for (const token of ["dpo", "team", "team", "team", "team"])
      statuses.push((await call(path, {}, { token })).status);

    expect(statuses).toEqual([403, 204, 204, 204, 429]);
    expect(site.mailer.sent.map(({ to }) => to[0]?.email)).toEqual(Array(3).fill("an@voorbeeldegem.example"));
    expect((await call(`/dossiers/${own.id}/tasks/AssessIntake-1-1/link`, {})).status).toBe(404);
  });

  it("returns all problems by field and rule", async () => {
    const dossier = await site.given({}, ASSESS);
    const planning = {
      dpiaConclusion: "2020-01-01",
      protocolDraft: "2027-02-01",
      dpoAdvice: "2027-03-01",
      signature: "2027-04-01",
      connection: "2027-05-01",
    };
    const path = `/dossiers/${dossier.id}/tasks/AssessIntake-1-1/decision`;
    const early = Problem.parse(
      JSON.parse((await call(path, { outcome: "suitable", fields: { planning } })).html),
    );
    const empty = Problem.parse(JSON.parse((await call(path, { outcome: "unsuitable" })).html));

    expect(early).toMatchObject({
      status: 422,
      errors: [{ field: "planning.dpiaConclusion", rule: "INTAKE-03" }],
    });
    const message = 'Vul "Reden" in.';
    expect(empty.errors).toEqual([{ field: "reason", code: "missing", message }]);
  });

  it("refuses with the text of the status", async () => {
    const dossier = await site.given({}, ASSESS);
    const path = `/dossiers/${dossier.id}/notes`;
    const statuses = [
      await call("/tasks", undefined, { token: "unknown" }),
      await call("/dossiers", undefined, { token: "dpo" }),
      await call(`/dossiers/${dossier.id}`, undefined, { token: "dpo" }),
      await call("/dossiers/none"),
      await call("/nothing"),
      await call(path, "{"),
      await call(path, { words: "x" }),
      await call(path, { text: "" }),
      await call(path, "text=x", { type: "application/x-www-form-urlencoded" }),
      await call(path, { text: "x".repeat(MAXIMUM_FORM_BYTES) }),
      await call("/dossiers?stage=NOWHERE"),
    ];

    expect(statuses.map(({ status }) => status)).toEqual([
      ...[401, 403, 403, 404, 404, 400, 400, 422, 415, 413, 400],
    ]);
    for (const { html } of statuses) expect(Problem.safeParse(JSON.parse(html)).success).toBe(true);
  });

  it("lists, opens, adds notes and searches", async () => {
    const form = {
      organisationName: "OCMW Apigem",
      organisationType: "ocmw",
      enterpriseNumber: "1000000021",
      contactName: "An",
      contactEmail: "an@apigem.example",
      kind: "onboarding",
    };
    const made = await call("/dossiers", form);
    const { id, reference } = z
      .object({ id: z.string(), reference: z.string() })
      .parse(JSON.parse(made.html));
    const noted = await call(`/dossiers/${id}/notes`, { text: "Belde zelf" });
    const whole = await call(`/dossiers/${id}`);

    expect([made.status, noted.status]).toEqual([201, 201]);
    expect(whole.html).toContain("Belde zelf");
    site.time.now = addMinutes(site.time.now, 2);
    await site.sweep();
    const queries = ["enterpriseNumber=1000000021", "stage=CONTACT&sort=latest", "search=apigem"];
    for (const query of [`reference=${reference}`, ...queries])
      expect((await call(`/dossiers?${query}`)).html).toContain(reference);
    expect(Problem.parse(JSON.parse((await call("/dossiers", {})).html)).errors?.length).toBeGreaterThan(3);
  });

  it("prepares an upload and redirects to a document", async () => {
    const dossier = await site.given({}, {});
    const path = `/dossiers/${dossier.id}/tasks/SubmitIntake-1-1/documents`;
    const upload = await call(path, { kind: "received-on-behalf" });
    const document = await site.document(dossier, { taskId: "SubmitIntake-1-1", kind: "received-on-behalf" });

    expect(upload.status).toBe(201);
    expect(JSON.parse(upload.html)).toMatchObject({
      form: { fields: { Policy: expect.any(String) as string } },
    });
    expect((await call(path, { kind: "protocol" })).status).toBe(400);
    expect((await call(`/dossiers/${dossier.id}/documents/${document.id}`)).status).toBe(303);
  });

  it("records who prepares an upload, to check the role when the file arrives (DOC-05)", async () => {
    const dossier = await site.given({}, {});
    site.tokens.set("new", { subject: "staff-program", name: "Programma", roles: ["led-team"] });
    const path = `/dossiers/${dossier.id}/tasks/SubmitIntake-1-1/documents`;

    await call(path, { kind: "received-on-behalf" }, { token: "new" });

    const known = await site.acts.staff.listColleagues();
    expect(known.find(({ subject }) => subject === "staff-program")).toMatchObject({ roles: ["led-team"] });
  });

  it("prepares no upload where a task is full (DOC-06)", async () => {
    const dossier = await site.given({}, {});
    const kind = "received-on-behalf";
    for (let count = 0; count < 20; count++)
      await site.document(dossier, { taskId: "SubmitIntake-1-1", kind, by: TEAM });

    const upload = await call(`/dossiers/${dossier.id}/tasks/SubmitIntake-1-1/documents`, { kind });

    expect(upload.status).toBe(409);
    expect(upload.html).toContain("DOC-06");
  });

  it("describes every task's decision", async () => {
    const document = z
      .looseObject({
        openapi: z.string(),
        components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
      })
      .parse(JSON.parse((await call("/openapi.json", undefined, { token: "none" })).html));

    expect(document.openapi).toBe("3.1.0");
    for (const kind of Object.keys(site.definitions))
      expect(document.components.schemas).toHaveProperty(`${kind}Decision`);
    expect(JSON.stringify(document.components.schemas["SubmitIntakeDecision"])).toContain("requestsPerYear");
  });

  it("reveals no task token, no hash of a link, no S3 key, and nobody's draft", async () => {
    const dossier = await site.given({}, {}, ASSESS);
    const secret = await site.link({ kind: "status", dossierId: dossier.id });
    const draft = { taskId: "SubmitIntake-1-1", outcome: "submitted", version: 1, at: site.time.now };
    await site.acts.tasks.saveDraft(dossier.id, { ...draft, values: { purpose: "Nog geheim" } });
    await site.document(dossier);
    const task = await site.acts.tasks.find(dossier.id, "AssessIntake-1-1");
    if (task)
      await site.acts.tasks.recordDecision(
        task,
        aDecision({ outcome: "close", fields: { reason: "x" } }),
        dossier,
        [],
      );
    const paths = ["/tasks", `/dossiers/${dossier.id}`, "/dossiers?stage=INTAKE"];
    const tasks = ["SubmitIntake-1-1", "AssessIntake-1-1"].map((id) => `/dossiers/${dossier.id}/tasks/${id}`);
    const team = await site.staff("led-team");
    const pages = [`/admin/dossiers/${dossier.id}`, "/admin", ...tasks.map((path) => `/admin${path}`)];
    const answers = [
      ...(await Promise.all([...paths, ...tasks].map((path) => call(path)))),
      ...(await Promise.all(pages.map((path) => team.open(path)))),
    ];

    for (const { html, status, url } of answers) {
      expect([url, status]).toEqual([url, 200]);
      for (const kept of ["-token", "taskToken", "Nog geheim", "s3Key", "clocks", secret])
        expect(html).not.toContain(kept);
    }
  });
});
