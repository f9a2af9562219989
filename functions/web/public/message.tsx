import type { Hono } from "hono";
import type { TooOften } from "../../limits/within-limits.ts";
import type { Message } from "../../dossiers/send-message.ts";
import { AskForm, readGiven, refusedGiven } from "../ui/form/ask-form.tsx";
import { askForText } from "../ui/form/ask-for-text.ts";
import { idFor } from "../http/once.ts";
import { refusedStatus } from "../http/refused-status.ts";
import { readForm } from "../http/read-body.ts";
import { messagePageTexts as texts } from "./message-texts.nl.ts";
import type { PublicSite } from "./public-site.ts";
import { type Visit, visitAsApplicant } from "./visits.ts";

/** The applicant writes to the LED team from the page of its dossier. */
export function messageRoutes(app: Hono, site: PublicSite) {
  const { at } = site.addresses;

  /** Returns why the message is not sent, if so. A form that is posted again is the same message, and counts once. */
  const send = async ({ whole, actor }: Visit, message: Message): Promise<TooOften | undefined> => {
    const { dossier, notes } = whole;
    const act = async () => {
      await site.messageTeam(dossier, actor, message);
      return undefined;
    };
    const isKnown = notes.some(({ id }) => id === message.id);
    return isKnown ? act() : site.withinLimits("message", { dossier: dossier.id }, act);
  };

  app.on(["GET", "POST"], "/dossier/:secret/bericht", async (c) => {
    const visit = await visitAsApplicant(site, c.req.param("secret"));
    const form = c.req.method === "POST" ? await readForm(c) : undefined;
    const question = askForText(texts);
    const given = form && readGiven(question, form);
    const refused =
      given?.answer && (await send(visit, { id: idFor(c, site.newId), text: given.answer.reason }));
    if (given?.answer && !refused) return c.redirect(at(`/dossier/${visit.secret}?bericht=verstuurd`), 303);
    if (given) c.status(refusedStatus(c, refused?.reasons ?? [], 422));
    const shown = given && refused ? refusedGiven(question, given, refused.reasons) : given;
    const to = at(`/dossier/${visit.secret}/bericht`);
    const page = <AskForm question={question} to={to} back={at(`/dossier/${visit.secret}`)} given={shown} />;
    return c.render(page, { title: texts.title, hasProblems: given !== undefined });
  });
}
