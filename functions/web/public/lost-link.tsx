import type { Hono } from "hono";
import { LinkForm } from "../../lost-link/link-form.ts";
import { lostLinkTexts } from "../../lost-link/texts.nl.ts";
import { describeForm } from "../../domain/describe-form.ts";
import { FormId } from "../ui/form/form-id.tsx";
import { FormFields } from "../ui/form/form-fields.tsx";
import { ProblemSummary } from "../ui/form/problem-summary.tsx";
import { type Problem, problemsOf } from "../ui/form/problems.nl.ts";
import { readValues } from "../ui/form/read-values.ts";
import { logFailure } from "../http/log-failure.ts";
import { readForm } from "../http/read-body.ts";
import { refusedStatus } from "../http/refused-status.ts";
import type { PublicSite } from "./public-site.ts";

const texts = lostLinkTexts.form;
const FIELDS = describeForm(LinkForm, texts.fields);
const PREFIX = "lost-link";
/** Minimum time of an answer, so that it does not reveal whether a mail was sent. */
const ANSWER_MS = 1000;

type Typed = { values: Record<string, unknown>; problems: Problem[] };

/** The form for a lost link; on its own page, and where a link did not work. */
export const LostLinkForm = ({ to, values = {}, problems = [] }: { to: string } & Partial<Typed>) => (
  <form method="post" action={to} id={PREFIX} novalidate>
    <FormId />
    <FormFields fields={FIELDS} values={values} problems={problems} idPrefix={PREFIX} />
    <button>{texts.button}</button>
  </form>
);

const LostLinkPage = ({ to, values, problems }: { to: string } & Typed) => (
  <>
    {problems.length > 0 ? <ProblemSummary problems={problems} idPrefix={PREFIX} /> : ""}
    <h1>{texts.title}</h1>
    <p>{texts.intro}</p>
    <LostLinkForm to={to} values={values} problems={problems} />
  </>
);

const Sent = () => (
  <>
    <h1>{lostLinkTexts.sent.title}</h1>
    {lostLinkTexts.sent.paragraphs.map((paragraph) => (
      <p>{paragraph}</p>
    ))}
  </>
);

export function lostLinkRoutes(app: Hono, site: PublicSite) {
  const to = site.addresses.at("/link-kwijt");

  app.get("/link-kwijt", (c) =>
    c.render(<LostLinkPage to={to} values={{}} problems={[]} />, { title: texts.title }),
  );

  app.post("/link-kwijt", async (c) => {
    const values = readValues(FIELDS, await readForm(c));
    const asked = site.requestLink(values, { ip: site.addressOf(c) }).catch((error: unknown) => {
      // An error page would reveal that the dossier exists, because only then a mail can fail.
      logFailure(error instanceof Error ? error : new Error("unknown"));
      return { status: "done" } as const;
    });
    const [result] = await Promise.all([asked, site.pause(ANSWER_MS)]);
    if (result.status === "done") return c.redirect(site.addresses.at("/link-kwijt/verstuurd"), 303);
    c.status(refusedStatus(c, result.reasons, 422));
    const problems = problemsOf(FIELDS, values, result);
    return c.render(<LostLinkPage to={to} values={values} problems={problems} />, {
      title: texts.title,
      hasProblems: true,
    });
  });

  app.get("/link-kwijt/verstuurd", (c) => c.render(<Sent />, { title: lostLinkTexts.sent.title }));
}
