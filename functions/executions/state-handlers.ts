import * as z from "zod";
import { logger } from "../adapters/shared/observability.ts";
import { codeOf, Withdrawn } from "../domain/errors.ts";
import type { TaskDefinition } from "../domain/task-definition.ts";
import type { OpenTask } from "../tasks/open-task.ts";
import { type BeginState, StatePayload } from "./begin-state.ts";

export type LambdaHandler = (event: unknown) => Promise<unknown>;
/** A handler of the workflow, with the payloads that it takes: also those of definitions released long ago. */
export type StateHandler = LambdaHandler & { readonly accepts: z.ZodType };

/** What an act is made from: `DepsOf<typeof createStartUse>`. */
export type DepsOf<Create extends (deps: never) => unknown> = Parameters<Create>[0];
/** What every human state uses. */
export type HumanActs = { beginState: BeginState; openTask: OpenTask };

const HumanStatePayload = StatePayload.extend({ taskToken: z.string().min(1) });
const AboutDossier = z.object({ dossierId: z.string() });

/** Says in the log that a state started and how it ended, by stable codes. */
export function logged(state: string, handle: LambdaHandler): LambdaHandler {
  return async (event) => {
    const { data } = AboutDossier.safeParse(event);
    const about = { state, dossierId: data?.dossierId ?? "unknown" };
    logger.info("STATE_STARTED", about);
    try {
      const result = await handle(event);
      logger.info("STATE_COMPLETED", about);
      return result;
    } catch (error) {
      const code = codeOf(error);
      if (error instanceof Withdrawn) logger.info("STATE_REFUSED", { ...about, code });
      else logger.error("STATE_FAILED", { ...about, code });
      throw error;
    }
  };
}

/**
 * The function behind a human state: opens its task, or binds the token to it. Where an execution starts with it, what
 * led here is what caused the round.
 */
export const humanState = (acts: HumanActs, definition: TaskDefinition): StateHandler =>
  accepting(definition.kind, HumanStatePayload, async (payload) => {
    const dossier = await acts.beginState(payload);
    await acts.openTask(definition, dossier, {
      taskToken: payload.taskToken,
      because: payload.previous ?? dossier.rounds[definition.stage]?.cause,
    });
    return {};
  });

/** The function behind a system state: what `act` answers goes to the workflow, so ids and outcomes only. */
export const systemState = <Payload extends z.ZodType>(
  name: string,
  schema: Payload,
  act: (payload: z.output<Payload>) => Promise<object | void>,
): StateHandler => accepting(name, schema, async (payload) => (await act(payload)) ?? {});

const accepting = <Payload extends z.ZodType>(
  name: string,
  schema: Payload,
  act: (payload: z.output<Payload>) => Promise<object>,
): StateHandler =>
  Object.assign(
    logged(name, async (event) => act(schema.parse(event))),
    { accepts: schema },
  );
