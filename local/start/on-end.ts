const LOOK_EVERY_MS = 500;
/** The terminal and npm may both pass on one Ctrl-C. A later one ends the process at once. */
const ONE_SIGNAL_MS = 1000;

/**
 * Stops when this process must end: by a signal, or when its parent npm has exited. npm passes a SIGTERM to a shell,
 * which exits without passing it on.
 */
export function onEnd(stop: () => Promise<void>): void {
  let endingSince: number | undefined;
  const end = () => {
    if (endingSince !== undefined) {
      if (performance.now() - endingSince > ONE_SIGNAL_MS) process.exit(1);
      return;
    }
    endingSince = performance.now();
    console.log("\nEnding …");
    void stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
  const parent = process.ppid;
  if (process.env["npm_lifecycle_event"] !== undefined)
    setInterval(() => {
      if (process.ppid !== parent && endingSince === undefined) end();
    }, LOOK_EVERY_MS).unref();
}
