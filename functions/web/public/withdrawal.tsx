import type { Hono } from "hono";
import type { Reason } from "../../domain/verdict.ts";
import { withdrawalIsPossible } from "../../workflow/withdrawal-is-possible.ts";
import { type ReadReason, readReason, ReasonForm } from "../form/reason-form.tsx";
import { readForm } from "../read-body.ts";
import { Refusal } from "../refusals.ts";
import { webTexts } from "../texts.nl.ts";
import type { PublicSite } from "./public-site.ts";
import { type Visit, visitDossier } from "./visits.ts";

const texts = webTexts.withdraw;

/** Why a withdrawal is refused, and what can be done instead. */
const Refused = ({ reasons, mailbox }: { reasons: Reason[]; mailbox: string }) => (
  <>
    <h1>{texts.refused}</h1>
    {reasons.map(({ message }) => (
      <p>{message}</p>
    ))}
    <p>
      <a href={`mailto:${mailbox}`}>{webTexts.help(mailbox)}</a>
    </p>
  </>
);

const Done = ({ back }: { back: string }) => (
  <>
    <h1>{texts.doneTitle}</h1>
    <p class="done">{texts.done}</p>
    <p>
      <a href={back}>{texts.back}</a>
    </p>
  </>
);

export function withdrawalRoutes(app: Hono, site: PublicSite) {
  const { at } = site.addresses;
  const visitOfApplicant = async (secret: string): Promise<Visit> => {
    const visit = await visitDossier(site, secret);
    if (visit.audience !== "applicant") throw new Refusal("page-unknown");
    return visit;
  };
  const refusedPage = (reasons: Reason[]) => (
    <Refused reasons={reasons} mailbox={site.site.mailboxes.ledTeam} />
  );
  const askPage = ({ secret }: Visit, given?: ReadReason) => (
    <ReasonForm
      title={texts.title}
      intro={texts.intro}
      label={texts.reason}
      button={texts.button}
      to={at(`/dossier/${secret}/intrekken`)}
      given={given}
    />
  );

  app.get("/dossier/:secret/intrekken", async (c) => {
    const visit = await visitOfApplicant(c.req.param("secret"));
    const verdict = withdrawalIsPossible(visit.whole.dossier);
    if (!verdict.allowed) return c.render(refusedPage(verdict.reasons), { title: texts.refused });
    return c.render(askPage(visit), { title: texts.title });
  });

  app.post("/dossier/:secret/intrekken", async (c) => {
    const visit = await visitOfApplicant(c.req.param("secret"));
    const given = readReason(await readForm(c), texts.reason);
    if (given.problems.length > 0) {
      c.status(422);
      return c.render(askPage(visit, given), { title: texts.title, hasProblems: true });
    }
    const verdict = await site.withdraw(visit.whole.dossier.id, visit.actor, given.reason);
    if (verdict.allowed) return c.redirect(at(`/dossier/${visit.secret}/ingetrokken`), 303);
    c.status(409);
    return c.render(refusedPage(verdict.reasons), { title: texts.refused });
  });

  app.get("/dossier/:secret/ingetrokken", async (c) => {
    const { secret } = await visitOfApplicant(c.req.param("secret"));
    return c.render(<Done back={at(`/dossier/${secret}`)} />, { title: texts.doneTitle });
  });
}
