import type { StateType } from "../definition/definition.ts";
import type { HistoryEvent } from "../store/records.ts";

/** Events of entering and leaving a state, by its type. Precomputed, because they are most of every history. */
export const STATE_EVENTS = {
  Task: { entered: "TaskStateEntered", exited: "TaskStateExited" },
  Pass: { entered: "PassStateEntered", exited: "PassStateExited" },
  Choice: { entered: "ChoiceStateEntered", exited: "ChoiceStateExited" },
  Wait: { entered: "WaitStateEntered", exited: "WaitStateExited" },
  Succeed: { entered: "SucceedStateEntered", exited: "SucceedStateExited" },
  Fail: { entered: "FailStateEntered", exited: "FailStateExited" },
  Parallel: { entered: "ParallelStateEntered", exited: "ParallelStateExited" },
  Map: { entered: "MapStateEntered", exited: "MapStateExited" },
} as const satisfies { [Type in StateType]: { entered: string; exited: string } };

/** Events of a Task's answers, by resource. */
export const TASK_EVENTS = {
  function: {
    Submitted: "LambdaFunctionSubmitted",
    Succeeded: "LambdaFunctionSucceeded",
    Failed: "LambdaFunctionFailed",
    TimedOut: "LambdaFunctionTimedOut",
  },
  service: {
    Submitted: "TaskSubmitted",
    Succeeded: "TaskSucceeded",
    Failed: "TaskFailed",
    TimedOut: "TaskTimedOut",
  },
} as const;

/** Marks untruncated data in an event. */
export const WHOLE = { truncated: false };

export type Details = { [field: string]: unknown };

export function historyEvent(
  place: Pick<HistoryEvent, "id" | "previousEventId" | "timestamp">,
  type: string,
  details: Details | undefined,
): HistoryEvent {
  const event: HistoryEvent = { ...place, type };
  if (details) event[detailsName(type)] = details;
  return event;
}

const detailsNames = new Map<string, `${string}EventDetails`>();

/** Key of the details of an event, from its type; all state types share the keys for entering and leaving. */
function detailsName(type: string): `${string}EventDetails` {
  const known = detailsNames.get(type);
  if (known) return known;
  const [shared] = /State(?:Entered|Exited)$/.exec(type) ?? [type];
  const name = `${shared.charAt(0).toLowerCase()}${shared.slice(1)}EventDetails` as const;
  detailsNames.set(type, name);
  return name;
}
