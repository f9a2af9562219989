import { TeamContactForm } from "../../contact/contact-form.ts";
import { contactTexts } from "../../contact/texts.nl.ts";
import { identifier, LONG_TEXT } from "../../domain/fields.ts";
import { taskId } from "../../domain/human-task.ts";
import { enterpriseNumberIn, type NewMail } from "../../domain/new-mail.ts";
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
  /** Id of the mail of no dossier for which it is opened. */
  mail?: string;
}) => (
  <>
    {props.problems.length > 0 ? <ProblemSummary problems={props.problems} idPrefix={PREFIX} /> : ""}
    <h1>{texts.title}</h1>
    {texts.why.map((paragraph) => (
      <p>{paragraph}</p>
    ))}
    <form method="post" action={props.to} id={PREFIX} novalidate>
      <Csrf session={props.session} />
      {props.mail ? <input type="hidden" name="mail" value={props.mail} /> : ""}
      <FormFields fields={FIELDS} values={props.values} problems={props.problems} idPrefix={PREFIX} />
      <NationalNumberCheck problems={props.problems} idPrefix={PREFIX} />
      <button>{texts.button}</button>
    </form>
  </>
);

/** The id of a mail of no dossier, from the address or the form. */
const mailIn = (given: string | null | undefined): string | undefined =>
  identifier().min(1).safeParse(given).data;

/** The facts about its writer that a mail holds. The team checks them. */
const valuesIn = ({ from, subject, text }: NewMail): Record<string, unknown> => ({
  contactName: from.name,
  contactEmail: from.address,
  enterpriseNumber: enterpriseNumberIn(`${subject}\n${text}`),
  message: [subject, text].filter(Boolean).join("\n").slice(0, LONG_TEXT),
});

/** The team opens a dossier for somebody who mailed or called. */
export function openDossierRoutes(app: AdminApp, site: AdminSite) {
  const to = site.addresses.at("/admin/dossiers/new");

  app.get("/admin/dossiers/new", async (c) => {
    const id = mailIn(c.req.query("mail"));
    const known = id ? await site.newMails.find(id) : undefined;
    const shown = { session: c.var.session, values: known ? valuesIn(known) : {}, mail: known?.id };
    return c.render(<OpenDossier to={to} problems={[]} {...shown} />, { title: texts.title });
  });

  app.post("/admin/dossiers/new", async (c) => {
    const form = await readOwnForm(c);
    const values = readValues(FIELDS, form);
    const noNationalNumber = form.get("noNationalNumber") === "true";
    const by = actorFor(c.var.caller, "led-team");
    const result = await site.openDossierByTeam(values, by, { id: idFor(c, site.newId), noNationalNumber });
    const mail = mailIn(form.get("mail"));
    // Its text and its files come with the dossier, unless a colleague was faster.
    if (result.status === "opened" && mail) await site.settleNewMail.attach(mail, result.dossierId, by, true);
    if (result.status === "opened") {
      const isEntered = values["kind"] === "existing-use";
      const task = isEntered ? `/tasks/${taskId({ kind: "EnterUse", pass: 1, round: 1 })}` : "";
      return c.redirect(site.addresses.at(`/admin/dossiers/${result.dossierId}${task}`), 303);
    }
    c.status(refusedStatus(c, result.reasons, 422));
    const problems = problemsOf(FIELDS, values, result);
    const shown = { session: c.var.session, values, problems, mail };
    return c.render(<OpenDossier to={to} {...shown} />, { title: texts.title, hasProblems: true });
  });
}
