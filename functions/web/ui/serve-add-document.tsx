import type { Context, Env, Hono } from "hono";
import type { Child } from "hono/jsx";
import * as z from "zod";
import { LONGEST_TITLE } from "../../domain/documents.ts";
import { isClosedOrWithdrawn } from "../../domain/dossier.ts";
import { text } from "../../domain/fields.ts";
import { type Actor, isOfConsumer } from "../../domain/people.ts";
import type { WholeDossier } from "../../domain/ports.ts";
import { Refusal } from "../http/refusals.ts";
import { addDocumentTexts as texts } from "./add-document.nl.ts";
import { AskForm, type Question, readGiven } from "./form/ask-form.tsx";
import type { createPrepareUpload } from "./task/prepare-upload.ts";
import { taskTexts } from "./task/texts.nl.ts";
import { FullPage, UploadPage } from "./task/upload-page.tsx";

export const DocumentTitle = z.strictObject({ title: text(LONGEST_TITLE) });

const questionFor = (by: Actor): Question<typeof DocumentTitle> => ({
  schema: DocumentTitle,
  fields: texts.fields,
  title: texts.title,
  intro: isOfConsumer(by) ? texts.consumer : texts.led,
  button: texts.button,
});

type Visit = { whole: WholeDossier; actor: Actor; to: string; back: string };
type Site<E extends Env> = {
  route: string;
  visit: (c: Context<E>) => Promise<Visit>;
  readForm: (c: Context<E>) => Promise<URLSearchParams>;
  hidden: (c: Context<E>) => Child;
  prepareUpload: (
    c: Context<E>,
    visit: Visit,
    wanted: { kind: "other"; title: string; by: Actor },
  ) => ReturnType<ReturnType<typeof createPrepareUpload>>;
  /** The bucket becomes a target of forms of this answer. */
  allowFormTo: (c: Context<E>, address: string) => void;
};

/** Adds a document to a dossier, outside any task: a page that asks what it is, then the page that uploads it. */
export function serveAddDocument<E extends Env>(app: Hono<E>, site: Site<E>): void {
  app.on(["GET", "POST"], site.route, async (c) => {
    const form = c.req.method === "POST" ? await site.readForm(c) : undefined;
    const visit = await site.visit(c);
    const { whole, actor: by, to, back } = visit;
    if (isClosedOrWithdrawn(whole.dossier)) throw new Refusal("conflict");
    const question = questionFor(by);
    const given = form && readGiven(question, form);
    if (!given?.answer) {
      if (given) c.status(422);
      const page = <AskForm question={question} to={to} given={given} hidden={site.hidden(c)} />;
      return c.render(page, { title: texts.title, hasProblems: given !== undefined });
    }
    const { title } = given.answer;
    const upload = await site.prepareUpload(c, visit, { kind: "other", title, by });
    const words = taskTexts.toDossierItself;
    if (upload.status === "full") {
      c.status(409);
      const full = <FullPage reasons={upload.reasons} back={back} words={words} />;
      return c.render(full, { title: taskTexts.upload.full });
    }
    site.allowFormTo(c, upload.form.url);
    const page = <UploadPage form={upload.form} kind="other" title={title} back={back} words={words} />;
    return c.render(page, { title: taskTexts.upload.title(title) });
  });
}
