import { describe, expect, it } from "vitest";
import { openFileTable } from "../adapters/database.ts";
import { createPublicApp } from "../../functions/web/public-app.tsx";
import { anIntakeForm } from "../builders/intake.ts";
import { asFormValues } from "../journey/flatten.ts";
import { CSRF, openSite } from "./site.ts";
import { Visitor } from "./visitor.ts";

const site = openSite(await openFileTable());
const { visitor } = site;

const sentBy = async (act: () => Promise<unknown>) => {
  const before = site.mailer.sent.length;
  await act();
  return site.mailer.sent.slice(before);
};
/** Changes the second contact to a stranger, through the page. */
const change = async (link: string, number: number) => {
  const page = await visitor.open(`${link}/personen/tweede-contactpersoon`);
  return visitor.submit(page.form("person.name"), {
    "person.name": `Vreemde ${number}`,
    "person.email": `vreemde-${number}@elders.example`,
    change: "someone-else",
  });
};

describe("mails that SES receives because of an outsider", () => {
  it("for 40 changes of the second contact are those of six, and the form keeps its input", async () => {
    const { id } = await site.given();
    const link = await site.statusLink(id);
    const answers: Awaited<ReturnType<typeof change>>[] = [];

    const sent = await sentBy(async () => {
      for (let number = 0; number < 40; number++) answers.push(await change(link, number));
    });

    const strangers = new Set(sent.flatMap(({ to }) => to.map(({ email }) => email)));
    expect(strangers.size).toBe(6);
    expect(sent.length).toBeLessThanOrEqual(12);
    const last = answers.at(-1);
    expect(last?.status).toBe(429);
    expect(Number(last?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(last?.html).toContain('value="vreemde-39@elders.example"');
    expect(last?.text).toContain("Voor dit dossier gebeurde dit al enkele keren");
  });

  it("for one mailbox in many spellings are counted together, over dossiers", async () => {
    const changeTo = async (email: string) => {
      const page = await visitor.open(
        `${await site.statusLink((await site.given()).id)}/personen/tweede-contactpersoon`,
      );
      const values = { "person.name": "Vera Vreemd", "person.email": email, change: "someone-else" };
      return (await visitor.submit(page.form("person.name"), values)).status;
    };
    for (const spelling of ["vera@elders.example", "mailto:vera@elders.example", "<ve.ra@elders.example>"])
      expect(await changeTo(spelling)).toBe(303);

    for (const spelling of ["vera@elders.example.", "Vera <VERA@elders.example>", "vera+1@elders.example"])
      expect(await changeTo(spelling)).toBe(429);
  });

  it("for intakes that name one person instead of their DPO and signatory are three", async () => {
    const vera = { name: "Vera Vreemd", email: "vera.dpo@elders.example" };
    const submit = async () => {
      const page = await visitor.open(await site.taskLink(await site.given({}, {})));
      const form = asFormValues(anIntakeForm({ dpo: vera, signatory: { ...vera, capacity: "directeur" } }));
      return (await visitor.submit(page.form("purpose"), form)).status;
    };

    const sent = await sentBy(async () => {
      expect(await submit()).toBe(303);
      expect(await submit()).toBe(429);
    });
    expect(sent.filter(({ to }) => to[0]?.email === vera.email).length).toBeLessThanOrEqual(3);
  });

  it("for refused changes do not exist, and do not count for the limit", async () => {
    const { id } = await site.given();
    const link = await site.statusLink(id);
    for (let times = 0; times < 10; times++) {
      const page = await visitor.open(`${link}/personen/tweede-contactpersoon`);
      await visitor.submit(page.form("person.name"), { "person.name": "X", "person.email": "geen adres" });
    }

    expect((await change(link, 99)).status).toBe(303);
  });

  it("do not stop the team from changing the people of a dossier whose limit is reached", async () => {
    const { id } = await site.given();
    const link = await site.statusLink(id);
    for (let number = 0; number < 7; number++) await change(link, number);
    const team = await site.staff("led-team");

    const page = await team.open(`/admin/dossiers/${id}/people/dpo`);
    const changed = await team.submit(page.form("person.name"), {
      "person.name": "Dora Nieuw",
      "person.email": "dora@voorbeeldegem.example",
      change: "someone-else",
    });

    expect(changed.status).toBe(303);
  });

  it("for a message that is posted again count once", async () => {
    const { id } = await site.given();
    const link = await site.statusLink(id);
    const form = (await visitor.open(`${link}/bericht`)).form("reason");

    const sent = await sentBy(async () => {
      for (let times = 0; times < 9; times++) await visitor.submit(form, { reason: "Een vraag" });
    });
    expect(sent).toHaveLength(1);

    const next = await visitor.open(`${link}/bericht`);
    expect((await visitor.submit(next.form("reason"), { reason: "Nog een" })).status).toBe(303);
  });
});

describe("drafts of a task", () => {
  it("are 240 an hour at most, and the form keeps its input", async () => {
    const link = await site.taskLink(await site.given({}, {}));
    const save = async (number: number) =>
      visitor.submit(
        (await visitor.open(link)).form("purpose"),
        { purpose: `Ontwerp ${number}` },
        "Bewaar als ontwerp",
      );
    for (let number = 0; number < 240; number++) expect((await save(number)).status).toBe(303);

    const refused = await save(240);
    expect(refused.status).toBe(429);
    expect(refused.root.querySelector("[name=purpose]")?.textContent.trim()).toBe("Ontwerp 240");
    expect((await visitor.open(link)).root.querySelector("[name=purpose]")?.textContent).toBe("Ontwerp 239");
  });
});

describe("a lost link", () => {
  it("is refused with the form and a waiting time for a guesser, and for nobody else", async () => {
    const { reference } = await site.given();
    const from = (ip: string) => new Visitor(createPublicApp({ ...site.publicDeps, addressOf: () => ip }));
    const guesser = from("198.51.100.7");
    const guess = async (email: string, who = guesser) =>
      who.submit((await who.open("/link-kwijt")).form("reference"), { reference, email });
    for (let times = 0; times < 20; times++) await guess(`gok-${times}@elders.example`);

    const refused = await guess("gok-20@elders.example");
    const sent = await sentBy(() => guess("an@voorbeeldegem.example", from("198.51.100.8")));

    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.html).toContain('value="gok-20@elders.example"');
    expect(sent.map(({ to }) => to[0]?.email)).toEqual(["an@voorbeeldegem.example"]);
  });
});

describe("the team", () => {
  it("cannot make unlimited exports, and is told when it can again", async () => {
    const dossier = await site.given();
    const team = await site.staff("led-team");
    const statuses: number[] = [];
    let last;
    for (let times = 0; times < 62; times++) {
      last = await team.post(`/admin/dossiers/${dossier.id}/exports`, { csrf: CSRF });
      statuses.push(last.status);
    }

    expect(statuses.filter((status) => status === 303)).toHaveLength(60);
    expect(last?.status).toBe(429);
    expect(last?.headers.get("retry-after")).toBeTruthy();
  });
});
