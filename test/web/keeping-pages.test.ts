import { unzipSync } from "fflate";
import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { documentFile, hrefOf } from "../../functions/web/export/file-names.ts";
import { openFileTable } from "../adapters/database.ts";
import { aSignedProtocol } from "../builders/agreement.ts";
import { NOW } from "../builders/dossier.ts";
import { APPLICANT, TEAM } from "../builders/people.ts";
import { FakeDossierFiles } from "../fakes/dossier-files.ts";
import { openSite } from "./site.ts";
import { Visitor } from "./visitor.ts";

/** Passes the check of a national register number; it belongs to nobody. */
const NUMBER = "00.00.00-001.96";

const site = openSite(await openFileTable());
const team = await site.staff("led-team");

const pathOf = ({ id }: Dossier) => `/admin/dossiers/${id}`;
const close = async (dossier: Dossier) =>
  site.acts.closeDossier(dossier.id, { outcome: "withdrawn", reason: "We doen het niet", by: APPLICANT });
const mailsTo = (email: string) => site.mailer.sent.filter(({ to }) => to[0]?.email === email);
const whole = ({ id }: Dossier) => site.whole(id);
const api = async (path: string, asked?: object) => {
  const { status, headers, html } = await site.call(path, asked);
  return { status, headers, body: html === "" ? undefined : (JSON.parse(html) as unknown) };
};

describe("a message to the applicant", () => {
  it("is sent from its page to the applicant, and is once in both timelines, however often it is posted", async () => {
    const dossier = await site.given();
    const before = mailsTo("an@voorbeeldegem.example").length;
    const link = (await team.open(pathOf(dossier))).link("Stuur een bericht");
    const form = (await team.open(link)).form("reason");

    const sent = await team.submit(form, { reason: "Kan je het protocol nakijken?" });
    await team.submit(form, { reason: "Kan je het protocol nakijken?" });

    expect(sent.status).toBe(303);
    expect((await team.follow(sent)).text).toContain("Je bericht is verstuurd.");
    expect(mailsTo("an@voorbeeldegem.example").length).toBe(before + 1);
    const status = await site.link({ kind: "status", dossierId: dossier.id });
    for (const page of [
      await team.open(pathOf(dossier)),
      await new Visitor(site.publicApp).open(`/dossier/${status}`),
    ])
      expect(page.text).toContain("Lies Team (LED-team) stuurde een berichtKan je het protocol nakijken?");
  });

  it("is refused when it seems to contain a national number, through the API too", async () => {
    const dossier = await site.given();
    const form = (await team.open(`${pathOf(dossier)}/message`)).form("reason");

    const held = await team.submit(form, { reason: `Over ${NUMBER}` });
    const answer = await api(`/dossiers/${dossier.id}/messages`, { text: `Over ${NUMBER}` });

    expect([held.status, answer.status]).toEqual([422, 422]);
    expect(held.text).toContain("rijksregisternummer");
    expect((await whole(dossier)).notes).toEqual([]);
    expect((await api(`/dossiers/${dossier.id}/messages`, { text: "Dag" })).status).toBe(201);
    expect((await whole(dossier)).notes).toMatchObject([{ text: "Dag", to: "applicant" }]);
  });
});

describe("a message to the team", () => {
  it("is sent by the applicant on its page, within a limit", async () => {
    const dossier = await site.given();
    const visitor = new Visitor(site.publicApp);
    const here = `/dossier/${await site.link({ kind: "status", dossierId: dossier.id })}`;
    const page = await visitor.open((await visitor.open(here)).link("Stuur een bericht"));

    const sent = await visitor.submit(page.form("reason"), { reason: "Wanneer horen we iets?" });
    expect((await visitor.follow(sent)).text).toContain("Je bericht is verstuurd.");
    expect(site.mailer.sent.at(-1)).toMatchObject({
      to: [{ email: "led@team.example" }],
      replyTo: "an@voorbeeldegem.example",
    });
    for (let more = 0; more < 4; more++)
      await visitor.submit((await visitor.open(`${here}/bericht`)).form("reason"), { reason: "Nog iets" });
    const refused = await visitor.submit((await visitor.open(`${here}/bericht`)).form("reason"), {
      reason: "Te veel",
    });

    expect(refused.status).toBe(429);
    expect(refused.text).toContain("Te veel");
    expect((await whole(dossier)).notes).toHaveLength(5);
  });

  it("cannot be sent by the signatory", async () => {
    const dossier = await site.given();
    const link = await site.link({ kind: "status", dossierId: dossier.id }, "person-signatory");

    expect((await new Visitor(site.publicApp).open(`/dossier/${link}/bericht`)).status).toBe(404);
  });
});

describe("an export", () => {
  const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

  /** A dossier with documents, a mail, a note and a decision of its contact. */
  async function filled(): Promise<Dossier> {
    const dossier = await site.given({}, { kind: "SubmitIntake" });
    const names = ["protocol: versie 1|2.pdf", "protocol: versie 1|2.pdf", "geweigerd.exe"];
    for (const [index, name] of names.entries()) {
      const document = await site.document(dossier, {
        name,
        scan: index === 2 ? "refused-type" : "accepted",
        by: index === 1 ? TEAM : APPLICANT,
      });
      site.files.documents.set(document.id, Buffer.from(`inhoud ${index}`));
    }
    await site.acts.dossiers.addNote(dossier.id, {
      id: "note-1",
      at: NOW,
      by: TEAM,
      text: "Sofie Hoofd belde",
    });
    await site.acts.sendMail({
      key: "nieuws",
      template: "nieuws",
      about: dossier,
      to: dossier.people.contact,
      subject: "Nieuws over je dossier",
      paragraphs: ["Er is nieuws."],
    });
    return dossier;
  }
  const unzipped = (dossier: Dossier) => {
    const [, bytes] = [...site.files.exports].findLast(([path]) => path.startsWith(dossier.id)) ?? [];
    return unzipSync(bytes ?? new Uint8Array());
  };

  it("is a zip with data, summary, documents and mails, made by a button and downloaded by a link", async () => {
    const dossier = await filled();
    const form = (await team.open(pathOf(dossier)))
      .forms()
      .find((one) => one.element.text.includes("export"));
    if (!form) throw new Error("no form");

    const ready = await team.follow(await team.submit(form));
    const file = await team.open(ready.link("Download de zip"));

    expect(file.status).toBe(303);
    expect(file.headers.get("location")).toContain(`name=${dossier.reference}.zip`);
    const files = unzipped(dossier);
    expect(Object.keys(files).sort()).toEqual([
      "documenten/001 ingevuld protocol - protocol versie 1 2.pdf",
      "documenten/002 ingevuld protocol - protocol versie 1 2.pdf",
      "gegevens.json",
      "index.html",
      "logboek.html",
      "logboek.json",
      `mails/001 2026-11-23 [${dossier.reference}] Nieuws over je dossier.eml`,
    ]);
    expect(text(files["documenten/001 ingevuld protocol - protocol versie 1 2.pdf"])).toBe("inhoud 0");
    expect(text(Object.entries(files).find(([name]) => name.endsWith(".eml"))?.[1])).toContain(
      "Er is nieuws.",
    );
    expect(text(files["index.html"])).toContain("Gemeente Voorbeeldegem");
    expect(text(files["index.html"])).toContain("Sofie Hoofd belde");
    const data = JSON.parse(text(files["gegevens.json"])) as { dossier: object };
    expect(data).toMatchObject({
      dossier: { reference: dossier.reference },
      notes: [{ text: "Sofie Hoofd belde" }],
    });
    expect(text(files["gegevens.json"])).not.toMatch(/-token|taskToken|s3Key|dossiers\//);
    expect((await whole(dossier)).changes).toMatchObject([{ what: "exported", by: { name: "Lies Team" } }]);
    expect((await team.open(pathOf(dossier))).text).toContain("maakte een export van het dossier");
  });

  it("has an index that links to every file in it, whatever its name, and shows what people typed as text", async () => {
    const dossier = await site.given();
    const names = [
      "protocol #3 50% af?.pdf",
      '<script>alert(1)</script> & "x".pdf',
      `${"a".repeat(79)}👩‍👩‍👧.pdf`,
      "re\u0301sume\u0301.pdf",
      "../../etc/passwd",
      "..",
      "",
    ];
    for (const name of names) {
      const document = await site.document(dossier, { name });
      site.files.documents.set(document.id, Buffer.from(name));
    }
    await site.acts.sendMail({
      ...{ key: "vreemd", template: "nieuws", about: dossier, to: dossier.people.contact, paragraphs: [] },
      subject: "../<b>Vreemd</b> #1?",
    });

    expect((await api(`/dossiers/${dossier.id}/exports`, {})).status).toBe(201);

    const files = unzipped(dossier);
    const index = parse(text(files["index.html"]));
    const links = index.querySelectorAll("a").map((link) => link.getAttribute("href") ?? "");
    const linked = links.map((href) => decodeURIComponent(new URL(href, "file:///zip/").pathname.slice(5)));
    expect(linked.sort()).toEqual(
      Object.keys(files)
        .filter((name) => name !== "index.html")
        .sort(),
    );
    for (const name of Object.keys(files)) {
      expect(name).toBe(name.toWellFormed().normalize("NFC"));
      expect(name.split("/").filter((part) => /^\.*$/.test(part))).toEqual([]);
    }
    expect(Object.keys(files).filter((name) => name.startsWith("documenten/"))).toHaveLength(names.length);
    for (const page of ["index.html", "logboek.html"]) {
      const html = parse(text(files[page]));
      expect(html.querySelectorAll("script, b, link, img")).toEqual([]);
      expect(html.querySelector("html")?.getAttribute("lang")).toBe("nl-BE");
      expect(html.querySelectorAll("main h1")).toHaveLength(1);
    }
    expect(text(files["logboek.html"])).toContain("&lt;b&gt;Vreemd&lt;/b&gt;");
    expect(text(files["logboek.json"])).not.toMatch(/s3Key|taskToken/);
  });

  it("gives a name that was cut within an emoji one that every program can read", async () => {
    const dossier = await site.given();
    const document = await site.document(dossier, { name: "plan.pdf" });
    const file = documentFile({ ...document, name: "plan 👍".slice(0, -1) }, 0);

    expect([file.isWellFormed(), hrefOf(file).includes("%20plan")]).toEqual([true, true]);
  });

  it("of many mails reads them side by side, in order", async () => {
    const dossier = await site.given();
    for (let number = 0; number < 25; number++)
      await site.acts.sendMail({
        ...{ key: `m${number}`, template: "nieuws", about: dossier, to: dossier.people.contact },
        ...{ subject: `Mail ${number}`, paragraphs: [`Dit is mail ${number}.`] },
      });
    let now = 0;
    let most = 0;
    const { files } = site;
    const readMail: typeof files.readMail = FakeDossierFiles.prototype.readMail.bind(files);
    site.files.readMail = async (...given) => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now -= 1;
      return readMail(...given);
    };

    expect((await api(`/dossiers/${dossier.id}/exports`, {})).status).toBe(201);
    site.files.readMail = readMail;

    const mails = Object.entries(unzipped(dossier)).filter(([name]) => name.startsWith("mails/"));
    expect(mails).toHaveLength(25);
    expect(most).toBe(10);
    for (const [name, bytes] of mails)
      expect(text(bytes)).toContain(`Dit is mail ${/Mail (\d+)\.eml/.exec(name)?.[1] ?? "?"}.`);
  });

  it("of one person contains data about that person, with only that person's documents and mails", async () => {
    const dossier = await filled();
    const page = await team.open(pathOf(dossier));
    expect(page.form("person").element.text).toContain("Sofie Hoofd (sofie@voorbeeldegem.example)");

    await team.submit(page.form("person"), { person: "person-signatory" });
    const ofSignatory = unzipped(dossier);
    await team.submit(page.form("person"), { person: "person-contact" });
    const ofContact = unzipped(dossier);

    expect(Object.keys(ofSignatory).sort()).toEqual(["gegevens.json", "overzicht.html"]);
    const data = text(ofSignatory["gegevens.json"]);
    expect(JSON.parse(data)).toMatchObject({ person: { id: "person-signatory" } });
    expect(data).toContain("Sofie Hoofd belde");
    expect(data).not.toContain("an@voorbeeldegem.example");
    expect(Object.keys(ofContact).filter((name) => /^(documenten|mails)/.test(name))).toHaveLength(2);
    const { changes } = await whole(dossier);
    expect(changes.map(({ what }) => what)).toEqual(["copied", "copied"]);
    expect(changes.map(({ to }) => to).sort()).toEqual(["person-contact", "person-signatory"]);
  });

  it("exists for a day, in the API too", async () => {
    const dossier = await filled();
    const path = `/dossiers/${dossier.id}/exports`;
    const made = await api(path, {});
    const { id } = made.body as { id: string };

    expect(made.status).toBe(201);
    expect((await api(path, { person: "nobody" })).status).toBe(404);
    const file = await site.call(`${path}/${id}`);
    expect(file.status).toBe(303);
    const { now } = site.time;
    site.time.now = "2026-11-24T09:00:01.000Z";
    const nextDay = await (await site.staff("led-team")).open(`${pathOf(dossier)}/exports/${id}`);
    site.time.now = now;
    expect(nextDay.status).toBe(404);
  });

  it("is made and recorded once for one request, also when its answer was lost", async () => {
    const dossier = await filled();
    const request = { id: "01JE0000000000000000000000", personId: undefined };

    for (let time = 0; time < 2; time++)
      await site.adminDeps.exportDossier(await site.whole(dossier.id), TEAM, request);

    expect([...site.files.exports].filter(([path]) => path.includes(request.id))).toHaveLength(1);
    const { changes } = await whole(dossier);
    expect(changes.filter(({ id }) => id === request.id)).toMatchObject([{ what: "exported", by: TEAM }]);
  });

  it("above the limit of one request leaves out the rest, and lists it with what to do (EXPORT-01)", async () => {
    const dossier = await site.given();
    const sizes = [300, 200, 100].map((size) => size * 1024 * 1024);
    for (const [index, size] of sizes.entries()) {
      const document = await site.document(dossier, { size, name: `deel ${index + 1}.pdf` });
      site.files.documents.set(document.id, Buffer.from("inhoud"));
    }

    expect((await api(`/dossiers/${dossier.id}/exports`, {})).status).toBe(201);

    const files = unzipped(dossier);
    const documents = Object.keys(files).filter((name) => name.startsWith("documenten"));
    expect(documents.map((name) => name.slice(-10)).sort()).toEqual(["deel 1.pdf", "deel 3.pdf"]);
    const summary = text(files["index.html"]);
    expect(summary).toMatch(/Niet in deze export[^]*deel 2\.pdf\. Er was geen plaats of geen tijd meer/);
  });

  it("lists a document that is missing in the bucket", async () => {
    const dossier = await site.given();
    await site.document(dossier, { name: "weg.pdf" });

    expect((await api(`/dossiers/${dossier.id}/exports`, {})).status).toBe(201);
    expect((await api(`/dossiers/${dossier.id}/exports`, { person: "person-contact" })).status).toBe(201);

    expect(text(unzipped(dossier)["overzicht.html"])).toContain(
      "weg.pdf. Het bestand is niet meer in de opslag.",
    );
  });
});

describe("the legal hold", () => {
  it("is set and lifted with a reason, and is visible to the team only", async () => {
    const dossier = await site.given();
    const set = (
      await team.open((await team.open(pathOf(dossier))).link("Leg een vernietigingsstop op"))
    ).form("reason");

    expect((await team.submit(set, { reason: "" })).status).toBe(422);
    const held = await team.follow(await team.submit(set, { reason: "Er loopt een klacht" }));
    expect(held.text).toContain("Lies Team legde op 23 november 2026 om 10:00 een vernietigingsstop op.");
    expect((await team.submit(set, { reason: "Nog een" })).status).toBe(409);
    const status = await site.link({ kind: "status", dossierId: dossier.id });
    expect((await new Visitor(site.publicApp).open(`/dossier/${status}`)).text).not.toMatch(
      /vernietigingsstop|klacht/,
    );

    const lift = (await team.open(held.link("Hef de vernietigingsstop op"))).form("reason");
    const lifted = await team.follow(await team.submit(lift, { reason: "De klacht is behandeld" }));
    expect(lifted.text).toContain("De vernietigingsstop is opgeheven.");
    expect(lifted.text).toContain("hief de vernietigingsstop opDe klacht is behandeld");
  });

  it("is set and lifted through the API", async () => {
    const { id } = await site.given();

    expect((await api(`/dossiers/${id}/legal-hold`, { reason: "Klacht" })).status).toBe(204);
    expect((await api(`/dossiers/${id}`)).body).toMatchObject({ legalHold: { reason: "Klacht" } });
    expect((await api(`/dossiers/${id}/legal-hold/lift`, { reason: "Klaar" })).status).toBe(204);
    expect((await api(`/dossiers/${id}/legal-hold/lift`, { reason: "Klaar" })).body).toMatchObject({
      errors: [{ rule: "RETENTION-03" }],
    });
  });
});

describe("erasure", () => {
  it("of an open dossier and of a signed protocol is refused with the reason", async () => {
    const open = await site.given();
    const signed = await site.given({ protocol: aSignedProtocol() });
    await close(signed);

    expect((await team.open(`${pathOf(open)}/erasure`)).text).toContain("Trek de aanvraag eerst in");
    expect((await team.open(`${pathOf(signed)}/erasure`)).text).toContain("AVG, artikel 17");
    expect(await api(`/dossiers/${signed.id}/erasure`, { ground: "objection" })).toMatchObject({
      status: 409,
      body: { errors: [{ rule: "ERASE-01" }] },
    });
    expect((await api(`/dossiers/${open.id}/erasure`, { ground: "omdat" })).status).toBe(422);
  });

  it("leaves only its declaration, on the page, behind a link, in the API and in the list", async () => {
    const dossier = await site.given();
    const status = await site.link({ kind: "status", dossierId: dossier.id });
    await close(dossier);
    expect((await team.open(pathOf(dossier))).text).toContain(
      "We verwijderen dit dossier op 23 november 2027.",
    );
    const form = (await team.open(`${pathOf(dossier)}/erasure`)).form("ground");
    expect((await team.submit(form)).status).toBe(422);

    const gone = await team.follow(await team.submit(form, { ground: "objection" }));

    expect(gone.status).toBe(410);
    expect(gone.text).toContain(`Dossier ${dossier.reference} is op 23 november 2026 verwijderd.`);
    expect(gone.text).toContain("ERASE-01");
    expect(gone.text).not.toContain("Voorbeeldegem");
    const linked = await new Visitor(site.publicApp).open(`/dossier/${status}`);
    expect([linked.status, linked.text.includes("is op 23 november 2026 verwijderd")]).toEqual([410, true]);
    expect(await api(`/dossiers/${dossier.id}`)).toMatchObject({
      status: 410,
      body: { code: "dossier-deleted" },
    });
    expect((await team.open("/admin/deleted-dossiers")).text).toContain(dossier.reference);
    expect((await api("/deleted-dossiers")).body).toMatchObject({
      items: expect.arrayContaining([
        { id: dossier.id, reference: dossier.reference, deletedAt: NOW },
      ]) as unknown,
    });
  });
});

it("is closed to other roles than the team, like all of these pages", async () => {
  const dossier = await site.given({}, { kind: "AdviseOnProtocol", audience: "led-dpo" });
  const dpo = await site.staff("led-dpo");

  expect((await dpo.open(pathOf(dossier))).text).not.toMatch(/vernietigingsstop|export/);
  for (const path of ["message", "legal-hold", "legal-hold/lift", "erasure"])
    expect((await dpo.open(`${pathOf(dossier)}/${path}`)).status).toBe(403);
});
