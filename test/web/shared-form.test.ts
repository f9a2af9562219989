import { html } from "hono/html";
import { expect, it } from "vitest";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { Asked } from "../../functions/web/ui/task/task-parts.tsx";
import { TASKS } from "../../functions/application/tasks.ts";
import { newTask } from "../../functions/tasks/open-task.ts";
import { agreedDeadline, plannedFor } from "../../functions/domain/planned-date.ts";
import { openFileTable } from "../adapters/database.ts";
import { aDossier, inStatus, NOW } from "../builders/dossier.ts";
import { TEAM } from "../builders/people.ts";
import { openSite } from "./site.ts";

const site = openSite(await openFileTable());

const PRE_ASSESS = { kind: "PreAssessDpia", audience: "led-team", stage: "DPIA" } as const;

async function openPreAssessment() {
  const team = await site.staff("led-team");
  const dossier = await site.given({ stage: "DPIA" }, PRE_ASSESS);
  const address = `/admin/dossiers/${dossier.id}/tasks/PreAssessDpia-1-1`;
  return { team, dossier, page: await team.open(address) };
}

it("outcomes with the same schema share one form, with a button for each", async () => {
  const { page } = await openPreAssessment();
  const form = page.form("outcome", "not-required");

  expect(page.forms().filter((other) => other.has("motivation"))).toHaveLength(1);
  expect(form.element.querySelectorAll("button[name=outcome]").map((button) => button.textContent)).toEqual([
    "Besluit: geen DPIA nodig",
    "Besluit: een DPIA is nodig",
  ]);
  expect(form.element.textContent).toContain("aanzet van de DPIA (niet verplicht)");
});

it("a shared form decides only by the button of an outcome, and keeps the input", async () => {
  const { team, dossier, page } = await openPreAssessment();
  const form = page.form("outcome", "not-required");

  const bare = await team.submit(form, { motivation: "Nog te wegen." });

  expect(bare.status).toBe(422);
  expect(bare.text).toContain("Kies een van de mogelijke antwoorden.");
  expect(bare.root.querySelector("[name=motivation]")?.textContent).toContain("Nog te wegen.");
  expect((await site.acts.tasks.find(dossier.id, "PreAssessDpia-1-1"))?.status).toBe("open");
});

it("a draft of a shared form is restored in it", async () => {
  const { team, page } = await openPreAssessment();
  const form = page.form("outcome", "not-required");

  const saved = await team.submit(form, { motivation: "Nog te wegen." }, "Bewaar als ontwerp");
  const again = await team.follow(saved);

  expect(again.root.querySelector("[name=motivation]")?.textContent).toContain("Nog te wegen.");
});

it("a task has the planned date of its step, after both parties agreed", () => {
  const planning = {
    dpiaConclusion: "2026-12-01",
    protocolDraft: "2027-01-01",
    dpoAdvice: "2027-02-01",
    signature: "2027-03-01",
    connection: "2027-04-01",
  };
  const agreed = { ...planning, agreedAt: "2026-11-24T10:00:00.000Z" };

  expect(plannedFor("SubmitProtocol", aDossier({ planning: agreed }))).toEqual({
    step: "protocolDraft",
    by: "2027-01-01",
  });
  expect(plannedFor("SubmitProtocol", aDossier({ planning }))).toBeUndefined();
  expect(plannedFor("SubmitIntake", aDossier({ planning: agreed }))).toBeUndefined();

  const dossier = aDossier({ planning: agreed });
  const by = (kind: "SubmitProtocol" | "ReviewProtocol", at: string) => agreedDeadline(kind, dossier, at);
  expect(by("SubmitProtocol", "2026-12-10T09:00:00.000Z")).toBe("2027-01-01");
  expect(by("SubmitProtocol", "2027-01-01T09:00:00.000Z")).toBeUndefined();
  expect(by("ReviewProtocol", "2026-12-10T09:00:00.000Z")).toBeUndefined();
  expect(newTask(TASKS.SubmitProtocol, dossier, NOW, {})).toMatchObject({
    plannedBy: "2027-01-01",
    deadline: "2027-01-01T22:59:59.999Z",
  });
  const laterPass = { kind: "renewal", of: 1, by: TEAM, at: "2029-11-24T10:00:00.000Z" } as const;
  expect(
    plannedFor("SubmitProtocol", aDossier({ planning: agreed, pass: 2, request: { laterPass } })),
  ).toBeUndefined();
});

it("the task to answer an enquiry shows the question beside the form", async () => {
  const dossier = inStatus(aDossier(), {
    status: "ENQUIRY",
    request: { question: "Kan de LED ons helpen?" },
  });

  const shown = async (about: Dossier) => (await html`${Asked({ dossier: about })}`).toString();

  expect(await shown(dossier)).toContain("Kan de LED ons helpen?");
  expect(await shown(aDossier())).not.toContain("vraag");
});
