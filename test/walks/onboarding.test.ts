import { it } from "vitest";
import { walkShare, withoutChance } from "./walks.ts";

withoutChance();

it("keeps the rules of the design on random walks from the first contact", () =>
  walkShare(0.5, "onboarding", "onboarding", "onboarding", "enquiry"));
