import { AUDIENCES, type Audience } from "../../domain/people.ts";
import type { Caller } from "./admin-site.ts";
import { isOfTeam } from "./find-dossier.ts";

export const isOwn = ({ roles }: Caller, audience: Audience): boolean =>
  roles.some((role) => role === audience);

/** Audiences whose tasks the caller sees: their own roles; the LED team sees all, because it follows every dossier. */
export const audiencesFor = (caller: Caller): Audience[] =>
  AUDIENCES.filter((audience) => isOfTeam(caller) || isOwn(caller, audience)).sort(
    (a, b) => Number(isOwn(caller, b)) - Number(isOwn(caller, a)),
  );

/** Which tasks to show; `mine`: assigned to the caller. */
export const SHOWN = ["all", "mine", "unclaimed"] as const;
export type Shown = (typeof SHOWN)[number];

export const shownAs = (given: string | undefined): Shown => SHOWN.find((known) => known === given) ?? "all";
