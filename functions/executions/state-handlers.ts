import * as z from "zod";
import type {
  Folder,
  HumanStateName,
  StateName,
  StateNameOf,
  SystemStateName,
} from "../../statemachine/contract.ts";
import { logger } from "../adapters/shared/observability.ts";
import { codeOf, ContinueAsNew, Withdrawn } from "../domain/errors.ts";
import type { TaskDefinition } from "../domain/task-definition.ts";
import type { OpenTask } from "../tasks/open-task.ts";
import { type BeginState, StatePayload } from "./begin-state.ts";

export type LambdaHandler = (event: unknown) => Promise<unknown>;
/** A handler of the workflow with the payloads that it accepts, including those of definitions released long ago. */
export type StateHandler<Name extends StateName = StateName> = LambdaHandler & {
  readonly state: Name;
  readonly accepts: z.ZodType;
};
/** The functions of all states of a folder, by name of their state: Lambda calls `handlers.<name>` of its bundle. */
export type HandlersOf<Of extends Folder> = { [Name in StateNameOf<Of>]: StateHandler<Name> };

/** Dependencies of an act: `DepsOf<typeof createStartUse>`. */
export type DepsOf<Create extends (deps: never) => unknown> = Parameters<Create>[0];
/** Acts that every human state uses. */
export type HumanActs = { beginState: BeginState; openTask: OpenTask };

const HumanStatePayload = StatePayload.extend({ taskToken: z.string().min(1) });
const AboutDossier = z.object({ dossierId: z.string() });

/** Logs the start of a state and its result, by stable codes. */
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
      if (error instanceof Withdrawn || error instanceof ContinueAsNew)
        logger.info("STATE_REFUSED", { ...about, code });
      else logger.error("STATE_FAILED", { ...about, code });
      throw error;
    }
  };
}

/**
 * Function of a human state: opens its task, or binds the token to the existing one. Where an execution starts at this
 * state, the cause of the round replaces the previous decision.
 */
export const humanState = <Name extends HumanStateName>(
  acts: HumanActs,
  definition: TaskDefinition<Name>,
): StateHandler<Name> =>
  accepting(definition.kind, HumanStatePayload, async (payload) => {
    const dossier = await acts.beginState(payload);
    await acts.openTask(definition, dossier, {
      taskToken: payload.taskToken,
      because: payload.previous ?? dossier.rounds[definition.stage]?.cause,
    });
    return {};
  });

/** Function of a system state. The result of `act` goes to the workflow, so it holds ids and outcomes only. */
export const systemState = <Name extends SystemStateName, Payload extends z.ZodType>(
  name: Name,
  schema: Payload,
  act: (payload: z.output<Payload>) => Promise<object | void>,
): StateHandler<Name> => accepting(name, schema, async (payload) => (await act(payload)) ?? {});

const accepting = <Name extends StateName, Payload extends z.ZodType>(
  state: Name,
  schema: Payload,
  act: (payload: z.output<Payload>) => Promise<object>,
): StateHandler<Name> =>
  Object.assign(
    logged(state, async (event) => act(schema.parse(event))),
    { state, accepts: schema },
  );
