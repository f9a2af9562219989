import { StatePayload } from "../workflow/begin-state.ts";
import { systemState, wireActs } from "../workflow/state-handlers.ts";
import { createStartUse } from "./start-use.ts";

export const startUse = systemState("StartUse", StatePayload, createStartUse(wireActs()));
