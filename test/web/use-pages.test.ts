import { describe, expect, it } from "vitest";
import type { Access } from "../../functions/domain/access.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { openFileTable } from "../adapters/database.ts";
import { GivenReason } from "../../functions/domain/use.ts";
import { anAccess } from "../builders/access.ts";
import { anIntake } from "../builders/intake.ts";
import { aDossier, inStatus, NOW } from "../builders/dossier.ts";
import { openSite, type TestSite } from "./site.ts";
import { Visitor } from "./visitor.ts";

const site = openSite(await openFileTable());

const BY = { role: "led-team", id: "staff-9", name: "Tine Toezicht" } as const;
const given = async (access: Partial<Access>, differences: Parameters<TestSite["given"]>[0] = {}) => {
  const dossier = await site.given(differences);
  await site.acts.accesses.grant(anAccess({ dossierId: dossier.id, ...access }));
  return dossier;
};
/** The pages of both sides. */
const seen = async ({ id }: Dossier) => {
  const link = await site.link({ kind: "status", dossierId: id });
  const [consumer, led, api] = await Promise.all([
    new Visitor(site.publicApp).open(`/dossier/${link}`),
    (await site.staff("led-team")).open(`/admin/dossiers/${id}`),
    new Visitor(site.adminApp).open(`/api/admin/v1/dossiers/${id}`, {
      headers: { authorization: "Bearer team" },
    }),
  ]);
  return { consumer: consumer.text, led: led.text, api: JSON.parse(api.html) as object };
};

describe("an access", () => {
  // Today is 23 November 2026.
  it.each([
    ["that has not begun", { start: "2026-11-24" }, "nog niet begonnen", false],
    ["on its first day", { start: "2026-11-23" }, "van kracht", true],
    ["on its last day", { start: "2025-11-24", end: "2026-11-23" }, "van kracht", true],
    ["whose term is over", { start: "2025-11-23", end: "2026-11-22" }, "termijn voorbij", false],
    ["that ended today", { start: "2025-01-01", status: "ended", endedOn: "2026-11-23" }, "beëindigd", false],
    [
      "that is replaced only later",
      { start: "2025-01-01", status: "replaced", replacedBy: 2, replacedFrom: "2026-12-01" },
      "van kracht",
      true,
    ],
  ] as const)(
    "%s shows whether the LED may be consulted today",
    async (_name, access, words, inForceToday) => {
      const { consumer, led, api } = await seen(await given(access));

      for (const page of [consumer, led]) {
        expect(page).toContain(`Toegang 1: ${words}`);
        expect(page.includes("De LED mag vandaag geraadpleegd worden.")).toBe(inForceToday);
        expect(page.includes("mag je de LED vandaag niet raadplegen")).toBe(!inForceToday);
      }
      expect(api).toMatchObject({ accesses: [{ inForceToday }] });
    },
  );
});

describe("the yearly question", () => {
  const ask = { kind: "ConfirmYearly", stage: "IN_USE" } as const;

  it("shows what is known, each with a way to change it", async () => {
    const { people } = aDossier();
    const contact = { ...people.contact, telephone: "02 000 00 00" };
    const intake = anIntake({ processor: "Voorbeeldsoft" });
    const dossier = await site.given({ stage: "IN_USE", intake, people: { ...people, contact } }, ask);
    const page = await site.visitor.open(await site.taskLink(dossier, ask));

    for (const known of [intake.purpose, "Voorbeeldsoft", "02 000 00 00", "sofie@voorbeeldegem.example"])
      expect(page.text).toContain(known);
    expect(page.link("Wijzig: Doel")).toMatch(/#form-changed$/);
    const person = await site.visitor.open(page.link("Wijzig: contactpersoon"));
    expect(person.html).toContain('value="02 000 00 00"');
    expect((await site.visitor.open(page.link("Voeg toe: tweede contactpersoon"))).status).toBe(200);
  });

  it("a changed telephone number is kept without a mail", async () => {
    const dossier = await site.given({ stage: "IN_USE" }, ask);
    const page = await site.visitor.open(await site.taskLink(dossier, ask));
    const person = await site.visitor.open(page.link("Wijzig: contactpersoon"));
    const before = site.mailer.sent.length;
    await site.visitor.submit(person.form("person.name"), {
      change: "correction",
      "person.telephone": "0400 00 00 00",
    });

    expect((await site.whole(dossier.id)).dossier.people.contact.telephone).toBe("0400 00 00 00");
    expect(site.mailer.sent.length).toBe(before);
  });
});

describe("an end of the use that was requested while a request is given up", () => {
  const reason = GivenReason.enum.breach;
  const endingAsked = {
    reason,
    explanation: "Gegevens doorgegeven.",
    by: BY,
    at: "2026-11-20T09:00:00.000Z",
  };
  const lastRequest = {
    pass: 2,
    at: "2026-11-19T09:00:00.000Z",
    outcome: "withdrawn",
    reason: "Dubbel",
    by: BY,
  };
  const closing = { by: BY, reason: endingAsked.explanation, at: endingAsked.at };

  it("is shown as the end of the use, to the team with actor, moment and reason, and in the API", async () => {
    const dossier = await given({}, { request: { closing: { ...closing, endingAsked } } });

    const { consumer, led, api } = await seen(dossier);

    for (const page of [consumer, led]) {
      expect(page).toContain("Het gebruik van de LED stopt.");
      expect(page).not.toContain("De aanvraag wordt ingetrokken.");
    }
    expect(led).toContain(
      "Tine Toezicht vroeg op 20 november 2026 om het gebruik te beëindigen: het protocol werd niet nageleefd.",
    );
    expect(led).toContain("Gegevens doorgegeven.");
    expect(api).toMatchObject({ endingAsked, closing });
  });

  it("is in the API with the request that was given up for it, until it begins", async () => {
    const use = { since: NOW, lastRequest, endingAsked };
    const dossier = await site.acts.dossiers.save(inStatus(await given({}), { status: "IN_USE", use }));

    expect((await seen(dossier)).api).toMatchObject({ inUseSince: NOW, endingAsked, lastRequest });
  });

  it("is not affected by a withdrawal", async () => {
    const { consumer, led, api } = await seen(await given({}, { request: { closing } }));

    for (const page of [consumer, led]) expect(page).toContain("De aanvraag wordt ingetrokken.");
    expect(led).not.toContain("om het gebruik te beëindigen");
    expect(api).not.toHaveProperty("endingAsked");
  });
});
