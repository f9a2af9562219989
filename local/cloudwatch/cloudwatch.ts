import type { IncomingMessage } from "node:http";
import * as z from "zod";
import { AwsError } from "../foundation/aws-error.ts";
import type { Clock } from "../foundation/clock.ts";
import { parseDictionary, stringOf, stringsOf } from "../foundation/json.ts";
import type { Topics } from "../events/topics.ts";
import {
  type Answer,
  type Call,
  jsonAnswer,
  jsonError,
  notAuthorized,
  type Service,
  targetOf,
} from "../gateway/service.ts";
import type { ResourcePolicies } from "../iam/resource-policies.ts";
import type { Permission } from "../iam/statements.ts";
import type { Template } from "../template/template.ts";

type CloudWatchParts = { template: Template; policies: ResourcePolicies; topics: Topics; clock: Clock };

const Properties = z.looseObject({ AlarmActions: z.array(z.string()).default([]) });
type Alarm = { name: string; arn: string; actions: string[]; state: string };
type HistoryItem = { AlarmName: string; Timestamp: number; HistoryItemType: string; HistorySummary: string };

/** CloudWatch, as far as it takes to try an alarm: DescribeAlarms, SetAlarmState and DescribeAlarmHistory. */
export class CloudWatch implements Service {
  readonly name = "monitoring";
  readonly streams = false;
  readonly #parts: CloudWatchParts;
  readonly #alarms: Alarm[];
  /** The newest first. */
  readonly #history: HistoryItem[] = [];

  constructor(parts: CloudWatchParts) {
    this.#parts = parts;
    this.#alarms = parts.template
      .ofType("AWS::CloudWatch::Alarm", Properties)
      .map(({ physical: { name, attributes }, properties }) => ({
        ...{ name, arn: attributes["Arn"] ?? "", actions: properties.AlarmActions, state: "OK" },
      }));
  }

  identify(request: IncomingMessage, _url: URL, body: Buffer) {
    return { operation: targetOf(request), input: parseDictionary(body.toString()) };
  }

  permissions({ operation, input }: Call): Permission[] {
    const alarm = this.#alarms.find(({ name }) => name === input["AlarmName"]);
    return [{ action: `cloudwatch:${operation}`, resource: alarm?.arn ?? "*" }];
  }

  async handle({ operation, input }: Call): Promise<Answer> {
    switch (operation) {
      case "DescribeAlarms":
        return jsonAnswer("1.0", { MetricAlarms: this.#described(input) });
      case "SetAlarmState":
        await this.#set(
          stringOf(input["AlarmName"]),
          stringOf(input["StateValue"]),
          stringOf(input["StateReason"]),
        );
        return jsonAnswer("1.0", {});
      case "DescribeAlarmHistory":
        return jsonAnswer("1.0", {
          AlarmHistoryItems: this.#history.filter(
            ({ AlarmName, HistoryItemType }) =>
              AlarmName === input["AlarmName"] &&
              HistoryItemType === (input["HistoryItemType"] ?? HistoryItemType),
          ),
        });
      default:
        throw new AwsError("InvalidAction", `CloudWatch ${operation} is not run locally`, 400);
    }
  }

  #described(input: Call["input"]) {
    const [names, prefix] = [stringsOf(input["AlarmNames"]), stringOf(input["AlarmNamePrefix"])];
    return this.#alarms
      .filter(({ name }) => (names.length === 0 || names.includes(name)) && name.startsWith(prefix))
      .map(({ name, arn, actions, state }) => ({
        ...{ AlarmName: name, AlarmArn: arn, AlarmActions: actions, StateValue: state },
      }));
  }

  /** Only a change to ALARM performs the actions, which the policies of topic and key must admit. */
  async #set(name: string, state: string, reason: string): Promise<void> {
    const alarm = this.#alarms.find((one) => one.name === name);
    if (!alarm) throw new AwsError("ResourceNotFound", "Unknown alarm", 404);
    if (alarm.state === state) return;
    alarm.state = state;
    this.#note(name, "StateUpdate", `Alarm updated to ${state}`);
    if (state === "ALARM") for (const action of alarm.actions) await this.#perform(alarm, action, reason);
  }

  async #perform({ name, arn }: Alarm, topic: string, reason: string): Promise<void> {
    const { policies, topics, clock } = this.#parts;
    const publish = { action: "sns:Publish", resource: topic };
    if (!policies.admits("cloudwatch.amazonaws.com", arn, publish))
      return this.#note(name, "Action", `Failed to execute action ${topic}`);
    const text = `Your Amazon CloudWatch Alarm "${name}" has entered the ALARM state, because "${reason}".`;
    await topics.publish(topic, JSON.stringify(text), clock.now(), `ALARM: "${name}"`);
    this.#note(name, "Action", `Successfully executed action ${topic}`);
  }

  #note(AlarmName: string, HistoryItemType: string, HistorySummary: string): void {
    const Timestamp = this.#parts.clock.now() / 1000;
    this.#history.unshift({ AlarmName, Timestamp, HistoryItemType, HistorySummary });
  }

  refuse(error: AwsError): Answer {
    return jsonError("1.0", error);
  }

  denial(call: Call, permission: Permission, explicit: boolean): AwsError {
    return new AwsError("AccessDeniedException", notAuthorized(call, permission, explicit), 403);
  }
}
