import type { Counter, Limits } from "../../domain/ports.ts";
import { keys } from "./keys.ts";
import { type Table, translated } from "./table.ts";
import { countIf } from "./writes.ts";

export function createLimits(table: Table): Limits {
  const add = ({ what, seconds, at }: Counter, uses: number, condition: string, values: object) => {
    const window = Math.floor(Date.parse(at) / 1000 / seconds);
    return translated("limit", () =>
      countIf(table, keys.limit(what, window), {
        add: { uses },
        set: { expiresAt: (window + 1) * seconds },
        condition,
        values: { ...values },
      }),
    );
  };
  return {
    take: (counter, most) => add(counter, 1, "attribute_not_exists(uses) OR uses < :most", { ":most": most }),
    giveBack: async (counter) => {
      await add(counter, -1, "uses > :none", { ":none": 0 });
    },
  };
}
