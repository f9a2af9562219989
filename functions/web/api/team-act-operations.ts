import { TEAM } from "../http/permissions.ts";
import { actorFor, findDossierFor } from "../team/find-dossier.ts";
import {
  AMENDMENT,
  CLOSING,
  END_OF_USE,
  HOLD,
  LEGAL_HOLD,
  LIFTED_HOLD,
  ORGANISATION,
  type StrictObject,
  type TeamAct,
  WITHDRAWAL,
} from "../team/team-acts.ts";
import { DONE } from "./answer-schemas.ts";
import { words } from "./inputs.ts";
import { operation } from "./operation.ts";
import { unlessRefused } from "./problem.ts";

/** The operation of a team act, which also has a page. */
const teamAct = <Schema extends StrictObject>({ path, schema, act, api }: TeamAct<Schema>) =>
  operation({
    method: "POST",
    path: `/dossiers/:id/${path}`,
    who: TEAM,
    summary: api.summary,
    body: words(api.name, schema),
    answer: DONE,
    example: { body: api.example },
    act: async ({ site, caller, params, body }) => {
      const { dossier } = await findDossierFor(site, caller, params.id);
      return unlessRefused(await act(site, dossier.id, body, actorFor(caller, "led-team")));
    },
  });

const endHold = operation({
  method: "POST",
  path: "/dossiers/:id/hold/end",
  who: TEAM,
  summary: "Resume a dossier that is on hold",
  answer: DONE,
  act: async ({ site, caller, params }) => {
    const { id } = (await findDossierFor(site, caller, params.id)).dossier;
    return unlessRefused(await site.resumeHeld(id, actorFor(caller, "led-team")));
  },
});

export const TEAM_ACT_OPERATIONS = [
  ...[teamAct(WITHDRAWAL), teamAct(END_OF_USE), teamAct(AMENDMENT), teamAct(CLOSING)],
  teamAct(ORGANISATION),
  ...[teamAct(HOLD), endHold, teamAct(LEGAL_HOLD), teamAct(LIFTED_HOLD)],
];
