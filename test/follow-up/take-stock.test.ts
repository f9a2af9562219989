import { describe, expect, it } from "vitest";
import type { Stock } from "../../functions/domain/stock.ts";
import { createFollowUp } from "../../functions/follow-up/create-follow-up.ts";
import { takeStock } from "../../functions/follow-up/take-stock.ts";
import { assessIntake } from "../../functions/intake/assess-intake.ts";
import { submitIntake } from "../../functions/intake/submit-intake.ts";
import { backendForEachTest } from "../application/backend.ts";
import { aDossier, inStatus } from "../builders/dossier.ts";

const test = backendForEachTest();
const sweep = () =>
  createFollowUp(test.acts, (_due, error) => {
    throw error;
  })(() => true);
const create = (number: number, differences: Parameters<typeof aDossier>[0] = {}) =>
  test.backend.dossiers.create(
    aDossier({
      id: `01HS${String(number).padStart(22, "0")}`,
      reference: `LED-2026-0000${number}`,
      ...differences,
    }),
  );
const stockOf = async (): Promise<Stock> => {
  const stock = await takeStock(test.acts);
  if (!stock) throw new Error("No stock was taken");
  return stock;
};

describe("the stock of dossiers", () => {
  it("counts each dossier once at the stage of its tasks, and tasks by side", async () => {
    test.time.now = "2026-11-10T09:00:00.000Z";
    const both = await create(1);
    await test.acts.openTask(assessIntake, both, {});
    await test.acts.openTask(submitIntake, both, {});
    await test.acts.openTask(submitIntake, await create(2), {});
    test.time.now = "2026-12-22T09:03:00.000Z";

    const { stages, waiting, onHold, parked } = await stockOf();

    expect(stages.filter(({ dossiers }) => dossiers > 0)).toEqual([{ stage: "INTAKE", dossiers: 2 }]);
    expect(waiting).toEqual({ consumer: { open: 2, late: 2 }, led: { open: 1, late: 1 } });
    expect([onHold, parked]).toEqual([0, 0]);
  });

  it("counts the dossiers in use, which have no task", async () => {
    test.time.now = "2026-11-10T09:01:00.000Z";
    await test.backend.dossiers.create(inStatus(aDossier({ stage: "IN_USE" }), { status: "IN_USE" }));

    expect((await stockOf()).stages).toContainEqual({ stage: "IN_USE", dossiers: 1 });
  });

  it("tells how long the oldest mail waits to be sent, from its first attempt until it is sent", async () => {
    const about = await create(1);
    const send = () =>
      test.acts.sendMail({
        ...{ key: "asked", template: "test", about, to: about.people.contact },
        ...{ subject: "Vul de intake in", paragraphs: [] },
      });
    test.time.now = "2026-11-10T08:01:00.000Z";
    test.mailer.isDown = true;
    await expect(send()).rejects.toThrow("MAIL_UNAVAILABLE");
    test.time.now = "2026-11-11T09:01:00.000Z";
    await expect(send()).rejects.toThrow("MAIL_UNAVAILABLE");

    expect((await stockOf()).oldestUnsent).toBe(25 * 60);

    test.mailer.isDown = false;
    await send();
    expect((await stockOf()).oldestUnsent).toBe(0);
  });

  it("is measured in one sweep of an hour", async () => {
    for (const minute of ["00", "05", "10", "55"]) {
      test.time.now = `2026-11-10T09:${minute}:30.000Z`;
      await sweep();
    }

    expect(test.measured).toHaveLength(1);
  });
});
