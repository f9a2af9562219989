import { Activity } from "../foundation/activity.ts";
import { VirtualClock } from "../foundation/clock.ts";
import { Callers } from "../gateway/callers.ts";
import { Counts } from "../gateway/counts.ts";
import { Faults } from "../gateway/faults.ts";
import { Iam } from "../iam/iam.ts";
import { Logs } from "../lambda/logs.ts";
import { State } from "../foundation/state.ts";
import { Template } from "../template/template.ts";
import { readStack, type Source } from "../template/assembly.ts";
import { prepareStateFiles } from "./state-files.ts";

/** The basis of all parts: the template, the state, the clock, and permissions. */
export type Foundation = {
  template: Template;
  state: State;
  clock: VirtualClock;
  /** Milliseconds between real and virtual time, in memory that the functions' threads share. */
  offset: Float64Array;
  iam: Iam;
  callers: Callers;
  counts: Counts;
  faults: Faults;
  activity: Activity;
  logs: Logs;
};

export async function layFoundation(options: {
  assembly: Source;
  stack?: string;
  stateFolder?: string;
  clock?: VirtualClock;
}): Promise<Foundation> {
  if (options.stateFolder !== undefined) prepareStateFiles(options.stateFolder);
  const template = new Template(await readStack(options.assembly, options.stack));
  const iam = new Iam(template);
  const state = new State(options.stateFolder);
  const clock = options.clock ?? new VirtualClock(Number(state.setting("clock offset") ?? 0));
  const offset = new Float64Array(new SharedArrayBuffer(8));
  offset[0] = clock.offset;
  clock.onOffset = (milliseconds) => {
    offset[0] = milliseconds;
    state.keep("clock offset", String(milliseconds));
  };
  return {
    template,
    state,
    clock,
    offset,
    iam,
    callers: new Callers(state.secret("access keys"), template.account),
    counts: new Counts(),
    faults: new Faults(),
    activity: new Activity(),
    logs: new Logs(state.inMemory ? undefined : state.path("logs")),
  };
}
