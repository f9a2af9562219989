import type { Hono } from "hono";
import { laterPassOf } from "../../domain/dossier.ts";
import * as z from "zod";
import { choice, longText } from "../../domain/fields.ts";
import { useMayEnd } from "../../out-of-use/use-may-end.ts";
import { endOfUseTexts } from "./leaving.nl.ts";
import { serveLeaving } from "./leaving.tsx";
import type { PublicSite } from "./public-site.ts";

const texts = endOfUseTexts;

/** Reasons that a consumer can give for the end of its use. */
const EndOfUse = z.object({ reason: choice(["stopped", "purpose"]), explanation: longText() });

/** A consumer stops using the LED, or no longer has the purpose for it. */
export function endOfUseRoutes(app: Hono, site: PublicSite) {
  serveLeaving<typeof EndOfUse>(app, site, {
    paths: { ask: "stoppen", done: "gestopt" },
    texts,
    question: (dossier) => ({
      schema: EndOfUse,
      ...texts.ask,
      intro: laterPassOf(dossier) ? `${texts.ask.intro} ${texts.stopsRequest}` : texts.ask.intro,
    }),
    mayAsk: ({ whole, actor }) => useMayEnd(whole.dossier, "stopped", actor),
    act: ({ whole, actor }, answer) => site.endUse(whole.dossier.id, answer, actor),
  });
}
