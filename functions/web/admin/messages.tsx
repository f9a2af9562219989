import { AskForm, readGiven } from "../ui/form/ask-form.tsx";
import { askForText } from "../ui/form/ask-for-text.ts";
import { idFor } from "../http/once.ts";
import type { AdminSite } from "../team/admin-site.ts";
import { actorFor, findDossierFor } from "../team/find-dossier.ts";
import { readOwnForm, Token } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";
import { keepingPages } from "./retention-texts.nl.ts";

const texts = keepingPages.message;

/** The team sends a message to the applicant. */
export function messageRoutes(app: AdminApp, site: AdminSite) {
  const path = "/admin/dossiers/:id/message";
  const addressOf = (id: string) => site.addresses.at(`/admin/dossiers/${id}`);

  app.on(["GET", "POST"], path, async (c) => {
    const form = c.req.method === "POST" ? await readOwnForm(c) : undefined;
    const { dossier } = await findDossierFor(site, c.var.caller, c.req.param("id"));
    const question = askForText({ ...texts, intro: texts.intro(dossier) });
    const given = form && readGiven(question, form);
    if (given?.answer) {
      const text = given.answer.reason;
      const id = idFor(c, site.newId);
      await site.messageApplicant(dossier, actorFor(c.var.caller, "led-team"), { id, text });
      return c.redirect(`${addressOf(dossier.id)}?notice=messaged`, 303);
    }
    if (given) c.status(422);
    const hidden = <Token session={c.var.session} />;
    const to = `${addressOf(dossier.id)}/message`;
    const page = <AskForm question={question} to={to} given={given} hidden={hidden} />;
    return c.render(page, { title: texts.title, hasProblems: given !== undefined });
  });
}
