import type { HistoryEvent } from "../store/records.ts";
import { toSeconds } from "./input.ts";

/** Fields of events with the data of the execution. The service also shows `parameters` without them. */
const DATA_FIELDS = new Set(["input", "inputDetails", "output", "outputDetails", "assignedVariables"]);

/** The events of an execution in the format of GetExecutionHistory. */
export function historyOf(
  events: HistoryEvent[],
  wanted: { reverseOrder: boolean; includeExecutionData: boolean },
) {
  const shown = events.map((event) => ({
    ...(wanted.includeExecutionData ? event : withoutData(event)),
    timestamp: toSeconds(event.timestamp),
  }));
  return wanted.reverseOrder ? shown.reverse() : shown;
}

function withoutData(event: HistoryEvent): HistoryEvent {
  const stripped = { ...event };
  for (const [name, details] of Object.entries(event)) {
    if (!isDetails(name) || typeof details !== "object") continue;
    const kept = Object.entries(details).filter(([field]) => !DATA_FIELDS.has(field));
    stripped[name] = Object.fromEntries(kept);
  }
  return stripped;
}

const isDetails = (name: string): name is `${string}EventDetails` => name.endsWith("EventDetails");
