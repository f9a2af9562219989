import type { PostWebhook } from "../../domain/ports.ts";

/** A program that takes longer is tried again. */
const PATIENCE_MS = 10_000;

/** Posts a signed event. A redirect is not followed, and nothing of the answer is read but its status. */
export const postWebhook: PostWebhook = async (address, headers, body) => {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(address, { method: "POST", headers, body, redirect: "manual", signal });
    await answer.body?.cancel();
    return answer.status;
  } catch (error) {
    return error instanceof Error && error.name === "TimeoutError" ? "no-answer-in-time" : "not-reached";
  }
};
