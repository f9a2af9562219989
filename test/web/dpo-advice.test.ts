import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { openTestTable, type TestTable } from "../adapters/database.ts";
import { asFormValues } from "../journey/flatten.ts";
import { aDpia, FORM, INTAKE } from "../protocol/answers.ts";
import { readPdf } from "../templates/read-files.ts";
import { openSite, type TestSite } from "./site.ts";
import { Visitor } from "./visitor.ts";

let opened: TestTable;
let site: TestSite;

beforeAll(async () => {
  opened = await openTestTable();
  site = openSite(opened.table);
});
afterAll(() => opened.database.stop());

const DPO = { id: "person-dpo", name: "Dirk Privacy", email: "dpo@voorbeeldegem.example" };
const DPIA_FORM = {
  "contents.description": "true",
  "contents.necessity": "true",
  "contents.risks": "true",
  "contents.measures": "true",
  residualRisk: "low",
};
const { advice: _advice, ...TEXT } = FORM;

const CARRY_OUT = { kind: "CarryOutDpia", stage: "DPIA" } as const;
const SUBMIT = { kind: "SubmitProtocol", stage: "PROTOCOL" } as const;
const ASK = "Vraag advies aan je DPO";

async function atDpia() {
  const dpia = { ...aDpia(), acceptedAt: undefined, residualRisk: undefined };
  const dossier = await site.given(
    { stage: "DPIA", dpia, people: { contact: CONTACT, dpo: DPO }, intake: INTAKE, protocol: undefined },
    CARRY_OUT,
  );
  const file = await site.document(dossier, { kind: "dpia", taskId: "CarryOutDpia-1-1", name: "dpia.pdf" });
  return {
    dossier,
    file,
    path: await site.taskLink(dossier, CARRY_OUT),
    visitor: new Visitor(site.publicApp),
  };
}
const CONTACT = { id: "person-contact", name: "An Voorbeeld", email: "an@voorbeeldegem.example" };

async function atProtocol() {
  const dossier = await site.given(
    { stage: "PROTOCOL", dpia: aDpia(), people: { contact: CONTACT, dpo: DPO }, intake: INTAKE },
    SUBMIT,
  );
  return { dossier, path: await site.taskLink(dossier, SUBMIT), visitor: new Visitor(site.publicApp) };
}

const formOf = async (visitor: Visitor, path: string, field: string) =>
  (await visitor.open(path)).form(field);
const taskOf = (dossier: Dossier, id: string) => site.task(dossier.id, id);
const mailsTo = (address: string) =>
  site.mailer.sent.filter(({ to }) => to.some(({ email }) => email === address));

/** The DPO decides through the link in its mail. */
async function advise(button: string, values: Record<string, string>) {
  const dpo = new Visitor(site.publicApp);
  const [, path = ""] = /live(\/taak\/[\w-]{43})/.exec(mailsTo(DPO.email).at(-1)?.text ?? "") ?? [];
  const page = await dpo.open(path);
  const form = page.forms().find(({ element }) => element.text.includes(button));
  if (!form) throw new Error(`no form with ${button}`);
  const answered = await dpo.submit(form, values, button);
  return { page, answered };
}

describe("an applicant asks its DPO about the DPIA", () => {
  it("the DPO reads it by a link of its own, and its opinion arrives unchanged", async () => {
    const { dossier, file, path, visitor } = await atDpia();

    const asked = await visitor.submit(
      await formOf(visitor, path, "residualRisk"),
      { ...DPIA_FORM, documents: file.id },
      ASK,
    );

    expect([asked.status, asked.headers.get("location")]).toEqual([303, expect.stringContaining(path)]);
    expect((await visitor.open(path)).text).toContain("Dirk Privacy kreeg je vraag");
    const { page, answered } = await advise("Geef een advies met voorwaarden", {
      opinion: "Log elke raadpleging.",
    });
    expect(page.text).toContain("dpia.pdf");
    expect(answered.status).toBe(303);
    expect(mailsTo(CONTACT.email).at(-1)?.subject).toContain("Je DPO gaf advies");

    const form = await formOf(visitor, path, "residualRisk");
    expect(form.element.querySelector("[name=dpoOpinion]")).toBeNull();
    expect((await visitor.open(path)).text).toContain("Log elke raadpleging.");
    expect((await visitor.submit(form, { documents: file.id }, "DPIA indienen")).status).toBe(303);
    const { decision } = await taskOf(dossier, "CarryOutDpia-1-1");
    expect(decision?.fields["dpoOpinion"]).toBe("Positief onder voorwaarden. Log elke raadpleging.");
  });

  it("asked twice, the DPO gets one mail; another text has to wait (DPO-02)", async () => {
    const { dossier, file, path, visitor } = await atDpia();
    const form = await formOf(visitor, path, "residualRisk");
    const before = mailsTo(DPO.email).length;
    const values = { ...DPIA_FORM, documents: file.id };

    await Promise.all([visitor.submit(form, values, ASK), visitor.submit(form, values, ASK)]);
    const other = await visitor.post(`${path}/dpo`, {
      ...{ outcome: "submitted", draftVersion: "1", ...values, residualRisk: "high" },
    });

    expect(mailsTo(DPO.email)).toHaveLength(before + 1);
    expect([other.status, other.text]).toEqual([422, expect.stringContaining("heeft nog een vraag van je")]);
    const whole = await site.whole(dossier.id);
    expect(whole.tasks.filter(({ kind }) => kind === "AdviseOnDpia")).toHaveLength(1);
  });

  it("without the DPIA itself nobody is asked, and what was typed is kept", async () => {
    const { path, visitor } = await atDpia();
    const before = mailsTo(DPO.email).length;

    const asked = await visitor.submit(
      await formOf(visitor, path, "residualRisk"),
      { ...DPIA_FORM, documents: [] },
      ASK,
    );

    expect(asked.status).toBe(422);
    expect(asked.text).toContain("Voeg nog toe: DPIA.");
    expect(Object.fromEntries(asked.form("residualRisk").filledIn({}))["residualRisk"]).toBe("low");
    expect(mailsTo(DPO.email)).toHaveLength(before);
  });

  it("a document of a former advice is no longer needed, and an open question closes with the task", async () => {
    const { dossier, file, path, visitor } = await atDpia();
    const opinion = await site.document(dossier, { kind: "dpia-dpo-opinion", taskId: "CarryOutDpia-1-1" });
    await visitor.submit(
      await formOf(visitor, path, "residualRisk"),
      { ...DPIA_FORM, documents: file.id },
      ASK,
    );

    const handedIn = await visitor.submit(
      await formOf(visitor, path, "residualRisk"),
      { dpoOpinion: "In orde.", documents: [file.id, opinion.id] },
      "DPIA indienen",
    );

    expect(handedIn.status).toBe(303);
    expect((await taskOf(dossier, "AdviseOnDpia-1-1")).status).toBe("closed");
  });
});

describe("an applicant asks its DPO about the protocol", () => {
  const values = asFormValues(TEXT);

  it("a positive advice is handed in with the text that the DPO read (DPO-01)", async () => {
    const { dossier, path, visitor } = await atProtocol();
    const asked = await visitor.submit(await formOf(visitor, path, "controllers.seat"), values, ASK);
    expect(asked.status).toBe(303);
    const { page } = await advise("Geef positief advies", { remarks: "" });
    expect(page.text).toContain("de toegang wordt opgeschort");

    const form = await formOf(visitor, path, "controllers.seat");
    const changed = await visitor.submit(form, { sanctions: "niets" }, "Protocol indienen");
    const handedIn = await visitor.submit(form, {}, "Protocol indienen");

    expect([changed.status, changed.text]).toEqual([
      422,
      expect.stringContaining("Vraag je DPO opnieuw om advies"),
    ]);
    expect(handedIn.status).toBe(303);
    const { decision } = await taskOf(dossier, "SubmitProtocol-1-1");
    expect(decision?.fields["advice"]).toEqual({
      outcome: "positive",
      date: "2026-11-23",
      name: "Dirk Privacy",
    });
    expect(decision?.documents).toEqual([]);
  });

  it("the DPO reads the text as a document too, and its conditions go with the text", async () => {
    const { dossier, path, visitor } = await atProtocol();
    await visitor.submit(await formOf(visitor, path, "controllers.seat"), values, ASK);
    const { page } = await advise("Geef advies onder voorwaarden", { remarks: "Log elke raadpleging." });

    const pdf = await site.publicApp.request(page.link("Ontwerp als pdf"));
    await visitor.submit(await formOf(visitor, path, "controllers.seat"), {}, "Protocol indienen");

    expect((await readPdf(new Uint8Array(await pdf.arrayBuffer()))).text).toContain(
      "de toegang wordt opgeschort",
    );
    const { decision } = await taskOf(dossier, "SubmitProtocol-1-1");
    expect(decision?.fields["advice"]).toMatchObject({ outcome: "conditions" });
    const { protocol } = (await site.whole(dossier.id)).dossier;
    expect(protocol?.consumerDpoAdvice).toMatchObject({ outcome: "positive", hasConditions: true });
  });

  it("a negative advice cannot be handed in, and another text can be asked", async () => {
    const { path, visitor } = await atProtocol();
    await visitor.submit(await formOf(visitor, path, "controllers.seat"), values, ASK);
    await advise("Geef negatief advies", { remarks: "Te lang bewaard." });

    const form = await formOf(visitor, path, "controllers.seat");
    const refused = await visitor.submit(form, {}, "Protocol indienen");
    const again = await visitor.submit(form, { retention: "6 maanden" }, ASK);

    expect([refused.status, refused.text]).toEqual([
      422,
      expect.stringContaining("Met een negatief advies kan je"),
    ]);
    expect(again.status).toBe(303);
  });
});

it("a DPO sees its dossier, and decides nothing of the applicant", async () => {
  const { dossier, path } = await atDpia();
  const dpo = new Visitor(site.publicApp);
  const link = (kind: "status" | "task") =>
    site.link(
      kind === "status"
        ? { kind, dossierId: dossier.id }
        : { kind, dossierId: dossier.id, taskId: "CarryOutDpia-1-1" },
      DPO.id,
    );

  expect((await dpo.open(`/dossier/${await link("status")}`)).status).toBe(200);
  expect((await dpo.open(`/taak/${await link("task")}`)).status).toBe(404);
  expect((await dpo.post(`/taak/${await link("task")}/dpo`, {})).status).toBe(404);
  expect((await dpo.open(path)).status).toBe(200);
});
