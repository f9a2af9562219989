import { TeamContactForm } from "../../contact/contact-form.ts";
import { contactTexts } from "../../contact/texts.nl.ts";
import type { Session } from "../../domain/ports.ts";
import { describeForm } from "../form/describe-form.ts";
import { FormFields } from "../form/form-fields.tsx";
import { NationalNumberCheck } from "../form/national-number-check.tsx";
import { ProblemSummary } from "../form/problem-summary.tsx";
import { type Problem, problemsOf } from "../form/problems.nl.ts";
import { readValues } from "../form/read-values.ts";
import { refusedStatus } from "../refused-status.ts";
import { idFor } from "../once.ts";
import type { AdminSite } from "./admin-site.ts";
import { actorFor } from "./find-dossier.ts";
import { type AdminApp, Csrf, readOwnForm } from "./guard.tsx";

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

/** The team opens a dossier for who mailed or called. */
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
