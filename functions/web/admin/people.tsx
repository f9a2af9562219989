import { changePeopleTexts } from "../../people/texts.nl.ts";
import type { Child } from "hono/jsx";
import { PERSON_PARTS, type PersonPart } from "../../domain/people.ts";
import type { WholeDossier } from "../../domain/ports.ts";
import { personPartNames } from "../../domain/texts.nl.ts";
import { addressIsCutOff } from "../../people/address-is-cut-off.ts";
import { liftSuppression } from "../team/lift-suppression.ts";
import type { PeopleAddresses } from "../ui/people/people-pages.tsx";
import { servePeople } from "../ui/people/serve-people.tsx";
import { partNamed } from "../team/part-named.ts";
import type { AdminSite } from "../team/admin-site.ts";
import { actorFor, findDossierFor } from "../team/find-dossier.ts";
import { readOwnForm, Token } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";

const texts = changePeopleTexts.page;

type CutOffProps = { whole: WholeDossier; to: PeopleAddresses; hidden: Child };

/** The people whose addresses SES no longer sends to, each with a button to try again. */
const CutOff = ({ whole: { dossier, mails }, to, hidden }: CutOffProps) => (
  <>
    {PERSON_PARTS.map((part) => {
      const person = dossier.people[part];
      return person && addressIsCutOff(mails, person) ? (
        <section class="summary" aria-labelledby={`cut-off-${part}`}>
          <h2 id={`cut-off-${part}`}>{texts.cutOff(person.name)}</h2>
          <p>{texts.cutOffHelp(person.email)}</p>
          <form method="post" action={`${to.of(part)}/lift`}>
            {hidden}
            <button class="second">
              {texts.mailAgain}
              <span class="visually-hidden">{` (${personPartNames[part]})`}</span>
            </button>
          </form>
        </section>
      ) : (
        ""
      );
    })}
  </>
);

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
      const whole = await findDossierFor(site, c.var.caller, c.req.param("id") ?? "");
      const { dossier } = whole;
      const to = addressesOf(dossier.id);
      const hidden = <Token session={c.var.session} />;
      const below = <CutOff whole={whole} to={to} hidden={hidden} />;
      return { dossier, by: actorFor(c.var.caller, "led-team"), to, hidden, below };
    },
    partNamed,
    readForm: readOwnForm,
    intro: changePeopleTexts.page.introForTeam,
    saved: { name: "change", value: "saved" },
    changePeople: site.changePeople,
    now: site.now,
  });

  app.post(`${list}/:part/lift`, async (c) => {
    await readOwnForm(c);
    const { dossier } = await findDossierFor(site, c.var.caller, c.req.param("id"));
    await liftSuppression(site, dossier, partNamed(c.req.param("part")));
    return c.redirect(site.addresses.at(`/admin/dossiers/${dossier.id}?notice=mails-again`), 303);
  });
}
