import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestTable, type TestTable } from "../adapters/database.ts";
import { anIntakeForm } from "../builders/intake.ts";
import { asFormValues } from "../journey/flatten.ts";
import { openSite, type TestSite } from "./site.ts";
import { Visitor } from "./visitor.ts";

let opened: TestTable;
let site: TestSite;

beforeAll(async () => {
  opened = await openTestTable();
  site = openSite(opened.table);
});
afterAll(() => opened.database.stop());

const AS_SCRIPT = { accept: "application/json" };

async function anIntake() {
  const dossier = await site.given({}, {});
  const path = await site.taskLink(dossier);
  const visitor = new Visitor(site.publicApp);
  const save = async (draftVersion: number, purpose: string) => {
    const values = { outcome: "submitted", draftVersion: String(draftVersion), purpose };
    return JSON.parse((await visitor.post(`${path}/ontwerp`, values, AS_SCRIPT)).text) as unknown;
  };
  return { dossier, path, visitor, save };
}

describe("a draft that the script of the page saves", () => {
  it("says when, and the form that is opened again holds it", async () => {
    const { path, visitor, save } = await anIntake();

    const told = await save(0, "Sollicitaties nakijken");

    expect(told).toEqual({ message: expect.stringMatching(/^Bewaard om \d\d:\d\d$/) as string, version: 1 });
    const form = (await visitor.open(path)).root.querySelector("form[data-draft]");
    expect(form?.getAttribute("data-draft")).toContain(`${path}/ontwerp`);
    expect(form?.querySelector("[name=purpose]")?.text.trim()).toBe("Sollicitaties nakijken");
    expect(form?.querySelector("[data-kept]")?.getAttribute("role")).toBe("status");
  });

  it("never overwrites that of another window", async () => {
    const { dossier, save } = await anIntake();
    await save(0, "Van dit venster");

    const told = await save(0, "Van een ander venster");

    expect(told).toEqual({ message: expect.stringContaining("ander venster") as string, isOver: true });
    expect((await site.acts.tasks.findDraft(dossier.id, "SubmitIntake-1-1"))?.values).toMatchObject({
      purpose: "Van dit venster",
    });
  });

  it("says that a task was settled meanwhile, and saves nothing without input", async () => {
    const { dossier, save } = await anIntake();

    expect(await save(0, "")).toEqual({ message: "" });
    await site.acts.tasks.close(dossier.id, "SubmitIntake-1-1", site.time.now);
    expect(await save(0, "Te laat")).toEqual({
      message: expect.stringContaining("afgerond") as string,
      isOver: true,
    });
  });
});

describe("a form whose link expires while somebody types", () => {
  it("is kept, and there with the fresh link; nothing is decided", async () => {
    const dossier = await site.given({}, {});
    const target = { kind: "task", dossierId: dossier.id, taskId: "SubmitIntake-1-1" } as const;
    const secret = await site.link(target, "person-contact", "2020-01-01T00:00:00.000Z");
    const visitor = new Visitor(site.publicApp);
    const values = { outcome: "submitted", draftVersion: "0", purpose: "Urenlang getypt" };

    const late = await visitor.post(`/taak/${secret}`, values);

    expect([late.status, late.text]).toEqual([404, expect.stringContaining("wat je typte is bewaard")]);
    expect((await site.task(dossier.id, "SubmitIntake-1-1")).status).toBe("open");
    expect((await visitor.open(await site.taskLink(dossier))).text).toContain("Urenlang getypt");
    expect((await visitor.open(`/taak/${secret}`)).text).toContain("Deze link werkt niet");
  });
});

describe("a long form", () => {
  it("lists its parts with what is still asked, each a link to its part", async () => {
    const { path, visitor } = await anIntake();
    const before = (await visitor.open(path)).root;
    await visitor.post(`${path}/ontwerp`, {
      outcome: "submitted",
      draftVersion: "0",
      ...asFormValues(anIntakeForm()),
    });

    const page = (await visitor.open(path)).root;

    const links = page.querySelectorAll("nav.parts a");
    expect(links.length).toBeGreaterThan(3);
    expect(links.every((link) => page.querySelector(link.getAttribute("href") ?? "") !== null)).toBe(true);
    expect(before.querySelector("nav.parts")?.text).toMatch(/Doel en gebruik\s*nog aan te vullen/);
    expect(page.querySelector("nav.parts")?.text).toContain(
      `${links.length} van de ${links.length} ingevuld`,
    );
    expect(page.querySelector(".part")?.text).toContain(`Deel 1 van ${links.length}`);
  });
});
