import { randomUUID } from "node:crypto";
import * as z from "zod";
import { NotSupported } from "../foundation/aws-error.ts";
import type { VirtualClock } from "../foundation/clock.ts";
import { type Dictionary, isDictionary } from "../foundation/json.ts";
import type { Template } from "../template/template.ts";
import { matchesPattern, requireKnownFilters } from "./pattern.ts";
import type { Schedules } from "./schedules.ts";
import { InputFields, inputFor } from "./target-input.ts";
import type { Delivery, Targets } from "./targets.ts";

const RuleProperties = z.looseObject({
  State: z.string().default("ENABLED"),
  EventPattern: z.custom<Dictionary>(isDictionary).optional(),
  ScheduleExpression: z.string().optional(),
  EventBusName: z.string().optional(),
  Targets: z
    .array(
      z.looseObject({
        Arn: z.string(),
        RoleArn: z.string().optional(),
        DeadLetterConfig: z.looseObject({ Arn: z.string() }).optional(),
        ...InputFields,
      }),
    )
    .default([]),
});

export type Event = { source: string; "detail-type": string; resources: string[]; detail: object };
type Rule = {
  arn: string;
  pattern: Dictionary | undefined;
  targets: z.infer<typeof RuleProperties>["Targets"];
};

/** EventBridge's default bus: rules with a pattern receive matching events, rules with a schedule tick. */
export class EventBus {
  readonly #template: Template;
  readonly #clock: VirtualClock;
  readonly #targets: Targets;
  readonly #rules: Rule[] = [];

  constructor(template: Template, clock: VirtualClock, schedules: Schedules, targets: Targets) {
    this.#template = template;
    this.#clock = clock;
    this.#targets = targets;
    for (const { physical, properties } of template.ofType("AWS::Events::Rule", RuleProperties)) {
      if (properties.State === "DISABLED") continue;
      const rule = {
        arn: physical.attributes["Arn"] ?? "",
        pattern: properties.EventPattern,
        targets: properties.Targets,
      };
      this.#check(rule);
      this.#rules.push(rule);
      if (properties.ScheduleExpression !== undefined)
        schedules.add(rule.arn, properties.ScheduleExpression, undefined, (time) => this.#tick(rule, time));
    }
  }

  async put(event: Event): Promise<void> {
    const complete = this.#complete(event, this.#clock.now());
    for (const rule of this.#rules)
      if (rule.pattern && matchesPattern(rule.pattern, complete)) await this.#deliver(rule, complete);
  }

  async #tick(rule: Rule, time: number): Promise<void> {
    const event = {
      source: "aws.events",
      "detail-type": "Scheduled Event",
      resources: [rule.arn],
      detail: {},
    };
    await this.#deliver(rule, this.#complete(event, time));
  }

  async #deliver(rule: Rule, event: Dictionary): Promise<void> {
    for (const target of rule.targets)
      await this.#targets.deliver(deliveryOf(rule, target), inputFor(target, event, rule.arn));
  }

  #complete(event: Event, time: number): Dictionary {
    return {
      version: "0",
      id: randomUUID(),
      account: this.#template.account,
      region: this.#template.region,
      time: new Date(time).toISOString().replace(/\.\d+Z$/, "Z"),
      ...event,
    };
  }

  #check({ pattern, targets, arn }: Rule): void {
    if (pattern) requireKnownFilters(pattern);
    for (const target of targets)
      if (!this.#targets.supports(target.Arn))
        throw new NotSupported(
          `The rule ${arn} has a target that the local cloud does not run: ${target.Arn}`,
        );
  }
}

const deliveryOf = (rule: Rule, target: Rule["targets"][number]): Delivery => ({
  targetArn: target.Arn,
  roleArn: target.RoleArn,
  principal: "events.amazonaws.com",
  sourceArn: rule.arn,
  deadLetterArn: target.DeadLetterConfig?.Arn,
});
