import { reset } from "./abort.ts";
import type { Failure } from "./failures.ts";
import { WHOLE } from "./history-events.ts";
import type { ExecutionStatus } from "./records.ts";
import type { Run } from "./run.ts";

type Outcome = Failure & { output?: string };

/** Ends an execution: its last event, its record, and what it still waited for. */
export function finish(run: Run, status: Exclude<ExecutionStatus, "RUNNING">, outcome: Outcome): void {
  const { record, branches } = run;
  const { output } = outcome;
  const error = outcome.error ?? undefined;
  const cause = outcome.cause ?? undefined;
  const root = branches.root;
  const details = output === undefined ? given({ error, cause }) : { output, outputDetails: WHOLE };
  const type = { SUCCEEDED: "Succeeded", FAILED: "Failed", TIMED_OUT: "TimedOut", ABORTED: "Aborted" }[
    status
  ];
  const lastOfRoot = root?.previous ?? 0;
  run.write(
    `Execution${type}`,
    status === "ABORTED" || status === "TIMED_OUT" ? run.lastEventId : lastOfRoot,
    details,
  );
  Object.assign(record, {
    status,
    stopDate: run.services.clock.now(),
    output: output ?? null,
    ...given({ error, cause }),
  });
  run.touched = true;
  run.ready.length = 0;
  for (const branch of branches.all()) reset(run, branch);
  if (status === "SUCCEEDED" && root) run.branches.removeChildren(root);
  run.effects.push(() => {
    run.cancelTimers();
    run.services.changed(run, status);
  });
}

function given<T extends { [field: string]: unknown }>(fields: T): Partial<T> {
  const present: Partial<T> = { ...fields };
  for (const key in present) if (present[key] === undefined) delete present[key];
  return present;
}
