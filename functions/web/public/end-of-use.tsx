import type { Hono } from "hono";
import * as z from "zod";
import type { Dossier } from "../../domain/dossier.ts";
import { choice, longText } from "../../domain/fields.ts";
import type { Reason } from "../../domain/verdict.ts";
import { useMayEnd } from "../../workflow/use-may-end.ts";
import { AskForm, type Given, type Question, readGiven } from "../form/ask-form.tsx";
import { readForm } from "../read-body.ts";
import { Refusal } from "../refusals.ts";
import { webTexts } from "../texts.nl.ts";
import { Done, Refused } from "./outcome-pages.tsx";
import type { PublicSite } from "./public-site.ts";
import { type Visit, visitDossier } from "./visits.ts";

const texts = webTexts.endOfUse;

/** What a consumer can say about the end of its use. */
const EndOfUse = z.object({ reason: choice(["stopped", "purpose"]), explanation: longText() });
const questionFor = ({ laterPass }: Dossier): Question<typeof EndOfUse> => ({
  schema: EndOfUse,
  ...texts.ask,
  intro: laterPass ? `${texts.ask.intro} ${texts.stopsRequest}` : texts.ask.intro,
});

/** A consumer that stops using the LED, or no longer has the purpose for it. */
export function endOfUseRoutes(app: Hono, site: PublicSite) {
  const { at } = site.addresses;
  const visitOfApplicant = async (secret: string): Promise<Visit> => {
    const visit = await visitDossier(site, secret);
    if (visit.audience !== "applicant") throw new Refusal("page-unknown");
    return visit;
  };
  const refusedPage = (reasons: Reason[]) => (
    <Refused title={texts.refused} reasons={reasons} mailbox={site.site.mailboxes.ledTeam} />
  );
  const ask = ({ secret, whole }: Visit, given?: Given<typeof EndOfUse>) => (
    <AskForm question={questionFor(whole.dossier)} to={at(`/dossier/${secret}/stoppen`)} given={given} />
  );

  app.get("/dossier/:secret/stoppen", async (c) => {
    const visit = await visitOfApplicant(c.req.param("secret"));
    const verdict = useMayEnd(visit.whole.dossier, "stopped", visit.actor);
    if (!verdict.allowed) return c.render(refusedPage(verdict.reasons), { title: texts.refused });
    return c.render(ask(visit), { title: texts.ask.title });
  });

  app.post("/dossier/:secret/stoppen", async (c) => {
    const visit = await visitOfApplicant(c.req.param("secret"));
    const given = readGiven(questionFor(visit.whole.dossier), await readForm(c));
    if (!given.answer) {
      c.status(422);
      return c.render(ask(visit, given), { title: texts.ask.title, hasProblems: true });
    }
    const verdict = await site.endUse(visit.whole.dossier.id, given.answer, visit.actor);
    if (verdict.allowed) return c.redirect(at(`/dossier/${visit.secret}/gestopt`), 303);
    c.status(409);
    return c.render(refusedPage(verdict.reasons), { title: texts.refused });
  });

  app.get("/dossier/:secret/gestopt", async (c) => {
    const { secret } = await visitOfApplicant(c.req.param("secret"));
    return c.render(<Done title={texts.doneTitle} text={texts.done} back={at(`/dossier/${secret}`)} />, {
      title: texts.doneTitle,
    });
  });
}
