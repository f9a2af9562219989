import type { Context } from "hono";
import { isMailedTo } from "../../adapters/dynamodb/links.ts";
import type { Dossier } from "../../domain/dossier.ts";
import type { HumanTask } from "../../domain/human-task.ts";
import {
  type Actor,
  AUDIENCES,
  type Audience,
  isConsumerAudience,
  PARTS_OF_AUDIENCE,
  type Person,
} from "../../domain/people.ts";
import { firstContactId } from "../../contact/new-dossier.ts";
import type { Dossiers, FoundLink, LinkTarget, Links, Tombstones, WholeDossier } from "../../domain/ports.ts";
import { DossierDeleted, Refusal } from "../http/refusals.ts";
import { findTask } from "../ui/task/find-shown-task.ts";

type Deps = {
  links: Pick<Links, "find">;
  dossiers: Pick<Dossiers, "readWhole">;
  tombstones: Pick<Tombstones, "find">;
};

/** A person of the consumer who opened a mailed link. */
export type Visit = { secret: string; person: Person; audience: Audience; actor: Actor; whole: WholeDossier };
/** `path`: of the task's page, behind its own link or behind that of the dossier. */
export type TaskVisit = Visit & { task: HumanTask; path: string };

/** The audience of a person of the dossier: both contacts are the applicant. Undefined for a former person. */
function audienceOf({ people }: Dossier, personId: string): [Audience, Person] | undefined {
  for (const audience of AUDIENCES.filter(isConsumerAudience))
    for (const part of PARTS_OF_AUDIENCE[audience]) {
      const person = people[part];
      if (person?.id === personId) return [audience, person];
    }
  return undefined;
}

async function visitOf(deps: Deps, secret: string, kinds: LinkTarget["kind"][]) {
  const link = await deps.links.find(secret);
  if (!link || !kinds.includes(link.target.kind)) throw new Refusal("link-unknown");
  const id = link.target.kind === "confirmation" ? link.target.requestId : link.target.dossierId;
  const whole = await deps.dossiers.readWhole(id);
  if (!whole) await refuseDeleted(deps, id);
  const known = whole && audienceOf(whole.dossier, personOf(link, whole.dossier));
  if (!known || !isMailedTo(link, secret, known[1].email)) throw new Refusal("link-unknown");
  const [audience, person] = known;
  const actor: Actor = { role: audience, id: person.id, name: person.name };
  return { target: link.target, visit: { secret, person, audience, actor, whole } satisfies Visit };
}

/** The link that confirmed a contact form is of whoever sent it. */
const personOf = ({ target, personId }: FoundLink, dossier: Dossier): string =>
  target.kind === "confirmation" ? firstContactId(dossier) : personId;

/** No person of a deleted dossier is stored. The owner of a link is told that the dossier was deleted. */
async function refuseDeleted({ tombstones }: Deps, dossierId: string): Promise<void> {
  const tombstone = await tombstones.find(dossierId);
  if (tombstone) throw new DossierDeleted(tombstone);
}

/** Every mailed link of a person opens the page of the dossier; that of a contact form does once it is confirmed. */
const OF_DOSSIER: LinkTarget["kind"][] = ["status", "task", "confirmation"];

/** The dossier behind a link. */
export async function visitDossier(deps: Deps, secret: string): Promise<Visit> {
  return (await visitOf(deps, secret, OF_DOSSIER)).visit;
}

/** The dossier behind a link, for acts of the contacts. */
export async function visitAsApplicant(deps: Deps, secret: string): Promise<Visit> {
  const visit = await visitDossier(deps, secret);
  if (visit.audience !== "applicant") throw new Refusal("page-unknown");
  return visit;
}

/**
 * The task behind a task link, or with `id` a task of the reader behind the link of a dossier. Refused when the task's
 * person was replaced since: a link opens the tasks of its own person only.
 */
export async function visitTask(deps: Deps, secret: string, id?: string): Promise<TaskVisit> {
  const { target, visit } = await visitOf(deps, secret, id === undefined ? ["task"] : OF_DOSSIER);
  const linked = target.kind === "task" ? target.taskId : "";
  const task = findTask(visit.whole, id ?? linked);
  if (!task || task.audience !== visit.audience)
    throw new Refusal(id === undefined ? "link-unknown" : "page-unknown");
  return { ...visit, task, path: id === undefined ? `/taak/${secret}` : pathOfTask(secret, id) };
}

/** The page of a task behind the link of its dossier. */
export const pathOfTask = (secret: string, id: string): string => `/dossier/${secret}/taken/${id}`;

/** Where the page of a task is: behind its own link, and behind the link of the dossier of its person. */
export const TASK_ROUTES = ["/taak/:secret", "/dossier/:secret/taken/:taskId"] as const;

/** The task that a request to one of TASK_ROUTES names. */
export const visitTaskOf = (deps: Deps, c: Context): Promise<TaskVisit> =>
  visitTask(deps, c.req.param("secret") ?? "", c.req.param("taskId"));

/** The contact request behind a link. */
export async function visitRequest({ links }: Pick<Deps, "links">, secret: string): Promise<string> {
  const link = await links.find(secret);
  if (link?.target.kind !== "confirmation") throw new Refusal("link-unknown");
  return link.target.requestId;
}
