import { addDays } from "../../domain/calendar.ts";
import { Conflict } from "../../domain/errors.ts";
import type { Clock, PostedForms } from "../../domain/ports.ts";
import { keys } from "./keys.ts";
import { timeToLive } from "./links.ts";
import { getItem } from "./read-items.ts";
import type { Stored } from "./shapes.ts";
import { isUnmet, type Table, translated } from "./table.ts";
import { type Condition, erase, IS_NEW, put, type Update, update, write } from "./writes.ts";

/** Days for which a posted form is recognised: browsers post it again when they restore a session. */
const KNOWN_DAYS = 30;
/** API Gateway times out after 29 s, so an older claim without an answer was interrupted. */
const CLAIM_MS = 30_000;
const ATTEMPTS = 3;

export function createPostedForms(table: Table, now: Clock): PostedForms {
  /** False where another write came first. */
  const take = async (key: string, item: Stored<"postedForm">, condition: Condition): Promise<boolean> => {
    const expiresAt = timeToLive(addDays(item.at, KNOWN_DAYS));
    try {
      await write(table, put(table, "postedForm", { ...item, expiresAt, ...keys.form(key) }, condition));
      return true;
    } catch (error) {
      if (isUnmet(error)) return false;
      throw error;
    }
  };
  const change = (key: string, id: string, { expression, values }: Pick<Update, "expression" | "values">) => {
    const condition = "id = :id AND attribute_not_exists(answer)";
    return write(
      table,
      update(table, keys.form(key), { expression, condition, values: { ...values, ":id": id } }),
    );
  };
  const isCutShort = ({ at, isOver }: Stored<"postedForm">) =>
    isOver || Date.parse(at) + CLAIM_MS < now().getTime();

  return {
    claim: (key, content, fresh) =>
      translated("form", async () => {
        for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
          const at = now().toISOString();
          if (await take(key, { id: fresh, content, at }, IS_NEW)) return { status: "claimed", id: fresh };
          const known = await getItem(table, keys.form(key), "postedForm");
          if (!known) continue;
          const { id, answer } = known;
          if (answer !== undefined)
            return known.content === content
              ? { status: "answered", id, answer }
              : { status: "other-content" };
          if (!isCutShort(known)) return { status: "busy" };
          const isAsRead = {
            condition: "#at = :at AND attribute_not_exists(answer)",
            names: { "#at": "at" },
          };
          const taken = { id, content, at };
          if (await take(key, taken, { ...isAsRead, values: { ":at": known.at } }))
            return { status: "claimed", id };
        }
        throw new Conflict("FORM_TAKEN");
      }),

    answer: (key, id, answer) =>
      translated("form", () =>
        change(key, id, { expression: "SET answer = :answer", values: { ":answer": answer } }),
      ),

    interrupt: (key, id) =>
      translated("form", () =>
        change(key, id, { expression: "SET isOver = :over", values: { ":over": true } }),
      ),

    forget: (key) => translated("form", () => erase(table, keys.form(key))),
  };
}
