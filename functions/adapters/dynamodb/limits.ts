import * as z from "zod";
import type { Clock, Limits } from "../../domain/ports.ts";
import { keys } from "./keys.ts";
import { type Table, translated } from "./table.ts";
import { count } from "./writes.ts";

export function createLimits(table: Table, now: Clock): Limits {
  return {
    use: (what, limit, windowSeconds) =>
      translated("limit", async () => {
        const window = Math.floor(now().getTime() / 1000 / windowSeconds);
        const used = await count(table, keys.limit(what, window), "uses", {
          expiresAt: (window + 1) * windowSeconds,
        });
        return z.object({ uses: z.number() }).parse(used).uses <= limit;
      }),
  };
}
