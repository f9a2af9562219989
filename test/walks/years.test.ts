import { it } from "vitest";
import { walkShare, withoutChance } from "./walks.ts";

withoutChance();

it("keeps the rules of the design on random walks from the first day of use", () => walkShare(0.5, "in-use"));
