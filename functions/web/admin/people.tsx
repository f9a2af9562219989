import type { Context } from "hono";
import type { ProposedPeopleChange } from "../../change-people/change-people.ts";
import { changePeopleTexts } from "../../change-people/texts.nl.ts";
import type { Dossier } from "../../domain/dossier.ts";
import { PERSON_PARTS, type PersonPart } from "../../domain/people.ts";
import {
  type PeopleAddresses,
  PeoplePage,
  PersonPage,
  readPersonForm,
  typedAgain,
} from "../people/people-pages.tsx";
import { Refusal } from "../refusals.ts";
import type { AdminEnv, AdminSite } from "./admin-site.ts";
import { actorFor, findDossierFor } from "./find-dossier.ts";
import { type AdminApp, Csrf, readOwnForm } from "./guard.tsx";

const texts = changePeopleTexts.page;

/** The part that an address names. */
export function partNamed(given: string): PersonPart {
  const part = PERSON_PARTS.find((known) => known === given);
  if (!part) throw new Refusal("page-unknown");
  return part;
}

/** The LED team changes who acts for the consumer, when somebody mails or calls about it. */
export function peopleRoutes(app: AdminApp, site: AdminSite) {
  const addressesOf = (id: string): PeopleAddresses => {
    const back = site.addresses.at(`/admin/dossiers/${id}`);
    const list = `${back}/people`;
    const of = (part: PersonPart) => `${list}/${part}`;
    return { back, list, of, remove: `${of("secondContact")}/removal` };
  };
  const find = async (c: Context<AdminEnv>, id: string): Promise<Dossier> =>
    (await findDossierFor(site, c.var.caller, id)).dossier;
  const change = async (c: Context<AdminEnv>, dossier: Dossier, proposed: ProposedPeopleChange) => {
    const to = addressesOf(dossier.id);
    const result = await site.changePeople(dossier.id, proposed, actorFor(c.var.caller, "led-team"));
    if (result.status === "changed") return c.redirect(`${to.list}?change=saved`, 303);
    c.status(422);
    const page = (
      <PersonPage
        dossier={dossier}
        part={proposed.part}
        to={to}
        typed={typedAgain(proposed, result)}
        hidden={<Csrf session={c.var.session} />}
      />
    );
    return c.render(page, { title: texts.partTitle(proposed.part), hasProblems: true });
  };

  app.get("/admin/dossiers/:id/people", async (c) => {
    const dossier = await find(c, c.req.param("id"));
    const page = (
      <PeoplePage
        dossier={dossier}
        to={addressesOf(dossier.id)}
        intro={texts.introForTeam}
        isChanged={c.req.query("change") === "saved"}
        by={actorFor(c.var.caller, "led-team")}
      />
    );
    return c.render(page, { title: texts.title });
  });

  app.get("/admin/dossiers/:id/people/:part", async (c) => {
    const dossier = await find(c, c.req.param("id"));
    const part = partNamed(c.req.param("part"));
    const hidden = <Csrf session={c.var.session} />;
    const page = <PersonPage dossier={dossier} part={part} to={addressesOf(dossier.id)} hidden={hidden} />;
    return c.render(page, { title: texts.partTitle(part) });
  });

  app.post("/admin/dossiers/:id/people/:part", async (c) => {
    const form = await readOwnForm(c);
    const dossier = await find(c, c.req.param("id"));
    return change(c, dossier, readPersonForm(partNamed(c.req.param("part")), form));
  });

  app.post("/admin/dossiers/:id/people/:part/removal", async (c) => {
    const form = await readOwnForm(c);
    const dossier = await find(c, c.req.param("id"));
    const part = partNamed(c.req.param("part"));
    return change(c, dossier, { part, seen: form.get("seen") ?? undefined });
  });
}
