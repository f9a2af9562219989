import { describe, expect, it } from "vitest";
import { openFileTable } from "../adapters/database.ts";
import { aClosedDossier } from "../builders/closed.ts";
import { inStatus } from "../builders/dossier.ts";
import { openSite } from "./site.ts";
import { Visitor } from "./visitor.ts";

const site = openSite(await openFileTable());
const { visitor } = site;
const TITLE = "Verslag van het overleg van 12 maart";
const OUTSIDE = { kind: "other", taskId: undefined, title: TITLE, name: "verslag.pdf" } as const;

describe("a document outside any task", () => {
  it("is added by the applicant: what it is, the file, and what became of it", async () => {
    const dossier = await site.given({}, {});
    const link = await site.statusLink(dossier.id);
    expect((await visitor.open(link)).text).toContain("Voeg een document toe dat bij geen taak hoort");
    const asked = await visitor.open(`${link}/document`);
    const without = await visitor.submit(asked.form("title"), {});
    expect(without.status).toBe(422);

    const page = await visitor.submit(asked.form("title"), { title: TITLE });
    const [upload] = page.forms();
    const returnTo = page.root.querySelector("[name=success_action_redirect]")?.getAttribute("value") ?? "";
    const title = page.root.querySelector("[name=x-amz-meta-title]")?.getAttribute("value") ?? "";

    expect(Buffer.from(title, "base64url").toString()).toBe(TITLE);
    expect(page.headers.get("content-security-policy")).toContain(
      `form-action 'self' ${new URL(upload?.actionOf().href ?? "").origin}`,
    );
    await site.document(dossier, { ...OUTSIDE, id: returnTo.split("/").at(-1) });
    const received = await visitor.open(returnTo);
    expect(received.text).toContain("We kregen verslag.pdf. Het staat nu in het dossier.");
    expect((await new Visitor(site.publicApp).open(returnTo)).text).not.toContain("verslag.pdf");
    const whole = await visitor.open(link);
    expect(whole.text).toContain(`verslag.pdf (${TITLE}`);
    expect(whole.text).toContain(`voegde een document toe: ${TITLE}`);
    expect((await visitor.open(await site.statusLink(dossier.id, "person-signatory"))).text).not.toContain(
      TITLE,
    );
  });

  it("is added by the team, on its page or through the API, and only the LED sees it", async () => {
    const dossier = await site.given({}, {});
    const team = await site.staff("led-team");
    const path = `/admin/dossiers/${dossier.id}`;

    const page = await team.submit((await team.open(`${path}/document`)).form("title"), { title: TITLE });
    const byApi = await site.call(`/dossiers/${dossier.id}/documents`, { title: TITLE });
    const by = { role: "led-team", id: "staff-led-team", name: "Lies Team" } as const;
    const document = await site.document(dossier, { ...OUTSIDE, by });

    expect(page.root.querySelector("[name=Policy]")).not.toBeNull();
    expect(byApi.status).toBe(201);
    expect((await team.open(`${path}/document/${document.id}/received`)).text).toContain(
      "We kregen verslag.pdf",
    );
    expect((await team.open(path)).text).toContain(TITLE);
    expect((await team.open(`${path}/log`)).text).toContain(TITLE);
    expect((await visitor.open(await site.statusLink(dossier.id))).text).not.toContain(TITLE);
  });

  it("that never arrives leaves nothing, and its page keeps saying that it is awaited", async () => {
    const dossier = await site.given({}, {});
    const link = await site.statusLink(dossier.id);
    const asked = await visitor.open(`${link}/document`);
    const page = await visitor.submit(asked.form("title"), { title: TITLE });
    const returnTo = page.root.querySelector("[name=success_action_redirect]")?.getAttribute("value") ?? "";

    expect((await visitor.open(returnTo)).text).toContain("We kijken je document na");
    expect((await visitor.open(link)).text).not.toContain(TITLE);
    expect((await site.whole(dossier.id)).documents).toEqual([]);
  });

  it("has its own quota (DOC-06), and a closed dossier takes none", async () => {
    const dossier = await site.given({}, {});
    const link = await site.statusLink(dossier.id);
    const page = await visitor.open(`${link}/document`);
    await Promise.all(Array.from({ length: 100 }, () => site.document(dossier, OUTSIDE)));

    const full = await visitor.submit(page.form("title"), { title: TITLE });
    const { closed } = aClosedDossier();
    await site.acts.dossiers.save(inStatus(dossier, { status: "CLOSED", closed }));

    expect(full.status).toBe(409);
    expect(full.text).toContain("al 100 documenten die bij geen taak horen");
    expect((await visitor.open(`${link}/document`)).status).toBe(409);
    expect((await visitor.open(link)).text).not.toContain("dat bij geen taak hoort");
  });
});
