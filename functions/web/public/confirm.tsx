import type { Context, Hono } from "hono";
import { ContactForm } from "../../contact/contact-form.ts";
import { contactTexts } from "../../contact/texts.nl.ts";
import { Answers } from "../ui/form/answers.tsx";
import { showEnterpriseNumber } from "../../domain/enterprise-number.ts";
import type { ContactRequest } from "../../domain/ports.ts";
import { taskId } from "../../domain/human-task.ts";
import { ConfirmationTick, problemsOfTick } from "../ui/form/confirmation-tick.tsx";
import { describeForm } from "../../domain/describe-form.ts";
import { type Answer, describeValues } from "../../domain/describe-values.ts";
import { ProblemSummary } from "../ui/form/problem-summary.tsx";
import type { Problem } from "../ui/form/problems.nl.ts";
import { readForm } from "../http/read-body.ts";
import { Refusal } from "../http/refusals.ts";
import { confirmTexts } from "./contact.nl.ts";
import type { PublicSite } from "./public-site.ts";
import { lookUntil } from "../http/look-until.ts";
import { pathOfTask, visitDossier, visitRequest } from "./visits.ts";

const texts = confirmTexts;
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

type ConfirmedProps = {
  reference: string;
  isEnquiry: boolean;
  isAgain: boolean;
  at: (end: string) => string;
};
const Confirmed = ({ reference, isEnquiry, isAgain, at }: ConfirmedProps) => (
  <>
    <h1>{isAgain ? texts.againTitle : texts.doneTitle}</h1>
    <p class="done">
      <strong>{texts.done(reference)}</strong>
    </p>
    <h2>{texts.nextTitle}</h2>
    {isEnquiry ? (
      <p>{texts.nextEnquiry}</p>
    ) : (
      <>
        <p>{texts.next}</p>
        <p>
          <a class="button" href={at("/intake")}>
            {texts.toIntake}
          </a>
        </p>
      </>
    )}
  </>
);

/** The intake opens some seconds after the confirmation. */
const NotYet = ({ here }: { here: string }) => (
  <>
    <h1>{texts.notYet.title}</h1>
    <p>{texts.notYet.text}</p>
    <p>
      <a class="button" href={here}>
        {texts.notYet.again}
      </a>
    </p>
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

  const confirmed = (
    c: Context,
    secret: string,
    form: ContactRequest["form"],
    reference: string,
    isAgain: boolean,
  ) => {
    const at = (end: string) => site.addresses.at(`/bevestigen/${secret}${end}`);
    const page = <Confirmed {...{ reference, isAgain, at }} isEnquiry={form["kind"] === "enquiry"} />;
    return c.render(page, { title: isAgain ? texts.againTitle : texts.doneTitle });
  };

  app.get("/bevestigen/:secret", async (c) => {
    const secret = c.req.param("secret");
    const request = await findRequest(secret);
    if (request.dossierId === undefined) return ask(c, secret, request);
    const { whole } = await visitDossier(site, secret);
    return confirmed(c, secret, request.form, whole.dossier.reference, true);
  });

  /** Waits for the first task of the dossier, which the workflow opens, and opens it. */
  app.get("/bevestigen/:secret/intake", async (c) => {
    const secret = c.req.param("secret");
    const task = await lookUntil(site.pause, async () => {
      const { whole, audience } = await visitDossier(site, secret);
      return whole.tasks.find((one) => one.audience === audience);
    });
    const { at } = site.addresses;
    if (task) return c.redirect(at(pathOfTask(secret, taskId(task))), 303);
    return c.render(<NotYet here={at(`/bevestigen/${secret}/intake`)} />, { title: texts.notYet.title });
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
    return confirmed(c, secret, request.form, result.reference, result.status === "already-confirmed");
  });
}
