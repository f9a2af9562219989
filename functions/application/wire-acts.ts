import { openBackend } from "./backend.ts";
import { ENVIRONMENTS } from "../adapters/shared/environment.ts";
import { type Acts, createActs } from "./acts.ts";

/** The acts on AWS, from the environment of the function: called once, by the handler of each step. */
export const wireActs = (): Acts => createActs(openBackend(ENVIRONMENTS.workflow.parse(process.env)));
