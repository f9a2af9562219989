import type { HumanTask } from "./human-task.ts";
import type { Actor } from "./people.ts";
import type { Definitions } from "./task-definition.ts";
import { audienceNames } from "./texts.nl.ts";

const senderOf = ({ name, role }: Actor): string =>
  role === "system" ? name : `${name} (${audienceNames[role]})`;

/** The title of a task: of a message it names the sender. */
export const titleOf = (
  { kind, from }: Pick<HumanTask, "kind" | "from">,
  definitions: Definitions,
): string => (from ? `Bericht van ${senderOf(from)}` : definitions[kind].texts.nl.title);
