import { createCounter } from "../../functions/overview/count-lines.ts";
import { describe, expect, it } from "vitest";
import { openFileTable } from "../adapters/database.ts";
import { aDecision, aTask } from "../builders/task.ts";
import { anIntakeForm } from "../builders/intake.ts";
import { TEAM } from "../builders/people.ts";
import { lookedOver } from "../journey/browser.ts";
import { asFormValues } from "../journey/flatten.ts";
import { openSite } from "./site.ts";

const site = openSite(await openFileTable());
const { visitor } = site;

const INTAKE: ReturnType<typeof asFormValues> = {
  ...asFormValues(anIntakeForm()),
  requestsPerYear: "1.500",
};
const linkIn = (text: string) => /\/(?:taak|dossier|bevestigen)\/[\w-]{43}/.exec(text)?.[0] ?? "";

describe("contact", () => {
  const FORM = {
    organisationName: "Gemeente Voorbeeldegem",
    organisationType: "local-authority",
    enterpriseNumber: "0999.999.922",
    contactName: "An Voorbeeld",
    contactEmail: "an@voorbeeldegem.example",
    kind: "onboarding",
  };

  it("a form becomes a dossier once it is confirmed by its link", async () => {
    const page = await visitor.open("/contact");
    const sent = await visitor.submit(page.form("organisationName"), FORM);
    const mail = site.mailer.sent.at(-1);
    const asked = await visitor.open(linkIn(mail?.text ?? ""));
    const [form] = asked.forms();
    const confirmed = await visitor.submit(form ?? asked.form("nothing"));

    expect(sent.status).toBe(303);
    const told = await visitor.follow(sent);
    expect(told.text).toContain("Kijk in je mailbox");
    expect(told.text).toContain(FORM.contactEmail);
    const correct = await visitor.open(told.link("Verbeter je e-mailadres"));
    expect(correct.root.querySelector("#contact-contactName")?.getAttribute("value")).toBe("An Voorbeeld");
    expect(asked.text).toContain("Gemeente Voorbeeldegem");
    expect(confirmed.text).toMatch(/LED-2026-\d{5}/);
  });

  it("leads straight to the intake once it is confirmed, and says so when its link is opened again", async () => {
    await visitor.submit((await visitor.open("/contact")).form("organisationName"), FORM);
    const link = linkIn(site.mailer.sent.at(-1)?.text ?? "");
    const before = await visitor.open(link.replace("bevestigen", "dossier"));
    const confirmed = await visitor.submit((await visitor.open(link)).form("confirmation"));
    const [id = ""] = [...site.workflow.executions.keys()].at(-1)?.split("-") ?? [];
    const early = await visitor.open(confirmed.link("Ga verder met de intake"));
    const dossier = await site.acts.dossiers.find(id);
    if (dossier) await site.acts.tasks.open(aTask({ dossierId: id }), dossier);
    const intake = await visitor.follow(await visitor.open(confirmed.link("Ga verder met de intake")));
    const again = await visitor.open(link);

    expect(before.status).toBe(404);
    expect(early.text).toContain("We zetten je intake klaar");
    expect(intake.text).toContain("Vul de intake in");
    expect(again.text).toContain("Je bevestigde je bericht al");
    expect(again.text).toContain(dossier?.reference);
  });

  it("problems of all fields are shown at once, and the input is kept", async () => {
    const page = await visitor.post("/contact", { contactEmail: "geen adres", contactName: "An" });

    expect(page.status).toBe(422);
    expect(page.title).toMatch(/^Fout: /);
    expect(page.root.querySelectorAll(".summary li").length).toBeGreaterThan(3);
    expect(page.root.querySelector(".summary")?.hasAttribute("autofocus")).toBe(true);
    expect(page.root.querySelector('link[rel="icon"]')?.getAttribute("href")).toContain("favicon");
    for (const anchor of page.root.querySelectorAll(".summary a"))
      expect(page.root.querySelector(anchor.getAttribute("href") ?? "#")).not.toBeNull();
    expect(page.root.querySelector("#contact-contactName")?.getAttribute("value")).toBe("An");
    expect(page.text).toContain("Vul een geldig e-mailadres in");
  });

  it.each([
    ["0999.999.923", "de laatste twee cijfers passen niet bij de rest"],
    ["2.147.483.649", "Dit is een vestigingsnummer"],
    ["12345", "tien cijfers"],
  ])("with enterprise number %s says what is wrong, and mails nobody", async (enterpriseNumber, words) => {
    const before = site.mailer.sent.length;
    const page = await visitor.post("/contact", { ...FORM, enterpriseNumber });

    expect(page.status).toBe(422);
    expect(page.text).toContain(words);
    expect(page.html).toContain(`value="${enterpriseNumber}"`);
    expect(site.mailer.sent).toHaveLength(before);
  });

  it("what was typed is text, never a part of the page", async () => {
    const organisationName = `"><script>alert(1)</script>`;
    const message = "</textarea><img src=x onerror=alert(2)>";
    const page = await visitor.post("/contact", {
      ...FORM,
      organisationName,
      message,
      enterpriseNumber: "1",
    });

    expect(page.root.querySelectorAll("main script, img")).toEqual([]);
    expect(page.form("message").filledIn({})).toContainEqual(["organisationName", organisationName]);
  });

  it("what looks like a national register number is held back until the person says it is none", async () => {
    const message = "Mijn nummer is 85.07.30-033.28";
    const held = await visitor.post("/contact", { ...FORM, message });
    const sent = await visitor.submit(held.form("noNationalNumber"), { noNationalNumber: "true" });

    expect(held.status).toBe(422);
    expect(sent.status).toBe(303);
  });

  it("a form over 300 KB and a form of another type are refused", async () => {
    expect((await visitor.post("/contact", { message: "x".repeat(310 * 1024) })).status).toBe(413);
    const json = { method: "POST", body: "{}", headers: { "content-type": "application/json" } };
    expect((await visitor.open("/contact", json)).status).toBe(415);
  });
});

describe("a task", () => {
  it("shows all answers of a long form before they are sent, with a way back to each part", async () => {
    const dossier = await site.given({}, {});
    const link = await site.taskLink(dossier);
    const form = (await visitor.open(link)).form("purpose");
    const look = await visitor.post(form.actionOf().href, form.filledIn(INTAKE));
    const looked = lookedOver(look);
    const changed =
      looked &&
      (await visitor.post(looked.actionOf("Wijzig").href, [
        ...looked.filledIn({}),
        ...looked.pressed("Wijzig"),
      ]));

    expect([look.status, look.title]).toEqual([200, "Kijk na voor je verstuurt - Aansluiten op de LED"]);
    expect(look.text).toContain(String(INTAKE["purpose"]));
    expect((await site.acts.tasks.find(dossier.id, "SubmitIntake-1-1"))?.status).toBe("open");
    expect(changed?.status).toBe(200);
    expect(changed?.form("purpose").element.querySelector("[name=purpose]")?.text).toContain(
      INTAKE["purpose"],
    );
    expect((await visitor.open(link)).text).toContain("Je werkt verder aan je ontwerp");
  });

  it("is decided by its form, once; the page then thanks", async () => {
    const dossier = await site.given({}, {});
    const link = await site.taskLink(dossier);
    const decided = await visitor.submit((await visitor.open(link)).form("outcome", "submitted"), INTAKE);
    const thanks = await visitor.follow(decided);
    const again = await visitor.post(link, { outcome: "submitted", ...INTAKE });
    const other = await visitor.post(link, { outcome: "submitted", ...INTAKE, purpose: "Iets anders" });

    expect(decided.status).toBe(303);
    expect(thanks.text).toContain("Bedankt: je diende de intake in");
    expect(again.status).toBe(303);
    expect((await visitor.follow(again)).text).toContain("Bedankt: je diende de intake in");
    expect(other.status).toBe(409);
    expect(other.text).toContain("Je besliste dit al op 23 november 2026");
    expect(other.text).not.toContain("al beslist door");
    expect(site.workflow.answers).toContainEqual({ task: "SubmitIntake-1-1", outcome: "submitted" });
    expect((await site.acts.dossiers.find(dossier.id))?.intake?.requestsPerYear).toBe(1500);
  });

  it("shows every problem in Dutch at its field, and keeps the input", async () => {
    const link = await site.taskLink(await site.given({}, {}));
    const page = await visitor.post(link, {
      outcome: "submitted",
      ...INTAKE,
      requestsPerYear: "veel",
      purpose: " ",
    });

    expect(page.status).toBe(422);
    expect(page.text).toContain("Vul een geheel getal in");
    expect(page.root.querySelector("#form-submitted-requestsPerYear")?.getAttribute("value")).toBe("veel");
    expect(page.root.querySelector("#form-submitted-purpose")?.getAttribute("aria-invalid")).toBe("true");
    expect(page.root.querySelector("#form-submitted-use")?.textContent).toBe(INTAKE["use"]);
  });

  it("shows the text of the previous party, and the earlier answers", async () => {
    const dossier = await site.given(
      { rounds: { INTAKE: { number: 2, from: "SubmitIntake", cause: "AssessIntake-1-1" } } },
      { kind: "AssessIntake", audience: "led-team" },
    );
    const decision = aDecision({
      outcome: "more-information",
      fields: { questions: "Welke dienst?" },
      by: TEAM,
    });
    const task = await site.acts.tasks.find(dossier.id, "AssessIntake-1-1");
    if (!task) throw new Error("no task");
    await site.acts.tasks.recordDecision(task, decision, dossier, []);
    const second = { round: 2, because: "AssessIntake-1-1" };
    await site.acts.openTask(
      site.definitions.SubmitIntake,
      { ...dossier },
      { taskToken: "t", because: second.because },
    );
    const page = await visitor.open(await site.taskLink(dossier, { round: 2 }));

    expect(page.status).toBe(200);
    expect(page.text).toContain("Welke dienst?");
    expect(page.text).toContain("Lies Team (LED-team) vroeg meer informatie");
  });

  it("of a closed dossier gets a friendly text", async () => {
    const dossier = await site.given({}, {});
    const link = await site.taskLink(dossier);
    await site.acts.tasks.close(dossier.id, "SubmitIntake-1-1", site.time.now);

    expect((await visitor.open(link)).text).toContain("Deze taak is niet meer nodig");
    expect((await visitor.post(link, { outcome: "submitted", ...INTAKE })).status).toBe(409);
  });
});

it("a decision rests on documents of its own task", async () => {
  const stage = "PROTOCOL";
  const dossier = await site.given({ stage }, { kind: "SubmitProtocol", stage });
  const other = await site.given({ stage }, { kind: "SubmitProtocol", stage });
  const { id } = await site.document(other);
  const link = await site.taskLink(dossier, { kind: "SubmitProtocol" });

  for (const documents of [id, "01J00000000000000000000000", "../DOSSIER"]) {
    const page = await visitor.post(link, { outcome: "submitted", documents });
    expect(page.status).toBe(422);
    expect(page.text).toContain("hoort niet bij deze taak");
  }
});

describe("a link", () => {
  it("that is unknown, expired, of a former person, or of another party gives no access", async () => {
    const dossier = await site.given({}, {});
    const target = { kind: "task", dossierId: dossier.id, taskId: "SubmitIntake-1-1" } as const;
    const secrets = [
      "x".repeat(43),
      await site.link(target, "person-contact", "2026-01-01T00:00:00.000Z"),
      await site.link(target, "person-who-left"),
      await site.link(target, "person-signatory"),
    ];

    for (const secret of secrets) {
      const page = await visitor.open(`/taak/${secret}`);
      expect(page.status).toBe(404);
      expect(page.text).toContain("Deze link werkt niet");
      expect(page.text).toContain("led@team.example");
    }
  });
});

describe("a draft", () => {
  it("keeps incomplete answers for later", async () => {
    const link = await site.taskLink(await site.given({}, {}));
    const form = (await visitor.open(link)).form("outcome", "submitted");
    const saved = await visitor.submit(form, { purpose: "Nog niet af" }, "Bewaar als ontwerp");
    const page = await visitor.follow(saved);

    expect(saved.status).toBe(303);
    expect(page.text).toContain("Je ontwerp is bewaard");
    expect(page.root.querySelector("#form-submitted-purpose")?.textContent).toBe("Nog niet af");
  });

  it("of another window is shown beside the input, and replaced only when it is saved again", async () => {
    const link = await site.taskLink(await site.given({}, {}));
    const first = (await visitor.open(link)).form("outcome", "submitted");
    const second = (await visitor.open(link)).form("outcome", "submitted");
    await visitor.submit(first, { purpose: "Van het ene venster" }, "Bewaar als ontwerp");
    const both = await visitor.submit(second, { purpose: "Van het andere venster" }, "Bewaar als ontwerp");
    const again = await visitor.submit(both.form("outcome", "submitted"), {}, "Bewaar als ontwerp");

    expect(both.status).toBe(409);
    expect(both.text).toContain("Van het ene venster");
    expect(both.root.querySelector("#form-submitted-purpose")?.textContent).toBe("Van het andere venster");
    expect((await visitor.follow(again)).text).toContain("Van het andere venster");
  });
});

it("the home page says how long earlier onboardings took, once there are ten", async () => {
  const figures = (count: number) => ({
    ...createCounter(site.time.now).result(),
    toUse: { count, median: 150, p90: 270 },
  });
  const home = async (count: number) => {
    await site.acts.lines.saveStatistics(figures(count));
    return (await visitor.open("/")).text;
  };

  expect(await home(9)).not.toContain("aansluitingen tot nu toe");
  expect(await home(10)).toContain(
    "Van de 10 aansluitingen tot nu toe was de helft klaar binnen 5 maanden, en negen op de tien binnen 9 maanden.",
  );
});
