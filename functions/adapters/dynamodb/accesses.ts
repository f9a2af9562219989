import type { Access } from "../../domain/access.ts";
import type { Accesses } from "../../domain/ports.ts";
import { keys } from "./keys.ts";
import { noteDay } from "./logs.ts";
import { isUnmet, type Table, translated } from "./table.ts";
import { type Condition, IS_NEW, put, write, writeAlone } from "./writes.ts";

export function createAccesses(table: Table): Accesses {
  const putting = (access: Access, condition: Condition) =>
    put(table, "access", { ...access, ...keys.access(access.dossierId, access.pass) }, condition);
  const noteChange = ({ dossierId, changes }: Access) =>
    noteDay(table, dossierId, ...changes.slice(-1).map(({ at }) => at));
  const over = (access: Access, before: Access) =>
    putting(access, {
      condition: "#status = :before AND size(changes) = :changes",
      names: { "#status": "status" },
      values: { ":before": before.status, ":changes": before.changes.length },
    });

  return {
    grant: (access, replaced) =>
      translated(`${access.dossierId} access ${access.pass}`, async () => {
        const takesOver = replaced
          ? [over(replaced, { ...replaced, status: "in-force", changes: replaced.changes.slice(0, -1) })]
          : [];
        await noteChange(access);
        try {
          const granting = putting(access, IS_NEW);
          if (replaced) await write(table, granting, ...takesOver);
          else await writeAlone(table, granting, "holds-afterwards");
        } catch (error) {
          // Idempotent: the access was already granted.
          if (!isUnmet(error)) throw error;
        }
      }),

    change: (access, before) =>
      translated(`${access.dossierId} access ${access.pass}`, async () => {
        await noteChange(access);
        await write(table, over(access, before));
      }),
  };
}
