import * as z from "zod";
import { choice, longText } from "../../domain/fields.ts";
import { AMENDABLE_STAGES } from "../../in-use/amendment-is-possible.ts";
import type { Question } from "../ui/form/ask-form.tsx";
import type { AdminSite } from "../team/admin-site.ts";
import type { AdminApp } from "../team/admin-site.ts";
import { serveTeamAct } from "./team-act.tsx";
import { adminTexts } from "./texts.nl.ts";

/** What the LED team can say about the end of a use: a breach is for the team alone. */
export const EndOfUseInput = z.strictObject({
  reason: choice(["purpose", "stopped", "breach"]),
  explanation: longText(),
});
export const AmendmentInput = z.strictObject({ stage: choice(AMENDABLE_STAGES), reason: longText() });

/** What the team can do with a dossier in use: end the use, or open it again for another agreement. */
export function useRoutes(app: AdminApp, site: AdminSite) {
  serveTeamAct<typeof EndOfUseInput>(app, site, {
    path: "end-of-use",
    question: (dossier): Question<typeof EndOfUseInput> => ({
      schema: EndOfUseInput,
      ...adminTexts.endOfUse,
      intro: adminTexts.endOfUse.intro(dossier),
    }),
    act: (id, ending, by) => site.endUse(id, ending, by),
    notice: "ending",
  });
  serveTeamAct<typeof AmendmentInput>(app, site, {
    path: "amendment",
    question: (dossier): Question<typeof AmendmentInput> => ({
      schema: AmendmentInput,
      ...adminTexts.amendment,
      intro: adminTexts.amendment.intro(dossier),
    }),
    act: (id, amendment, by) => site.amend(id, amendment, by),
    notice: "amended",
  });
}
