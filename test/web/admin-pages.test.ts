import { describe, expect, it } from "vitest";
import { openFileTable } from "../adapters/database.ts";
import { CSRF, openSite } from "./site.ts";
import { Visitor } from "./visitor.ts";
import { inStatus } from "../builders/dossier.ts";

const site = openSite(await openFileTable());

const ASSESS = { kind: "AssessIntake", audience: "led-team" } as const;
const ADVISE = { kind: "AdviseOnProtocol", audience: "led-dpo", stage: "PROTOCOL" } as const;

describe("signing in", () => {
  it("leads back to the requested page, with a session", async () => {
    const visitor = new Visitor(site.adminApp);
    const dossier = await site.given({}, ASSESS);
    const asked = await visitor.open(`/admin/dossiers/${dossier.id}`);
    const issuer = await visitor.follow(asked);
    const back = await visitor.open("/admin/sign-in/callback?code=c&state=s");
    const page = await visitor.follow(back);

    expect(issuer.headers.get("location")).toBe("https://issuer.example/sign-in");
    expect(back.headers.getSetCookie().join()).toMatch(/session=[\w-]{43};.*HttpOnly; Secure; SameSite=Lax/);
    expect(page.status).toBe(200);
    expect(page.url).toContain(`/admin/dossiers/${dossier.id}`);
  });

  it("never leads to another site", async () => {
    const elsewhere = [
      "https://evil.example",
      "//evil.example",
      "/admin.evil.example",
      "/admin\\evil",
      "/admin/../elsewhere",
      "/admin/%2e%2E/elsewhere",
      "/admin/.%2e/elsewhere",
      "/admin\n//evil.example",
      "/adminx",
    ];

    for (const to of elsewhere) {
      const visitor = new Visitor(site.adminApp);
      await visitor.open(`/admin/sign-in?return=${encodeURIComponent(to)}`);
      const back = await visitor.open("/admin/sign-in/callback?code=c&state=s");
      expect([to, back.headers.get("location")]).toEqual([to, "/live/admin"]);
    }
  });

  it("refuses a callback without a pending sign-in", async () => {
    expect((await new Visitor(site.adminApp).open("/admin/sign-in/callback?code=c&state=s")).status).toBe(
      401,
    );
  });

  it("out ends the session, on this device or on all", async () => {
    for (const path of ["/admin/sign-out", "/admin/sign-out-everywhere"]) {
      site.time.now = new Date(Date.parse(site.time.now) + 1000).toISOString();
      const team = await site.staff("led-team");
      expect((await team.open("/admin")).status).toBe(200);
      site.time.now = new Date(Date.parse(site.time.now) + 1000).toISOString();
      expect((await team.post(path, { csrf: CSRF })).status).toBe(303);
      expect((await team.open("/admin")).status).toBe(303);
      site.time.now = new Date(Date.parse(site.time.now) + 1000).toISOString();
    }
  });
});

describe("the inbox", () => {
  it("lists the tasks of one's roles; the team also sees what waits for others", async () => {
    const dossier = await site.given(
      { organisation: { name: "OCMW Inboxgem", type: "ocmw" } },
      {},
      ASSESS,
      ADVISE,
    );
    const team = await (await site.staff("led-team")).open("/admin");
    const dpo = await (await site.staff("led-dpo")).open("/admin");

    expect(team.text).toContain("Wacht op: aanvrager");
    expect(team.html).toContain(`/live/admin/dossiers/${dossier.id}/tasks/AssessIntake-1-1`);
    expect(dpo.html).toContain(`/dossiers/${dossier.id}/tasks/AdviseOnProtocol-1-1`);
    expect(dpo.html).not.toContain("AssessIntake");
  });
});

describe("a task", () => {
  it("of the team is decided by its form", async () => {
    const team = await site.staff("led-team");
    const dossier = await site.given({}, ASSESS);
    const page = await team.open(`/admin/dossiers/${dossier.id}/tasks/AssessIntake-1-1`);
    const decided = await team.submit(page.form("outcome", "more-information"), {
      questions: "Welke dienst?",
    });

    expect(decided.status).toBe(303);
    expect((await team.follow(decided)).text).toContain("Welke dienst?");
    expect((await site.acts.tasks.find(dossier.id, "AssessIntake-1-1"))?.decision?.by).toMatchObject({
      role: "led-team",
      name: "Lies Team",
    });
  });

  it("that a colleague decided first says who, and keeps what was typed", async () => {
    const team = await site.staff("led-team");
    const dossier = await site.given({}, ASSESS);
    const page = await team.open(`/admin/dossiers/${dossier.id}/tasks/AssessIntake-1-1`);
    const tom = { role: "led-team", id: "tom", name: "Tom Team" } as const;
    const fields = { reason: "Er is geen rechtsgrond." };
    const first = { outcome: "close", fields, documents: [], by: tom };
    expect((await site.acts.decideTask(dossier.id, "AssessIntake-1-1", first)).status).toBe("decided");
    const late = await team.submit(page.form("outcome", "more-information"), {
      questions: "Welke dienst vraagt dit?",
    });

    expect(late.status).toBe(409);
    expect(late.text).toContain("Jouw beslissing is niet bewaard: Tom Team");
    expect(late.text).toContain("Welke dienst vraagt dit?");
  });

  it("of the applicant is decided on its behalf with a reason and the received document", async () => {
    const team = await site.staff("led-team");
    const dossier = await site.given({}, { kind: "AgreePlanning" });
    const address = `/admin/dossiers/${dossier.id}/tasks/AgreePlanning-1-1`;
    const page = await team.open(address);
    const bare = await team.submit(page.form("outcome", "agree"), {});
    const by = { role: "led-team", id: "staff-led-team", name: "Lies Team" } as const;
    const document = await site.document(dossier, {
      taskId: "AgreePlanning-1-1",
      kind: "received-on-behalf",
      by,
    });
    const form = (await team.open(address)).form("outcome", "agree");
    const decided = await team.submit(form, { onBehalfReason: "Mailde een akkoord" });

    expect(bare.status).toBe(422);
    expect(bare.text).toContain("Leg uit waarom je dit in naam van iemand anders doet");
    expect(decided.status).toBe(303);
    expect((await site.acts.tasks.find(dossier.id, "AgreePlanning-1-1"))?.decision).toMatchObject({
      documents: [document.id],
      onBehalf: { of: "applicant", reason: "Mailde een akkoord" },
    });
  });

  it("of another role is visible to the team, and cannot be decided", async () => {
    const team = await site.staff("led-team");
    const dossier = await site.given({ stage: "PROTOCOL" }, ADVISE);
    const address = `/admin/dossiers/${dossier.id}/tasks/AdviseOnProtocol-1-1`;
    const page = await team.open(address);
    const posted = await team.post(address, { csrf: CSRF, outcome: "positive" });

    expect(page.text).toContain("Alleen de DPO van de LED kan hierover beslissen");
    expect(page.root.querySelector("[name=outcome]")).toBeNull();
    expect(posted.status).toBe(422);
  });

  it("shows the applicant's draft to nobody", async () => {
    const dossier = await site.given({}, {});
    const draft = { taskId: "SubmitIntake-1-1", outcome: "submitted", version: 1, at: site.time.now };
    await site.acts.tasks.saveDraft(dossier.id, { ...draft, values: { purpose: "Nog geheim" } });
    const page = await (
      await site.staff("led-team")
    ).open(`/admin/dossiers/${dossier.id}/tasks/SubmitIntake-1-1`);

    expect(page.status).toBe(200);
    expect(page.html).not.toContain("Nog geheim");
  });
});

describe("a dossier", () => {
  it("takes a note, which only the team reads", async () => {
    const team = await site.staff("led-team");
    const dossier = await site.given({}, ADVISE);
    const page = await team.open(`/admin/dossiers/${dossier.id}`);
    const noted = await team.submit(page.form("text"), { text: "Gebeld met An" });
    const dpo = await (await site.staff("led-dpo")).open(`/admin/dossiers/${dossier.id}`);

    expect((await team.follow(noted)).text).toContain("Gebeld met An");
    expect(dpo.status).toBe(200);
    expect(dpo.text).not.toContain("Gebeld met An");
  });

  it("is visible to another role only when it has a task there", async () => {
    const dossier = await site.given({}, {});

    expect((await (await site.staff("led-dpo")).open(`/admin/dossiers/${dossier.id}`)).status).toBe(403);
  });

  it("that is parked shows the reason and resumes from a stage", async () => {
    const team = await site.staff("led-team");
    const dossier = await site.given({ stage: "DPIA" });
    const parked = { at: site.time.now, error: "DECISION_NOT_TAKEN_UP", cause: "task=X" };
    await site.acts.dossiers.save(inStatus(dossier, { status: "PARKED", returnsTo: "ONBOARDING", parked }));
    const page = await team.open(`/admin/dossiers/${dossier.id}/system`);
    const resumed = await team.submit(page.form("stage"), { stage: "INTAKE" });

    expect(page.text).toContain("nam een beslissing niet over");
    expect((await team.follow(resumed)).text).toContain("Het dossier gaat verder");
    expect((await site.acts.dossiers.find(dossier.id))?.status).toBe("ONBOARDING");
    expect(
      (await team.post(`/admin/dossiers/${dossier.id}/resume`, { csrf: CSRF, stage: "DPIA" })).status,
    ).toBe(409);
  });

  it("is withdrawn with a reason", async () => {
    const team = await site.staff("led-team");
    const dossier = await site.given({}, {});
    const page = await team.open(`/admin/dossiers/${dossier.id}/withdrawal`);
    const done = await team.submit(page.form("reason"), { reason: "Dubbel dossier" });

    expect((await team.follow(done)).text).toContain("De aanvraag wordt ingetrokken");
  });

  it("is opened by the team, and found by its reference and its number", async () => {
    const team = await site.staff("led-team");
    const page = await team.open("/admin/dossiers/new");
    const opened = await team.submit(page.form("organisationName"), {
      organisationName: "Ziekenhuis Zoekgem",
      organisationType: "hospital",
      enterpriseNumber: "0428.759.497",
      contactName: "Zoë Zoeker",
      contactEmail: "zoe@zoekgem.example",
      kind: "onboarding",
    });
    const dossier = await team.follow(opened);
    const [reference = ""] = /LED-\d{4}-\d{5}/.exec(dossier.text) ?? [];

    expect(opened.status).toBe(303);
    for (const search of [reference, "0428759497"])
      expect((await team.open(`/admin/dossiers?search=${search}`)).text).toContain("Ziekenhuis Zoekgem");
  });

  it("mails a new link to an open task of the applicant", async () => {
    const team = await site.staff("led-team");
    const dossier = await site.given({}, {});
    const mailed = await team.post(`/admin/dossiers/${dossier.id}/tasks/SubmitIntake-1-1/link`, {
      csrf: CSRF,
    });

    expect((await team.follow(mailed)).text).toContain("is verstuurd");
    expect(site.mailer.sent.at(-1)?.to[0]?.email).toBe("an@voorbeeldegem.example");
  });
});
