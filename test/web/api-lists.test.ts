import { describe, expect, it } from "vitest";
import * as z from "zod";
import { addDays, addMinutes } from "../../functions/domain/calendar.ts";
import { NOW } from "../builders/dossier.ts";
import { openMemoryTable } from "../fakes/memory-table.ts";
import { LED } from "./given.ts";
import { openSite } from "./site.ts";

const site = openSite(openMemoryTable());
const named = (name: string) => ({ name, type: "local-authority" as const });
const Page = z.object({
  items: z.array(z.looseObject({ organisationName: z.string() })),
  next: z.string().optional(),
  upTo: z.string().optional(),
});
const read = async (path: string) => Page.parse(JSON.parse((await site.call(path)).html));
const namesOf = ({ items }: z.infer<typeof Page>) => items.map(({ organisationName }) => organisationName);

async function readAll(path: string, from?: string): Promise<string[]> {
  const names: string[] = [];
  let next = from;
  do {
    const page = await read(`${path}${next === undefined ? "" : `&next=${next}`}`);
    names.push(...namesOf(page));
    next = page.next;
  } while (next !== undefined);
  return names;
}
async function sweep(): Promise<void> {
  site.time.now = addMinutes(site.time.now, 5);
  await site.sweep();
}

for (let made = 1; made <= 7; made++)
  await site.given({ organisation: named(`Gemeente ${made}`) }, { ...LED, deadline: addDays(NOW, made - 3) });
const held = await site.given({ organisation: named("Stad Wacht") }, { deadline: addDays(NOW, 1) });
await sweep();

describe("the open tasks", () => {
  it("are in order across pages, also when one is decided meanwhile", async () => {
    const first = await read("/tasks?limit=3");
    const [, , last] = first.items;
    await site.acts.tasks.close(String(last?.["dossierId"]), "AssessIntake-1-1", site.time.now);
    const rest = await readAll("/tasks?limit=2", first.next);

    expect(namesOf(first)).toEqual(["Gemeente 1", "Gemeente 2", "Gemeente 3"]);
    expect(rest).toEqual(["Gemeente 4", "Gemeente 5", "Gemeente 6", "Gemeente 7"]);
  });

  it.each([
    ["late=1", ["Gemeente 1", "Gemeente 2"]],
    ["whose=applicant", ["Stad Wacht"]],
    ["kind=ReviewDpia", []],
    ["sort=organisation&show=unclaimed&limit=1", ["Gemeente 1"]],
  ])("have the filters of the inbox: %s", async (query, expected) => {
    expect(namesOf(await read(`/tasks?${query}`))).toEqual(expected);
  });
});

describe("all dossiers", () => {
  it("are in order across pages", async () => {
    expect(await readAll("/dossiers?limit=3")).toHaveLength(8);
    expect(namesOf(await read("/dossiers?turn=applicant"))).toEqual(["Stad Wacht"]);
  });

  it("that changed since a moment are there once each, and again after what happens", async () => {
    const before = await readAll(`/dossiers?limit=3&changedSince=${NOW}`);
    const { upTo } = await read("/dossiers");
    await sweep();
    await site.call(`/dossiers/${held.id}/notes`, { text: "Gebeld" });
    await sweep();
    const after = await read(`/dossiers?changedSince=${site.time.now.replace("Z", "%2B00:00")}`);

    expect(before.toSorted()).toEqual([...new Set(before)].toSorted());
    expect(before).toHaveLength(8);
    expect(namesOf(await read(`/dossiers?changedSince=${upTo}`)).at(-1)).toBe("Stad Wacht");
    expect(namesOf(after)).toEqual(["Stad Wacht"]);
  });

  it("have their figures", async () => {
    expect(JSON.parse((await site.call("/statistics")).html)).toMatchObject({ dossiers: 8 });
  });
});

describe("a name that is not described", () => {
  it.each([
    ["/tasks?wiens=applicant", "wiens"],
    ["/dossiers?stages=INTAKE&sort=latest", "stages"],
    [`/dossiers/${held.id}?fields=people`, "fields"],
  ])("is refused in the query %s, with the name", async (path, name) => {
    const { status, html } = await site.call(path);

    expect(status).toBe(400);
    expect(JSON.parse(html)).toMatchObject({
      type: "urn:led-onboarding:problem:name-unknown",
      errors: [{ field: name, code: "unknown" }],
    });
  });

  it("is refused in the fields of a decision, at any depth", async () => {
    const { id } = await site.given({}, LED);
    const fields = { planning: { dpiaConclusion: "2027-01-04", protocolDarft: "2027-02-01" }, raeson: "x" };
    const { status, html } = await site.call(`/dossiers/${id}/tasks/AssessIntake-1-1/decision`, {
      ...{ outcome: "suitable", fields },
    });

    expect(status).toBe(400);
    expect(JSON.parse(html)).toMatchObject({
      errors: [{ field: "fields.raeson" }, { field: "fields.planning.protocolDarft" }],
    });
  });

  it.each(["reference=LED-2026-00001&stage=INTAKE", "limit=0", "limit=1000", "changedSince=gisteren"])(
    "or a value that is not, is refused: %s",
    async (query) => {
      expect((await site.call(`/dossiers?${query}`)).status).toBe(400);
    },
  );
});

describe("a change that names the state it rests on", () => {
  const change = (path: string, etag: string | null, key: string) =>
    site.call(path, { text: "Gebeld" }, { key, headers: { "if-match": etag ?? "" } });

  it("is done in that state, refused in another, and answered again when repeated", async () => {
    const dossier = await site.given({}, LED);
    const path = `/dossiers/${dossier.id}`;
    const etag = (await site.call(path)).headers.get("etag");
    const task = (await site.call(`${path}/tasks/AssessIntake-1-1`)).headers.get("etag");

    const first = await change(`${path}/notes`, etag, "key-of-state");
    await site.acts.tasks.close(dossier.id, "AssessIntake-1-1", site.time.now);
    const repeated = await change(`${path}/notes`, etag, "key-of-state");
    const other = await change(`${path}/notes`, etag, "key-of-another");

    expect(task).toBe(etag);
    expect([first.status, repeated.status, other.status]).toEqual([201, 201, 412]);
    expect(JSON.parse(other.html)).toMatchObject({ code: "dossier-changed" });
    expect((await change(`${path}/notes`, "*", "key-of-any")).status).toBe(201);
  });
});
