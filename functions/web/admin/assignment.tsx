import type { Context } from "hono";
import { type Assignable, type Assignment, findCandidates } from "../../staff/judge-assignment.ts";
import { taskIsOfOwnRole } from "../../staff/task-is-of-own-role.ts";
import { absenceTexts } from "../../staff/texts.nl.ts";
import { sideOf } from "../../domain/people.ts";
import type { Session } from "../../domain/ports.ts";
import type { Reason } from "../../domain/verdict.ts";
import type { Colleague } from "../../domain/staff.ts";
import { RefusedPage } from "./refused-page.tsx";
import { Refusal } from "../http/refusals.ts";
import type { AdminEnv, AdminSite } from "../team/admin-site.ts";
import { findTaskFor } from "../team/find-dossier.ts";
import { Csrf, readOwnForm } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";
import { HandOverForm } from "./hand-over-form.tsx";
import { taskAddress } from "./task-address.ts";

const texts = absenceTexts.task;

type Props = { task: Assignable; session: Session; candidates: Colleague[]; to: string };

/** Hidden fields of each button: the token of the session, and the assignee when the page was made. */
const Hidden = ({ session, task }: Props) => (
  <>
    <Csrf session={session} />
    <input type="hidden" name="seen" value={task.assignee?.id ?? ""} />
  </>
);

const Claim = (props: Props) => {
  const { task, session, to } = props;
  const isOwn = task.assignee?.id === session.subject;
  const label = task.assignee ? texts.takeOver(task.assignee.name) : texts.claim;
  return (
    <form method="post" action={`${to}/${isOwn ? "release" : "claim"}`}>
      <Hidden {...props} />
      <p>
        <button class="second">{isOwn ? texts.release : label}</button>
      </p>
    </form>
  );
};

function whoHas({ assignee }: Assignable, subject: string): string {
  if (!assignee) return texts.nobody;
  return assignee.id === subject ? texts.yours(assignee.at) : texts.theirs(assignee.name, assignee.at);
}

/**
 * The assignee of a task, visible to everybody of the LED. Colleagues with its role can take it, release it and hand it
 * over.
 */
export const AssignmentBox = (props: Props) => {
  const { task, session } = props;
  const isOfRole = taskIsOfOwnRole(task, session).allowed;
  const isTheirs = task.assignee !== undefined && task.assignee.id !== session.subject;
  return (
    <section aria-labelledby="assignment">
      <h2 id="assignment">{texts.title}</h2>
      <p>
        {whoHas(task, session.subject)} {isOfRole && isTheirs ? texts.decideAnyway : ""}
      </p>
      {isOfRole ? (
        <>
          <Claim {...props} />
          <HandOverForm
            to={`${props.to}/hand-over`}
            id="hand-over-to"
            candidates={props.candidates}
            session={session}
            current={task.assignee?.id}
            texts={texts}
            hidden={<Hidden {...props} />}
          />
        </>
      ) : (
        ""
      )}
    </section>
  );
};

const isOfLed = ({ audience }: Assignable) => sideOf(audience) === "led";

/** The assignment box of a task or a mail; absent for a task of the consumer. */
export async function assignmentBox(site: AdminSite, task: Assignable, session: Session, to: string) {
  if (!isOfLed(task)) return undefined;
  const candidates = await findCandidates(site, task);
  return <AssignmentBox task={task} session={session} candidates={candidates} to={to} />;
}

type Perform = (c: Context<AdminEnv>, assignment: Assignment) => Promise<Response>;

/** What the buttons of an assignment box post to, below the address of its page. */
function onAssignment(app: AdminApp, page: string, perform: Perform) {
  const seenIn = (form: URLSearchParams) => form.get("seen") ?? undefined;
  app.post(`${page}/claim`, async (c) => perform(c, { kind: "claim", seen: seenIn(await readOwnForm(c)) }));
  app.post(`${page}/release`, async (c) => {
    await readOwnForm(c);
    return perform(c, { kind: "release" });
  });
  app.post(`${page}/hand-over`, async (c) => {
    const form = await readOwnForm(c);
    return perform(c, { kind: "hand-over", to: form.get("to") ?? "", seen: seenIn(form) });
  });
}

/** Routes to take, release and hand over a task, or a mail of no dossier. */
export function assignmentRoutes(app: AdminApp, site: AdminSite) {
  const refuse = (c: Context<AdminEnv>, reasons: Reason[], back: string) => {
    c.status(409);
    return c.render(<RefusedPage reasons={reasons} back={back} />, { title: absenceTexts.refused });
  };

  onAssignment(app, "/admin/dossiers/:id/tasks/:taskId", async (c, assignment) => {
    const { id = "", taskId = "" } = c.req.param();
    await findTaskFor(site, c.var.caller, id, taskId);
    const back = taskAddress(site, id, taskId);
    const result = await site.assignTask(id, taskId, assignment, c.var.caller);
    if (result.status === "unknown") throw new Refusal("page-unknown");
    return result.status === "assigned" ? c.redirect(back, 303) : refuse(c, result.reasons, back);
  });

  onAssignment(app, "/admin/mails/:id", async (c, assignment) => {
    const { id = "" } = c.req.param();
    const back = site.addresses.at(`/admin/mails/${encodeURIComponent(id)}`);
    const result = await site.assignNewMail(id, assignment, c.var.caller);
    // Its page says that a colleague is done with it.
    return result.status === "refused" ? refuse(c, result.reasons, back) : c.redirect(back, 303);
  });
}
