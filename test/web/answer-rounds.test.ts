import { expect, it } from "vitest";
import { TASKS } from "../../functions/application/tasks.ts";
import { AnswerRounds, answeredTasks } from "../../functions/web/admin/answer-rounds.tsx";
import { aDossier } from "../builders/dossier.ts";
import { anIntakeForm } from "../builders/intake.ts";
import { aDecision, aTask } from "../builders/task.ts";

it("the answers of a dossier say per round what changed, with the former text", () => {
  const submitted = (round: number, purpose: string, more = {}) =>
    aTask({
      ...{ round, status: "decided" },
      decision: aDecision({
        fields: anIntakeForm({ purpose, ...more }),
        at: `2026-11-2${round}T09:00:00.000Z`,
      }),
    });
  const tasks = [
    submitted(1, "Een premie"),
    submitted(2, "Een toelage", { processor: "Verwerker nv" }),
    submitted(3, "Een toelage"),
    submitted(4, "Een toelage"),
  ];
  const whole = {
    ...{ dossier: aDossier(), tasks, documents: [], mails: [], changes: [], notes: [] },
    ...{ accesses: [], drafts: [], unreadable: [] },
  };

  const [intake, ...others] = answeredTasks(whole, TASKS);
  const shown: { toString: () => string } = AnswerRounds({ answered: intake ? [intake] : [], to: "/d" });
  const html = shown.toString();

  expect(others).toEqual([]);
  expect(intake?.rounds.map(({ task }) => task.round)).toEqual([4, 3, 2, 1]);
  expect(html.match(/ · [^<]*/g)).toEqual([
    " · niets gewijzigd",
    " · één antwoord gewijzigd",
    " · 2 antwoorden gewijzigd",
  ]);
  expect(html).toContain("(weggelaten)");
  expect(html).toMatch(/\(gewijzigd\)<.*Een toelage.*vroegere tekst.*Een premie/s);
});
