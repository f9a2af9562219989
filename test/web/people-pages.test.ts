import { beforeEach, describe, expect, it } from "vitest";
import { addDays, addMinutes } from "../../functions/domain/calendar.ts";
import { openFileTable } from "../adapters/database.ts";
import { aDossier, inStatus } from "../builders/dossier.ts";
import { SECOND, TEAM } from "../builders/people.ts";
import { handedOver } from "./given.ts";
import { openSite, type TestSite } from "./site.ts";

const site = openSite(await openFileTable());
const { visitor } = site;
// Mails to an address are counted per hour, so each test has a different hour.
beforeEach(() => {
  site.time.now = addMinutes(site.time.now, 60);
});

const CAS = {
  change: "someone-else",
  "person.name": "Cas Nieuw",
  "person.email": "cas@voorbeeldegem.example",
};
const decideAsNew = async (id: string) => {
  const { contact } = (await site.dossier(id)).people;
  const by = { role: "applicant", id: contact.id, name: contact.name } as const;
  const agreed = { outcome: "agree", fields: {}, documents: [], by };
  expect((await site.acts.decideTask(id, "AgreePlanning-1-1", agreed)).status).toBe("decided");
};
const given = async (second = false, ...tasks: Parameters<TestSite["given"]>[1][]) => {
  const { people } = aDossier();
  return site.given({ people: second ? { ...people, secondContact: SECOND } : people }, ...tasks);
};
const statusLink = (id: string, personId?: string) => site.statusLink(id, personId);

describe("the contact", () => {
  it("finds the people of its organisation from the dossier's page, and adds a second contact", async () => {
    const { id } = await given();
    const link = await statusLink(id);
    const people = await visitor.open((await visitor.open(link)).link("wijzig de personen"));
    const page = await visitor.open(people.link(/Voeg toe/));
    const added = await visitor.submit(page.form("person.name"), CAS);
    const after = await visitor.follow(added);

    expect(people.text).toContain("sofie@voorbeeldegem.example");
    expect(added.status).toBe(303);
    expect(after.text).toContain("De wijziging is bewaard");
    expect(after.text).toContain("Cas Nieuw");
    expect(site.mailer.sent.at(-1)?.to[0]?.email).toBe("cas@voorbeeldegem.example");
  });

  it("who hands over the part is told kindly that the link has ended", async () => {
    const { id } = await given(false, {});
    const link = await statusLink(id);
    const page = await visitor.open(`${link}/personen/contactpersoon`);
    const form = page.form("person.name");
    const sure = await visitor.post(form.actionOf().href, form.filledIn(CAS));
    const asked = await site.dossier(id);
    const back = await visitor.submit(sure.form("looked"), {}, "Ga terug zonder te wijzigen");
    const handed = await visitor.submit(sure.form("looked"), {}, "Draag mijn rol over");
    const after = await visitor.follow(handed);

    expect(page.html).toContain('value="an@voorbeeldegem.example"');
    expect(sure.text).toContain("aan Cas Nieuw, met het adres cas@voorbeeldegem.example");
    expect(sure.text).toContain("binnen 24 uur ongedaan");
    expect([asked.people.contact.name, back.status]).toEqual(["An Voorbeeld", 200]);
    expect(back.html).toContain('value="cas@voorbeeldegem.example"');
    expect([after.status, after.title]).toEqual([200, "Je rol is overgedragen - Aansluiten op de LED"]);
    expect(after.text).toContain("Jouw links naar dit dossier werken nu niet meer");
    expect((await visitor.open(link)).status).toBe(404);
    expect((await visitor.open(site.mailed("taak"))).status).toBe(200);
  });

  it("who mistyped the address takes the hand-over back: once, and opening the page changes nothing", async () => {
    const { id, former, change } = await handedOver(site);
    const path = `/dossier/${former}/overdracht/${change}`;
    const page = await visitor.open(path);
    expect(page.text).toContain("De contactpersoon is nu Cas Nieuw, met het adres cas@voorbeeldegem.exampel");
    expect((await site.dossier(id)).people.contact.name).toBe("Cas Nieuw");

    const unticked = await visitor.post(path, {});
    const done = await visitor.submit(page.form("confirmation"));
    const again = await visitor.submit(page.form("confirmation"));

    expect([unticked.status, done.status, again.status]).toEqual([422, 303, 303]);
    expect((await visitor.follow(again)).text).toContain("Je bent opnieuw de contactpersoon");
    expect((await site.dossier(id)).people.contact).toMatchObject({
      id: "person-contact",
      name: "An Voorbeeld",
    });
    expect((await visitor.open(`/dossier/${former}`)).status).toBe(200);
    // Neither the mistyped address nor the former contact gets another undoing.
    expect(site.mailer.sent.slice(-3).map(({ text }) => text.includes("/overdracht/"))).not.toContain(true);
    expect(site.mailed("taak")).toBeTruthy();
  });

  it.each([
    ["after a day", async () => void (site.time.now = addDays(site.time.now, 1.1)), "is voorbij"],
    ["once the new contact decided a task", (id: string) => decideAsNew(id), "deed intussen al een taak"],
  ])("cannot take it back %s (PEOPLE-08)", async (_when, then, words) => {
    const { id, former, change } = await handedOver(site);
    site.time.now = addMinutes(site.time.now, 1);
    await then(id);
    const page = await visitor.open(`/dossier/${former}/overdracht/${change}`);

    expect(page.status).toBe(409);
    expect(page.text).toContain(words);
  });

  it("cannot take it back while the second contact has the same address (PEOPLE-02)", async () => {
    const { id, former, change } = await handedOver(site);
    const page = await visitor.open(`/dossier/${former}/overdracht/${change}`);
    const { email, name } = aDossier().people.contact;
    const fields = { change: "someone-else", person: { name, email } };
    await site.acts.changePeople(id, { part: "secondContact", fields }, TEAM);

    const done = await visitor.submit(page.form("confirmation"));

    expect(done.status).toBe(409);
    expect((await site.dossier(id)).people.contact.name).toBe("Cas Nieuw");
  });

  it("has no such link when the team named the new contact", async () => {
    const { id } = await given();
    const fields = {
      change: "someone-else",
      person: { name: "Cas Nieuw", email: "cas@voorbeeldegem.example" },
    };
    await site.acts.changePeople(id, { part: "contact", fields }, TEAM);

    expect(site.mailer.sent.some(({ text }) => text.includes(`/overdracht/`) && text.includes(id))).toBe(
      false,
    );
    expect(site.mailer.sent.at(-2)?.text).not.toContain("/overdracht/");
  });

  it("who is replaced by a colleague on the same address has no working link, and decides nothing", async () => {
    const dossier = await given(false, { kind: "AgreePlanning" });
    const { id } = dossier;
    const link = await statusLink(id);
    const task = await site.taskLink(dossier, { kind: "AgreePlanning" });
    const opened = (await visitor.open(task)).form("outcome", "agree");
    const form = (await visitor.open(`${link}/personen/contactpersoon`)).form("person.name");
    const unsaid = await visitor.submit(form, { "person.name": "Cas Nieuw" });
    await visitor.submit(form, { "person.name": "Cas Nieuw", change: "someone-else" });

    expect(unsaid.status).toBe(422);
    expect(unsaid.text).toContain("Is dit iemand anders, of een verbetering? Kies een antwoord.");
    for (const old of [link, task]) expect((await visitor.open(old)).status).toBe(404);
    expect((await visitor.submit(opened)).status).toBe(404);
    expect((await site.acts.tasks.find(id, "AgreePlanning-1-1"))?.decision).toBeUndefined();
    const mail = site.mailer.sent.findLast(({ text }) => text.includes("/taak/"));
    await visitor.submit((await visitor.open(site.mailed("taak"))).form("outcome", "agree"));
    const decision = (await site.acts.tasks.find(id, "AgreePlanning-1-1"))?.decision;
    expect([mail?.to[0]?.email, decision?.by.name]).toEqual(["an@voorbeeldegem.example", "Cas Nieuw"]);
  });

  it("who corrects the name continues with the same link", async () => {
    const { id } = await given();
    const link = await statusLink(id);
    const form = (await visitor.open(`${link}/personen/contactpersoon`)).form("person.name");
    const corrected = await visitor.submit(form, { "person.name": "An Verbeterd", change: "correction" });

    expect((await visitor.follow(corrected)).text).toContain("An Verbeterd");
  });

  it("who corrects the address continues with a link that is mailed there; earlier ones end", async () => {
    const { id } = await given();
    const target = { kind: "status", dossierId: id } as const;
    const mint = (mailedTo: string) =>
      site.acts.links.mint({ target, mailedTo, personId: "person-contact", expiresAt: "2027-11-23" });
    const link = `/dossier/${await mint("AN@voorbeeldegem.example")}`;
    const form = (await visitor.open(`${link}/personen/contactpersoon`)).form("person.name");
    const corrected = await visitor.submit(form, { ...CAS, change: "correction" });
    const after = await visitor.follow(corrected);

    expect([after.status, after.title]).toEqual([200, "Je e-mailadres is aangepast - Aansluiten op de LED"]);
    expect((await visitor.open(link)).status).toBe(404);
    const mail = site.mailer.sent.findLast(({ text }) => text.includes("/dossier/"));
    expect(mail?.to[0]?.email).toBe(CAS["person.email"]);
    expect((await visitor.open(site.mailed("dossier"))).status).toBe(200);
  });

  it("sees problems at their fields, and keeps the input", async () => {
    const { id } = await given(true);
    const path = `${await statusLink(id)}/personen/tweede-contactpersoon`;
    const form = (await visitor.open(path)).form("person.name");
    const same = await visitor.submit(form, { ...CAS, "person.email": "an@voorbeeldegem.example" });
    const bad = await visitor.submit(form, { ...CAS, "person.email": "cas" });

    expect([same.status, bad.status]).toEqual([422, 422]);
    expect(same.text).toContain("Dit is het adres van de contactpersoon");
    expect(same.html).toContain('value="Cas Nieuw"');
    expect(same.root.querySelector(".summary a")?.getAttribute("href")).toBe("#person-person-email");
    expect(bad.text).toContain("Vul een geldig e-mailadres in");
  });

  it("cannot change anything from a page from before a change, and is told so", async () => {
    const { id } = await given(true);
    const path = `${await statusLink(id)}/personen/tweede-contactpersoon`;
    const form = (await visitor.open(path)).form("person.name");
    await visitor.submit(form, CAS);
    const late = await visitor.submit(form, { ...CAS, "person.email": "dora@voorbeeldegem.example" });

    expect(late.status).toBe(422);
    expect(late.text).toContain("Iemand wijzigde deze persoon intussen");
  });

  it("removes the second contact, and nobody else", async () => {
    const { id } = await given(true);
    const link = await statusLink(id);
    const page = await visitor.open(`${link}/personen/tweede-contactpersoon`);
    const sure = await visitor.open(page.link("Verwijder Bo Tweede"));
    const removed = await visitor.submit(sure.form("confirmation"));
    const signatory = await visitor.post(`${link}/personen/leidinggevende/verwijderen`, {});

    expect(sure.text).toContain("De links die Bo Tweede in die rol kreeg, werken dan meteen niet meer");
    expect(removed.status).toBe(303);
    expect((await site.acts.dossiers.find(id))?.people.secondContact).toBeUndefined();
    expect(signatory.status).toBe(422);
    expect((await visitor.open(await statusLink(id, "person-second"))).status).toBe(404);
  });

  it("of a closed dossier sees the people, and changes nothing", async () => {
    const dossier = await given(true);
    const by = { role: "led-team", id: "s", name: "Lies" } as const;
    const closed = { at: site.time.now, outcome: "closed", reason: "x", by } as const;
    await site.acts.dossiers.save(inStatus(dossier, { status: "CLOSED", closed }));
    const link = await statusLink(dossier.id);
    const page = await visitor.open(`${link}/personen`);

    expect(page.text).toContain("Bo Tweede");
    expect(page.html).not.toContain("personen/dpo");
    expect((await visitor.post(`${link}/personen/dpo`, CAS)).status).toBe(422);
  });

  it("is distinguished from a signatory, who has no access to these pages", async () => {
    const { id } = await given();
    const link = await statusLink(id, "person-signatory");

    expect((await visitor.open(link)).text).not.toContain("wijzig de personen");
    expect((await visitor.open(`${link}/personen`)).status).toBe(404);
    expect((await visitor.post(`${link}/personen/dpo`, CAS)).status).toBe(404);
  });
});

describe("the second contact", () => {
  it("opens the task from the page of the dossier, and decides as applicant under its own name", async () => {
    const dossier = await given(true, { kind: "AgreePlanning" });
    const page = await visitor.open(await statusLink(dossier.id, "person-second"));
    const task = await visitor.open(page.link("Ga verder met de planning"));
    const decided = await visitor.submit(task.form("outcome", "agree"));

    expect(decided.status).toBe(303);
    expect((await site.acts.tasks.find(dossier.id, "AgreePlanning-1-1"))?.decision?.by).toEqual({
      role: "applicant",
      id: "person-second",
      name: "Bo Tweede",
    });
  });
});

describe("a new signatory", () => {
  it("does not see the draft of the former one, and saves another over it", async () => {
    const sign = { kind: "SignForApplicant", audience: "signatory", stage: "PROTOCOL" } as const;
    const dossier = await given(false, sign);
    const link = await site.taskLink(dossier, sign, "person-signatory");
    const typed = { date: "2026-11-20" };
    await visitor.submit((await visitor.open(link)).form("date"), typed, "Bewaar als ontwerp");
    const again = await visitor.open(link);
    const person = { name: "Cas Nieuw", capacity: "schepen", email: "sofie@voorbeeldegem.example" };
    const by = { role: "led-team", id: "s", name: "Lies" } as const;
    const fields = { change: "someone-else", person };
    await site.publicDeps.changePeople(dossier.id, { part: "signatory", fields }, by);
    const { signatory } = (await site.acts.dossiers.find(dossier.id))?.people ?? {};
    const own = await site.taskLink(dossier, sign, signatory?.id);
    const page = await visitor.open(own);
    const kept = await visitor.submit(page.form("date"), { date: "2026-11-22" }, "Bewaar als ontwerp");

    expect(again.html).toContain(typed.date);
    expect(page.html).not.toContain(typed.date);
    expect(page.text).not.toContain("ontwerp van");
    expect(kept.status).toBe(303);
    expect((await visitor.open(own)).html).toContain("2026-11-22");
  });
});

describe("the LED team", () => {
  it("changes people on the admin pages", async () => {
    const team = await site.staff("led-team");
    const { id } = await given();
    const page = await team.open((await team.open(`/admin/dossiers/${id}`)).link("wijzig de personen"));
    const form = (await team.open(`/admin/dossiers/${id}/people/dpo`)).form("person.name");
    const changed = await team.submit(form, CAS);
    const removed = await team.post(`/admin/dossiers/${id}/people/dpo/removal`, {
      csrf: form.filledIn({})[0]?.[1] ?? "",
    });

    expect(page.text).toContain("Open taken gaan naar de nieuwe persoon");
    expect((await team.follow(changed)).text).toContain("Cas Nieuw");
    expect(removed.status).toBe(422);
    expect((await team.open(`/admin/dossiers/${id}/people/nobody`)).status).toBe(404);
    const [change] = (await site.acts.dossiers.findWhole(id))?.changes ?? [];
    expect(change).toMatchObject({ what: "people.dpo", by: { role: "led-team" } });
  });

  it("changes people by the API", async () => {
    const { id } = await given();
    const post = (path: string, body: object) => site.call(`/dossiers/${id}/people/${path}`, body);
    const person = { name: "Cas Nieuw", email: "cas@voorbeeldegem.example" };
    const change = "someone-else";
    const changed = await post("secondContact", { change, person });
    const unsaid = await post("secondContact", { person: { ...person, name: "Bo Nieuw" } });
    const wrong = await post("signatory", { change, person });
    const unseen = await post("contact", {
      change,
      person: { name: "X", email: "x@voorbeeldegem.example" },
      seen: "gone",
    });
    const other = await post("secondContact/removal", { seen: "somebody-before" });
    const seen = (await site.acts.dossiers.find(id))?.people.secondContact?.id;
    const removed = await post("secondContact/removal", { seen });

    expect([changed, unsaid, wrong, unseen, other, removed].map(({ status }) => status)).toEqual([
      200, 422, 422, 422, 422, 200,
    ]);
    expect(JSON.parse(unsaid.html)).toMatchObject({ errors: [{ field: "change" }] });
    expect(other.html).toContain("PEOPLE-05");
    expect(changed.html).toContain("cas@voorbeeldegem.example");
    expect(wrong.html).toContain("person.capacity");
    expect(unseen.html).toContain("PEOPLE-05");
    expect(removed.html).not.toContain("cas@");
  });
});

describe("a form that starts from an earlier answer", () => {
  it("contains the current people", async () => {
    const fields = { purpose: "Oud doel", dpo: { name: "Oude DPO", email: "oud@voorbeeldegem.example" } };
    const { by } = { by: { role: "applicant", id: "person-contact", name: "An" } as const };
    const dossier = await given(false, {}, { round: 2 });
    const first = await site.acts.tasks.find(dossier.id, "SubmitIntake-1-1");
    const decision = { outcome: "submitted", fields, documents: [], by, at: site.time.now };
    if (first) await site.acts.tasks.recordDecision(first, decision, dossier, []);
    const page = await visitor.open(await site.taskLink(dossier, { round: 2 }));

    expect(page.text).toContain("Oud doel");
    expect(page.html).toContain('value="dpo@voorbeeldegem.example"');
    expect(page.html).not.toContain("oud@voorbeeldegem.example");
  });
});

describe("a lost link", () => {
  it("is requested from the home page, and from a link that does not work", async () => {
    const home = await visitor.open((await visitor.open("/")).link("Vraag een nieuwe"));
    const dead = await visitor.open("/dossier/x");

    expect(home.form("reference").actionOf().pathname).toBe("/live/link-kwijt");
    expect(dead.status).toBe(404);
    expect(dead.form("reference").actionOf().pathname).toBe("/live/link-kwijt");
    expect((await visitor.open("/nergens")).forms()).toEqual([]);
  });

  it("gets the same answer for every dossier and address, also when the mail fails", async () => {
    const { reference } = await given();
    const form = (await visitor.open("/link-kwijt")).form("reference");
    const ask = (email: string, number = reference) => visitor.submit(form, { reference: number, email });
    const known = await ask("an@voorbeeldegem.example");
    const mailed = site.mailer.sent.at(-1);
    site.mailer.isDown = true;
    const failed = await ask("an@voorbeeldegem.example");
    site.mailer.isDown = false;
    const others = [
      await ask("vreemd@elders.example"),
      await ask("an@voorbeeldegem.example", "LED-2026-99999"),
    ];

    expect(mailed?.to[0]?.email).toBe("an@voorbeeldegem.example");
    for (const page of [known, failed, ...others])
      expect([page.status, page.headers.get("location")]).toEqual([303, "/live/link-kwijt/verstuurd"]);
    expect((await visitor.follow(known)).text).toContain("Kijk in je mailbox");
  });

  it("with a number in another format is a mistake at its field", async () => {
    const page = await visitor.post("/link-kwijt", { reference: "42", email: "an" });

    expect(page.status).toBe(422);
    expect(page.root.querySelectorAll(".summary a")).toHaveLength(2);
    expect(page.text).toContain("bijvoorbeeld LED-2026-00042");
  });
});
