/**
 * Makes `Date` of this thread follow the virtual clock. `offset` contains the milliseconds to add to real time, in
 * memory shared with the thread that moves the clock. `setTimeout` remains real, because a function's timeout is.
 */
export function followClock(offset: Float64Array): void {
  const RealDate = Date;
  const realNow = Date.now.bind(Date);
  const now = () => realNow() + (offset[0] ?? 0);
  const VirtualDate = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget): object =>
      construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
  });
  RealDate.now = now;
  RealDate.prototype.constructor = VirtualDate;
  globalThis.Date = VirtualDate;
}

function construct(target: DateConstructor, args: unknown[], newTarget: unknown): object {
  const date: unknown = Reflect.construct(target, args, typeof newTarget === "function" ? newTarget : target);
  return date instanceof Object ? date : new target();
}
