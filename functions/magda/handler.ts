import { wireActs } from "../workflow/wire-acts.ts";
import { magdaStates } from "./states.ts";

export const { enterMagda, connectMagda } = magdaStates(wireActs());
