import type { Dossier } from "../../functions/domain/dossier.ts";
import type { WholeDossier } from "../../functions/domain/ports.ts";
import type { World } from "./world.ts";

/** What a rule looks at: the dossier before and after a step, and every state that it was written in meanwhile. */
export type Moment = {
  world: World;
  before: WholeDossier | undefined;
  now: WholeDossier;
  /** Each write with the one before it. */
  writes: { from: Dossier; to: Dossier }[];
};

/** A rule answers what is wrong: a short text for each breach. */
export type Rule = (moment: Moment) => string[] | Promise<string[]>;

export const breach = (isBroken: boolean, about: string): string[] => (isBroken ? [about] : []);
