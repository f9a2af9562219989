import type { Dossier } from "../../functions/domain/dossier.ts";
import type { WholeDossier } from "../../functions/domain/ports.ts";
import type { World } from "./world.ts";

/** Input of a rule: the dossier before and after a step, and every state in which it was stored meanwhile. */
export type Moment = {
  world: World;
  before: WholeDossier | undefined;
  now: WholeDossier;
  /** Each write with the previous one. */
  writes: { from: Dossier; to: Dossier }[];
};

/** A rule returns a short text for each breach. */
export type Rule = (moment: Moment) => string[] | Promise<string[]>;

export const breach = (isBroken: boolean, about: string): string[] => (isBroken ? [about] : []);
