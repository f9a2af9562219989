import type { Hono } from "hono";
import type * as z from "zod";
import type { Dossier } from "../../domain/dossier.ts";
import type { Reason, Verdict } from "../../domain/verdict.ts";
import { AskForm, type Given, type Question, readGiven, refusedGiven } from "../ui/form/ask-form.tsx";
import { readForm } from "../http/read-body.ts";
import { refusedStatus } from "../http/refused-status.ts";
import { Done, Refused } from "./outcome-pages.tsx";
import type { PublicSite } from "./public-site.ts";
import { type Visit, visitAsApplicant } from "./visits.ts";

/** An act by which the applicant ends its request or its use of the LED. */
export type Leaving<Schema extends z.ZodObject> = {
  /** Last segments of its addresses, `/dossier/:secret/…`: the form, and the page afterwards. */
  paths: { ask: string; done: string };
  texts: { refused: string; doneTitle: string; done: string };
  question: (dossier: Dossier) => Question<Schema>;
  mayAsk: (visit: Visit) => Verdict;
  act: (visit: Visit, answer: z.output<Schema>) => Promise<Verdict>;
};

/** Serves the form (GET), the act (POST), and the page afterwards. */
export function serveLeaving<Schema extends z.ZodObject>(
  app: Hono,
  site: PublicSite,
  { paths, texts, question, mayAsk, act }: Leaving<Schema>,
): void {
  const { at } = site.addresses;
  const refusedPage = (reasons: Reason[]) => (
    <Refused title={texts.refused} reasons={reasons} mailbox={site.site.mailboxes.ledTeam} />
  );
  const ask = ({ secret, whole }: Visit, given?: Given<Schema>) => (
    <AskForm
      question={{ ...question(whole.dossier), isFinal: true }}
      to={at(`/dossier/${secret}/${paths.ask}`)}
      back={at(`/dossier/${secret}`)}
      given={given}
    />
  );

  app.get(`/dossier/:secret/${paths.ask}`, async (c) => {
    const visit = await visitAsApplicant(site, c.req.param("secret") ?? "");
    const verdict = mayAsk(visit);
    if (!verdict.allowed) return c.render(refusedPage(verdict.reasons), { title: texts.refused });
    return c.render(ask(visit), { title: question(visit.whole.dossier).title });
  });

  app.post(`/dossier/:secret/${paths.ask}`, async (c) => {
    const visit = await visitAsApplicant(site, c.req.param("secret") ?? "");
    const asked = question(visit.whole.dossier);
    const given = readGiven(asked, await readForm(c));
    if (!given.answer) {
      c.status(422);
      return c.render(ask(visit, given), { title: asked.title, hasProblems: true });
    }
    const { answer } = given;
    const verdict = await site.withinLimits(
      "leaving",
      { dossier: visit.whole.dossier.id },
      () => act(visit, answer),
      ({ allowed }) => allowed,
    );
    if (verdict.allowed) return c.redirect(at(`/dossier/${visit.secret}/${paths.done}`), 303);
    const status = refusedStatus(c, verdict.reasons, 409);
    c.status(status);
    if (status === 429) {
      const again = ask(visit, refusedGiven(asked, given, verdict.reasons));
      return c.render(again, { title: asked.title, hasProblems: true });
    }
    return c.render(refusedPage(verdict.reasons), { title: texts.refused });
  });

  app.get(`/dossier/:secret/${paths.done}`, async (c) => {
    const { secret } = await visitAsApplicant(site, c.req.param("secret") ?? "");
    return c.render(<Done title={texts.doneTitle} text={texts.done} back={at(`/dossier/${secret}`)} />, {
      title: texts.doneTitle,
    });
  });
}
