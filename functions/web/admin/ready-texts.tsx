import type { Context } from "hono";
import * as z from "zod";
import { showMoment, toInstant } from "../../domain/calendar.ts";
import { Conflict } from "../../domain/errors.ts";
import { choice, longText, text } from "../../domain/fields.ts";
import { currentTexts, placeholdersAreKnown, type ReadyText, SITUATIONS } from "../../domain/ready-text.ts";
import { idFor } from "../http/once.ts";
import { Refusal } from "../http/refusals.ts";
import type { AdminApp, AdminEnv, AdminSite } from "../team/admin-site.ts";
import { AskForm, type Given, type Question, readGiven, refusedGiven } from "../ui/form/ask-form.tsx";
import { FormId } from "../ui/form/form-id.tsx";
import { readOwnForm, Token } from "./guard.tsx";
import { readyTexts as texts, situationNames } from "./ready-texts.nl.ts";

const Form = z.object({ title: text(), situation: choice(SITUATIONS), text: longText() });

const questionFor = (current: ReadyText | undefined): Question<typeof Form> => ({
  schema: Form,
  fields: texts.fields,
  title: current ? texts.edit(current.title) : texts.add,
  intro: texts.intro,
  button: texts.button,
});

/**
 * TEXT-02: a version of a ready text follows the version that its writer saw. Of two, the first is kept; the other is shown again.
 * Source: design, "What people type": what was typed is never lost.
 */
const CHANGED_ELSEWHERE = { rule: "TEXT-02", message: texts.changedElsewhere };

/** Field of the form that hides a text. Its versions stay. */
const REMOVED = "removed";

const Versions = ({ versions }: { versions: ReadyText[] }) => (
  <section>
    <h2>{texts.versions}</h2>
    {versions.map(({ number, by, at, text: words }) => (
      <details>
        <summary>{texts.version(number, by.name, showMoment(at))}</summary>
        <p class="as-typed">{words}</p>
      </details>
    ))}
  </section>
);

/** The texts that the team uses again: a list, and a page for each. */
export function readyTextRoutes(app: AdminApp, site: AdminSite) {
  const home = site.addresses.at("/admin/texts");

  const show = (c: Context<AdminEnv>, versions: ReadyText[], given?: Given<typeof Form>) => {
    const current = versions.at(0);
    const question = questionFor(current);
    const values = current && { title: current.title, situation: current.situation, text: current.text };
    const hidden = (
      <>
        <Token session={c.var.session} />
        <input type="hidden" name="number" value={String(current?.number ?? 0)} />
      </>
    );
    const to = `${home}/${current?.id ?? "new"}`;
    const shown = given ?? (values && { values, problems: [] });
    const page = (
      <>
        <AskForm question={question} to={to} back={home} given={shown} hidden={hidden} />
        {current ? (
          <>
            <form method="post" action={to}>
              {hidden}
              <FormId />
              <button class="second" name={REMOVED} value="true">
                {texts.remove}
              </button>
            </form>
            <Versions versions={versions} />
          </>
        ) : (
          ""
        )}
      </>
    );
    return c.render(page, { title: question.title, hasProblems: given !== undefined });
  };

  async function save(c: Context<AdminEnv>, textId?: string) {
    const form = await readOwnForm(c);
    const versions = textId === undefined ? [] : await known(textId);
    const current = versions.at(0);
    const isRemoved = current !== undefined && form.get(REMOVED) === "true";
    const question = questionFor(current);
    const given = isRemoved ? { values: {}, problems: [], answer: current } : readGiven(question, form);
    const verdict = placeholdersAreKnown(given.answer?.text ?? "");
    const again = verdict.allowed ? given : refusedGiven(question, given, verdict.reasons);
    if (!given.answer || !verdict.allowed) {
      c.status(422);
      return show(c, versions, again);
    }
    const { subject, name } = c.var.caller;
    const id = current?.id ?? idFor(c, site.newId);
    const changedElsewhere = async () => {
      c.status(409);
      return show(c, await versionsOf(id), refusedGiven(question, given, [CHANGED_ELSEWHERE]));
    };
    const latest = current?.number ?? 0;
    if (Number(form.get("number")) !== latest) return changedElsewhere();
    const version = { id, number: latest + 1, at: toInstant(site.now()), by: { id: subject, name } };
    const { title, situation, text: words } = given.answer;
    const added = { title, situation, text: words, ...version, ...(isRemoved ? { removed: true } : {}) };
    try {
      await site.readyTexts.add(added);
    } catch (error) {
      if (error instanceof Conflict) return changedElsewhere();
      throw error;
    }
    return c.redirect(`${home}?notice=saved`, 303);
  }

  /** The versions of a text, the latest first. */
  const versionsOf = async (id: string) =>
    (await site.readyTexts.list())
      .filter((one) => one.id === id)
      .sort((one, other) => other.number - one.number);

  const known = async (id: string) => {
    const versions = await versionsOf(id);
    if (versions.length === 0) throw new Refusal("page-unknown");
    return versions;
  };

  app.get("/admin/texts", async (c) => {
    const current = currentTexts(await site.readyTexts.list());
    const page = (
      <>
        <h1>{texts.title}</h1>
        {c.req.query("notice") === "saved" ? (
          <p class="done" role="status">
            {texts.saved}
          </p>
        ) : (
          ""
        )}
        <p>{texts.intro}</p>
        {current.length === 0 ? <p>{texts.none}</p> : ""}
        <ul class="spaced">
          {current.map(({ id, title, situation, number }) => (
            <li>
              <a href={`${home}/${id}`}>{title}</a> ({situationNames[situation]},{" "}
              {texts.versions.toLowerCase()}: {number})
            </li>
          ))}
        </ul>
        <p>
          <a class="button" href={`${home}/new`}>
            {texts.add}
          </a>
        </p>
      </>
    );
    return c.render(page, { title: texts.title });
  });
  app.get("/admin/texts/new", (c) => show(c, []));
  app.post("/admin/texts/new", (c) => save(c));
  app.get("/admin/texts/:textId", async (c) => show(c, await known(c.req.param("textId"))));
  app.post("/admin/texts/:textId", (c) => save(c, c.req.param("textId")));
}
