import { describe, expect, it } from "vitest";
import { createAdminApp } from "../../functions/web/admin-app.tsx";
import { PUBLIC_PERMISSIONS } from "../../functions/web/http/permissions.ts";
import { ADMIN_PERMISSIONS } from "./permissions.ts";
import { createPublicApp } from "../../functions/web/public-app.tsx";
import { firstContactId } from "../../functions/contact/new-dossier.ts";
import { openFileTable } from "../adapters/database.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aNewMail } from "../builders/new-mail.ts";
import { readyText } from "./given.ts";
import { openSite } from "./site.ts";
import { createCounter } from "../../functions/overview/count-lines.ts";
import { defaultTemplate } from "../../functions/protocol/default-template.nl.ts";
import { writeDocx } from "../../functions/templates/write-docx.ts";
import { Visitor } from "./visitor.ts";

const site = openSite(await openFileTable());

/** Signing in is the only GET of a page that must store something. */
const SIGNS_IN = "GET /admin/sign-in/callback";
const ASKS = ["now", "newId", "newSecret", "addressOf", "verifyBearer", "verifyLog"];
const READS = /^(read|find|list|isThere|downloadAddress)/;

/** Ports and acts that count all calls except reads. */
function counting<Deps extends object>(deps: Deps): { deps: Deps; written: string[] } {
  const written: string[] = [];
  const watch = <Thing extends object>(thing: Thing, path: string): Thing =>
    new Proxy(thing, {
      get(target, name, receiver) {
        const value: unknown = Reflect.get(target, name, receiver);
        const full = `${path}${String(name)}`;
        if (typeof value === "function" && !READS.test(String(name)) && !ASKS.includes(full))
          return (...given: unknown[]): unknown => {
            written.push(full);
            return Reflect.apply(value, target, given);
          };
        const isPort =
          typeof value === "object" && value !== null && PORTS.includes(String(name)) && path === "";
        return isPort ? watch(value, `${full}.`) : value;
      },
    });
  return { deps: watch(deps, ""), written };
}
const PORTS = [
  "dossiers",
  "tasks",
  "links",
  "requests",
  "documents",
  "tombstones",
  "exports",
  "readings",
  "limits",
  "lines",
  "publications",
  "sessions",
  "staff",
  "mails",
  "mailer",
  "workflow",
];

const UPLOAD = "01J00000000000000000000001";

describe("reading a page", () => {
  it("stores nothing and mails nothing, for every page", async () => {
    const given = await site.given(
      { stage: "PROTOCOL", planning: anAgreement().planning },
      { kind: "SubmitProtocol", stage: "PROTOCOL" },
    );
    // Whoever sent the contact form, whose link leads on to the intake.
    const sender = { ...given.people.contact, id: firstContactId(given) };
    const dossier = await site.acts.dossiers.save({
      ...given,
      people: { ...given.people, secondContact: sender },
    });
    const task = { kind: "task", dossierId: dossier.id, taskId: "SubmitProtocol-1-1" } as const;
    await site.acts.requests.save({
      id: dossier.id,
      form: {},
      at: site.time.now,
      expiresAt: "2027-01-01T00:00:00.000Z",
    });
    const document = await site.document(dossier, { taskId: "SubmitProtocol-1-1" });
    const secrets = {
      taak: await site.link(task),
      dossier: await site.link({ kind: "status", dossierId: dossier.id }),
      bevestigen: await site.link({ kind: "confirmation", requestId: dossier.id }),
    };
    await site.acts.publications.add({
      ...{ dossierId: dossier.id, reference: dossier.reference, pass: 1, documentId: document.id },
      ...{ organisation: "Gemeente Voorbeeldegem", purpose: "Nakijken" },
      ...{ signedOn: "2026-11-01", start: "2026-12-01" },
    });
    const leadsOn = (path: string) =>
      (path.endsWith(document.id) && !path.includes("ontvangen")) ||
      path.startsWith("/protocollen/") ||
      // A contact is handed over, never removed.
      path.endsWith("/contactpersoon/verwijderen") ||
      /^\/bevestigen\/.*\/intake$/.test(path);
    const { deps, written } = counting(site.publicDeps);
    const visitor = new Visitor(createPublicApp(deps));
    const before = site.mailer.sent.length;

    for (const key of Object.keys(PUBLIC_PERMISSIONS).filter((name) => name.startsWith("GET "))) {
      const path = key
        .replace("GET ", "")
        .replace(
          /^\/(taak|dossier|bevestigen)\/:secret/,
          (_, kind: keyof typeof secrets) => `/${kind}/${secrets[kind]}`,
        )
        .replace(":taskId", task.taskId)
        .replace(/:id$|:documentId|:id(?=\/)/, document.id)
        .replace(":part", "contactpersoon")
        .replace(/:reference\/:pass.*/, `${dossier.reference}/1`)
        .replace(/^\/assets\/:file.*/, "/assets/style-0.css")
        .replace(/:file.*/, "protocol.docx");
      // Only the link of a former contact opens this page.
      const shown = path.includes("/overdracht/") ? 404 : 200;
      expect([path, (await visitor.open(path)).status]).toEqual([path, leadsOn(path) ? 303 : shown]);
    }
    expect(written).toEqual([]);
    await visitor.post(`/taak/${secrets.taak}`, {});
    expect(written).toEqual(["withinLimits", "decideTask"]);
    expect(site.mailer.sent.length).toBe(before);
  });

  it("of the admin site and the API stores nothing either, except sign-ins and readings", async () => {
    const dossier = await site.given({}, { kind: "AssessIntake", audience: "led-team" });
    const document = await site.document(dossier, { taskId: "AssessIntake-1-1" });
    await site.acts.newMails.add(aNewMail({ id: dossier.id }));
    const { textId } = await readyText(site);
    site.templateFiles.uploaded.set(UPLOAD, await writeDocx(defaultTemplate("AHOVOKS")));
    const team = await site.staff("led-team");
    site.tokens.set("team", { subject: "s", name: "n", roles: ["led-team"] });
    await site.acts.lines.saveStatistics(createCounter(site.time.now).result());
    const { deps, written } = counting(site.adminDeps);
    const visitor = team.before(createAdminApp(deps));

    for (const key of Object.keys(ADMIN_PERMISSIONS).filter(
      (name) => name.startsWith("GET ") && name !== SIGNS_IN,
    )) {
      const path = key
        .replace("GET ", "")
        .replace(":id", dossier.id)
        .replace(":taskId", "AssessIntake-1-1")
        .replace(":documentId", document.id)
        .replace(":mailId", dossier.id)
        .replace(":part", "contact")
        .replace(":exportId", site.acts.newId())
        .replace(":uploadId", UPLOAD)
        .replace(":textId", textId)
        .replace(":schema", "Task")
        .replace(":chart", "months.svg")
        .replace(":number", "0");
      const query = path.endsWith("/v1/dossiers") ? "?stage=INTAKE" : "";
      const page = await visitor.open(path + query, { headers: { authorization: "Bearer team" } });
      expect([path, page.status < 400]).toEqual([path, true]);
    }
    expect(new Set(written)).toEqual(new Set(["readings.record"]));
  });
});
