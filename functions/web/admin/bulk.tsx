import type { Context } from "hono";
import { type Audience, sideOf } from "../../domain/people.ts";
import { titleOf } from "../../domain/task-title.ts";
import { asWork } from "../../domain/work.ts";
import type { HumanTask } from "../../domain/human-task.ts";
import type { Colleague } from "../../domain/staff.ts";
import { type Assignment, findCandidates } from "../../staff/judge-assignment.ts";
import { createMailTaskLink } from "../http/mail-task-link.ts";
import { idFor } from "../http/once.ts";
import { Refusal } from "../http/refusals.ts";
import type { AdminApp, AdminEnv, AdminSite, Caller } from "../team/admin-site.ts";
import { findTaskFor, isOfTeam } from "../team/find-dossier.ts";
import { isOwn } from "../team/list-tasks.ts";
import { filterQuery, readFilter, TASKS_PER_PAGE, type WorkKind } from "../team/work-filter.ts";
import { readOwnForm } from "./guard.tsx";
import { newMailTexts } from "./new-mails.nl.ts";
import { mailTitle } from "./work-title.ts";
import { workTexts } from "./work-texts.nl.ts";

const texts = workTexts.bulk;
const ACTS = ["claim", "release", "hand-over", "remind"] as const;
type Act = (typeof ACTS)[number];

type BulkProps = { site: AdminSite; caller: Caller; audiences: readonly Audience[] };

/** Colleagues who have the role of each of these tasks. */
async function colleaguesFor({ site, caller, audiences }: BulkProps): Promise<Colleague[]> {
  const lists = await Promise.all(audiences.map((audience) => findCandidates(site, { audience })));
  const [first = [], ...others] = lists;
  return first.filter(
    ({ subject }) =>
      subject !== caller.subject && others.every((list) => list.some((one) => one.subject === subject)),
  );
}

/** What can be done with the chosen tasks at once. */
export const Bulk = async (props: BulkProps) => {
  const { audiences, caller } = props;
  const areOwn = audiences.length > 0 && audiences.every((audience) => isOwn(caller, audience));
  const areOfConsumer = audiences.every((audience) => sideOf(audience) === "consumer");
  if (!areOwn && !(areOfConsumer && isOfTeam(caller))) return <></>;
  const colleagues = areOwn ? await colleaguesFor(props) : [];
  return (
    <fieldset class="bulk">
      <legend>{texts.title}</legend>
      {areOwn ? (
        <>
          <button class="second" name="act" value="claim">
            {texts.claim}
          </button>
          <button class="second" name="act" value="release">
            {texts.release}
          </button>
          {colleagues.length === 0 ? (
            ""
          ) : (
            <>
              <label for="bulk-to">{texts.to}</label>
              <select id="bulk-to" name="to">
                {colleagues.map(({ subject, name }) => (
                  <option value={subject}>{name}</option>
                ))}
              </select>
              <button class="second" name="act" value="hand-over">
                {texts.handOver}
              </button>
            </>
          )}
        </>
      ) : (
        <button class="second" name="act" value="remind">
          {texts.remind}
        </button>
      )}
    </fieldset>
  );
};

const actIn = (given: string | null | undefined): Act | undefined => ACTS.find((act) => act === given);

/** What was done, after the redirect. */
export function bulkNotice(c: Context) {
  const act = actIn(c.req.query("done"));
  const count = Number(c.req.query("count"));
  if (act === undefined || !Number.isInteger(count)) return "";
  return (
    <p class="done" role="status">
      {count < 1 ? texts.none : texts.done[act](count)}
    </p>
  );
}

/** Why it was not done; undefined where it was. */
type Refused = string | undefined;

const NEW_MAIL: WorkKind = "NewMail";

const assignmentOf = (
  kind: Exclude<Act, "remind">,
  { to, seen }: { to: string; seen: string | undefined },
): Assignment => (kind === "release" ? { kind } : kind === "claim" ? { kind, seen } : { kind, to, seen });

/** Acts on several tasks. Each is judged by itself: what is refused does not stop the others, and is named. */
export function bulkRoutes(app: AdminApp, site: AdminSite) {
  const mailTaskLink = createMailTaskLink(site);

  async function remind(c: Context<AdminEnv>, id: string, task: HumanTask): Promise<Refused> {
    if (sideOf(task.audience) !== "consumer" || !isOfTeam(c.var.caller)) return texts.notConsumer;
    if (task.status !== "open") return texts.notOpen;
    const whole = await site.dossiers.readWhole(id);
    if (!whole) return texts.unknown;
    const formId = `${idFor(c, site.newId)}/${task.kind}`;
    const result = await mailTaskLink(site.definitions[task.kind], task, whole.dossier, { id: formId });
    return result.status === "mailed" ? undefined : texts.mailedTooOften;
  }

  async function actOnMail(
    c: Context<AdminEnv>,
    id: string,
    kind: Act,
    given: { to: string; seen: string | undefined },
  ): Promise<{ name: string; why: Refused }> {
    const mail = await site.newMails.find(id);
    const name = mail ? mailTitle(asWork(mail)) : newMailTexts.title;
    if (kind === "remind") return { name, why: texts.notConsumer };
    const result = await site.assignNewMail(id, assignmentOf(kind, given), c.var.caller);
    if (result.status === "gone") return { name, why: newMailTexts.gone };
    return { name, why: result.status === "refused" ? result.reasons[0]?.message : undefined };
  }

  async function act(
    c: Context<AdminEnv>,
    kind: Act,
    to: string,
    chosen: string,
  ): Promise<{ name: string; why: Refused }> {
    const [id = "", taskId = "", ...assignee] = chosen.split("/");
    const seen = assignee.join("/") || undefined;
    if (id === NEW_MAIL) return actOnMail(c, taskId, kind, { to, seen });
    const { whole, task } = await findTaskFor(site, c.var.caller, id, taskId);
    const name = `${titleOf(task, site.definitions)}, ${whole.dossier.organisation.name}`;
    if (kind === "remind") return { name, why: await remind(c, id, task) };
    const result = await site.assignTask(id, taskId, assignmentOf(kind, { to, seen }), c.var.caller);
    if (result.status === "unknown") return { name, why: texts.unknown };
    return { name, why: result.status === "refused" ? result.reasons[0]?.message : undefined };
  }

  app.post("/admin/tasks", async (c) => {
    const form = await readOwnForm(c);
    const kind = actIn(form.get("act"));
    const chosen = form.getAll("task").slice(0, TASKS_PER_PAGE);
    if (kind === undefined) throw new Refusal("bad-request");
    const back = filterQuery(readFilter(new URLSearchParams(form.get("back") ?? "")));
    const results: { name: string; why: Refused }[] = [];
    for (const one of chosen) results.push(await act(c, kind, form.get("to") ?? "", one));
    const refused = results.filter(({ why }) => why !== undefined);
    const done = results.length - refused.length;
    if (refused.length === 0) {
      const notice = new URLSearchParams({ done: kind, count: String(done) }).toString();
      return c.redirect(site.addresses.at(`/admin${back}${back === "" ? "?" : "&"}${notice}`), 303);
    }
    c.status(409);
    const page = (
      <>
        <h1>{texts.title409}</h1>
        {done > 0 ? <p>{texts.done[kind](done)}</p> : ""}
        <h2>{texts.notDone}</h2>
        <ul>
          {refused.map(({ name, why }) => (
            <li>
              {name}: {why}
            </li>
          ))}
        </ul>
        <p>
          <a href={site.addresses.at(`/admin${back}`)}>{texts.back}</a>
        </p>
      </>
    );
    return c.render(page, { title: texts.title409, hasProblems: true });
  });
}
