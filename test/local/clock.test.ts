import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { VirtualClock } from "../../local/foundation/clock.ts";

const MINUTE = 60_000;

/** The order of beginnings and ends, when timers of these minutes each take a while. */
async function orderOf(clock: VirtualClock, minutes: number[]): Promise<string[]> {
  const order: string[] = [];
  for (const minute of minutes)
    clock.at(clock.now() + minute * MINUTE, async () => {
      order.push(`begin ${minute}`);
      await pause(5);
      order.push(`end ${minute}`);
    });
  await clock.advance(10 * MINUTE);
  clock.stop();
  return order;
}

it("timers run one by one while the clock is moved", async () => {
  expect(await orderOf(new VirtualClock(), [2, 1])).toEqual(["begin 1", "end 1", "begin 2", "end 2"]);
});

it("timers that are close together run concurrently on request", async () => {
  const clock = new VirtualClock(0, { together: MINUTE });

  expect(await orderOf(clock, [5, 1.5, 1])).toEqual([
    ...["begin 1", "begin 1.5", "end 1", "end 1.5"],
    ...["begin 5", "end 5"],
  ]);
});
