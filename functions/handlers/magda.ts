import { wireActs } from "../application/wire-acts.ts";
import { magdaStates } from "../magda/states.ts";

export const { enterMagda, connectMagda } = magdaStates(wireActs());
