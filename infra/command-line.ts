import { parseArgs, type ParseArgsOptionsConfig } from "node:util";

/** Exit code of a command that was called in a wrong way. */
const MISUSED = 1;

/**
 * Options of a command of package.json. `--help` prints the usage and ends the process with 0; an unknown option prints
 * what is wrong and the usage, and ends it with 1.
 */
export function readOptions<const Options extends ParseArgsOptionsConfig>(usage: string, options: Options) {
  try {
    const help = { type: "boolean", short: "h" } as const;
    const { values } = parseArgs<{ options: Options & { help: typeof help } }>({
      options: { ...options, help },
    });
    if (!("help" in values)) return values;
  } catch (error) {
    misused(error instanceof Error ? error.message : String(error), usage);
  }
  console.log(usage);
  process.exit(0);
}

/** A number from `least` up; anything else ends the process with 1. */
export function readCount(name: string, typed: string, usage: string, least = 1): number {
  const count = Number(typed);
  return /^\d+$/.test(typed) && count >= least
    ? count
    : misused(`--${name} needs a number from ${least} up, not "${typed}".`, usage);
}

/** Prints what is wrong and the usage, and ends the process with 1. */
export function misused(problem: string, usage: string): never {
  console.error(`${problem}\n\n${usage}`);
  process.exit(MISUSED);
}

/** Runs a command, and ends with its exit code. A failure is printed with its cause, without a stack trace. */
export async function runCommand(command: () => number | void | Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await command()) ?? 0;
  } catch (error) {
    console.error(`Failed: ${toldOf(error)}`);
    process.exitCode = 1;
  }
}

function toldOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}: ${toldOf(error.cause)}`;
}
