import type { Hono } from "hono";
import { AskForm, readGiven } from "../form/ask-form.tsx";
import { askReason } from "../form/ask-reason.ts";
import { idFor } from "../once.ts";
import { readForm } from "../read-body.ts";
import { messagePageTexts as texts } from "./message-texts.nl.ts";
import type { PublicSite } from "./public-site.ts";
import { visitAsApplicant } from "./visits.ts";

/** Messages that an applicant can send about a dossier within an hour. */
const MESSAGES = { limit: 5, seconds: 60 * 60 };

/** The applicant writes to the LED team, from the page of its dossier. */
export function messageRoutes(app: Hono, site: PublicSite) {
  const { at } = site.addresses;
  const mayWrite = ({ id }: { id: string }) =>
    site.limits.use(`message/${id}`, MESSAGES.limit, MESSAGES.seconds);

  app.on(["GET", "POST"], "/dossier/:secret/bericht", async (c) => {
    const visit = await visitAsApplicant(site, c.req.param("secret"));
    const form = c.req.method === "POST" ? await readForm(c) : undefined;
    const { dossier } = visit.whole;
    const given = form && readGiven(askReason(texts), form);
    if (given?.answer && (await mayWrite(dossier))) {
      const text = given.answer.reason;
      const id = idFor(c, site.newId);
      await site.messageTeam(dossier, visit.person, visit.actor, { id, text });
      return c.redirect(at(`/dossier/${visit.secret}?bericht=verstuurd`), 303);
    }
    if (given) c.status(given.answer ? 429 : 422);
    const question = askReason(given?.answer ? { ...texts, intro: texts.tooMany } : texts);
    const to = at(`/dossier/${visit.secret}/bericht`);
    const page = <AskForm question={question} to={to} given={given} />;
    return c.render(page, { title: texts.title, hasProblems: given !== undefined });
  });
}
