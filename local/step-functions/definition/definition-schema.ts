import * as z from "zod";
import type { Program, State } from "./definition.ts";
import { isExpression } from "../expressions/expressions.ts";
import type { Json, JsonObject } from "../values/json.ts";

/** Fields of each state of Amazon States Language, with their bounds. */

const anyJson: z.ZodType<Json> = z.json();
const anyObject: z.ZodType<JsonObject> = z.record(z.string(), z.json());
const expression = z.string().refine(isExpression, "Expected a JSONata expression between {% and %}");
const orExpression = (type: z.ZodType<number | boolean | Json[]>): z.ZodType<Json> =>
  z.union([type, expression]);
const seconds = (least: number) => z.int().min(least).max(99_999_999);
const stateName = z.string().min(1).max(80);
/** With JSONPath, unsupported.ts refuses the affected states by name. */
const queryLanguage = z.enum(["JSONPath", "JSONata"]);

const stateFields = { Comment: z.string().optional(), QueryLanguage: queryLanguage.optional() };
const common = { ...stateFields, Output: anyJson.optional(), Assign: anyObject.optional() };
const onward = { ...common, Next: z.string().optional(), End: z.boolean().optional() };
const retrier = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: z.array(z.string()).min(1),
  IntervalSeconds: seconds(1).optional(),
  MaxAttempts: z.int().min(0).max(99_999_999).optional(),
  BackoffRate: z.number().min(1).optional(),
  MaxDelaySeconds: z.int().min(1).max(31_622_399).optional(),
  JitterStrategy: z.enum(["FULL", "NONE"]).optional(),
});
const assigning = {
  Comment: z.string().optional(),
  Output: anyJson.optional(),
  Assign: anyObject.optional(),
};
const catcher = z.strictObject({ ...assigning, ErrorEquals: z.array(z.string()).min(1), Next: z.string() });
const recovering = { ...onward, Retry: z.array(retrier).optional(), Catch: z.array(catcher).optional() };
const choiceRule = z.strictObject({ ...assigning, Condition: orExpression(z.boolean()), Next: z.string() });

const states: z.ZodType<Program["States"]> = z.lazy(() => z.record(stateName, state));
const programFields = { StartAt: z.string(), States: states, Comment: z.string().optional() };
const program = z.strictObject(programFields);
const processor = z.strictObject({
  ...programFields,
  ProcessorConfig: z.strictObject({ Mode: z.literal("INLINE").optional() }).optional(),
});

const task = z.strictObject({
  ...recovering,
  Type: z.literal("Task"),
  Resource: z.string(),
  Arguments: anyJson.optional(),
  TimeoutSeconds: orExpression(seconds(1)).optional(),
  HeartbeatSeconds: orExpression(seconds(1)).optional(),
  Credentials: z.strictObject({ RoleArn: z.string() }).optional(),
});
const map = z.strictObject({
  ...recovering,
  Type: z.literal("Map"),
  ItemProcessor: processor,
  Items: orExpression(z.array(z.json())).optional(),
  ItemSelector: anyJson.optional(),
  MaxConcurrency: orExpression(z.int().min(0)).optional(),
  ToleratedFailureCount: orExpression(z.int().min(0)).optional(),
  ToleratedFailurePercentage: orExpression(z.number().min(0).max(100)).optional(),
});
const fail = z.strictObject({
  ...stateFields,
  Type: z.literal("Fail"),
  Error: z.string().optional(),
  Cause: z.string().optional(),
});

const state: z.ZodType<State> = z.discriminatedUnion("Type", [
  task,
  map,
  z.strictObject({ ...onward, Type: z.literal("Pass") }),
  z.strictObject({
    ...common,
    Type: z.literal("Choice"),
    Choices: z.array(choiceRule).min(1),
    Default: z.string().optional(),
  }),
  z.strictObject({
    ...onward,
    Type: z.literal("Wait"),
    Seconds: orExpression(seconds(0)).optional(),
    Timestamp: z.string().optional(),
  }),
  z.strictObject({ ...stateFields, Type: z.literal("Succeed"), Output: anyJson.optional() }),
  fail,
  z.strictObject({
    ...recovering,
    Type: z.literal("Parallel"),
    Branches: z.array(program).min(1),
    Arguments: anyJson.optional(),
  }),
]);

/** Refuses unknown fields, with their path. */
export const definitionSchema = z.strictObject({
  ...programFields,
  Version: z.literal("1.0").optional(),
  QueryLanguage: queryLanguage.optional(),
  TimeoutSeconds: seconds(1).optional(),
});
