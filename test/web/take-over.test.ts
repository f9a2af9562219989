import { beforeEach, describe, expect, it } from "vitest";
import type { StoredDocument } from "../../functions/domain/documents.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { type Actor, UNCONFIRMED } from "../../functions/domain/people.ts";
import { createRecordReceived } from "../../functions/dossiers/send-message.ts";
import { openFileTable } from "../adapters/database.ts";
import { anIntake } from "../builders/intake.ts";
import { NOW } from "../builders/dossier.ts";
import type { Page } from "../journey/browser.ts";
import { openSite, type TestSite } from "./site.ts";

const table = await openFileTable();
const CONTACT: Actor = { role: "applicant", id: "person-contact", name: "An Voorbeeld" };
const PROTOCOL = "SubmitProtocol-1-1";

let site: TestSite;
let dossier: Dossier;
let count = 0;

beforeEach(() => {
  site = openSite(table);
});

/** A mail of the contact with these files, as the function that takes mail in leaves it. */
async function received(names: string[], differences: Partial<StoredDocument> = {}, by = CONTACT) {
  const id = `mail${String((count += 1)).padStart(22, "0")}`;
  await createRecordReceived(site.acts)(dossier.id, {
    id,
    at: NOW,
    by,
    text: "Re: protocol\n\nAlstublieft.",
  });
  for (const [place, name] of names.entries())
    await site.document(dossier, {
      ...{ id: `${id}0${place}`, taskId: undefined, kind: "other", title: name, name, by: CONTACT },
      ...differences,
    });
  return id;
}
const takeOverForm = (page: Page, documentId: string, kind: string) => {
  const found = page.forms().find((form) => form.has("document", documentId) && form.has("kind", kind));
  if (!found) throw new Error(`${page.title} does not take ${documentId} over as ${kind}`);
  return found;
};
const documents = async () => (await site.whole(dossier.id)).documents;

describe("DOC-13: the files of a mail", () => {
  beforeEach(async () => {
    dossier = await site.given(
      { stage: "PROTOCOL", intake: anIntake() },
      { kind: "SubmitProtocol", stage: "PROTOCOL", audience: "applicant" },
    );
  });

  it("are taken over with two clicks: protocol and advice, with the mail as reason and source", async () => {
    const message = await received(["protocol.pdf", "advies.pdf"]);
    const team = await site.staff("led-team");
    const task = await team.open(`/admin/dossiers/${dossier.id}/tasks/AnswerMessage-1-1`);
    const protocol = takeOverForm(task, `${message}00`, "protocol");

    const form = await team.follow(await team.submit(protocol));
    const both = await team.follow(
      await team.submit(takeOverForm(form, `${message}01`, "consumer-dpo-advice")),
    );
    await team.submit(protocol);

    const taken = (await documents()).filter(({ takenFrom }) => takenFrom);
    expect(taken.map(({ kind, name, taskId, by }) => [kind, name, taskId, by.name])).toEqual([
      ["protocol", "protocol.pdf", PROTOCOL, "Lies Team"],
      ["consumer-dpo-advice", "advies.pdf", PROTOCOL, "Lies Team"],
    ]);
    expect(taken[0]?.takenFrom).toEqual({ document: `${message}00`, message });
    const own = both.html.slice(both.html.indexOf('id="form-own-file"'));
    expect(both.root.querySelector("#form-own-file")?.hasAttribute("open")).toBe(true);
    expect(both.root.querySelector("#form-submitted")?.hasAttribute("open")).toBe(false);
    for (const { id } of taken) expect(own).toMatch(new RegExp(`value="${id}"[^>]* checked`));
    expect(own).toContain("Zoals gevraagd in het bericht van An Voorbeeld, 23 november 2026");
    expect(own).toMatch(new RegExp(`<option value="${message}" selected`));
  });

  it("that were refused say why, and are not taken over", async () => {
    await received(["groot.pdf"], { scan: "refused-size" });
    const team = await site.staff("led-team");

    const task = await team.open(`/admin/dossiers/${dossier.id}/tasks/AnswerMessage-1-1`);

    expect(task.text).toContain("groot.pdf: geweigerd, want het is groter dan 25 MB.");
    expect(task.html).not.toContain("/take-over");
  });

  it("are taken over by a program too", async () => {
    const message = await received(["protocol.pdf"]);
    const path = `/dossiers/${dossier.id}/tasks/${PROTOCOL}/take-over`;

    const answer = await site.call(path, { document: `${message}00`, kind: "protocol" });
    const refused = await site.call(path, { document: `${message}00`, kind: "dpia" });

    expect(JSON.parse(answer.html)).toMatchObject({
      documents: [{ kind: "protocol", name: "protocol.pdf" }],
    });
    expect([answer.status, refused.status]).toEqual([200, 409]);
  });

  it("are no document of a task that does not ask for them, or is no longer open", async () => {
    const message = await received(["scan.jpg"], { contentType: "image/jpeg" });
    const place = { dossierId: dossier.id, documentId: `${message}00`, taskId: PROTOCOL };
    const by: Actor = { role: "led-team", id: "staff-1", name: "Lies Team" };

    const verdicts = [
      await site.acts.takeOver({ ...place, kind: "protocol" }, by),
      await site.acts.takeOver({ ...place, kind: "dpia" }, by),
      await site.acts.takeOver({ ...place, documentId: "unknown", kind: "protocol" }, by),
    ];

    expect(verdicts.map(({ allowed }) => allowed)).toEqual([false, false, false]);
    expect((await documents()).filter(({ takenFrom }) => takenFrom)).toEqual([]);
  });

  it("stay when what was taken over is taken away again", async () => {
    const message = await received(["protocol.pdf"]);
    const by: Actor = { role: "led-team", id: "staff-1", name: "Lies Team" };
    const place = { dossierId: dossier.id, taskId: PROTOCOL };
    await site.acts.takeOver({ ...place, documentId: `${message}00`, kind: "protocol" }, by);
    const taken = (await documents()).find(({ takenFrom }) => takenFrom);

    await site.acts.takeDocumentAway({ ...place, documentId: taken?.id ?? "" }, by);
    await site.sweep();

    expect(site.files.removed).toEqual([]);
    expect((await documents()).filter(({ removed }) => !removed).map(({ kind }) => kind)).toEqual(["other"]);
  });
});

describe("ROLE-01: a message is enough to act on behalf of its side", () => {
  const decide = async (message: string | undefined) =>
    site.acts.decideTask(dossier.id, "AgreePlanning-1-1", {
      ...{ outcome: "agree", fields: {}, documents: [] },
      by: { role: "led-team", id: "staff-1", name: "Lies Team" },
      ...{ onBehalfReason: "Mailde een akkoord.", onBehalfMessage: message },
    });

  it("when a person of the dossier sent it; the decision names it", async () => {
    dossier = await site.given({ intake: anIntake() }, { kind: "AgreePlanning", audience: "applicant" });
    const message = await received([]);
    const stranger = { role: "system", id: UNCONFIRMED, name: "Vreemde" } as const;
    const unconfirmed = await received([], {}, stranger);

    expect([(await decide(undefined)).status, (await decide(unconfirmed)).status]).toEqual([
      "refused",
      "refused",
    ]);
    expect((await decide(message)).status).toBe("decided");
    const task = await site.acts.tasks.find(dossier.id, "AgreePlanning-1-1");
    expect(task?.decision?.onBehalf).toEqual({ of: "applicant", reason: "Mailde een akkoord.", message });
  });

  it("and its page is opened from the message, with the reason filled in", async () => {
    dossier = await site.given({ intake: anIntake() }, { kind: "AgreePlanning", audience: "applicant" });
    const message = await received([]);
    const team = await site.staff("led-team");
    const task = await team.open(`/admin/dossiers/${dossier.id}/tasks/AnswerMessage-1-1`);

    const page = await team.open(task.link("(in naam van: aanvrager)"));

    expect(page.html).toMatch(new RegExp(`<option value="${message}" selected`));
    expect(page.text).toContain("Zoals gevraagd in het bericht van An Voorbeeld");
  });
});
