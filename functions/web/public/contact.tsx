import type { Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
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
import { sentTexts } from "./contact.nl.ts";
import type { PublicSite } from "./public-site.ts";

const FIELDS = describeForm(ContactForm, contactTexts.form.fields);
const Email = ContactForm.pick({ contactEmail: true });
const PREFIX = "contact";
const texts = sentTexts;

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

/** The sent form, found by a cookie of its sender's browser: the address of the page names nobody. */
const COOKIE = "contact";
const COOKIE_SECONDS = 60 * 60;

const Sent = ({ address, correct }: { address: string | undefined; correct: string }) => (
  <>
    <h1>{texts.sentTitle}</h1>
    {address === undefined ? (
      ""
    ) : (
      <p>
        {texts.sentTo} <strong>{address}</strong>
      </p>
    )}
    {texts.sent.map((paragraph) => (
      <p>{paragraph}</p>
    ))}
    <p>
      <a href={correct}>{address === undefined ? texts.again : texts.correct}</a>
    </p>
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
    const id = idFor(c, site.newId);
    const result = await site.requestContact(values, {
      id,
      ip: site.addressOf(c),
      noNationalNumber,
    });
    if (result.status === "mailed") {
      const { isSecure } = site.addresses;
      setCookie(c, COOKIE, id, {
        path: to,
        httpOnly: true,
        secure: isSecure,
        sameSite: "Lax",
        maxAge: COOKIE_SECONDS,
      });
      return c.redirect(site.addresses.at("/contact/verstuurd"), 303);
    }
    const problems = problemsOf(FIELDS, values, result);
    c.status(refusedStatus(c, result.reasons, 422));
    return c.render(<ContactPage to={to} values={values} problems={problems} />, {
      title: contactTexts.form.title,
      hasProblems: true,
    });
  });

  const sentForm = async (c: Context) => {
    const id = getCookie(c, COOKIE);
    return id === undefined ? undefined : (await site.requests.find(id))?.form;
  };

  app.get("/contact/verstuurd", async (c) => {
    const address = Email.safeParse(await sentForm(c)).data?.contactEmail;
    const page = <Sent address={address} correct={site.addresses.at("/contact/verbeteren")} />;
    return c.render(page, { title: texts.sentTitle });
  });

  app.get("/contact/verbeteren", async (c) =>
    c.render(<ContactPage to={to} values={(await sentForm(c)) ?? {}} problems={[]} />, {
      title: contactTexts.form.title,
    }),
  );
}
