import type { Context } from "hono";
import type { Instant } from "../../domain/calendar.ts";
import { toInstant } from "../../domain/calendar.ts";
import type { Dossier } from "../../domain/dossier.ts";
import { noNationalNumber } from "../../domain/no-national-number.ts";
import type { Session } from "../../domain/ports.ts";
import { isOnHold } from "../../domain/running-time.ts";
import { allowed, type Reason } from "../../domain/verdict.ts";
import { HoldFields } from "../../workflow/hold-dossier.ts";
import { holdIsPossible } from "../../workflow/hold-is-possible.ts";
import { describeForm } from "../form/describe-form.ts";
import { FormFields } from "../form/form-fields.tsx";
import { NationalNumberCheck } from "../form/national-number-check.tsx";
import { ProblemSummary } from "../form/problem-summary.tsx";
import { type Problem, problemsOf } from "../form/problems.nl.ts";
import { readValues } from "../form/read-values.ts";
import type { AdminEnv, AdminSite } from "./admin-site.ts";
import { actorFor, findDossierFor } from "./find-dossier.ts";
import { type AdminApp, Csrf, readOwnForm } from "./guard.tsx";
import { Refused } from "./stop-and-go.tsx";
import { adminTexts } from "./texts.nl.ts";

const texts = adminTexts.hold;
const FIELDS = describeForm(HoldFields, texts.fields);
const PREFIX = "hold";

type LinkProps = { dossier: Dossier; session: Session; to: string; now: Instant };

/** On the dossier's page: a way to the form, or the button that ends the hold. */
export const HoldLink = ({ dossier, session, to, now }: LinkProps) => {
  if (isOnHold(dossier, now))
    return (
      <form method="post" action={`${to}/hold/end`}>
        <Csrf session={session} />
        <button class="second">{texts.resume}</button>
      </form>
    );
  return holdIsPossible(dossier, now).allowed ? (
    <p>
      <a href={`${to}/hold`}>{texts.title}</a>
    </p>
  ) : (
    <></>
  );
};

type FormProps = {
  dossier: Dossier;
  session: Session;
  to: string;
  values?: Record<string, unknown>;
  problems?: Problem[];
};

const HoldForm = ({ dossier, session, to, values = {}, problems = [] }: FormProps) => (
  <>
    {problems.length > 0 ? <ProblemSummary problems={problems} idPrefix={PREFIX} /> : ""}
    <h1>{texts.title}</h1>
    <p>{texts.intro(dossier)}</p>
    <form method="post" action={to} id={PREFIX} novalidate>
      <Csrf session={session} />
      <FormFields fields={FIELDS} values={values} problems={problems} idPrefix={PREFIX} />
      <NationalNumberCheck problems={problems} idPrefix={PREFIX} />
      <button>{texts.button}</button>
    </form>
  </>
);

/** Putting a dossier on hold, and letting it go on. */
export function holdRoutes(app: AdminApp, site: AdminSite) {
  const addressOf = (id: string) => site.addresses.at(`/admin/dossiers/${id}`);
  const refuse = (c: Context<AdminEnv>, id: string, reasons: Reason[]) => {
    c.status(409);
    const page = <Refused reasons={reasons} back={addressOf(id)} />;
    return c.render(page, { title: adminTexts.dossier.refused });
  };

  app.get("/admin/dossiers/:id/hold", async (c) => {
    const { dossier } = await findDossierFor(site, c.var.caller, c.req.param("id"));
    const verdict = holdIsPossible(dossier, toInstant(site.now()));
    if (!verdict.allowed) return refuse(c, dossier.id, verdict.reasons);
    const page = <HoldForm dossier={dossier} session={c.var.session} to={`${addressOf(dossier.id)}/hold`} />;
    return c.render(page, { title: texts.title });
  });

  app.post("/admin/dossiers/:id/hold", async (c) => {
    const form = await readOwnForm(c);
    const { dossier } = await findDossierFor(site, c.var.caller, c.req.param("id"));
    const values = readValues(FIELDS, form);
    const parsed = HoldFields.safeParse(values);
    const privacy = form.get("noNationalNumber") === "true" ? allowed : noNationalNumber(values);
    const verdict =
      parsed.success && privacy.allowed
        ? await site.holdDossier(dossier.id, parsed.data, actorFor(c.var.caller, "led-team"))
        : privacy;
    if (parsed.success && verdict.allowed) return c.redirect(`${addressOf(dossier.id)}?notice=held`, 303);
    const reasons = verdict.allowed ? [] : verdict.reasons;
    if (parsed.success && reasons.some(({ rule }) => rule === "HOLD-01"))
      return refuse(c, dossier.id, reasons);
    c.status(422);
    const problems = problemsOf(FIELDS, values, { problems: parsed.error?.issues ?? [], reasons });
    const again = { values, problems, dossier, session: c.var.session, to: `${addressOf(dossier.id)}/hold` };
    return c.render(<HoldForm {...again} />, { title: texts.title, hasProblems: true });
  });

  app.post("/admin/dossiers/:id/hold/end", async (c) => {
    await readOwnForm(c);
    const { id } = (await findDossierFor(site, c.var.caller, c.req.param("id"))).dossier;
    const verdict = await site.resumeHeld(id, actorFor(c.var.caller, "led-team"));
    return verdict.allowed
      ? c.redirect(`${addressOf(id)}?notice=hold-ended`, 303)
      : refuse(c, id, verdict.reasons);
  });
}
