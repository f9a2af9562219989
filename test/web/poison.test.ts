import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { createFollowUp } from "../../functions/follow-up/create-follow-up.ts";
import { type Key, keys, partition } from "../../functions/adapters/dynamodb/keys.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { createKeepLine } from "../../functions/overview/keep-line.ts";
import { openFileTable } from "../adapters/database.ts";
import { anAccess } from "../builders/access.ts";
import { NOW, inStatus } from "../builders/dossier.ts";
import { TEAM } from "../builders/people.ts";
import { CSRF, openSite } from "./site.ts";
import { Visitor } from "./visitor.ts";

const ASSESS = { kind: "AssessIntake", audience: "led-team" } as const;

const site = openSite(await openFileTable());

/** Sets one field of a stored item to a value that no schema accepts. */
const spoilAt = (Key: Key, field: string, { table } = site): Promise<unknown> =>
  table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key,
      UpdateExpression: "SET #field = :poison",
      ConditionExpression: "attribute_exists(pk)",
      ExpressionAttributeNames: { "#field": field },
      ExpressionAttributeValues: { ":poison": { of: "another kind" } },
    }),
  );

const spoil = ({ id }: Dossier, sk: string, field: string, of = site): Promise<unknown> =>
  spoilAt({ pk: partition(id), sk }, field, of);

async function withEverything(): Promise<{ dossier: Dossier; items: Record<string, string> }> {
  const dossier = await site.given({}, ASSESS);
  const document = await site.document(dossier);
  const id = `note-of-${dossier.reference}`;
  await site.acts.dossiers.addNote(dossier.id, { id, at: NOW, by: TEAM, text: "Gebeld met An" });
  await site.acts.accesses.grant(anAccess({ dossierId: dossier.id }));
  await site.acts.sendMail({
    ...{ key: "hello", template: "hello", about: dossier, to: { email: "an@voorbeeldegem.example" } },
    ...{ subject: "Dag", paragraphs: ["Dag."] },
  });
  const items = {
    "TASK#AssessIntake-1-1": "audience",
    [`DOCUMENT#${document.id}`]: "kind",
    [`NOTE#${id}`]: "text",
    "MAIL#hello": "subject",
    "ACCESS#1": "status",
  };
  return { dossier, items };
}

describe("an item that does not parse", () => {
  it("is listed on the dossier's page, whichever it is, and the rest is shown", async () => {
    const staff = await site.staff("led-team");
    const { dossier, items } = await withEverything();
    const link = `/dossier/${await site.link({ kind: "status", dossierId: dossier.id })}`;
    for (const [sk, field] of Object.entries(items)) {
      await spoil(dossier, sk, field);

      const page = await staff.open(`/admin/dossiers/${dossier.id}`);
      const asApplicant = await new Visitor(site.publicApp).open(link);

      expect([sk, page.status, asApplicant.status]).toEqual([sk, 200, 200]);
      expect(page.text).toContain(`DOSSIER#${dossier.id} ${sk}`);
    }
    expect((await new Visitor(site.publicApp).open(link)).text).toContain("kunnen we nu niet tonen");
  });

  it("that is the dossier itself gets its own answer, and no page fails", async () => {
    const staff = await site.staff("led-team");
    const dossier = await site.given({}, ASSESS);
    await spoil(dossier, "DOSSIER", "people");
    const link = `/dossier/${await site.link({ kind: "status", dossierId: dossier.id })}`;

    const page = await staff.open(`/admin/dossiers/${dossier.id}`);
    const asApplicant = await new Visitor(site.publicApp).open(link);

    expect([page.status, asApplicant.status]).toEqual([409, 409]);
    expect(page.text).toContain(`DOSSIER#${dossier.id} DOSSIER`);
    expect((await staff.open("/admin/dossiers?stage=INTAKE")).status).toBe(200);
  });

  it("leaves the inbox, the lists and the API complete otherwise, and is listed there", async () => {
    const staff = await site.staff("led-team");
    const good = await site.given({}, ASSESS);
    const bad = await site.given({}, ASSESS);
    const parked = await site.acts.dossiers.save(
      inStatus(await site.given(), {
        status: "PARKED",
        returnsTo: "ONBOARDING",
        parked: { at: NOW, error: "GiveUp", cause: "" },
      }),
    );
    await spoil(bad, "TASK#AssessIntake-1-1", "reference");
    for (const { id } of [good, bad]) await createKeepLine(site.acts)(id);
    const line = keys.line("INTAKE", `${bad.since}#${bad.id}`);
    await spoilAt(line, "organisationName");
    await spoil(parked, "DOSSIER", "people");

    const inbox = await staff.open("/admin?show=unclaimed");
    const list = await staff.open(`/admin/dossiers?stage=${good.stage}`);
    const stopped = await staff.open("/admin/parked");

    expect([inbox.status, list.status, stopped.status]).toEqual([200, 200, 200]);
    expect(inbox.text).toContain(good.reference);
    expect(inbox.text).toContain(`DOSSIER#${bad.id} TASK#AssessIntake-1-1`);
    expect(list.text).toContain(good.reference);
    expect(list.text).toContain(`${line.pk} ${line.sk}`);
    expect(stopped.text).toContain(`DOSSIER#${parked.id} DOSSIER`);
  });

  it("is never decided on: the form answers that it cannot be read, and stores nothing", async () => {
    const staff = await site.staff("led-team");
    const dossier = await site.given({}, ASSESS);
    const document = await site.document(dossier);
    const at = `/admin/dossiers/${dossier.id}/tasks/AssessIntake-1-1`;
    await spoil(dossier, `DOCUMENT#${document.id}`, "kind");

    const entries = { csrf: CSRF, outcome: "unsuitable", motivation: "Past niet." };
    const answer = await staff.post(at, entries);

    expect(answer.status).toBe(409);
    expect(answer.text).toContain(`DOCUMENT#${document.id}`);
    expect((await site.acts.tasks.find(dossier.id, "AssessIntake-1-1"))?.status).toBe("open");
  });
});

describe("a document whose file is missing", () => {
  const SUBMIT = { kind: "AdviseOnProtocol", audience: "led-dpo", stage: "PROTOCOL" } as const;

  it("is reported as missing by a page of the site, to the team and to the applicant", async () => {
    const staff = await site.staff("led-team");
    const dossier = await site.given({}, ASSESS);
    const document = await site.document(dossier);
    site.files.gone.add(document.id);
    const link = `/dossier/${await site.link({ kind: "status", dossierId: dossier.id })}`;

    const page = await staff.open(`/admin/dossiers/${dossier.id}/documents/${document.id}`);
    const asApplicant = await new Visitor(site.publicApp).open(`${link}/documenten/${document.id}`);

    expect(page.status).toBe(404);
    expect(page.text).toContain("het bestand is verdwenen");
    expect(asApplicant.status).toBe(404);
  });

  it("cannot support a decision, and does not block other decisions", async () => {
    const by = { role: "led-dpo", id: "staff-9", name: "Dirk DPO" } as const;
    const dossier = await site.given({ stage: "PROTOCOL" }, SUBMIT);
    const about = { taskId: "AdviseOnProtocol-1-1", kind: "led-dpo-advice", by } as const;
    const [gone, there] = [await site.document(dossier, about), await site.document(dossier, about)];
    site.files.gone.add(gone.id);
    const decide = (documents: string[]) =>
      site.adminDeps.decideTask(dossier.id, "AdviseOnProtocol-1-1", {
        ...{ outcome: "changes-needed", fields: { remarks: "Beperk de ontvangers." }, documents, by },
      });

    const refused = await decide([gone.id, there.id]);
    const decided = await decide([there.id]);

    expect(refused).toMatchObject({ status: "refused", reasons: [{ rule: "DOC-01" }] });
    expect(decided.status).toBe("decided");
  });
});

describe("a sweep", () => {
  // Hundreds of dossiers take long on a busy machine.
  it("acts on hundreds of dossiers beside one that does not parse, and reports that one to the team once", async () => {
    const own = openSite(await openFileTable());
    const start = { request: { start: { resumeFrom: "CONTACT" } }, clocks: { start: NOW } } as const;
    const dossiers: Dossier[] = [];
    for (let left = 200; left > 0; left--) dossiers.push(await own.given(start));
    for (const { id } of dossiers) own.workflow.executions.delete(`${id}-1`);
    const bad = dossiers[77];
    if (!bad) throw new Error("no dossier");
    await spoil(bad, "DOSSIER", "people", own);
    const failed = new Set<string>();
    const sweep = createFollowUp(own.acts, ({ dossierId }) => failed.add(dossierId));

    await sweep(() => true);
    await sweep(() => true);

    const started = dossiers.filter(({ id, run }) => own.workflow.executions.has(`${id}-${run}`));
    expect(started).toHaveLength(199);
    expect([...failed]).toEqual([bad.id]);
    const told = own.mailer.sent.filter(({ subject }) => subject.includes("niet leesbaar"));
    expect(told.map(({ to }) => to.map(({ email }) => email))).toEqual([["led@team.example"]]);
    expect(told[0]?.text).toContain(`DOSSIER#${bad.id} DOSSIER`);
  }, 120_000);
});
