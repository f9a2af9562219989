import type { Hono } from "hono";
import { ContactForm } from "../../contact/contact-form.ts";
import { contactTexts } from "../../contact/texts.nl.ts";
import { describeForm } from "../../domain/describe-form.ts";
import { FormId } from "../ui/form/form-id.tsx";
import { FormFields } from "../ui/form/form-fields.tsx";
import { NationalNumberCheck } from "../ui/form/national-number-check.tsx";
import { ProblemSummary } from "../ui/form/problem-summary.tsx";
import { type Problem, problemsOf } from "../ui/form/problems.nl.ts";
import { readValues } from "../ui/form/read-values.ts";
import { idFor } from "../http/once.ts";
import { readForm } from "../http/read-body.ts";
import { refusedStatus } from "../http/refused-status.ts";
import { webTexts } from "../ui/texts.nl.ts";
import type { PublicSite } from "./public-site.ts";

const FIELDS = describeForm(ContactForm, contactTexts.form.fields);
const PREFIX = "contact";
const texts = webTexts.contact;

const ContactPage = (props: { to: string; values: Record<string, unknown>; problems: Problem[] }) => (
  <>
    {props.problems.length > 0 ? <ProblemSummary problems={props.problems} idPrefix={PREFIX} /> : ""}
    <h1>{contactTexts.form.title}</h1>
    {contactTexts.form.why.map((paragraph) => (
      <p>{paragraph}</p>
    ))}
    <form method="post" action={props.to} id={PREFIX} novalidate>
      <FormId />
      <FormFields fields={FIELDS} values={props.values} problems={props.problems} idPrefix={PREFIX} />
      <NationalNumberCheck problems={props.problems} idPrefix={PREFIX} />
      <button>{contactTexts.form.button}</button>
    </form>
  </>
);

const Sent = () => (
  <>
    <h1>{texts.sentTitle}</h1>
    {texts.sent.map((paragraph) => (
      <p>{paragraph}</p>
    ))}
  </>
);

export function contactRoutes(app: Hono, site: PublicSite) {
  const to = site.addresses.at("/contact");

  app.get("/contact", (c) =>
    c.render(<ContactPage to={to} values={{}} problems={[]} />, { title: contactTexts.form.title }),
  );

  app.post("/contact", async (c) => {
    const form = await readForm(c);
    const values = readValues(FIELDS, form);
    const noNationalNumber = form.get("noNationalNumber") === "true";
    const result = await site.requestContact(values, {
      id: idFor(c, site.newId),
      ip: site.addressOf(c),
      noNationalNumber,
    });
    if (result.status === "mailed") return c.redirect(site.addresses.at("/contact/verstuurd"), 303);
    const problems = problemsOf(FIELDS, values, result);
    c.status(refusedStatus(c, result.reasons, 422));
    return c.render(<ContactPage to={to} values={values} problems={problems} />, {
      title: contactTexts.form.title,
      hasProblems: true,
    });
  });

  app.get("/contact/verstuurd", (c) => c.render(<Sent />, { title: texts.sentTitle }));
}
