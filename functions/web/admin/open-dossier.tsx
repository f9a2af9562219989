import { TeamContactForm } from "../../contact/contact-form.ts";
import { contactTexts } from "../../contact/texts.nl.ts";
import type { Session } from "../../domain/ports.ts";
import { describeForm } from "../../domain/describe-form.ts";
import { FormFields } from "../ui/form/form-fields.tsx";
import { NationalNumberCheck } from "../ui/form/national-number-check.tsx";
import { ProblemSummary } from "../ui/form/problem-summary.tsx";
import { type Problem, problemsOf } from "../ui/form/problems.nl.ts";
import { readValues } from "../ui/form/read-values.ts";
import { refusedStatus } from "../http/refused-status.ts";
import { idFor } from "../http/once.ts";
import type { AdminSite } from "../team/admin-site.ts";
import { actorFor } from "../team/find-dossier.ts";
import { Csrf, readOwnForm } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";

const texts = contactTexts.teamForm;
const FIELDS = describeForm(TeamContactForm, texts.fields);
const PREFIX = "contact";

const OpenDossier = (props: {
  to: string;
  session: Session;
  values: Record<string, unknown>;
  problems: Problem[];
}) => (
  <>
    {props.problems.length > 0 ? <ProblemSummary problems={props.problems} idPrefix={PREFIX} /> : ""}
    <h1>{texts.title}</h1>
    {texts.why.map((paragraph) => (
      <p>{paragraph}</p>
    ))}
    <form method="post" action={props.to} id={PREFIX} novalidate>
      <Csrf session={props.session} />
      <FormFields fields={FIELDS} values={props.values} problems={props.problems} idPrefix={PREFIX} />
      <NationalNumberCheck problems={props.problems} idPrefix={PREFIX} />
      <button>{texts.button}</button>
    </form>
  </>
);

/** The team opens a dossier for somebody who mailed or called. */
export function openDossierRoutes(app: AdminApp, site: AdminSite) {
  const to = site.addresses.at("/admin/dossiers/new");

  app.get("/admin/dossiers/new", (c) =>
    c.render(<OpenDossier to={to} session={c.var.session} values={{}} problems={[]} />, {
      title: texts.title,
    }),
  );

  app.post("/admin/dossiers/new", async (c) => {
    const form = await readOwnForm(c);
    const values = readValues(FIELDS, form);
    const noNationalNumber = form.get("noNationalNumber") === "true";
    const by = actorFor(c.var.caller, "led-team");
    const result = await site.openDossierByTeam(values, by, { id: idFor(c, site.newId), noNationalNumber });
    if (result.status === "opened")
      return c.redirect(site.addresses.at(`/admin/dossiers/${result.dossierId}`), 303);
    c.status(refusedStatus(c, result.reasons, 422));
    const problems = problemsOf(FIELDS, values, result);
    return c.render(<OpenDossier to={to} session={c.var.session} values={values} problems={problems} />, {
      title: texts.title,
      hasProblems: true,
    });
  });
}
