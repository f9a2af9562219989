import type { Executions } from "./executions.ts";
import { ApiError } from "../values/failures.ts";
import type { TokenAnswer } from "../store/records.ts";
import type { Run } from "../run/run.ts";
import { activeTask, taskEnded } from "../states/task-answer.ts";
import { readToken } from "../values/tokens.ts";

const timedOut = () => new ApiError("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");

/** Answers the task with this token. Throws ApiError: InvalidToken, TaskDoesNotExist, TaskTimedOut. */
export async function sendAnswer(executions: Executions, token: string, answer: TokenAnswer): Promise<void> {
  await withTask(executions, token, async (run, branchId) => {
    const active = taskOf(run, branchId, token);
    const { task, phase } = active.visit;
    run.branches.keep(active.branch);
    // The called function may answer before it returns: the task ends after its return.
    if (phase === "call" && task) task.answer = answer;
    else await taskEnded(active, answer);
  });
}

/** Restarts the heartbeat timeout. */
export async function sendHeartbeat(executions: Executions, token: string): Promise<void> {
  await withTask(executions, token, (run, branchId) => {
    const active = taskOf(run, branchId, token);
    const { task } = active.visit;
    if (task?.heartbeatSeconds === undefined) return;
    task.heartbeatAt = run.services.clock.now() + task.heartbeatSeconds * 1000;
    run.branches.keep(active.branch);
  });
}

async function withTask(
  executions: Executions,
  token: string,
  work: (run: Run, branch: number) => void | Promise<void>,
) {
  const address = readToken(token);
  if (!address) throw new ApiError("InvalidToken", "Invalid Token: 'Invalid token'");
  if (!executions.isKnown(address.sequence)) {
    throw new ApiError("TaskDoesNotExist", "Task Does Not Exist: 'Provided task does not exist'");
  }
  const run = executions.runOf(address.sequence);
  if (!run) throw timedOut();
  await run.post(() => work(run, address.branch));
}

function taskOf(run: Run, branchId: number, token: string) {
  const branch = run.branches.get(branchId);
  const active = branch && activeTask(run, branch);
  if (!active || active.visit.task?.token !== token || active.visit.task.answer) throw timedOut();
  return active;
}
