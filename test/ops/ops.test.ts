import { serve } from "@hono/node-server";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../infra/ops/commands.ts";
import { main, USAGE } from "../../infra/ops/ops.ts";
import { openFileTable } from "../adapters/database.ts";
import { openSite } from "../web/site.ts";

const site = openSite(await openFileTable());
let server: ReturnType<typeof serve>;
let url = "";

beforeAll(async () => {
  url = await new Promise<string>((resolve) => {
    server = serve({ fetch: site.adminApp.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}`),
    );
  });
});
afterAll(() => server.close());

/** One command of a colleague of the team, unless another token is given. */
async function ops(args: string[], environment: Record<string, string> = {}) {
  const said: string[] = [];
  const told: string[] = [];
  const code = await main(
    args,
    { LED_URL: url, LED_TOKEN: "team", ...environment },
    { out: (text) => void told.push(text), error: (text) => void said.push(text) },
  );
  const text = told.join("\n");
  return {
    code,
    text,
    said: said.join("\n"),
    json: text.startsWith("{") || text.startsWith("[") ? (JSON.parse(text) as unknown) : undefined,
  };
}

const givenParked = async (name: string) => {
  const dossier = await site.given({ stage: "DPIA", organisation: { name, type: "ocmw" } });
  await site.acts.park({ dossierId: dossier.id, run: 1, error: "RetryLater", cause: "MAIL_UNAVAILABLE" });
  return dossier;
};
const find = (id: string) => site.acts.dossiers.find(id);

describe("npm run ops", () => {
  it("finds and shows a dossier by its reference", async () => {
    const { id, reference } = await site.given({});

    expect((await ops(["find", reference])).json).toMatchObject([{ id, reference }]);
    expect((await ops(["show", reference])).json).toMatchObject({ id, tasks: expect.any(Array) as unknown });
  });

  it("changes nothing without --yes, and tells what it would do", async () => {
    const { id, reference } = await givenParked("OCMW Proefgem");

    const dry = await ops(["resume", reference]);

    expect(dry).toMatchObject({
      code: 0,
      json: { dryRun: true, resumes: [{ dossierId: id }] },
      said: "Nothing was changed: add --yes to do it.",
    });
    expect(await find(id)).toMatchObject({ status: "PARKED" });
    expect(await ops(["resume", reference, "--yes"])).toMatchObject({ code: 0, json: { done: true } });
    expect(await find(id)).toMatchObject({ status: "ONBOARDING" });
  });

  it("resumes all dossiers of one cause", async () => {
    const both = [await givenParked("OCMW Eengem"), await givenParked("OCMW Tweegem")];

    expect((await ops(["statistics"])).json).toMatchObject({ stopped: { mail: 2 }, openTasksByStage: {} });
    await ops(["resume", "--cause", "mail", "--yes"]);

    for (const { id } of both) expect(await find(id)).toMatchObject({ status: "ONBOARDING" });
    expect((await ops(["parked"])).json).toEqual([]);
  });

  it("lists the mails that are not sent, and stops waiting for one", async () => {
    const dossier = await site.given();
    const [about, key] = [dossier.id, "asked"];
    site.mailer.isDown = true;
    const request = { key, template: "test", about: dossier, to: dossier.people.contact };
    const sent = site.acts.sendMail({ ...request, subject: "Dag An", paragraphs: [] });
    await expect(sent).rejects.toThrow("MAIL_UNAVAILABLE");

    const { json, said } = await ops(["mails"]);
    await ops(["forget", about, key]);
    const kept = (await ops(["mails"])).json;
    await ops(["forget", about, key, "--yes"]);

    expect(json).toEqual([
      {
        ...{ about, reference: dossier.reference, key, template: "test", state: "waiting" },
        ...{ since: site.time.now, at: site.time.now, failure: "MAIL_UNAVAILABLE" },
      },
    ]);
    expect(said).toBe("");
    expect(kept).toEqual(json);
    expect((await ops(["mails"])).json).toEqual([]);
    expect((await ops(["mails", "--refused"])).json).toEqual([]);
  });

  it("moves to the current version, as a dry run and in earnest", async () => {
    const { id } = await site.given({}, {});

    expect((await ops(["move", id])).json).toMatchObject({ moved: [], moves: [{ dossierId: id }] });
  });

  it("ends with a code that a script understands", async () => {
    const codes = {
      unknownCommand: (await ops(["fly"])).code,
      unknownOption: (await ops(["find", "--fast"])).code,
      nothingGiven: (await ops(["show"])).code,
      noDossier: (await ops(["show", "LED-2026-99999"])).code,
      noToken: (await ops(["parked"], { LED_TOKEN: "" })).code,
      badToken: (await ops(["parked"], { LED_TOKEN: "nobody" })).code,
      noAddress: (await ops(["parked"], { LED_URL: "" })).code,
      noSite: (await ops(["parked"], { LED_URL: "http://127.0.0.1:1" })).code,
    };

    expect(codes).toEqual({
      ...{ unknownCommand: 2, unknownOption: 2, nothingGiven: 2, noDossier: 1 },
      ...{ noToken: 2, badToken: 3, noAddress: 2, noSite: 4 },
    });
  });

  it("stores an export in a file", async () => {
    const { reference } = await site.given({});
    const to = join(await mkdtemp(join(tmpdir(), "led-ops-")), "export.zip");

    expect((await ops(["export", reference, "--to", to])).json).toMatchObject({ dryRun: true, to });
    await expect(readFile(to)).rejects.toThrow("ENOENT");
  });

  it("explains and completes each command", async () => {
    const { text } = await ops(["completion"]);

    for (const name of Object.keys(COMMANDS)) {
      expect(USAGE).toContain(`  ${name}`);
      expect(text).toContain(name);
    }
    expect((await ops(["--help"])).text).toBe(USAGE);
  });
});
