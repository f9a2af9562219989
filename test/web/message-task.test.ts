import { beforeEach, expect, it } from "vitest";
import type { Dossier } from "../../functions/domain/dossier.ts";
import type { Actor } from "../../functions/domain/people.ts";
import { openFileTable } from "../adapters/database.ts";
import { openSite, type TestSite } from "./site.ts";

const table = await openFileTable();
const CONTACT: Actor = { role: "applicant", id: "person-contact", name: "An Voorbeeld" };
const TASK = "AnswerMessage-1-1";

let site: TestSite;
let dossier: Dossier;
let count = 0;
const message = async (text: string) => {
  const id = `m${String((count += 1)).padStart(25, "0")}`;
  await site.acts.messageTeam(dossier, CONTACT, { id, text });
  return id;
};
const taskPath = () => `/admin/dossiers/${dossier.id}/tasks/${TASK}`;
const statusOf = async () => (await site.acts.tasks.find(dossier.id, TASK))?.status;

beforeEach(async () => {
  site = openSite(table);
  dossier = await site.given({}, { kind: "SubmitIntake" });
});

it("a message is in the inbox under its sender, and is answered on its page", async () => {
  await message("Wanneer horen we iets?");
  const team = await site.staff("led-team");
  const inbox = await team.open("/admin");
  const page = await team.open(inbox.link("Bericht van An Voorbeeld (aanvrager)"));
  expect(page.text).toContain("Wanneer horen we iets?");
  expect(page.text).toContain("Je antwoord gaat naar: An Voorbeeld (an@voorbeeldegem.example).");

  const sent = await team.submit(page.form("answer"), { answer: "Volgende week." });

  expect((await team.follow(sent)).text).toContain("beantwoordde een bericht");
  const status = await site.visitor.open(await site.statusLink(dossier.id));
  expect(status.text).toContain("Lies Team (LED-team) stuurde een berichtVolgende week.");
  expect(status.text).not.toContain("beantwoordde een bericht");
});

it("an answer says what its page showed: a later message waits in a next task, also after a draft", async () => {
  await message("Eerste vraag");
  const team = await site.staff("led-team");
  const page = await team.open(taskPath());
  await message("Tweede vraag");

  await team.submit(page.form("answer"), { answer: "Over de eerste." });

  const next = await team.open(taskPath().replace(/1$/, "2"));
  expect(next.text).toContain("Tweede vraag");
  expect(next.text).not.toContain("Eerste vraag");
  const { text } = await team.open(`/admin/dossiers/${dossier.id}`);
  expect(text).toContain("Open: Bericht van An Voorbeeld (aanvrager)");
  expect(text).not.toContain("ronde 2");
});

it("a message from the page of the dossier is the answer to what that page shows", async () => {
  await message("Wanneer horen we iets?");
  const team = await site.staff("led-team");
  const page = await team.open(`/admin/dossiers/${dossier.id}/message`);
  expect(page.text).toContain("Wanneer horen we iets?");

  const sent = await team.submit(page.form("reason"), { reason: "Volgende week." });

  expect((await team.follow(sent)).text).toContain("Je bericht is verstuurd.");
  expect(await statusOf()).toBe("decided");
  const { notes } = await site.whole(dossier.id);
  expect(notes.map(({ text }) => text).sort()).toEqual(["Volgende week.", "Wanneer horen we iets?"]);
});

it("a program answers by the task too", async () => {
  await message("Wanneer horen we iets?");
  const listed = await site.call("/tasks?whose=led-team");
  expect(listed.html).toContain("Bericht van An Voorbeeld (aanvrager)");

  const decided = await site.call(`/dossiers/${dossier.id}/tasks/${TASK}/decision`, { outcome: "no-answer" });

  expect([decided.status, await statusOf()]).toEqual([201, "decided"]);
});
