import type { Session, WholeDossier } from "../../domain/ports.ts";
import { isClosed } from "../../domain/dossier.ts";
import { HANDLED } from "../../domain/handler.ts";
import type { Colleague } from "../../domain/staff.ts";
import { findCandidates } from "../../staff/judge-assignment.ts";
import { type HandlerToday, handlerToday } from "../../staff/handler-today.ts";
import type { AdminApp, AdminSite } from "../team/admin-site.ts";
import { findDossierFor } from "../team/find-dossier.ts";
import { HandlerName } from "../ui/handler.tsx";
import { Csrf, readOwnForm } from "./guard.tsx";
import { HandOverForm } from "./hand-over-form.tsx";
import { handlerTexts as texts } from "./handler.nl.ts";
import { refuseAct } from "./team-act.tsx";

/** The handler of a dossier today, and the colleagues who could be it. */
export type HandlerView = { today?: HandlerToday; candidates: Colleague[] };

export async function viewHandler(site: AdminSite, { dossier }: WholeDossier): Promise<HandlerView> {
  const [today, candidates] = await Promise.all([
    handlerToday(site, dossier),
    findCandidates(site, { audience: HANDLED }),
  ]);
  return { today, candidates };
}

const isGone = ({ today, candidates }: HandlerView): boolean =>
  today !== undefined && !candidates.some(({ subject }) => subject === today.handler.id);

/** The handler in words. */
export const HandlerInWords = ({ view }: { view: HandlerView }) => (
  <>
    {view.today ? <HandlerName today={view.today} /> : texts.nobody}
    {isGone(view) ? `. ${texts.gone}` : ""}
  </>
);

type Props = { whole: WholeDossier; view: HandlerView; session: Session; to: string };

/** Takes a dossier, hands it over, or leaves it without a handler. */
export const HandlerActs = ({ whole: { dossier }, view, session, to }: Props) => {
  if (isClosed(dossier)) return <></>;
  const { handler } = dossier;
  const isOwn = handler?.id === session.subject;
  const hidden = (
    <>
      <Csrf session={session} />
      <input type="hidden" name="seen" value={handler?.id ?? ""} />
    </>
  );
  return (
    <>
      <form method="post" action={`${to}/handler`}>
        {hidden}
        <button class="second" name="to" value={isOwn ? "" : session.subject}>
          {isOwn ? texts.release : handler ? texts.takeOver(handler.name) : texts.take}
        </button>
      </form>
      <HandOverForm
        to={`${to}/handler`}
        id="handler-to"
        candidates={view.candidates}
        session={session}
        current={handler?.id}
        texts={texts}
        hidden={hidden}
      />
    </>
  );
};

/** The route that changes the handler of a dossier. An empty `to` leaves it without one. */
export function handlerRoutes(app: AdminApp, site: AdminSite) {
  app.post("/admin/dossiers/:id/handler", async (c) => {
    const form = await readOwnForm(c);
    const whole = await findDossierFor(site, c.var.caller, c.req.param("id"));
    const back = site.addresses.at(`/admin/dossiers/${whole.dossier.id}`);
    const named = (name: string) => form.get(name) || undefined;
    const verdict = await site.changeHandler(whole, { to: named("to"), seen: named("seen") }, c.var.caller);
    return verdict.allowed ? c.redirect(`${back}?notice=handler`, 303) : refuseAct(c, verdict.reasons, back);
  });
}
