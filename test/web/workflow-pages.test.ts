import { describe, expect, it } from "vitest";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { CAUSES } from "../../functions/executions/causes.nl.ts";
import { WORKFLOW_VERSION } from "../../statemachine/contract.ts";
import { openFileTable } from "../adapters/database.ts";
import { CSRF, openSite } from "./site.ts";
import { Visitor } from "./visitor.ts";

const CURRENT = WORKFLOW_VERSION.onboarding;
const site = openSite(await openFileTable());

const find = ({ id }: Dossier) => site.acts.dossiers.find(id);
const call = async (path: string, body?: unknown) => {
  const answer = await new Visitor(site.adminApp).open(`/api/admin/v1${path}`, {
    method: body === undefined ? "GET" : "POST",
    body: JSON.stringify(body),
    headers: { authorization: "Bearer team", ...(body ? { "content-type": "application/json" } : {}) },
  });
  return {
    status: answer.status,
    body: answer.html === "" ? undefined : (JSON.parse(answer.html) as unknown),
  };
};
const givenParked = async (name: string, stage: Dossier["stage"] = "DPIA") => {
  const dossier = await site.given({ stage, organisation: { name, type: "ocmw" } });
  site.workflow.lastStates.set(`${dossier.id}-1`, "PreAssessDpia");
  await site.acts.park({ dossierId: dossier.id, run: 1, error: "RetryLater", cause: "MAIL_UNAVAILABLE" });
  return dossier;
};
const givenOld = (name: string) => site.given({ organisation: { name, type: "ocmw" } }, {});

describe("the page of mails that are not sent", () => {
  it("shows which wait and which address was refused, without a person or a text", async () => {
    const dossier = await site.given();
    const send = (key: string, email: string) =>
      site.acts.sendMail({
        ...{ key, template: key, about: dossier, to: { name: "An Geheim", email }, paragraphs: [] },
        subject: "Een vertrouwelijk onderwerp",
      });
    site.mailer.refused.add("fout@voorbeeldegem.example");
    await send("refused-mail", "fout@voorbeeldegem.example");
    site.mailer.isDown = true;
    await expect(send("waiting-mail", "an@voorbeeldegem.example")).rejects.toThrow("MAIL_UNAVAILABLE");
    site.mailer.isDown = false;
    const team = await site.staff("led-team");

    const page = await team.open("/admin/mails");
    const waiting = await call("/unsent-mails");
    const refused = await call("/unsent-mails?which=refused");

    expect(page.text).toMatch(/Wachten nog.*waiting-mail.*MAIL_UNAVAILABLE.*geweigerd.*refused-mail/);
    expect(page.text).toContain(dossier.reference);
    for (const secret of ["An Geheim", "vertrouwelijk", "@voorbeeldegem"])
      expect(page.html + JSON.stringify([waiting, refused])).not.toContain(secret);
    expect(waiting.body).toMatchObject({ items: [{ about: dossier.id, state: "waiting" }] });
    expect(refused.body).toMatchObject({ items: [{ key: "refused-mail", state: "refused" }] });

    await team.submit(page.form("about"), {}, "Wacht niet langer");
    expect((await call("/unsent-mails")).body).toMatchObject({ items: [] });
    await send("waiting-mail", "an@voorbeeldegem.example");
    expect(site.mailer.sent.at(-1)?.to[0]?.email).toBe("an@voorbeeldegem.example");
  });
});

it("a mail is not forgotten by a name that no mail can have", async () => {
  const team = await site.staff("led-team");
  const form = (await team.open("/admin/mails")).form("csrf");
  const values = { csrf: Object.fromEntries(form.filledIn({}))["csrf"] ?? "", key: "waiting-mail" };

  expect((await team.post("/admin/mails", { ...values, about: "x".repeat(3000) })).status).toBe(400);
});

describe("the page of parked dossiers", () => {
  it("shows the cause, the state and the moment, in words", async () => {
    const dossier = await givenParked("OCMW Stopgem");
    const team = await site.staff("led-team");

    const page = await team.open("/admin/parked");
    const answer = await call("/parked");

    expect(page.text).toContain(`OCMW Stopgem (${dossier.reference})`);
    expect(page.text).toContain("Een mail kon niet verstuurd worden.");
    expect(page.text).toContain("Laatste stap die lukte");
    expect(page.text).toContain(site.definitions.PreAssessDpia.texts.nl.title);
    expect(answer.body).toMatchObject({
      items: [
        {
          dossierId: dossier.id,
          error: "RetryLater",
          causeGroup: "mail",
          lastState: "PreAssessDpia",
          stages: ["CONTACT", "INTAKE", "DPIA"],
        },
      ],
    });
  });

  it("resumes all dossiers of one cause in one click, and no other", async () => {
    const mailed = [await givenParked("OCMW Mailgem"), await givenParked("OCMW Postgem")];
    const other = await site.given({ stage: "DPIA", organisation: { name: "OCMW Rechtgem", type: "ocmw" } });
    const denied = "TABLE_REFUSED key=TASK#1 error=AccessDeniedException";
    await site.acts.park({ dossierId: other.id, run: 1, error: "GiveUp", cause: denied });
    const team = await site.staff("led-team");
    const page = await team.open("/admin/parked");
    const button = page.forms().find(({ element }) => element.querySelector("input[value=mail]"));
    if (!button) throw new Error("no button for all of a cause");

    const done = await team.submit(button, {});

    expect(done.text).toMatch(/\d dossiers gaan verder/);
    for (const dossier of mailed) expect(await find(dossier)).toMatchObject({ status: "ONBOARDING", run: 2 });
    expect(await find(other)).toMatchObject({ status: "PARKED" });
    expect(done.text).toContain("Het systeem mocht iets niet");
    const nonsense = await team.post("/admin/parked", { csrf: CSRF, cause: "weather" });
    expect(nonsense.status).toBe(400);
  });

  it("has help for each cause, to which the page links", async () => {
    const dossier = await givenParked("OCMW Helpgem");
    const team = await site.staff("led-team");

    const page = await team.open("/admin/parked");
    const help = await team.open("/admin/parked/help");

    expect(page.html).toContain("/admin/parked/help#mail");
    expect(page.html).toContain(`id="parked-${dossier.id}"`);
    for (const [kind, { title, todo }] of Object.entries(CAUSES)) {
      expect(help.html).toContain(`id="${kind}"`);
      expect(help.text).toContain(title);
      expect(help.text).toContain(todo);
    }
  });

  it("retries at the dossier's own stage, in one click", async () => {
    const dossier = await givenParked("OCMW Opnieuwgem");
    const team = await site.staff("led-team");
    const page = await team.open("/admin/parked");
    const retry = page.forms().find(({ element }) => {
      const action = element.getAttribute("action") ?? "";
      return action.includes(dossier.id) && element.querySelector("input[name=stage]");
    });
    if (!retry) throw new Error("no button to try again");

    const done = await team.submit(retry, {});

    expect((await team.follow(done)).text).toContain("Het dossier gaat verder");
    expect(await find(dossier)).toMatchObject({ status: "ONBOARDING", run: 2, workflowVersion: CURRENT });
    expect((await team.open("/admin/parked")).text).not.toContain("Opnieuwgem");
  });

  it("resumes from a chosen earlier stage, and through the API by default from its own", async () => {
    const [one, other] = [await givenParked("OCMW Eengem"), await givenParked("OCMW Tweegem")];
    const team = await site.staff("led-team");
    const page = await team.open("/admin/parked");
    const resume = page.forms().find(({ element }) => element.querySelector(`#stage-${one.id}`));
    if (!resume) throw new Error("no choice of a stage");

    await team.submit(resume, { stage: "INTAKE" });
    const retried = await call(`/dossiers/${other.id}/resume`, {});

    expect(retried.status).toBe(204);
    for (const dossier of [one, other]) expect(await find(dossier)).toMatchObject({ run: 2 });
  });

  it("closes one with a reason, on a page and through the API", async () => {
    const [one, other] = [await givenParked("OCMW Sluitgem"), await givenParked("OCMW Slotgem")];
    const team = await site.staff("led-team");

    const asked = await team.open(`/admin/dossiers/${one.id}/closing`);
    const bare = await team.submit(asked.form("reason"), { reason: "" });
    const done = await team.submit(asked.form("reason"), { reason: "Dubbel" });
    const closed = await call(`/dossiers/${other.id}/closing`, { reason: "Dubbel" });
    const again = await call(`/dossiers/${other.id}/closing`, { reason: "Dubbel" });

    expect([bare.status, done.status, closed.status, again.status]).toEqual([422, 303, 204, 409]);
    expect((await team.follow(done)).text).toContain("Het dossier is afgesloten");
    expect(again.body).toMatchObject({ errors: [{ rule: "PARK-02" }] });
    for (const dossier of [one, other]) expect(await find(dossier)).toMatchObject({ status: "CLOSED" });
  });
});

describe("the page of the workflow's version", () => {
  it("shows the result of a move without changes, and moves all by its button", async () => {
    const dossier = await givenOld("OCMW Oudgem");
    const team = await site.staff("led-team");

    const page = await team.open("/admin/workflow");
    expect(page.text).toContain("OCMW Oudgem");
    expect(page.text).toContain(`niet genoteerd → ${CURRENT}`);
    expect(page.text).toContain("Gaat nu over.");
    expect(site.workflow.failures).not.toContain("ContinueAsNew");
    const refused = await team.post("/admin/workflow", { csrf: "of somebody else" });
    const button = page.forms().find(({ element }) => element.getAttribute("action")?.endsWith("/workflow"));
    if (!button) throw new Error("no button to move all");
    const done = await team.submit(button, {});

    expect(refused.status).toBe(403);
    expect(done.status).toBe(200);
    expect(done.text).toContain("Overgezet:");
    expect(site.workflow.failures).toContain("ContinueAsNew");
    expect((await find(dossier))?.clocks).toHaveProperty("executionAge");
  });

  it("has a button on the page about the system of a dossier with an older version, and not from another", async () => {
    const [old, current] = [
      await givenOld("OCMW Eergem"),
      await site.given({ workflowVersion: CURRENT }, {}),
    ];
    const team = await site.staff("led-team");
    const address = (dossier: Dossier) => `/admin/dossiers/${dossier.id}`;
    const button = "Zet over naar de huidige versie";

    expect((await team.open(`${address(old)}/system`)).text).toContain(button);
    expect((await team.open(`${address(current)}/system`)).text).not.toContain(button);
    const moved = await team.post(`${address(old)}/workflow-version`, { csrf: CSRF });
    const refused = await team.post(`${address(current)}/workflow-version`, { csrf: CSRF });

    expect((await team.follow(moved)).text).toContain("gaat over naar de huidige versie");
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("werkt al met de huidige versie");
  });

  it("is hidden from the applicant, also in the timeline", async () => {
    const dossier = await givenOld("OCMW Stilgem");
    await call("/workflow/moves", { dryRun: false, dossierId: dossier.id });
    const link = await site.link({ kind: "status", dossierId: dossier.id });
    const [applicant, team] = [new Visitor(site.publicApp), await site.staff("led-team")];

    expect((await applicant.open(`/dossier/${link}`)).text).not.toContain("workflow");
    expect((await team.open(`/admin/dossiers/${dossier.id}`)).text).toContain(
      "zette het dossier over naar de huidige versie",
    );
  });

  it("has an equivalent in the API, for one dossier and for all", async () => {
    const dossier = await givenOld("OCMW Apigem");
    const before = site.workflow.failures.length;

    const dry = await call("/workflow/moves", { dryRun: true, dossierId: dossier.id });
    const dryAll = await call("/workflow/moves", { dryRun: true });
    expect(site.workflow.failures).toHaveLength(before);
    const done = await call("/workflow/moves", { dryRun: false, dossierId: dossier.id });

    const move = { dossierId: dossier.id, reference: dossier.reference, stage: "INTAKE", to: CURRENT };
    expect(dry.body).toMatchObject({
      moves: [{ ...move, outcome: "moves", tasks: ["SubmitIntake-1-1"] }],
      moved: [],
      left: 1,
    });
    expect((dryAll.body as { moves: object[] }).moves).toContainEqual(expect.objectContaining(move));
    expect(done.body).toMatchObject({ moved: [dossier.id], left: 0 });
    expect(site.workflow.failures).toHaveLength(before + 1);
    expect((await call("/workflow/moves", {})).status).toBe(422);
    expect((await call("/workflow/moves", { dryRun: true, next: "nobody.x" })).status).toBe(400);
    expect((await call("/workflow/moves", { dryRun: true, dossierId: "none" })).status).toBe(404);
  });
});
