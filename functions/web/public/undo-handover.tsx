import type { Context, Hono } from "hono";
import { isMailedTo } from "../../adapters/dynamodb/links.ts";
import { toInstant } from "../../domain/calendar.ts";
import { isSameAddress } from "../../domain/people.ts";
import { handoverMayBeUndone } from "../../people/handover-may-be-undone.ts";
import { handoverOf, undoingOf } from "../../people/handover.ts";
import { changePeopleTexts } from "../../people/texts.nl.ts";
import { readForm } from "../http/read-body.ts";
import { Refusal } from "../http/refusals.ts";
import { refusedStatus } from "../http/refused-status.ts";
import { FormId } from "../ui/form/form-id.tsx";
import { ConfirmationTick, problemsOfTick } from "../ui/form/confirmation-tick.tsx";
import { ProblemSummary } from "../ui/form/problem-summary.tsx";
import type { Problem } from "../ui/form/problems.nl.ts";
import { Done, Refused } from "./outcome-pages.tsx";
import type { PublicSite } from "./public-site.ts";

const texts = changePeopleTexts.undo;
const PREFIX = "undo";
const ROUTE = "/dossier/:secret/overdracht/:change";

type Props = { to: string; organisation: string; name: string; email: string; problems: Problem[] };
const Undo = ({ to, organisation, name, email, problems }: Props) => (
  <>
    {problems.length > 0 ? <ProblemSummary problems={problems} idPrefix={PREFIX} /> : ""}
    <p class="over">{organisation}</p>
    <h1>{texts.title}</h1>
    <p>{texts.intro(name, email)}</p>
    <p>{texts.follows}</p>
    <form method="post" action={to} id={PREFIX} novalidate>
      <FormId />
      <ConfirmationTick label={texts.tick} problems={problems} idPrefix={PREFIX} />
      <div class="buttons">
        <button>{texts.button}</button>
      </div>
    </form>
  </>
);

/** Lets the former contact take a hand-over back, with the link in the mail to the former address. Opening the link changes nothing. */
export function undoHandoverRoutes(app: Hono, site: PublicSite) {
  const visit = async (c: Context) => {
    const secret = c.req.param("secret") ?? "";
    const link = await site.links.find(secret);
    const id = link?.target.kind === "status" ? link.target.dossierId : undefined;
    const whole = id === undefined ? undefined : await site.dossiers.readWhole(id);
    const change = whole?.changes.find((one) => one.id === c.req.param("change"));
    const handover = whole && change && handoverOf(change, whole.changes);
    const { fromPerson: former } = handover ?? {};
    if (
      !link ||
      !whole ||
      !handover ||
      link.personId !== former?.id ||
      !isMailedTo(link, secret, former.email)
    )
      throw new Refusal("link-unknown");
    const to = site.addresses.at(`/dossier/${secret}/overdracht/${handover.id}`);
    const { contact } = whole.dossier.people;
    const isContact = contact.id === former.id && isSameAddress(contact.email, former.email);
    const isUndone = isContact && whole.changes.some(({ id: one }) => one === undoingOf(handover));
    return { secret, whole, handover, to, isUndone };
  };
  type Visit = Awaited<ReturnType<typeof visit>>;

  const ask = (c: Context, { whole, handover, to }: Visit, problems: Problem[] = []) => {
    const { name, email } = handover.toPerson;
    const page = <Undo {...{ to, name, email, problems }} organisation={whole.dossier.organisation.name} />;
    return c.render(page, { title: texts.title, hasProblems: problems.length > 0 });
  };
  const refuse = (c: Context, verdict: ReturnType<typeof handoverMayBeUndone>) => {
    const reasons = verdict.allowed ? [] : verdict.reasons;
    c.status(refusedStatus(c, reasons, 409));
    const page = <Refused title={texts.refused} reasons={reasons} mailbox={site.site.mailboxes.ledTeam} />;
    return c.render(page, { title: texts.refused });
  };

  const confirm = (c: Context, { secret }: Visit) => {
    const back = site.addresses.at(`/dossier/${secret}`);
    const page = <Done title={texts.doneTitle} text={texts.done} back={back} />;
    return c.render(page, { title: texts.doneTitle });
  };

  app.get(ROUTE, async (c) => {
    const found = await visit(c);
    if (found.isUndone) return confirm(c, found);
    const verdict = handoverMayBeUndone(found.whole, found.handover, toInstant(site.now()));
    return verdict.allowed ? ask(c, found) : refuse(c, verdict);
  });

  app.post(ROUTE, async (c) => {
    const form = await readForm(c);
    const found = await visit(c);
    if (found.isUndone) return c.redirect(found.to, 303);
    const problems = problemsOfTick(form, texts.tick);
    if (problems.length > 0) {
      c.status(422);
      return ask(c, found, problems);
    }
    const verdict = await site.undoHandover(found.whole.dossier.id, found.handover);
    return verdict.allowed ? c.redirect(found.to, 303) : refuse(c, verdict);
  });
}
