import type { Hono } from "hono";
import { type Instant, showDate, toInstant } from "../../domain/calendar.ts";
import type { Dossier } from "../../domain/dossier.ts";
import type { Reason } from "../../domain/verdict.ts";
import { isStillGranted } from "../../workflow/reopened.ts";
import { withdrawalIsPossible } from "../../workflow/withdrawal-is-possible.ts";
import { AskForm, readGiven } from "../form/ask-form.tsx";
import { askReason } from "../form/ask-reason.ts";
import { readForm } from "../read-body.ts";
import { Refusal } from "../refusals.ts";
import { webTexts } from "../texts.nl.ts";
import { Done, Refused } from "./outcome-pages.tsx";
import type { PublicSite } from "./public-site.ts";
import { type Visit, visitDossier } from "./visits.ts";

const texts = webTexts.withdraw;
const introFor = ({ laterPass }: Dossier, now: Instant): string => {
  if (!laterPass) return texts.intro;
  return isStillGranted(laterPass, now) ? texts.introLater : texts.introOver(showDate(laterPass.end ?? now));
};

export function withdrawalRoutes(app: Hono, site: PublicSite) {
  const { at } = site.addresses;
  const visitOfApplicant = async (secret: string): Promise<Visit> => {
    const visit = await visitDossier(site, secret);
    if (visit.audience !== "applicant") throw new Refusal("page-unknown");
    return visit;
  };
  const questionFor = (dossier: Dossier) =>
    askReason({ ...texts, intro: introFor(dossier, toInstant(site.now())) });
  const refusedPage = (reasons: Reason[]) => (
    <Refused title={texts.refused} reasons={reasons} mailbox={site.site.mailboxes.ledTeam} />
  );
  const askPage = ({ secret, whole }: Visit, given?: Parameters<typeof AskForm>[0]["given"]) => (
    <AskForm question={questionFor(whole.dossier)} to={at(`/dossier/${secret}/intrekken`)} given={given} />
  );

  app.get("/dossier/:secret/intrekken", async (c) => {
    const visit = await visitOfApplicant(c.req.param("secret"));
    const verdict = withdrawalIsPossible(visit.whole.dossier);
    if (!verdict.allowed) return c.render(refusedPage(verdict.reasons), { title: texts.refused });
    return c.render(askPage(visit), { title: texts.title });
  });

  app.post("/dossier/:secret/intrekken", async (c) => {
    const visit = await visitOfApplicant(c.req.param("secret"));
    const given = readGiven(questionFor(visit.whole.dossier), await readForm(c));
    if (!given.answer) {
      c.status(422);
      return c.render(askPage(visit, given), { title: texts.title, hasProblems: true });
    }
    const verdict = await site.withdraw(visit.whole.dossier.id, visit.actor, given.answer.reason);
    if (verdict.allowed) return c.redirect(at(`/dossier/${visit.secret}/ingetrokken`), 303);
    c.status(409);
    return c.render(refusedPage(verdict.reasons), { title: texts.refused });
  });

  app.get("/dossier/:secret/ingetrokken", async (c) => {
    const { secret } = await visitOfApplicant(c.req.param("secret"));
    return c.render(<Done title={texts.doneTitle} text={texts.done} back={at(`/dossier/${secret}`)} />, {
      title: texts.doneTitle,
    });
  });
}
