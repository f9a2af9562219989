import { randomInt } from "node:crypto";
import {
  type CloudWatchClient,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
  SetAlarmStateCommand,
} from "@aws-sdk/client-cloudwatch";
import { must, SmokeFailed, until, type Look } from "./checks.ts";

/** The alarms of a stack, and whoever reads the alarm mailbox. */
export type Ear = {
  stack: string;
  cloudWatch: CloudWatchClient;
  /** The number in the mail of the alarm. */
  numberHeard: () => Promise<string>;
};

/** Rings one alarm, and has its mail confirmed by a number in it; then the alarm is as it was. */
export async function checkAlarm({ stack, cloudWatch, numberHeard }: Ear, look: Look): Promise<void> {
  const { MetricAlarms = [] } = await cloudWatch.send(
    new DescribeAlarmsCommand({ AlarmNamePrefix: `${stack}-`, AlarmTypes: ["MetricAlarm"], MaxRecords: 100 }),
  );
  const alarm = MetricAlarms.find(({ StateValue }) => StateValue !== "ALARM");
  if (alarm?.AlarmName === undefined) throw new SmokeFailed(`${stack} has no alarm that can be rung`);
  const { AlarmName, StateValue = "OK" } = alarm;
  const number = String(randomInt(100_000, 1_000_000));
  const began = Date.now();
  const set = (value: typeof StateValue, StateReason: string) =>
    cloudWatch.send(new SetAlarmStateCommand({ AlarmName, StateValue: value, StateReason }));
  await set("ALARM", `Smoke test ${number}: nothing is wrong`);
  try {
    await until("the alarm publishes", look, async () => {
      const { AlarmHistoryItems = [] } = await cloudWatch.send(
        new DescribeAlarmHistoryCommand({ AlarmName, HistoryItemType: "Action" }),
      );
      const [done] = AlarmHistoryItems.filter(({ Timestamp }) => Number(Timestamp) >= began - CLOCKS_DIFFER);
      must(!/^Failed/.test(done?.HistorySummary ?? ""), `the alarm may not publish: ${done?.HistorySummary}`);
      return done !== undefined;
    });
    const heard = await numberHeard();
    must(heard.includes(number), `the mail of the alarm has the number ${number}, not "${heard}"`);
  } finally {
    await set(StateValue, "The smoke test has ended");
  }
}

/** In milliseconds, between this machine and AWS. */
const CLOCKS_DIFFER = 60_000;
