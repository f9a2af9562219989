import type { HumanTask } from "../../domain/human-task.ts";
import type { Update } from "./writes.ts";

type Assignee = HumanTask["assignee"];

/** Sets or removes the assignee. Optimistic locking on the assignee that the caller read. */
export const assigning = (assignee: Assignee, before: Assignee): Update => ({
  expression: assignee ? "SET assignee = :assignee" : "REMOVE assignee",
  condition: before ? "assignee.id = :before" : "attribute_not_exists(assignee)",
  values: {
    ...(assignee ? { ":assignee": assignee } : {}),
    ...(before ? { ":before": before.id } : {}),
  },
});
