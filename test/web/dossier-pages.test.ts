import { describe, expect, it } from "vitest";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { openFileTable } from "../adapters/database.ts";
import { SYSTEM } from "../../functions/domain/people.ts";
import { NOW, inStatus } from "../builders/dossier.ts";
import { anIntakeForm } from "../builders/intake.ts";
import { aDecision } from "../builders/task.ts";
import { TEAM } from "../builders/people.ts";
import { taskTexts } from "../../functions/web/ui/task/texts.nl.ts";
import { openSite } from "./site.ts";
import { Visitor } from "./visitor.ts";

const site = openSite(await openFileTable());
const { visitor } = site;

const PROTOCOL = { kind: "SubmitProtocol", stage: "PROTOCOL" } as const;
const DPIA: NonNullable<Dossier["dpia"]> = {
  conclusion: "not-required",
  suggestion: "not-required",
  questionnaire: "1",
  criteria: [],
  concludedAt: NOW,
};

describe("documents", () => {
  it("are posted straight to the bucket, with only the fields of the policy and the file last", async () => {
    const dossier = await site.given({ stage: "PROTOCOL", dpia: DPIA }, PROTOCOL);
    const link = await site.taskLink(dossier, PROTOCOL);
    const form = (await visitor.open(link)).form("outcome", "submitted");
    const page = await visitor.submit(
      form,
      { purposes: "Getypt" },
      "Voeg toe: advies van de DPO van de afnemer",
    );
    const [upload] = page.forms();
    const names = upload?.controls().map((control) => control.getAttribute("name")) ?? [];
    const returnTo = page.root.querySelector("[name=success_action_redirect]")?.getAttribute("value") ?? "";

    expect(page.status).toBe(200);
    expect(names.at(-1)).toBe("file");
    expect(names).toContain("Policy");
    expect(page.headers.get("content-security-policy")).toContain(
      `form-action 'self' ${new URL(upload?.actionOf().href ?? "").origin}`,
    );
    expect(returnTo).toMatch(/^https:\/\/led\.example\/live\/document-ontvangen\/\w+$/);
    expect(page.headers.getSetCookie()[0]).toMatch(/HttpOnly; Secure; SameSite=Lax/);
    expect((await visitor.open(link)).text).toContain("Getypt");

    expect((await visitor.open(returnTo)).text).toContain("We kijken je document na");
    await site.document(dossier, {
      ...{ id: returnTo.split("/").at(-1), name: "advies.pdf", kind: "consumer-dpo-advice" },
    });
    const received = await visitor.follow(await visitor.open(returnTo));
    expect(received.text).toContain("Je document is toegevoegd");
    const offering = (await visitor.open(link)).form("outcome", "submitted").element;
    expect(offering.querySelectorAll("[name=documents]").length).toBe(1);
    expect((await new Visitor(site.publicApp).open(returnTo)).text).not.toContain("advies.pdf");
  });

  it("can be taken away while their task is open, after a tick, and what was typed stays (DOC-11)", async () => {
    const dossier = await site.given({ stage: "PROTOCOL", dpia: DPIA }, PROTOCOL);
    const wrong = await site.document(dossier, { kind: "consumer-dpo-advice", name: "loonbrief.pdf" });
    const link = await site.taskLink(dossier, PROTOCOL);
    const form = (await visitor.open(link)).form("outcome", "submitted");

    const asked = await visitor.submit(form, { purposes: "Getypt" }, "Neem loonbrief.pdf weg");
    const confirm = await visitor.follow(asked);
    const unticked = await visitor.submit(confirm.form("takeAway"), { confirmation: [] });
    expect(unticked.status).toBe(422);
    expect((await site.acts.documents.find(dossier.id, wrong.id))?.removed).toBeUndefined();
    const gone = await visitor.submit(confirm.form("takeAway"));

    const page = await visitor.follow(gone);
    expect(page.text).toContain("Het document is weggenomen.");
    expect(page.text).toContain("Getypt");
    expect(page.root.querySelectorAll("[name=documents]")).toHaveLength(0);
    const status = await site.statusLink(dossier.id);
    expect((await visitor.open(`${status}/documenten/${wrong.id}`)).status).toBe(404);
  });

  it("of a kind are ticked only when they are the newest", async () => {
    const dossier = await site.given({ stage: "PROTOCOL", dpia: DPIA }, PROTOCOL);
    const kind = "consumer-dpo-advice";
    await site.document(dossier, { kind, name: "eerste.pdf", at: "2026-11-20T10:00:00.000Z" });
    const latest = await site.document(dossier, { kind, name: "tweede.pdf", at: "2026-11-21T10:00:00.000Z" });
    const { element } = (await visitor.open(await site.taskLink(dossier, PROTOCOL))).form(
      "outcome",
      "submitted",
    );

    const boxes = element.querySelectorAll("[name=documents]");
    expect(boxes).toHaveLength(2);
    expect(
      boxes.filter((box) => box.hasAttribute("checked")).map((box) => box.getAttribute("value")),
    ).toEqual([latest.id]);
  });

  it("that came too late are reported on the page, and not offered in a form", async () => {
    const dossier = await site.given({ stage: "PROTOCOL", dpia: DPIA }, PROTOCOL);
    const link = await site.taskLink(dossier, PROTOCOL);
    const form = (await visitor.open(link)).form("outcome", "submitted");
    const page = await visitor.submit(form, {}, "Voeg toe: advies van de DPO van de afnemer");
    const returnTo = page.root.querySelector("[name=success_action_redirect]")?.getAttribute("value") ?? "";
    await site.document(dossier, { id: returnTo.split("/").at(-1), scan: "refused-late", name: "", size: 0 });

    const received = await visitor.open(returnTo);

    expect(received.text).toContain(taskTexts.toTask.late);
    expect((await visitor.open(link)).root.querySelectorAll("[name=documents]")).toHaveLength(0);
  });

  it("get a clear answer instead of a form when the task is full (DOC-06)", async () => {
    const dossier = await site.given({ stage: "PROTOCOL", dpia: DPIA }, PROTOCOL);
    const link = await site.taskLink(dossier, PROTOCOL);
    for (let count = 0; count < 20; count++) await site.document(dossier);
    const form = (await visitor.open(link)).form("outcome", "submitted");

    const page = await visitor.submit(
      form,
      { purposes: "Getypt" },
      "Voeg toe: advies van de DPO van de afnemer",
    );

    expect(page.status).toBe(409);
    expect(page.text).toContain("al 20 documenten");
    expect(page.root.querySelector("[name=Policy]")).toBeNull();
    expect((await visitor.open(link)).text).toContain("Getypt");
  });

  it("are visible only to permitted readers: no refused ones, none in progress at the LED, no DPIA for a signatory", async () => {
    const dossier = await site.given({}, {});
    const mine = await site.document(dossier);
    const unseen = [
      await site.document(dossier, { by: TEAM, kind: "dpia-pre-assessment" }),
      await site.document(dossier, { scan: "refused-type" }),
    ];
    const dpia = await site.document(dossier, { kind: "dpia" });
    const applicant = await site.statusLink(dossier.id);
    const signatory = await site.statusLink(dossier.id, "person-signatory");

    const download = await visitor.open(`${applicant}/documenten/${mine.id}`);
    expect(download.status).toBe(303);
    expect(download.headers.get("location")).toContain("X-Amz-Signature");
    for (const { id } of unseen)
      expect((await visitor.open(`${applicant}/documenten/${id}`)).status).toBe(404);
    expect((await visitor.open(`${applicant}/documenten/${dpia.id}`)).status).toBe(303);
    expect((await visitor.open(`${signatory}/documenten/${dpia.id}`)).status).toBe(404);
  });

  it("of a kind that the task does not accept are refused", async () => {
    const link = await site.taskLink(await site.given({}, {}));

    expect((await visitor.post(`${link}/documenten`, { kind: "protocol" })).status).toBe(400);
  });
});

describe("the dossier's page", () => {
  it("shows the steps, the responsible party and the events, and no internal note", async () => {
    const dossier = await site.given({ stage: "INTAKE" }, {});
    await site.acts.dossiers.addNote(dossier.id, {
      id: "note-1",
      at: NOW,
      by: TEAM,
      text: "Niet voor buiten",
    });
    const page = await visitor.open(await site.statusLink(dossier.id));

    expect(page.status).toBe(200);
    expect(page.text).toContain(dossier.reference);
    expect(page.text).toContain("Jij bent aan de beurt");
    expect(page.root.querySelector("[aria-current=step]")?.textContent).toContain("Intake");
    expect(page.text).not.toContain("Niet voor buiten");
  });

  it("opens a task of its reader itself, and no task of another person", async () => {
    const signing = { kind: "SignForApplicant", stage: "PROTOCOL", audience: "signatory" } as const;
    const dossier = await site.given({}, {}, signing, { kind: "AssessIntake", audience: "led-team" });
    const address = await site.statusLink(dossier.id);
    const page = await visitor.open(address);
    const task = await visitor.open(page.link("Ga verder met de intake"));
    const asked = await visitor.submit(task.form("outcome", "submitted"), {}, "Bewaar als ontwerp");

    expect(task.text).toContain("Vul de intake in");
    expect(new URL(task.link("Bekijk het dossier")).pathname).toContain(address);
    expect(asked.status).toBe(303);
    for (const other of ["SignForApplicant-1-1", "AssessIntake-1-1", "SubmitIntake-1-2", "x"]) {
      expect((await visitor.open(`${address}/taken/${other}`)).status).toBe(404);
      expect((await visitor.post(`${address}/taken/${other}`, { outcome: "signed" })).status).toBe(404);
    }
  });

  it("has every answer that its reader sent, to read again", async () => {
    const decision = aDecision({ outcome: "submitted", fields: anIntakeForm(), at: NOW });
    const dossier = await site.given({ stage: "DPIA" }, { status: "decided", decision });
    const page = await visitor.open(await site.statusLink(dossier.id));
    const sent = await visitor.open(page.link("Vul de intake in"));

    expect(page.text).toContain("Wat je indiende");
    expect(sent.text).toContain("Wat je instuurde");
    expect(sent.text).toContain(anIntakeForm().purpose);
  });

  it("has the agreed dates as a file for a calendar", async () => {
    const planning = {
      ...{ dpiaConclusion: "2027-01-15", protocolDraft: "2027-02-15", dpoAdvice: "2027-03-15" },
      ...{ signature: "2027-04-15", connection: "2027-05-31", agreedAt: NOW },
    };
    const dossier = await site.given({ stage: "DPIA", planning });
    const page = await visitor.open(await site.statusLink(dossier.id));
    const file = await visitor.open(page.link("Zet deze datums in je agenda"));
    const none = await site.given({});

    expect(file.headers.get("content-type")).toContain("text/calendar");
    expect(file.html).toContain("DTSTART;VALUE=DATE:20270531\r\nDTEND;VALUE=DATE:20270601\r\n");
    expect(file.html.match(/BEGIN:VEVENT/g)).toHaveLength(5);
    for (const line of file.html.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect((await visitor.open(`${await site.statusLink(none.id)}/planning.ics`)).status).toBe(404);
  });

  it("lets the applicant withdraw with a reason, and notifies the workflow", async () => {
    const dossier = await site.given({}, {});
    const link = `${await site.statusLink(dossier.id)}/intrekken`;
    const empty = await visitor.post(link, {});
    const done = await visitor.submit((await visitor.open(link)).form("reason"), {
      reason: "Niet meer nodig",
    });

    expect(empty.status).toBe(422);
    expect((await visitor.follow(done)).text).toContain("Je aanvraag is ingetrokken");
    expect((await site.acts.dossiers.find(dossier.id))?.request?.closing?.reason).toBe("Niet meer nodig");
    expect(site.workflow.failures).toContain("Withdrawn");
  });

  it("explains how a connection stops after both parties signed", async () => {
    const signed = { at: NOW, form: "paper", by: "Iemand" } as const;
    const dossier = await site.given({
      stage: "MAGDA",
      protocol: {
        legalBasis: "protocol",
        term: { start: "2027-01-01" },
        submittedAt: NOW,
        consumerDpoAdvice: { outcome: "positive", date: "2026-11-01", name: "Dirk" },
        signatures: { applicant: signed, authority: signed },
      },
    });
    const page = await visitor.open(await site.statusLink(dossier.id));
    const refused = await visitor.post(`${await site.statusLink(dossier.id)}/intrekken`, {
      reason: "Toch niet",
    });

    expect(page.text).toContain("Meld dat dan bij je taak over de aansluiting");
    expect(page.text).toContain("Vanaf 1 januari 2027, zonder einddatum");
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("ondertekend");
  });

  it("lets a consumer in use withdraw a request or stop the use itself, and explains the difference", async () => {
    const by = TEAM;
    const laterPass = { kind: "amendment", of: 1, reason: "Ander doel", by, at: NOW } as const;
    const dossier = await site.given({ stage: "INTAKE", pass: 2, request: { laterPass } });
    const address = await site.statusLink(dossier.id);

    const page = await visitor.open(address);
    const withdraw = await visitor.open(`${address}/intrekken`);
    const stop = await visitor.open(`${address}/stoppen`);

    expect(page.text).toContain("Trek je wijziging of verlenging in");
    expect(page.text).toContain("Stop het gebruik van de LED");
    expect(withdraw.text).toContain("blijft je huidige toegang gelden");
    expect(stop.text).toContain("Die stopt dan ook");
  });

  it("does not promise that the access continues when a request is withdrawn after its term", async () => {
    const by = TEAM;
    const laterPass = { kind: "renewal", of: 1, by, at: NOW, end: "2026-11-20" } as const;
    const dossier = await site.given({ stage: "INTAKE", pass: 2, request: { laterPass } });
    const team = await site.staff("led-team");

    const withdraw = await visitor.open(`${await site.statusLink(dossier.id)}/intrekken`);
    const byTeam = await team.open(`/admin/dossiers/${dossier.id}/withdrawal`);

    for (const page of [withdraw, byTeam]) {
      expect(page.text).toContain("liep tot en met 20 november 2026");
      expect(page.text).not.toContain("blijft gelden");
    }
  });

  it("explains on the first task of a later pass why it is asked", async () => {
    const reason = "Jullie doel is veranderd";
    const laterPass = { kind: "amendment", from: "INTAKE", of: 1, reason, by: TEAM, at: NOW } as const;
    const dossier = await site.given({ pass: 2, request: { laterPass } }, { pass: 2 });

    const page = await visitor.open(await site.taskLink(dossier, { pass: 2 }));

    expect(page.text).toContain("opende het dossier van");
    expect(page.text).toContain("Jullie doel is veranderd");
  });

  it("explains that the dossier continues after a task that was given up with its request", async () => {
    const dossier = await site.given({}, { status: "closed" });
    await site.acts.dossiers.save(inStatus(dossier, { status: "IN_USE", stage: "IN_USE" }));

    const page = await visitor.open(await site.taskLink(dossier));

    expect(page.text).toContain("Het dossier zelf loopt verder");
    expect(page.text).not.toContain("afgesloten");
  });

  it("explains to the team that an end begins only after a request was given up", async () => {
    const by = TEAM;
    const laterPass = { kind: "amendment", of: 1, reason: "Ander doel", by, at: NOW } as const;
    const endingAsked = { reason: "breach", explanation: "Geen logboek", by, at: NOW } as const;
    const dossier = await site.given({
      pass: 2,
      request: { laterPass, closing: { by, reason: "Geen logboek", at: NOW, endingAsked } },
    });
    const team = await site.staff("led-team");

    const page = await team.open(`/admin/dossiers/${dossier.id}?notice=ending`);

    expect(page.text).toContain("Daarna begint het einde van het gebruik");
    expect(page.text).not.toContain("Het einde van het gebruik is begonnen");
  });

  it("asks for a choice during the question about a renewal, and explains that otherwise the LED team ends the use", async () => {
    const asked = { kind: "DecideRenewal", stage: "OUT_OF_USE" } as const;
    const ending = async (...tasks: (typeof asked)[]) => {
      const dossier = await site.given({ stage: "OUT_OF_USE" }, ...tasks);
      await site.acts.dossiers.save(
        inStatus(dossier, {
          status: "ENDING",
          use: { since: NOW, ending: { reason: "term", by: SYSTEM, at: NOW } },
        }),
      );
      return (await visitor.open(await site.statusLink(dossier.id))).text;
    };

    expect(await ending(asked)).toContain("kies je of je verlengt of stopt");
    expect(await ending()).toContain("Het LED-team spreekt het einde met je af");
  });

  it("does not let a signatory withdraw", async () => {
    const dossier = await site.given({}, {});

    expect(
      (await visitor.open(`${await site.statusLink(dossier.id, "person-signatory")}/intrekken`)).status,
    ).toBe(404);
  });
});
