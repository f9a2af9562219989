import type { Context, Env, Hono } from "hono";
import type { Child } from "hono/jsx";
import { toInstant } from "../../../domain/calendar.ts";
import {
  type ChangePeople,
  foreseeChange,
  type ProposedPeopleChange,
} from "../../../people/change-people.ts";
import { changePeopleTexts } from "../../../people/texts.nl.ts";
import type { Dossier } from "../../../domain/dossier.ts";
import type { Actor, PersonPart } from "../../../domain/people.ts";
import type { Clock } from "../../../domain/ports.ts";
import { refusedStatus } from "../../http/refused-status.ts";
import { LOOKED } from "../form/look-fields.ts";
import { formTexts } from "../form/texts.nl.ts";
import { BACK, OwnAccessEnds, type OwnEnd } from "./own-access-ends.tsx";
import {
  mayBeRemoved,
  type PeopleAddresses,
  PeoplePage,
  PersonPage,
  problemsOfRemoval,
  readPersonForm,
  RemovalPage,
  typedAgain,
} from "./people-pages.tsx";

const texts = changePeopleTexts.page;

/**
 * A visit to the people of a dossier. `hidden`: fields of the forms. `below`: shown below the list.
 */
export type PeopleVisit = { dossier: Dossier; by: Actor; to: PeopleAddresses; hidden?: Child; below?: Child };

/** The pages of the people of a dossier, on one of the two sites. */
export type PeopleSite<E extends Env> = {
  /** Addresses of the routes; those of `part` and `removal` have a parameter `part`. */
  routes: { list: string; part: string; removal: string };
  visit: (c: Context<E>) => Promise<PeopleVisit>;
  partNamed: (given: string) => PersonPart;
  readForm: (c: Context<E>) => Promise<URLSearchParams>;
  intro: string;
  /** Query parameter of the list after a change. */
  saved: { name: string; value: string };
  changePeople: ChangePeople;
  /** Whether a change ends the links of its writer; absent where nobody has one. */
  endedBy?: (before: Dossier, after: Dossier, by: Actor) => OwnEnd | undefined;
  /** The page for people whose links ended. */
  elsewhere?: (end: OwnEnd) => string;
  now: Clock;
};

/** Serves the list, a page for each person, and the change and removal of a person. */
export function servePeople<E extends Env>(app: Hono<E>, site: PeopleSite<E>): void {
  const { routes, visit, saved } = site;
  const partOf = (c: Context<E>) => site.partNamed(c.req.param("part") ?? "");
  const change = async (
    c: Context<E>,
    { dossier, by, to, hidden }: PeopleVisit,
    proposed: ProposedPeopleChange,
  ) => {
    const { part } = proposed;
    const result = await site.changePeople(dossier.id, proposed, by);
    if (result.status === "changed") {
      const back = `${to.list}?${saved.name}=${saved.value}`;
      const end = site.endedBy?.(dossier, result.dossier, by);
      return c.redirect((end && site.elsewhere?.(end)) ?? back, 303);
    }
    c.status(refusedStatus(c, result.reasons, 422));
    const typed = typedAgain(proposed, result);
    const page = <PersonPage dossier={dossier} part={part} to={to} typed={typed} hidden={hidden} />;
    return c.render(page, { title: texts.partTitle(part), hasProblems: true });
  };

  app.get(routes.list, async (c) => {
    const { below, ...found } = await visit(c);
    const isChanged = c.req.query(saved.name) === saved.value;
    const page = (
      <PeoplePage {...found} intro={site.intro} isChanged={isChanged}>
        {below ?? ""}
      </PeoplePage>
    );
    return c.render(page, { title: texts.title });
  });

  app.get(routes.part, async (c) => {
    const { dossier, to, hidden } = await visit(c);
    const part = partOf(c);
    const page = <PersonPage dossier={dossier} part={part} to={to} hidden={hidden} />;
    return c.render(page, { title: texts.partTitle(part) });
  });

  app.post(routes.part, async (c) => {
    const form = await site.readForm(c);
    const found = await visit(c);
    const proposed = readPersonForm(partOf(c), form);
    if (form.has(BACK)) {
      const page = <PersonPage {...found} part={proposed.part} typed={typedAgain(proposed)} />;
      return c.render(page, { title: texts.partTitle(proposed.part) });
    }
    const page = form.has(LOOKED) ? undefined : sureOf(site, found, proposed, form);
    return page ? c.render(page, { title: formTexts.sure }) : change(c, found, proposed);
  });

  app.get(routes.removal, async (c) => {
    const found = await visit(c);
    const part = partOf(c);
    if (!mayBeRemoved(found.dossier, part)) return c.redirect(found.to.of(part), 303);
    return c.render(<RemovalPage {...found} part={part} />, { title: texts.removeButton });
  });

  app.post(routes.removal, async (c) => {
    const form = await site.readForm(c);
    const found = await visit(c);
    const part = partOf(c);
    const problems = problemsOfRemoval(form);
    if (problems.length === 0) return change(c, found, { part, seen: form.get("seen") ?? undefined });
    c.status(422);
    const page = <RemovalPage {...found} part={part} problems={problems} />;
    return c.render(page, { title: texts.removeButton, hasProblems: true });
  });
}

/** The page before a change that ends the links of its writer; undefined for any other, and for one that is refused. */
function sureOf<E extends Env>(
  { endedBy, now }: PeopleSite<E>,
  { dossier, by, to }: PeopleVisit,
  proposed: ProposedPeopleChange,
  form: URLSearchParams,
): Child | undefined {
  const after = endedBy && foreseeChange(dossier, proposed, by, toInstant(now()));
  const end = after && endedBy(dossier, after, by);
  const { part } = proposed;
  const person = after?.people[part];
  return end && person ? (
    <OwnAccessEnds
      organisation={dossier.organisation.name}
      person={person}
      isContact={part === "contact"}
      {...{ end, form }}
      to={to.of(part)}
    />
  ) : undefined;
}
