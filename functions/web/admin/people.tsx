import { changePeopleTexts } from "../../people/texts.nl.ts";
import type { PersonPart } from "../../domain/people.ts";
import type { PeopleAddresses } from "../ui/people/people-pages.tsx";
import { servePeople } from "../ui/people/serve-people.tsx";
import { partNamed } from "../team/part-named.ts";
import type { AdminSite } from "../team/admin-site.ts";
import { actorFor, findDossierFor } from "../team/find-dossier.ts";
import { readOwnForm, Token } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";

/** The LED team changes the people of the consumer after a mail or a call. */
export function peopleRoutes(app: AdminApp, site: AdminSite) {
  const addressesOf = (id: string): PeopleAddresses => {
    const back = site.addresses.at(`/admin/dossiers/${id}`);
    const list = `${back}/people`;
    const of = (part: PersonPart) => `${list}/${part}`;
    return { back, list, of, remove: (part) => `${of(part)}/removal` };
  };
  const list = "/admin/dossiers/:id/people";

  servePeople(app, {
    routes: { list, part: `${list}/:part`, removal: `${list}/:part/removal` },
    visit: async (c) => {
      const { dossier } = await findDossierFor(site, c.var.caller, c.req.param("id") ?? "");
      const hidden = <Token session={c.var.session} />;
      return { dossier, by: actorFor(c.var.caller, "led-team"), to: addressesOf(dossier.id), hidden };
    },
    partNamed,
    readForm: readOwnForm,
    intro: changePeopleTexts.page.introForTeam,
    saved: { name: "change", value: "saved" },
    changePeople: site.changePeople,
  });
}
