import { AskForm, readGiven } from "../ui/form/ask-form.tsx";
import { askForText } from "../ui/form/ask-for-text.ts";
import { showMoment } from "../../domain/calendar.ts";
import { taskId } from "../../domain/human-task.ts";
import { answeredTo, answerTaskIn, idsOf, unanswered } from "../../domain/messages.ts";
import type { Actor } from "../../domain/people.ts";
import type { WholeDossier } from "../../domain/ports.ts";
import type { Note } from "../../domain/records.ts";
import { nameOf } from "../ui/task/task-parts.tsx";
import { MessageText } from "../ui/message-text.tsx";
import { messageTaskTexts } from "./message-task.nl.ts";
import { idFor } from "../http/once.ts";
import type { AdminSite } from "../team/admin-site.ts";
import { actorFor, findDossierFor } from "../team/find-dossier.ts";
import { readOwnForm, Token } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";
import { CHOSEN, chosenText, forMessage, ReadyTextChoice } from "./ready-text-choice.tsx";
import { keepingPages } from "./retention-texts.nl.ts";

const texts = keepingPages.message;
/** Field with the ids of the messages that the page shows. */
const ANSWERS = "messages";

/** The messages that a message to the contacts answers. Messages of only a DPO are answered on their task. */
function askedOf(whole: WholeDossier): Note[] {
  const { contact } = whole.dossier.people;
  const messages = answerTaskIn(whole) ? unanswered(whole) : [];
  return answeredTo(whole.dossier, messages).includes(contact.id) ? messages : [];
}

const Waiting = ({ messages }: { messages: Note[] }) => (
  <>
    {messages.map(({ by, at, text, quoted }) => (
      <section class="told">
        <h2>{messageTaskTexts.from(nameOf(by), showMoment(at))}</h2>
        <MessageText text={text} quoted={quoted} />
        <p>{messageTaskTexts.alsoAnswers}</p>
      </section>
    ))}
  </>
);

/**
 * The team sends a message to the applicant. If messages of the contacts wait for an answer, the page shows them, and the
 * message that is sent answers them: it decides their task.
 */
export function messageRoutes(app: AdminApp, site: AdminSite) {
  const path = "/admin/dossiers/:id/message";
  /** Whether the message was stored as the answer. It is not when somebody else answered first. */
  async function answer(
    { dossier, tasks }: WholeDossier,
    by: Actor,
    fields: { text: string; messages: string },
  ) {
    const task = answerTaskIn({ tasks });
    if (!task) return false;
    const { text, messages } = fields;
    const proposed = { outcome: "answered", fields: { answer: text, messages }, documents: [], by };
    const result = await site.decideTask(dossier.id, taskId(task), { ...proposed, noNationalNumber: true });
    return result.status === "decided";
  }
  const addressOf = (id: string) => site.addresses.at(`/admin/dossiers/${id}`);

  app.on(["GET", "POST"], path, async (c) => {
    const form = c.req.method === "POST" ? await readOwnForm(c) : undefined;
    const whole = await findDossierFor(site, c.var.caller, c.req.param("id"));
    const { dossier } = whole;
    const question = askForText({ ...texts, intro: texts.intro(dossier) });
    const choosable = forMessage(await site.readyTexts.list());
    const chosen = chosenText(c.req.query(CHOSEN), choosable, dossier);
    const given = form && readGiven(question, form);
    if (given?.answer) {
      const text = given.answer.reason;
      const id = idFor(c, site.newId);
      const by = actorFor(c.var.caller, "led-team");
      const messages = form?.get(ANSWERS) ?? "";
      if (messages === "" || !(await answer(whole, by, { text, messages })))
        await site.messageApplicant(dossier, by, { id, text });
      return c.redirect(`${addressOf(dossier.id)}?notice=messaged`, 303);
    }
    if (given) c.status(422);
    const asked = askedOf(whole);
    const hidden = (
      <>
        <Token session={c.var.session} />
        {asked.length > 0 ? <input type="hidden" name={ANSWERS} value={idsOf(asked)} /> : ""}
      </>
    );
    const to = `${addressOf(dossier.id)}/message`;
    const filled = chosen && { values: { reason: chosen.text }, problems: [] };
    const page = (
      <>
        <AskForm question={question} to={to} given={given ?? filled} hidden={hidden} />
        <ReadyTextChoice choosable={choosable} to={to} addresses={site.addresses} />
        <Waiting messages={asked} />
      </>
    );
    return c.render(page, { title: texts.title, hasProblems: given !== undefined });
  });
}
