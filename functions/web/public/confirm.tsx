import type { Hono } from "hono";
import { ContactForm } from "../../contact/contact-form.ts";
import { contactTexts } from "../../contact/texts.nl.ts";
import { Answers } from "../answers.tsx";
import { showEnterpriseNumber } from "../../domain/enterprise-number.ts";
import { describeForm } from "../form/describe-form.ts";
import { type Answer, describeValues } from "../form/describe-values.ts";
import { Refusal } from "../refusals.ts";
import { webTexts } from "../texts.nl.ts";
import type { PublicSite } from "./public-site.ts";
import { visitRequest } from "./visits.ts";

const texts = webTexts.confirm;
const FIELDS = describeForm(ContactForm, contactTexts.form.fields);

/** The enterprise number as people write it. */
function readable(form: Record<string, unknown>): Record<string, unknown> {
  const number = form["enterpriseNumber"];
  return typeof number === "string" ? { ...form, enterpriseNumber: showEnterpriseNumber(number) } : form;
}

const Confirm = ({ answers, to }: { answers: Answer[]; to: string }) => (
  <>
    <h1>{texts.title}</h1>
    <p>{texts.intro}</p>
    <Answers answers={answers} />
    <form method="post" action={to}>
      <div class="buttons">
        <button>{texts.button}</button>
      </div>
    </form>
  </>
);

const Confirmed = ({ reference, isEnquiry }: { reference: string; isEnquiry: boolean }) => (
  <>
    <h1>{texts.doneTitle}</h1>
    <p class="done">
      <strong>{texts.done(reference)}</strong>
    </p>
    <h2>{texts.nextTitle}</h2>
    <p>{isEnquiry ? texts.nextEnquiry : texts.next}</p>
  </>
);

export function confirmRoutes(app: Hono, site: PublicSite) {
  const findRequest = async (secret: string) => {
    const request = await site.requests.find(await visitRequest(site, secret));
    if (!request) throw new Refusal("link-unknown");
    return request;
  };

  app.get("/bevestigen/:secret", async (c) => {
    const secret = c.req.param("secret");
    const request = await findRequest(secret);
    const answers = describeValues(FIELDS, readable(request.form));
    const page = <Confirm answers={answers} to={site.addresses.at(`/bevestigen/${secret}`)} />;
    return c.render(page, { title: texts.title });
  });

  app.post("/bevestigen/:secret", async (c) => {
    const request = await findRequest(c.req.param("secret"));
    const result = await site.confirmContact(request.id);
    if (result.status === "unknown") throw new Refusal("link-unknown");
    const page = <Confirmed reference={result.reference} isEnquiry={request.form["kind"] === "enquiry"} />;
    return c.render(page, { title: texts.doneTitle });
  });
}
