import * as z from "zod";
import { ApiError } from "../values/failures.ts";
import { isTooLarge, parseJson, type Json } from "../values/json.ts";
import { sendAnswer, sendHeartbeat } from "../service/task-tokens.ts";
import { operation, reason } from "./input.ts";

const taskToken = z.string().min(1).max(2048);

function readOutput(text: string): Json {
  if (isTooLarge(text)) {
    throw new ApiError("InvalidOutput", "Invalid Output: 'The output exceeds the maximum of 262144 bytes'");
  }
  try {
    return parseJson(text);
  } catch (error) {
    throw new ApiError("InvalidOutput", `Invalid Output: '${String(error)}'`);
  }
}

export const TASKS = {
  SendTaskSuccess: operation(z.object({ taskToken, output: z.string() }), async (service, input) => {
    await sendAnswer(service.executions, input.taskToken, { output: readOutput(input.output) });
    return {};
  }),

  SendTaskFailure: operation(
    z.object({ taskToken, ...reason }),
    async (service, { taskToken: token, error = null, cause = null }) => {
      await sendAnswer(service.executions, token, { error, cause });
      return {};
    },
  ),

  SendTaskHeartbeat: operation(z.object({ taskToken }), async (service, input) => {
    await sendHeartbeat(service.executions, input.taskToken);
    return {};
  }),
};
