import type { Hono } from "hono";
import { changePeopleTexts } from "../../people/texts.nl.ts";
import type { Dossier } from "../../domain/dossier.ts";
import { type Actor, isSameAddress, type PersonPart } from "../../domain/people.ts";
import { personIsOfDossier } from "../../domain/person-is-of-dossier.ts";
import type { PeopleAddresses } from "../ui/people/people-pages.tsx";
import type { OwnEnd } from "../ui/people/own-access-ends.tsx";
import { servePeople } from "../ui/people/serve-people.tsx";
import { readForm } from "../http/read-body.ts";
import { Refusal } from "../http/refusals.ts";
import type { PublicSite } from "./public-site.ts";
import { visitAsApplicant } from "./visits.ts";

const texts = changePeopleTexts.page;

/** Address segments of the parts. */
const SLUGS = {
  contactpersoon: "contact",
  "tweede-contactpersoon": "secondContact",
  dpo: "dpo",
  leidinggevende: "signatory",
  "tweede-ondertekenaar": "secondSignatory",
} as const satisfies Record<string, PersonPart>;
const isSlug = (given: string): given is keyof typeof SLUGS => Object.hasOwn(SLUGS, given);
/** The page of a person, behind a link of the dossier. */
export const pathOfPerson = (secret: string, part: PersonPart): string =>
  `/dossier/${secret}/personen/${slugOf(part)}`;
const slugOf = (part: PersonPart) =>
  Object.keys(SLUGS).find((slug) => isSlug(slug) && SLUGS[slug] === part) ?? "";

function partNamed(given: string): PersonPart {
  if (!isSlug(given)) throw new Refusal("page-unknown");
  return SLUGS[given];
}

type Words = { title: string; paragraphs: string[] };
const LinkEnded = ({ title, paragraphs }: Words) => (
  <>
    <h1>{title}</h1>
    {paragraphs.map((paragraph) => (
      <p>{paragraph}</p>
    ))}
  </>
);

/** The page for people whose own link ended with their change, with its texts. */
const ENDED: Record<OwnEnd, { path: string; words: Words }> = {
  "handed-over": { path: "/overgedragen", words: texts.handedOver },
  "other-address": { path: "/adres-gewijzigd", words: texts.addressChanged },
};

/** Whether a contact changed their own part, or their own mail address. */
function endedBy(before: Dossier, after: Dossier, by: Actor): OwnEnd | undefined {
  if (!personIsOfDossier(after, by).allowed) return "handed-over";
  const addressIn = ({ people }: Dossier) =>
    [people.contact, people.secondContact].find((person) => person?.id === by.id)?.email;
  return isSameAddress(addressIn(before), addressIn(after)) ? undefined : "other-address";
}

/** The contacts update the people of their organisation. */
export function peopleRoutes(app: Hono, site: PublicSite) {
  const { at } = site.addresses;
  const addressesOf = (secret: string): PeopleAddresses => {
    const list = at(`/dossier/${secret}/personen`);
    const of = (part: PersonPart) => at(pathOfPerson(secret, part));
    return { list, of, back: at(`/dossier/${secret}`), remove: (part) => `${of(part)}/verwijderen` };
  };
  const list = "/dossier/:secret/personen";

  servePeople(app, {
    routes: { list, part: `${list}/:part`, removal: `${list}/:part/verwijderen` },
    visit: async (c) => {
      const { secret, whole, actor } = await visitAsApplicant(site, c.req.param("secret") ?? "");
      return { dossier: whole.dossier, by: actor, to: addressesOf(secret) };
    },
    partNamed,
    readForm,
    intro: texts.intro,
    saved: { name: "wijziging", value: "bewaard" },
    changePeople: site.changePeople,
    endedBy,
    elsewhere: (end) => at(ENDED[end].path),
    now: site.now,
  });

  for (const { path, words } of Object.values(ENDED))
    app.get(path, (c) => c.render(<LinkEnded {...words} />, { title: words.title }));
}
