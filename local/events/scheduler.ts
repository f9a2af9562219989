import * as z from "zod";
import { NotSupported } from "../foundation/aws-error.ts";
import type { Template } from "../template/template.ts";
import type { Schedules } from "./schedules.ts";
import type { Targets } from "./targets.ts";

const Properties = z.looseObject({
  State: z.string().default("ENABLED"),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().optional(),
  Target: z.looseObject({
    Arn: z.string(),
    RoleArn: z.string(),
    Input: z.string().default("{}"),
    DeadLetterConfig: z.looseObject({ Arn: z.string() }).optional(),
  }),
});

/** EventBridge Scheduler: every schedule of the template calls its target with its role. */
export function runSchedules(template: Template, schedules: Schedules, targets: Targets): void {
  for (const { physical, properties } of template.ofType("AWS::Scheduler::Schedule", Properties)) {
    const { State, ScheduleExpression, ScheduleExpressionTimezone, Target } = properties;
    const sourceArn = physical.attributes["Arn"] ?? "";
    if (!targets.supports(Target.Arn))
      throw new NotSupported(
        `${physical.name} has a target that the local cloud does not run: ${Target.Arn}`,
      );
    if (State === "DISABLED") continue;
    schedules.add(sourceArn, ScheduleExpression, ScheduleExpressionTimezone, (time) =>
      targets.deliver(
        {
          targetArn: Target.Arn,
          roleArn: Target.RoleArn,
          principal: "scheduler.amazonaws.com",
          sourceArn,
          deadLetterArn: Target.DeadLetterConfig?.Arn,
        },
        Target.Input.replaceAll("<aws.scheduler.scheduled-time>", new Date(time).toISOString()).replaceAll(
          "<aws.scheduler.schedule-arn>",
          sourceArn,
        ),
      ),
    );
  }
}
