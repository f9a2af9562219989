import { expect, it } from "vitest";
import { createOpenDpiaReview } from "../../functions/dpia/open-dpia-review.ts";
import { reviewDpia } from "../../functions/dpia/review-dpia.ts";
import { openFileTable } from "../adapters/database.ts";
import { backendForEachTest } from "../application/backend.ts";
import { aDossier } from "../builders/dossier.ts";
import { aDpia } from "../protocol/answers.ts";

const test = backendForEachTest(await openFileTable());
const DPO = { role: "led-dpo", id: "staff-2", name: "Lena Dpo" } as const;
const OPINION = "Leg de bewaartermijn vast.";

async function review(id: string, reference: string, asksLedDpoOnDpia: boolean) {
  const dossier = await test.backend.dossiers.create(
    aDossier({ id, reference, stage: "DPIA", dpia: aDpia() }),
  );
  const open = createOpenDpiaReview({ openTask: test.acts.openTask, asksLedDpoOnDpia });
  await open(reviewDpia, dossier, { taskToken: "token" });
  await open(reviewDpia, dossier, { taskToken: "token" });
  const { tasks } = await test.whole(id);
  return tasks.map(({ kind }) => kind).sort();
}

it("the DPO of the LED is asked about a DPIA only where configuration says so, once", async () => {
  expect(await review("01HX0000000000000000000001", "LED-2029-00001", false)).toEqual(["ReviewDpia"]);
  expect(await review("01HX0000000000000000000002", "LED-2029-00002", true)).toEqual([
    "AdviseOnDpiaForLed",
    "ReviewDpia",
  ]);
  expect(test.mailer.sent.filter(({ to }) => to[0]?.email === "dpo@team.example")).toHaveLength(1);
});

it("the team gets the opinion by mail, and the review does not wait for it", async () => {
  const id = "01HX0000000000000000000003";
  await review(id, "LED-2029-00003", true);

  const fields = { opinion: OPINION };
  const decided = { outcome: "conditions", fields, documents: [], by: DPO };
  await test.acts.decideTask(id, "AdviseOnDpiaForLed-1-1", decided);

  const mail = test.mailer.sent.findLast(({ to }) => to[0]?.email === "led@team.example");
  expect(mail?.text).toContain(`Lena Dpo gaf een positief advies onder voorwaarden`);
  expect(mail?.text).toContain(OPINION);
  expect((await test.task(id, "ReviewDpia-1-1")).status).toBe("open");
});
