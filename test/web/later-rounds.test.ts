import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Dossier } from "../../functions/domain/dossier.ts";
import type { Actor } from "../../functions/domain/people.ts";
import { openTestTable, type TestTable } from "../adapters/database.ts";
import { aDecision } from "../builders/task.ts";
import { aDpia, INTAKE } from "../protocol/answers.ts";
import { openSite, type TestSite } from "./site.ts";
import { Visitor } from "./visitor.ts";

let opened: TestTable;
let site: TestSite;

beforeAll(async () => {
  opened = await openTestTable();
  site = openSite(opened.table);
});
afterAll(() => opened.database.stop());

const AN: Actor = { role: "applicant", id: "person-contact", name: "An Voorbeeld" };
const DPIA_FORM = {
  contents: { description: true, necessity: true, risks: true, measures: true },
  residualRisk: "low",
  dpoOpinion: "De maatregelen volstaan.",
};
const CARRY_OUT = { kind: "CarryOutDpia", stage: "DPIA" } as const;
const REVIEW = { kind: "ReviewDpia", stage: "DPIA", audience: "led-team" } as const;

/** A DPIA that was handed in once, with two documents, and that the team reads. */
async function handedIn() {
  const dossier = await site.given(
    { stage: "DPIA", dpia: { ...aDpia(), acceptedAt: undefined }, intake: INTAKE },
    CARRY_OUT,
    { ...REVIEW, because: "CarryOutDpia-1-1" },
  );
  const of = { taskId: "CarryOutDpia-1-1" };
  const dpia = await site.document(dossier, { ...of, kind: "dpia", name: "dpia.pdf" });
  const opinion = await site.document(dossier, { ...of, kind: "dpia-dpo-opinion", name: "mening.pdf" });
  const documents = [dpia.id, opinion.id];
  const decision = aDecision({ outcome: "submitted", fields: DPIA_FORM, documents, by: AN });
  await site.acts.tasks.recordDecision(
    await site.task(dossier.id, "CarryOutDpia-1-1"),
    decision,
    dossier,
    [],
  );
  return { dossier, documents };
}

const review = (dossier: Dossier, round = 1) => `/admin/dossiers/${dossier.id}/tasks/ReviewDpia-1-${round}`;
/** Opens a task in the second round. */
async function again(dossier: Dossier, kind: "CarryOutDpia" | "ReviewDpia", because: string) {
  const rounds = { DPIA: { number: 2, from: "CarryOutDpia", cause: "ReviewDpia-1-1" } } as const;
  const token = `${dossier.id}-${kind}-2`;
  site.workflow.waiting.add(token);
  const [current] = [(await site.whole(dossier.id)).dossier];
  const later = await site.acts.changeDossier(dossier.id, () => ({ ...current, rounds }));
  await site.acts.openTask(site.definitions[kind], later, { taskToken: token, because });
}

/** The team asks at one answer; the applicant is asked again. */
async function askedAgain() {
  const { dossier, documents } = await handedIn();
  const team = await site.staff("led-team");
  const page = await team.open(review(dossier));
  const form = page.form("questionsByField.residualRisk");
  const asked = await team.submit(form, { "questionsByField.residualRisk": "Waarom is dit laag?" });
  expect(asked.status).toBe(303);
  await again(dossier, "CarryOutDpia", "ReviewDpia-1-1");
  const path = await site.taskLink(dossier, { ...CARRY_OUT, round: 2 });
  return { dossier, documents, team, page, path, applicant: new Visitor(site.publicApp) };
}

describe("a later round", () => {
  it("the team asks at an answer, with that answer beside the question (TASK-03)", async () => {
    const { dossier } = await handedIn();
    const team = await site.staff("led-team");
    const page = await team.open(review(dossier));
    const about = page.root.querySelector("#form-changes-needed-questionsByField-dpoOpinion-context");

    expect(about?.text).toContain("De maatregelen volstaan.");
    const nothing = await team.submit(page.form("questionsByField.residualRisk"), {});
    expect([nothing.status, nothing.text]).toEqual([422, expect.stringContaining("Stel minstens één vraag")]);
  });

  it("the applicant reads the question at its field and in the mail, and answers there", async () => {
    const { path, applicant } = await askedAgain();

    const page = await applicant.open(path);

    const question = page.root.querySelector("#form-submitted-residualRisk-context");
    expect(question?.text).toContain("Waarom is dit laag?");
    expect(
      page.root.querySelectorAll("[name^=answersByField]").map((one) => one.getAttribute("name")),
    ).toEqual(["answersByField.residualRisk"]);
    expect(site.mailer.sent.at(-1)?.text).toContain("Waarom is dit laag?");
  });

  it("documents that still hold are kept with a tick, also in a draft (DOC-12)", async () => {
    const { dossier, documents, path, applicant } = await askedAgain();
    const form = (await applicant.open(path)).form("residualRisk");

    const missing = await applicant.submit(form, {}, "DPIA indienen");
    const saved = await applicant.submit(form, { documents }, "Bewaar als ontwerp");
    const kept = (await applicant.follow(saved)).form("residualRisk");
    const done = await applicant.submit(
      kept,
      { residualRisk: "medium", "answersByField.residualRisk": "We schatten het opnieuw in." },
      "DPIA indienen",
    );

    expect([missing.status, missing.text]).toEqual([422, expect.stringContaining("Voeg nog toe")]);
    expect(done.status).toBe(303);
    const { decision } = await site.task(dossier.id, "CarryOutDpia-1-2");
    expect(decision?.documents.toSorted()).toEqual(documents.toSorted());
    expect((await applicant.follow(done)).text).toContain("Wat je antwoordde en wijzigde");
  });

  it("the team reads question, answer and the former text", async () => {
    const { dossier, documents, team, path, applicant } = await askedAgain();
    const answer = { residualRisk: "medium", "answersByField.residualRisk": "We schatten het opnieuw in." };
    const form = (await applicant.open(path)).form("residualRisk");
    await applicant.submit(form, { ...answer, documents }, "DPIA indienen");
    await again(dossier, "ReviewDpia", "CarryOutDpia-1-2");

    const round = (await team.open(review(dossier, 2))).root.querySelector(".round");

    expect(round?.text).toContain("Waarom is dit laag?");
    expect(round?.text).toContain("We schatten het opnieuw in.");
    expect(round?.querySelector("details")?.text).toMatch(/De vorige tekst\s*Laag/i);
    expect(round?.text).not.toContain("De maatregelen volstaan.");
  });

  it("the applicant gets a mail with the answers, who reads them and by when, once", async () => {
    const { dossier, documents, path, applicant } = await askedAgain();
    const form = (await applicant.open(path)).form("residualRisk");
    const done = await applicant.submit(form, { residualRisk: "medium", documents }, "DPIA indienen");
    const page = await applicant.follow(done);
    await again(dossier, "ReviewDpia", "CarryOutDpia-1-2");
    await again(dossier, "ReviewDpia", "CarryOutDpia-1-2");

    const receipts = site.mailer.sent.filter(
      ({ subject }) => subject.includes(dossier.reference) && subject.includes("Bedankt: je "),
    );

    expect(receipts.map(({ to }) => to[0]?.email)).toEqual(["an@voorbeeldegem.example"]);
    expect(receipts[0]?.text).toMatch(/Wie leest het\? Het LED-team\. Ten laatste op \d+ \w+ \d{4}/);
    expect(receipts[0]?.text).toContain("De maatregelen volstaan.");
    expect(page.text).toMatch(/LED-team is nu aan de beurt, sinds .*Ten laatste op/);
  });

  it("a document of another task is not kept (DOC-01)", async () => {
    const { dossier, documents, path, applicant } = await askedAgain();
    const other = await site.document(dossier, { taskId: "PreAssessDpia-1-1", kind: "dpia" });
    const form = (await applicant.open(path)).form("residualRisk");

    const page = await applicant.submit(form, { documents: [...documents, other.id] }, "DPIA indienen");

    expect([page.status, page.text]).toEqual([422, expect.stringContaining("hoort niet bij deze taak")]);
  });
});
