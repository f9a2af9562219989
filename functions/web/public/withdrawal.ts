import type { Hono } from "hono";
import { type Instant, showDate, toInstant } from "../../domain/calendar.ts";
import { type Dossier, laterPassOf } from "../../domain/dossier.ts";
import { overSince } from "../../tasks/reopened.ts";
import { withdrawalIsPossible } from "../../dossiers/withdrawal-is-possible.ts";
import { askForText, type Reason } from "../ui/form/ask-for-text.ts";
import { withdrawTexts } from "./leaving.nl.ts";
import { serveLeaving } from "./leaving.tsx";
import type { PublicSite } from "./public-site.ts";

const texts = withdrawTexts;

function introFor(dossier: Dossier, now: Instant): string {
  const laterPass = laterPassOf(dossier);
  if (!laterPass) return texts.intro;
  const over = overSince(laterPass, now);
  return over === undefined ? texts.introLater : texts.introOver(showDate(over));
}

/** An applicant withdraws its request. */
export function withdrawalRoutes(app: Hono, site: PublicSite) {
  serveLeaving<typeof Reason>(app, site, {
    paths: { ask: "intrekken", done: "ingetrokken" },
    texts,
    question: (dossier) => askForText({ ...texts, intro: introFor(dossier, toInstant(site.now())) }),
    mayAsk: ({ whole }) => withdrawalIsPossible(whole.dossier),
    act: ({ whole, actor }, { reason }) => site.withdraw(whole.dossier.id, actor, reason),
  });
}
