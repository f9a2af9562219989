import type { Context, Env, Hono } from "hono";
import type { Child } from "hono/jsx";
import type { ChangePeople, ProposedPeopleChange } from "../../../people/change-people.ts";
import { changePeopleTexts } from "../../../people/texts.nl.ts";
import type { Dossier } from "../../../domain/dossier.ts";
import type { Actor, PersonPart } from "../../../domain/people.ts";
import { refusedStatus } from "../../http/refused-status.ts";
import {
  type PeopleAddresses,
  PeoplePage,
  PersonPage,
  problemsOfRemoval,
  readPersonForm,
  typedAgain,
} from "./people-pages.tsx";

const texts = changePeopleTexts.page;

/**
 * A visit to the people of a dossier. `hidden`: fields of the forms. `below`: shown below the list.
 */
export type PeopleVisit = { dossier: Dossier; by: Actor; to: PeopleAddresses; hidden?: Child; below?: Child };

/** The pages of the people of a dossier, on one of the two sites. */
export type PeopleSite<E extends Env> = {
  /** Routes; `part` and `removal` have a parameter `part`. */
  routes: { list: string; part: string; removal: string };
  visit: (c: Context<E>) => Promise<PeopleVisit>;
  partNamed: (given: string) => PersonPart;
  readForm: (c: Context<E>) => Promise<URLSearchParams>;
  intro: string;
  /** Query parameter of the list after a change. */
  saved: { name: string; value: string };
  changePeople: ChangePeople;
  /** The page for people who lose access to these pages by their change. */
  elsewhere?: (before: Dossier, after: Dossier, by: Actor) => string | undefined;
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
      return c.redirect(site.elsewhere?.(dossier, result.dossier, by) ?? back, 303);
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
    return change(c, await visit(c), readPersonForm(partOf(c), form));
  });

  app.post(routes.removal, async (c) => {
    const form = await site.readForm(c);
    const found = await visit(c);
    const part = partOf(c);
    const unticked = problemsOfRemoval(form);
    if (unticked.length === 0) return change(c, found, { part, seen: form.get("seen") ?? undefined });
    c.status(422);
    const page = <PersonPage {...found} part={part} unticked={unticked} />;
    return c.render(page, { title: texts.partTitle(part), hasProblems: true });
  });
}
