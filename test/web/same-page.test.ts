import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openTestTable, type TestTable } from "../adapters/database.ts";
import { aDecision } from "../builders/task.ts";
import { Page } from "../journey/browser.ts";
import { openSite, type TestSite } from "./site.ts";
import { Visitor } from "./visitor.ts";

let opened: TestTable;
let site: TestSite;
/** Throttled calls of the table, by the name of their command. */
let throttled: RegExp | undefined;

beforeAll(async () => {
  opened = await openTestTable();
  opened.table.client.middlewareStack.add(
    (next, { commandName = "" }) =>
      (args) => {
        if (throttled?.test(commandName))
          throw Object.assign(new Error("slow down"), { name: "ThrottlingException" });
        return next(args);
      },
    { step: "initialize" },
  );
  site = openSite(opened.table);
});
afterEach(() => {
  throttled = undefined;
});
afterAll(() => opened.database.stop());

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const WORDS = "\nWij kijken diploma's na <b> &amp; &";
const NAME = `Dirk "D" <script>' &lt;`;
const TYPED = { purpose: WORDS, connectionDate: "1/3/2027", channels: ["web-service"], "dpo.name": NAME };
const WRITES = /TransactWrite|Put|Update/;

const buttonsOf = (page: Page, name: string) =>
  page
    .form(name)
    .element.querySelectorAll("button")
    .map((button) => button.textContent.trim());
const said = (page: Page) => page.root.querySelector("main > .summary[role=alert]")?.textContent ?? "";
const purposeOn = (page: Page) => new Map(page.form("purpose").filledIn({})).get("purpose");

async function openIntake() {
  const dossier = await site.given({}, {});
  const path = await site.taskLink(dossier);
  const visitor = new Visitor(site.publicApp);
  return { dossier, path, visitor, page: await visitor.open(path) };
}

describe("a post that is not served shows its page again", () => {
  it("of a task, with its title, its explanation, its buttons and the input", async () => {
    const { visitor, page, path } = await openIntake();

    throttled = WRITES;
    const failed = await visitor.submit(page.form("purpose"), TYPED, "Bewaar als ontwerp");
    throttled = undefined;

    const form = failed.form("purpose");
    expect([failed.status, failed.title]).toEqual([503, `Fout: ${page.title}`]);
    expect(said(failed)).toContain("Probeer het zo dadelijk opnieuw");
    expect(failed.root.querySelector("h1")?.text).toBe(page.root.querySelector("h1")?.text);
    expect(failed.root.querySelectorAll("h1")).toHaveLength(1);
    expect(buttonsOf(failed, "purpose")).toEqual(buttonsOf(page, "purpose"));
    expect(failed.root.querySelectorAll("main p").length).toBeGreaterThan(
      page.root.querySelectorAll("main p").length,
    );
    const kept = form.filledIn({});
    expect(new Map(kept).get("connectionDate")).toBe("2027-03-01");
    expect(kept).toContainEqual(["channels", "web-service"]);
    expect(kept).toContainEqual(["dpo.name", NAME]);
    expect(failed.root.querySelector("main script")).toBeNull();
    expect(purposeOn(failed)?.trim()).toBe(WORDS.trim());
    expect((await visitor.submit(form, {}, "Bewaar als ontwerp")).status).toBe(303);
    expect(purposeOn(await visitor.open(path))?.trim()).toBe(WORDS.trim());
  });

  it("of a dossier, after the session ended, when the person has signed in again", async () => {
    const { id } = await site.given({}, {});
    const gone = new Visitor(site.adminApp);
    const team = await site.staff("led-team");

    const ended = await gone.post(`/admin/dossiers/${id}/notes`, { csrf: "of-before", text: WORDS });
    const again = await team.submit(ended.form("text"), {}, "Toon de hele pagina");

    expect(ended.root.querySelector("h1")?.text).toBe("Meld je eerst aan");
    expect(again.status).toBe(200);
    expect(again.root.querySelector("h1")?.text).toContain("Gemeente Voorbeeldegem");
    expect(again.root.querySelector("#note-form textarea")?.text).toContain("Wij kijken diploma's na");
    expect((await team.submit(again.form("text"))).status).toBe(303);
  });

  it("of a team act, with its reason", async () => {
    const team = await site.staff("led-team");
    const { id } = await site.given({}, {});
    const page = await team.open(`/admin/dossiers/${id}/hold`);

    throttled = WRITES;
    const failed = await team.submit(page.form("reason"), { reason: "Wacht op de raad" });
    throttled = undefined;

    expect(failed.status).toBe(503);
    expect(new Map(failed.form("reason").filledIn({})).get("reason")).toBe("Wacht op de raad");
  });

  it("with all readable input: a byte that is no text, more than a form may contain", async () => {
    const { visitor, path } = await openIntake();
    const broken = Buffer.concat([
      Buffer.from("purpose=Diploma%27s+nagaan"),
      Buffer.from([0xff]),
      Buffer.from("!"),
    ]);
    const post = async (body: Uint8Array<ArrayBuffer>) => {
      const answer = await site.publicApp.request(`https://led.example/live${path}`, {
        ...{ method: "POST", body, headers: FORM },
      });
      return new Page(path, answer.status, new Uint8Array(await answer.arrayBuffer()), answer.headers);
    };

    const partly = await post(new Uint8Array(broken));
    const long = await visitor.post(path, { purpose: "woord ".repeat(55_000) });

    expect([partly.status, purposeOn(partly)]).toEqual([400, "Diploma's nagaan\uFFFD!"]);
    expect(said(partly)).toContain("We konden niet alles lezen");
    expect([long.status, purposeOn(long)?.length]).toEqual([413, 330_000]);
    expect(said(long)).toContain("Maak je antwoorden korter");
  });

  it.each([
    ["of another type", { body: "purpose=x", headers: { "content-type": "text/plain" } }, 415],
    ["without a type", { body: "purpose=x" }, 415],
    ["that is too large to show", { body: `purpose=${"x".repeat(2_000_000)}`, headers: FORM }, 413],
  ])("with the draft, where a body %s cannot be read", async (_what, init, status) => {
    const { visitor, page, path } = await openIntake();
    await visitor.submit(page.form("purpose"), TYPED, "Bewaar als ontwerp");

    const refused = await visitor.open(`${path}/ontwerp`, { method: "POST", ...init });

    expect([refused.status, purposeOn(refused)?.trim()]).toEqual([status, WORDS.trim()]);
    expect(said(refused)).toContain("met je ontwerp als je dat bewaarde");
  });

  it.each(["positive", "changes-needed"])(
    "in the right form (%s), of several that are alike",
    async (outcome) => {
      const dpo = await site.staff("led-dpo");
      const task = { kind: "AdviseOnProtocol", audience: "led-dpo", stage: "PROTOCOL" } as const;
      const { id } = await site.given({ stage: "PROTOCOL" }, task);
      const page = await dpo.open(`/admin/dossiers/${id}/tasks/AdviseOnProtocol-1-1`);

      throttled = /TransactWrite/;
      const failed = await dpo.submit(page.form("outcome", outcome), { remarks: "Omdat het zo is" });
      throttled = undefined;

      const filled = failed.forms().filter((form) => form.element.text.includes("Omdat het zo is"));
      expect([failed.status, filled.length, filled[0]?.has("outcome", outcome)]).toEqual([503, 1, true]);
    },
  );
});

describe("unless that page no longer has a form", () => {
  it("then the input is below the explanation, to copy", async () => {
    const { dossier, visitor, page, path } = await openIntake();
    const task = await site.acts.tasks.find(dossier.id, "SubmitIntake-1-1");
    if (task) await site.acts.tasks.recordDecision(task, aDecision(), dossier, []);

    const late = await visitor.submit(page.form("purpose"), TYPED);

    const typed = late.root.querySelector("section#typed");
    expect(late.status).toBe(409);
    expect(typed?.querySelector("textarea[name=purpose]")?.text).toContain("Wij kijken diploma's na");
    expect(typed?.querySelectorAll("button")).toHaveLength(0);
    expect((await visitor.open(path)).root.querySelector("#typed")).toBeNull();
  });
});

it.each(["ontwerp", "documenten"])(
  "the address of a form (%s) leads to its page when it is opened again",
  async (last) => {
    const { visitor, path } = await openIntake();

    const answer = await visitor.open(`${path}/${last}`);

    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/live${path}`]);
  },
);
