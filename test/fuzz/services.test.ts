import { describe, expect, it } from "vitest";
import { addMinutes } from "../../functions/domain/calendar.ts";
import { openFileTable } from "../adapters/database.ts";
import { openSite } from "../web/site.ts";
import { KINDS, openTrouble } from "./trouble.ts";
import { anIntakeForm } from "../builders/intake.ts";
import { asFormValues } from "../journey/flatten.ts";

const site = openSite(await openFileTable());
const trouble = openTrouble(site, site.table);
const { visitor } = site;

const WORDS = "Kunnen we later aansluiten?";
const INTAKE = asFormValues(anIntakeForm({ purpose: WORDS }));

describe.each(KINDS)("a service that is %s", (kind) => {
  const openMessage = async () => {
    const { id } = await site.given({}, {});
    const path = `/dossier/${await site.link({ kind: "status", dossierId: id })}/bericht`;
    return { id, form: (await visitor.open(path)).form("reason"), before: site.mailer.sent.length };
  };
  const notesOf = async (id: string) =>
    (await site.acts.dossiers.findWhole(id))?.notes.map(({ text }) => text);

  it("(table) shows the message again with its input, and sends it afterwards", async () => {
    const { id, form, before } = await openMessage();

    const failed = await trouble.during({ service: "table", kind, callsLeft: 0 }, () =>
      visitor.submit(form, { reason: WORDS }),
    );
    // A claim on the form whose answer was lost expires by itself.
    if (kind === "answer lost") site.time.now = addMinutes(site.time.now, 1);
    const sent = await visitor.submit(failed.form("reason"), {}, "Opnieuw");

    expect([failed.status, failed.headers.get("retry-after"), sent.status]).toEqual([503, "10", 303]);
    expect(site.mailer.sent.length - before).toBe(1);
    expect(await notesOf(id)).toEqual([WORDS]);
  });

  it.each(["mail", "bucket"] as const)("(%s) keeps the message, which follow-up sends", async (service) => {
    const { id, form, before } = await openMessage();

    const kept = await trouble.during({ service, kind, callsLeft: 0 }, () =>
      visitor.submit(form, { reason: WORDS }),
    );
    await site.acts.sendMessages(id);

    expect(kept.status).toBe(303);
    expect(trouble.struck.get(service)).toBeGreaterThan(0);
    // SES had accepted the mail whose answer was lost.
    const twice = service === "mail" && kind === "answer lost" ? 2 : 1;
    expect(site.mailer.sent.length - before).toBe(twice);
    expect(await notesOf(id)).toEqual([WORDS]);
  });

  it("(workflow) keeps the decision, and thanks", async () => {
    const dossier = await site.given({}, {});
    const path = await site.taskLink(dossier);
    const page = await visitor.open(path);

    const decided = await trouble.during({ service: "workflow", kind, callsLeft: 0 }, () =>
      visitor.submit(page.form("purpose"), INTAKE),
    );

    expect(decided.status).toBe(303);
    expect((await visitor.open(path)).text).toContain("Bedankt");
    expect((await site.acts.tasks.find(dossier.id, "SubmitIntake-1-1"))?.decision?.outcome).toBe("submitted");
    expect(trouble.struck.get("workflow")).toBeGreaterThan(0);
  });
});
