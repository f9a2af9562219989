import type { Context, Hono } from "hono";
import { ContactForm } from "../../contact/contact-form.ts";
import { contactTexts } from "../../contact/texts.nl.ts";
import { Answers } from "../ui/form/answers.tsx";
import { showEnterpriseNumber } from "../../domain/enterprise-number.ts";
import type { ContactRequest } from "../../domain/ports.ts";
import { ConfirmationTick, problemsOfTick } from "../ui/form/confirmation-tick.tsx";
import { describeForm } from "../../domain/describe-form.ts";
import { type Answer, describeValues } from "../../domain/describe-values.ts";
import { ProblemSummary } from "../ui/form/problem-summary.tsx";
import type { Problem } from "../ui/form/problems.nl.ts";
import { readForm } from "../http/read-body.ts";
import { Refusal } from "../http/refusals.ts";
import { webTexts } from "../ui/texts.nl.ts";
import type { PublicSite } from "./public-site.ts";
import { visitRequest } from "./visits.ts";

const texts = webTexts.confirm;
const FIELDS = describeForm(ContactForm, contactTexts.form.fields);

/** Formats the enterprise number for people. */
function readable(form: Record<string, unknown>): Record<string, unknown> {
  const number = form["enterpriseNumber"];
  return typeof number === "string" ? { ...form, enterpriseNumber: showEnterpriseNumber(number) } : form;
}

const PREFIX = "confirm";

const Confirm = ({ answers, to, problems }: { answers: Answer[]; to: string; problems: Problem[] }) => (
  <>
    {problems.length > 0 ? <ProblemSummary problems={problems} idPrefix={PREFIX} /> : ""}
    <h1>{texts.title}</h1>
    <p>{texts.intro}</p>
    <Answers answers={answers} />
    <form method="post" action={to} id={PREFIX} novalidate>
      <ConfirmationTick label={texts.tick} problems={problems} idPrefix={PREFIX} />
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

  const ask = (c: Context, secret: string, request: ContactRequest, problems: Problem[] = []) => {
    const answers = describeValues(FIELDS, readable(request.form));
    const to = site.addresses.at(`/bevestigen/${secret}`);
    const page = <Confirm answers={answers} to={to} problems={problems} />;
    return c.render(page, { title: texts.title, hasProblems: problems.length > 0 });
  };

  app.get("/bevestigen/:secret", async (c) => {
    const secret = c.req.param("secret");
    return ask(c, secret, await findRequest(secret));
  });

  app.post("/bevestigen/:secret", async (c) => {
    const secret = c.req.param("secret");
    const request = await findRequest(secret);
    const problems = problemsOfTick(await readForm(c), texts.tick);
    if (problems.length > 0) {
      c.status(422);
      return ask(c, secret, request, problems);
    }
    const result = await site.confirmContact(request.id);
    if (result.status === "unknown") throw new Refusal("link-unknown");
    const page = <Confirmed reference={result.reference} isEnquiry={request.form["kind"] === "enquiry"} />;
    return c.render(page, { title: texts.doneTitle });
  });
}
