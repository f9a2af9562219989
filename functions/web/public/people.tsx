import type { Context, Hono } from "hono";
import type { ProposedPeopleChange } from "../../change-people/change-people.ts";
import { changePeopleTexts } from "../../change-people/texts.nl.ts";
import { type PersonPart } from "../../domain/people.ts";
import { personIsOfDossier } from "../../domain/person-is-of-dossier.ts";
import {
  type PeopleAddresses,
  PeoplePage,
  PersonPage,
  readPersonForm,
  typedAgain,
} from "../people/people-pages.tsx";
import { readForm } from "../read-body.ts";
import { Refusal } from "../refusals.ts";
import type { PublicSite } from "./public-site.ts";
import { type Visit, visitDossier } from "./visits.ts";

const texts = changePeopleTexts.page;

/** The parts as they stand in an address. */
const SLUGS = {
  contactpersoon: "contact",
  "tweede-contactpersoon": "secondContact",
  dpo: "dpo",
  leidinggevende: "signatory",
} as const satisfies Record<string, PersonPart>;
const isSlug = (given: string): given is keyof typeof SLUGS => Object.hasOwn(SLUGS, given);
const slugOf = (part: PersonPart) =>
  Object.keys(SLUGS).find((slug) => isSlug(slug) && SLUGS[slug] === part) ?? "";

const HandedOver = () => (
  <>
    <h1>{texts.handedOver.title}</h1>
    {texts.handedOver.paragraphs.map((paragraph) => (
      <p>{paragraph}</p>
    ))}
  </>
);

/** The contacts keep the people of their organisation up to date. */
export function peopleRoutes(app: Hono, site: PublicSite) {
  const { at } = site.addresses;
  const addressesOf = ({ secret }: Visit): PeopleAddresses => {
    const list = at(`/dossier/${secret}/personen`);
    const of = (part: PersonPart) => `${list}/${slugOf(part)}`;
    return { list, of, back: at(`/dossier/${secret}`), remove: `${of("secondContact")}/verwijderen` };
  };
  const visitOfApplicant = async (secret: string): Promise<Visit> => {
    const visit = await visitDossier(site, secret);
    if (visit.audience !== "applicant") throw new Refusal("page-unknown");
    return visit;
  };
  const visitPart = async (c: Context, given: string): Promise<{ visit: Visit; part: PersonPart }> => {
    const visit = await visitOfApplicant(c.req.param("secret") ?? "");
    if (!isSlug(given)) throw new Refusal("page-unknown");
    return { visit, part: SLUGS[given] };
  };
  const change = async (c: Context, visit: Visit, proposed: ProposedPeopleChange) => {
    const result = await site.changePeople(visit.whole.dossier.id, proposed, visit.actor);
    if (result.status === "changed") {
      const isStillThere = personIsOfDossier(result.dossier, visit.actor).allowed;
      const next = isStillThere ? `${addressesOf(visit).list}?wijziging=bewaard` : at("/overgedragen");
      return c.redirect(next, 303);
    }
    c.status(422);
    const { dossier } = visit.whole;
    const typed = typedAgain(proposed, result);
    const page = <PersonPage dossier={dossier} part={proposed.part} to={addressesOf(visit)} typed={typed} />;
    return c.render(page, { title: texts.partTitle(proposed.part), hasProblems: true });
  };

  app.get("/dossier/:secret/personen", async (c) => {
    const visit = await visitOfApplicant(c.req.param("secret"));
    const isChanged = c.req.query("wijziging") === "bewaard";
    const { dossier } = visit.whole;
    const page = (
      <PeoplePage
        dossier={dossier}
        to={addressesOf(visit)}
        intro={texts.intro}
        isChanged={isChanged}
        by={visit.actor}
      />
    );
    return c.render(page, { title: texts.title });
  });

  app.get("/dossier/:secret/personen/:part", async (c) => {
    const { visit, part } = await visitPart(c, c.req.param("part"));
    const page = <PersonPage dossier={visit.whole.dossier} part={part} to={addressesOf(visit)} />;
    return c.render(page, { title: texts.partTitle(part) });
  });

  app.post("/dossier/:secret/personen/:part", async (c) => {
    const { visit, part } = await visitPart(c, c.req.param("part"));
    return change(c, visit, readPersonForm(part, await readForm(c)));
  });

  app.post("/dossier/:secret/personen/:part/verwijderen", async (c) => {
    const { visit, part } = await visitPart(c, c.req.param("part"));
    return change(c, visit, { part, seen: (await readForm(c)).get("seen") ?? undefined });
  });

  app.get("/overgedragen", (c) => c.render(<HandedOver />, { title: texts.handedOver.title }));
}
