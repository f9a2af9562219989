import { beforeEach, expect, it } from "vitest";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { GiveUp } from "../../functions/domain/errors.ts";
import { openFileTable } from "../adapters/database.ts";
import { aDossier } from "../builders/dossier.ts";
import { backendForEachTest } from "../application/backend.ts";

const test = backendForEachTest(await openFileTable());
let dossier: Dossier;

beforeEach(async () => {
  const found = await test.backend.dossiers.find(aDossier().id);
  dossier = found ?? (await test.backend.dossiers.create(aDossier()));
});

const send = (key: string, email: string) =>
  test.acts.sendMail({
    ...{ key, template: "test", about: dossier, to: { name: "An Voorbeeld", email } },
    ...{ subject: "Vul de intake in", paragraphs: [] },
  });
const recordOf = async (key: string) =>
  (await test.backend.dossiers.findWhole(dossier.id))?.mails.find((mail) => mail.key === key);

it("a refused address of the consumer is reported to the team once, and blocks nothing", async () => {
  test.mailer.refused.add("fout@voorbeeldegem.example");

  await send("one", "fout@voorbeeldegem.example");
  await send("one", "fout@voorbeeldegem.example");

  expect(test.mailer.sent.map(({ to, subject }) => [to[0]?.email, subject])).toEqual([
    [
      "led@team.example",
      `[${dossier.reference}] ${dossier.organisation.name}: een mail kon niet verstuurd worden`,
    ],
  ]);
  expect(test.mailer.sent[0]?.text).toContain("An Voorbeeld (fout@voorbeeldegem.example)");
  expect(await recordOf("one")).toMatchObject({ status: "refused" });
});

it("a refused mailbox of the LED is an error: nobody could be notified", async () => {
  test.mailer.refused.add("led@team.example");

  await expect(send("two", "led@team.example")).rejects.toThrow(GiveUp);
  await expect(send("three", "led@team.example")).rejects.toThrow(GiveUp);
});
