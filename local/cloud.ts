import { assemble } from "./cloud/assemble.ts";
import type { Cloud, CloudOptions } from "./cloud/cloud.ts";
import { createConsole } from "./console/console.ts";

export type { Cloud, CloudOptions } from "./cloud/cloud.ts";

/** Runs a synthesized stack on this machine. */
export const startCloud = (options: CloudOptions): Promise<Cloud> => assemble(options, createConsole);
