import * as z from "zod";
import { logger, measureUndelivered } from "../adapters/shared/observability.ts";
import { codeOf, GiveUp } from "../domain/errors.ts";
import { createApplication } from "../application/application.ts";
import { openWorkflowBackend } from "../application/backend.ts";
import { createFollowUp } from "../follow-up/create-follow-up.ts";
import { steadyClock } from "../follow-up/steady-clock.ts";

/** Milliseconds that remain unused at the end, so that the current act can finish before the function times out. */
const RESERVE = 30_000;

/** The event of EventBridge, with the scheduled time of the sweep. */
const Tick = z.looseObject({ time: z.string().optional() });

const sweep = createFollowUp(createApplication(openWorkflowBackend()), (due, error) =>
  logger.error("FOLLOW_UP_FAILED", { ...due, code: codeOf(error) }),
);

export const handler = async (
  event: unknown,
  context: { getRemainingTimeInMillis(): number },
): Promise<void> => {
  const { time } = Tick.parse(event);
  const isSteady = steadyClock(time, { now: Date.now, elapsed: () => performance.now() });
  const swept = await sweep(() => context.getRemainingTimeInMillis() > RESERVE && isSteady());
  logger.info("FOLLOW_UP_COMPLETED", swept);
  measureUndelivered(swept.oldestUndelivered);
  if (swept.failed > 0) throw new GiveUp("FOLLOW_UP_INCOMPLETE", { failed: swept.failed });
};
