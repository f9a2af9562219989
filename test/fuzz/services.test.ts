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
  it.each(["mail", "bucket", "table"] as const)(
    "(%s) shows the message again with its input, and sends it afterwards",
    async (service) => {
      const { id } = await site.given({}, {});
      const path = `/dossier/${await site.link({ kind: "status", dossierId: id })}/bericht`;
      const page = await visitor.open(path);
      const before = site.mailer.sent.length;

      const failed = await trouble.during({ service, kind, callsLeft: 0 }, () =>
        visitor.submit(page.form("reason"), { reason: WORDS }),
      );
      // A claim on the form whose answer was lost expires by itself.
      if (service === "table" && kind === "answer lost") site.time.now = addMinutes(site.time.now, 1);
      const sent = await visitor.submit(
        failed.form("reason"),
        {},
        service === "table" ? "Opnieuw" : undefined,
      );

      expect([failed.status, failed.headers.get("retry-after"), sent.status]).toEqual([503, "10", 303]);
      // SES had accepted the mail whose answer was lost.
      const twice = service === "mail" && kind === "answer lost" ? 2 : 1;
      expect(site.mailer.sent.length - before).toBe(twice);
      expect((await site.acts.dossiers.findWhole(id))?.notes.map(({ text }) => text)).toEqual([WORDS]);
    },
  );

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
