import type { Hono } from "hono";
import { readReason, ReasonForm } from "../form/reason-form.tsx";
import { messageId } from "../message-id.ts";
import { readForm } from "../read-body.ts";
import { Refusal } from "../refusals.ts";
import { messagePageTexts as texts } from "./message-texts.nl.ts";
import type { PublicSite } from "./public-site.ts";
import { visitDossier } from "./visits.ts";

/** Messages that an applicant can send about a dossier within an hour. */
const MESSAGES = { limit: 5, seconds: 60 * 60 };

/** The applicant writes to the LED team, from the page of its dossier. */
export function messageRoutes(app: Hono, site: PublicSite) {
  const { at } = site.addresses;
  const mayWrite = ({ id }: { id: string }) =>
    site.limits.use(`message/${id}`, MESSAGES.limit, MESSAGES.seconds);

  app.on(["GET", "POST"], "/dossier/:secret/bericht", async (c) => {
    const visit = await visitDossier(site, c.req.param("secret"));
    if (visit.audience !== "applicant") throw new Refusal("page-unknown");
    const form = c.req.method === "POST" ? await readForm(c) : undefined;
    const given = form && readReason(form, texts.label);
    const id = messageId(form?.get("id"), site.newId);
    const { dossier } = visit.whole;
    const isFine = given?.problems.length === 0;
    if (isFine && (await mayWrite(dossier))) {
      await site.messageTeam(dossier, visit.person, visit.actor, { id, text: given.reason });
      return c.redirect(at(`/dossier/${visit.secret}?bericht=verstuurd`), 303);
    }
    if (given) c.status(isFine ? 429 : 422);
    const { title, intro, label, button, tooMany } = texts;
    const page = (
      <ReasonForm
        {...{ title, intro: isFine ? tooMany : intro, label, button }}
        to={at(`/dossier/${visit.secret}/bericht`)}
        given={given}
        hidden={<input type="hidden" name="id" value={id} />}
      />
    );
    return c.render(page, { title, hasProblems: given !== undefined });
  });
}
