import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { addDays } from "../../functions/domain/calendar.ts";
import { RetryLater } from "../../functions/domain/errors.ts";
import { createAdminApp } from "../../functions/web/admin-app.tsx";
import { ADMIN_PERMISSIONS } from "./permissions.ts";
import { openFileTable } from "../adapters/database.ts";
import { NOW } from "../builders/dossier.ts";
import { openSite } from "./site.ts";
import { Visitor } from "./visitor.ts";

const ASSESS = { kind: "AssessIntake", audience: "led-team" } as const;

const site = openSite(await openFileTable());
const team = await site.staff("led-team");
site.tokens.set("team", { subject: "robot", name: "Rob Koppeling", roles: ["led-team"] });
site.tokens.set("dpo", { subject: "staff-dpo", name: "Dirk DPO", roles: ["led-dpo"] });

const call = (path: string, token = "team", body?: object) => site.call(path, body, { token });

/** `who day what id`, in order. */
const readingsOf = async ({ id }: Pick<Dossier, "id">) =>
  (await site.acts.readings.listAll(id))
    .map(({ by, day, what, id: thing }) => [by.name, day, what, thing].filter(Boolean).join(" "))
    .sort();
const DAY = NOW.slice(0, 10);
const NEXT_DAY = addDays(NOW, 1).slice(0, 10);

describe("READING-01", () => {
  it("records who opened a dossier or a document of it, once a day each, on the pages and through the API", async () => {
    const dossier = await site.given({}, ASSESS);
    const document = await site.document(dossier);
    const page = `/admin/dossiers/${dossier.id}`;

    for (const _ of ["once", "again"]) {
      await team.open(page);
      await team.open(`${page}/tasks/AssessIntake-1-1`);
      expect((await team.open(`${page}/documents/${document.id}`)).status).toBe(303);
      expect((await call(`/dossiers/${dossier.id}/documents/${document.id}`)).status).toBe(303);
    }

    expect(await readingsOf(dossier)).toEqual([
      `Lies Team ${DAY} document ${document.id}`,
      `Lies Team ${DAY} dossier`,
      `Rob Koppeling ${DAY} document ${document.id}`,
      `Rob Koppeling ${DAY} dossier`,
    ]);
  });

  it("records who downloads an export, on the pages and through the API", async () => {
    const dossier = await site.given();
    const made = await call(`/dossiers/${dossier.id}/exports`, "team", {});
    const { id } = JSON.parse(made.html) as { id: string };

    expect((await team.open(`/admin/dossiers/${dossier.id}/exports/${id}/file`)).status).toBe(303);
    expect((await call(`/dossiers/${dossier.id}/exports/${id}`)).status).toBe(303);

    const exports = (await readingsOf(dossier)).filter((one) => one.includes("export"));
    expect(exports).toEqual([`Lies Team ${DAY} export ${id}`, `Rob Koppeling ${DAY} export ${id}`]);
  });

  it("records on every page and operation about a dossier, including new ones", async () => {
    const paths = Object.keys(ADMIN_PERMISSIONS).filter((key) => /^GET .*\/dossiers\/:id/.test(key));
    expect(paths.length).toBeGreaterThan(20);
    for (const key of paths) {
      const dossier = await site.given({}, ASSESS);
      const document = await site.document(dossier, { taskId: "AssessIntake-1-1" });
      const exportId = site.acts.newId();
      const path = key
        .replace("GET ", "")
        .replace(":id", dossier.id)
        .replace(":taskId", "AssessIntake-1-1")
        .replace(":documentId", document.id)
        .replace(":part", "contact")
        .replace(":exportId", exportId);
      const { status } = await team.open(path, { headers: { authorization: "Bearer team" } });

      expect([key, status < 400]).toEqual([key, true]);
      const isDocument = /documents\/:documentId$/.test(key);
      const isExport = /(file|api.*:exportId)$/.test(key);
      expect([key, (await readingsOf(dossier)).length]).toEqual([key, isDocument || isExport ? 2 : 1]);
    }
  });

  it("shows two concurrent readings, and records one", async () => {
    const dossier = await site.given();
    const pages = await Promise.all(
      Array.from({ length: 5 }, () => team.open(`/admin/dossiers/${dossier.id}`)),
    );

    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await readingsOf(dossier)).toEqual([`Lies Team ${DAY} dossier`]);
  });

  it("records nobody without access, and nobody of the consumer", async () => {
    const dossier = await site.given({}, ASSESS);
    const link = await site.link({ kind: "status", dossierId: dossier.id });

    expect((await call(`/dossiers/${dossier.id}`, "dpo")).status).toBe(403);
    expect((await call(`/dossiers/${dossier.id}/tasks/AssessIntake-1-1`, "dpo")).status).toBe(403);
    expect((await new Visitor(site.publicApp).open(`/dossier/${link}`)).status).toBe(200);

    expect(await readingsOf(dossier)).toEqual([]);
  });

  it("shows nothing when the record fails, and when to retry", async () => {
    const dossier = await site.given({ status: "ONBOARDING" });
    const document = await site.document(dossier);
    const readings = {
      ...site.adminDeps.readings,
      record: () => Promise.reject(new RetryLater("TABLE_UNAVAILABLE")),
    };
    const app = createAdminApp({ ...site.adminDeps, readings });
    const page = await team.before(app).open(`/admin/dossiers/${dossier.id}`);
    const file = await team.before(app).open(`/admin/dossiers/${dossier.id}/documents/${document.id}`);

    expect([page.status, page.headers.get("retry-after")]).toEqual([503, expect.any(String)]);
    expect(page.text).not.toContain(dossier.organisation.name);
    expect([file.status, file.headers.get("location")]).toEqual([503, null]);
  });
});

describe("the readers of a dossier", () => {
  it("are listed for the team on a page and through the API, a page at a time, and for nobody else", async () => {
    const dossier = await site.given({}, ASSESS, { kind: "ReviewDpia", audience: "led-dpo" });
    const document = await site.document(dossier, { name: "protocol van Voorbeeldegem.pdf" });
    const here = `/admin/dossiers/${dossier.id}`;
    await call(`/dossiers/${dossier.id}`, "dpo");
    await team.open(`${here}/documents/${document.id}`);

    const page = await team.open((await team.open(here)).link("Wie zag dit dossier in?"));
    const answer = JSON.parse((await call(`/dossiers/${dossier.id}/readings`)).html) as { items: object[] };

    expect(page.text).toContain("Dirk DPO");
    expect(page.text).toContain("protocol van Voorbeeldegem.pdf");
    expect(answer.items).toContainEqual({
      ...{ day: DAY, at: NOW, what: "document", id: document.id },
      by: { id: "staff-led-team", name: "Lies Team", roles: ["led-team"] },
    });
    expect((await call(`/dossiers/${dossier.id}/readings`, "dpo")).status).toBe(403);
    expect((await (await site.staff("led-dpo")).open(`${here}/readings`)).status).toBe(403);
    expect((await call(`/dossiers/${dossier.id}/readings?next=onzin`)).status).toBe(400);
  });

  it("are listed in pages of a hundred", async () => {
    const dossier = await site.given();
    for (let days = 1; days <= 120; days++) {
      const at = addDays(NOW, -days);
      await site.acts.readings.record(dossier.id, {
        ...{ day: at.slice(0, 10), at, what: "dossier" },
        by: { id: "staff-9", name: "Lang Geleden", roles: ["led-team"] },
      });
    }
    const page = await team.open(`/admin/dossiers/${dossier.id}/readings`);
    const second = await team.open(page.link("Toon wie het vroeger inzag"));

    expect(page.root.querySelectorAll("tbody tr")).toHaveLength(100);
    expect(second.root.querySelectorAll("tbody tr")).toHaveLength(21);
  });
});

describe("COPY-02", () => {
  const filesOf = ({ id }: Dossier) => {
    const [, bytes] = [...site.files.exports].findLast(([path]) => path.startsWith(id)) ?? [];
    const files = unzipSync(bytes ?? new Uint8Array());
    return (name: string) => new TextDecoder().decode(files[name]);
  };
  const copyOf = async (dossier: Dossier, person?: string) => {
    const made = await call(`/dossiers/${dossier.id}/exports`, "team", { person });
    expect(made.status).toBe(201);
    return filesOf(dossier);
  };

  it("lists the readers in an export of the dossier", async () => {
    const dossier = await site.given();
    await team.open(`/admin/dossiers/${dossier.id}`);
    const file = await copyOf(dossier);

    expect(file("index.html")).toContain("Lies Team. het dossier");
    const { readings } = JSON.parse(file("gegevens.json")) as { readings: { by: { name: string } }[] };
    expect(readings.map(({ by }) => by.name)).toContain("Lies Team");
  });

  it("lists the days, not the readers, in the copy for the contact", async () => {
    const dossier = await site.given();
    await team.open(`/admin/dossiers/${dossier.id}`);
    const file = await copyOf(dossier, "person-contact");

    expect(file("overzicht.html")).toContain("23 november 2026: het dossier");
    expect(JSON.parse(file("gegevens.json"))).toMatchObject({ readings: [{ day: DAY, what: "dossier" }] });
    expect(file("overzicht.html") + file("gegevens.json")).not.toMatch(/Lies|Rob|staff-|robot/);
  });

  it("lists only that person's own readings in the copy for a person of the LED", async () => {
    const dossier = await site.given();
    const document = await site.document(dossier);
    await call(`/dossiers/${dossier.id}/documents/${document.id}`);
    const page = await team.open(`/admin/dossiers/${dossier.id}/readings`);
    expect((await team.submit(page.form("person"), { person: "robot" })).status).toBe(303);
    const file = filesOf(dossier);

    expect(JSON.parse(file("gegevens.json"))).toMatchObject({
      person: { name: "Rob Koppeling" },
      readings: [
        { day: DAY, what: "dossier" },
        { day: DAY, what: "document", id: document.id },
      ],
    });
    expect(file("gegevens.json")).not.toContain("An Voorbeeld");
  });
});

it("records a reader again on another day", async () => {
  const dossier = await site.given();
  await team.open(`/admin/dossiers/${dossier.id}`);
  site.time.now = addDays(NOW, 1);
  await (await site.staff("led-team")).open(`/admin/dossiers/${dossier.id}`);

  expect(await readingsOf(dossier)).toEqual([`Lies Team ${DAY} dossier`, `Lies Team ${NEXT_DAY} dossier`]);
});
