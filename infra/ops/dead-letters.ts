import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import {
  DeleteMessageCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import * as z from "zod";

/**
 * A dead letter without its envelope. `replay`: the function that handles it, and its event. `drop`: nothing to do any
 * more. `tell`: a message for operators, to read.
 */
export type DeadLetter = {
  queue: string;
  id: string;
  /** Why it is here: the rule that could not deliver, or the error of the function. */
  why: string;
  what: { act: "replay"; function: string; event: unknown } | { act: "drop" | "tell"; text: string };
};
type Received = DeadLetter & { queueUrl: string; receipt: string };

/** Of Lambda, after its retries. https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
const FailedInvocation = z.object({
  requestContext: z.object({ functionArn: z.string(), condition: z.string() }),
  requestPayload: z.unknown(),
  responsePayload: z
    .looseObject({ errorType: z.string().optional(), errorMessage: z.string().optional() })
    .nullish(),
});
const Tick = z.looseObject({ "detail-type": z.literal("Scheduled Event") });

/** Seconds in which a message that was listed is not received again, so that a list ends. */
const UNSEEN = 20;

const functionNameIn = (arn: string): string => arn.split(":")[6] ?? arn;

/** Takes a message out of its envelope: of EventBridge (attributes), or of Lambda (a record around the event). */
export function unwrap(body: string, attributes: Record<string, string>): Pick<DeadLetter, "why" | "what"> {
  const value = jsonIn(body);
  const failed = FailedInvocation.safeParse(value).data;
  if (failed) {
    const { requestContext, requestPayload, responsePayload } = failed;
    const error = [responsePayload?.errorType, responsePayload?.errorMessage].filter(Boolean).join(": ");
    const name = functionNameIn(requestContext.functionArn);
    return {
      why: `${name}, ${requestContext.condition}: ${brief(error) || "no error was recorded"}`,
      what: whatToDo(requestContext.functionArn, requestPayload),
    };
  }
  const { RULE_ARN: rule = "an unknown rule", TARGET_ARN: target = "", ERROR_CODE: code = "" } = attributes;
  return {
    why: `${rule.split("/").at(-1)}: ${[code, attributes["ERROR_MESSAGE"]].filter(Boolean).join(", ")}`,
    what: target.split(":")[2] === "lambda" ? whatToDo(target, value) : { act: "tell", text: asText(value) },
  };
}

/** A sweep is not repeated: the next one does all that is due, and an old time would be taken for a wrong clock. */
const whatToDo = (functionArn: string, event: unknown): DeadLetter["what"] =>
  Tick.safeParse(event).success
    ? { act: "drop", text: "a sweep of follow-up; a later one did what was due" }
    : { act: "replay", function: functionNameIn(functionArn), event };

/** An error in one line. */
const brief = (text: string): string => text.replace(/\s+/g, " ").slice(0, 300);

const asText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export type DeadLetterDeps = { sqs: SQSClient; lambda: LambdaClient; stack: string };

/** Dead letters of all queues of a stack, or of those whose name has `queue` in it. */
export async function listDeadLetters(deps: DeadLetterDeps, queue = ""): Promise<Received[]> {
  const { QueueUrls = [] } = await deps.sqs.send(new ListQueuesCommand({ QueueNamePrefix: deps.stack }));
  const found: Received[] = [];
  for (const queueUrl of QueueUrls.filter((url) => url.toLowerCase().includes(queue.toLowerCase())))
    found.push(...(await messagesIn(deps, queueUrl)));
  return found;
}

async function messagesIn({ sqs }: DeadLetterDeps, queueUrl: string): Promise<Received[]> {
  const found = new Map<string, Received>();
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: UNSEEN,
        MessageAttributeNames: ["All"],
      }),
    );
    const fresh = Messages.filter(({ MessageId = "" }) => !found.has(MessageId));
    if (fresh.length === 0) return [...found.values()];
    for (const {
      MessageId: id = "",
      Body = "",
      ReceiptHandle: receipt = "",
      MessageAttributes = {},
    } of fresh) {
      const attributes = Object.fromEntries(
        Object.entries(MessageAttributes).map(([name, value]) => [name, value.StringValue ?? ""]),
      );
      const queue = queueUrl.split("/").at(-1) ?? queueUrl;
      found.set(id, { queue, queueUrl, id, receipt, ...unwrap(Body, attributes) });
    }
  }
}

/** Hands a dead letter to its function again, or drops it; then removes it from its queue. */
export async function settle({ sqs, lambda }: DeadLetterDeps, letter: Received): Promise<void> {
  const { what } = letter;
  if (what.act === "replay")
    await lambda.send(
      new InvokeCommand({
        FunctionName: what.function,
        InvocationType: "Event",
        Payload: Buffer.from(JSON.stringify(what.event)),
      }),
    );
  await sqs.send(new DeleteMessageCommand({ QueueUrl: letter.queueUrl, ReceiptHandle: letter.receipt }));
}
