import type { Person } from "../domain/people.ts";
import type { Change } from "../domain/records.ts";
import { hasNewAddress, readTold, type Told } from "./people-mails.ts";

/** A contact who handed over the part, or who got another address: `from` did it. */
export type Handover = Told & { fromPerson: Person; toPerson: Person };

const UNDOING = "undone-";
/** Id of the change that takes a hand-over back. */
export const undoingOf = ({ id }: Change): string => `${UNDOING}${id}`;

/**
 * The hand-over that a change is: by the contact itself, to an address that may have a typing error. An undoing is none,
 * and neither is a second contact who takes over: that address was known.
 */
export function handoverOf(change: Change, all: readonly Change[]): Handover | undefined {
  const told = readTold(change);
  const { fromPerson, toPerson } = told ?? {};
  if (told?.part !== "contact" || !fromPerson || !toPerson || told.by.id !== fromPerson.id) return undefined;
  const isKnown = all.some((other) => {
    const left = readTold(other);
    return left?.part === "secondContact" && left.at === told.at && left.fromPerson?.id === toPerson.id;
  });
  const isOther = toPerson.id !== fromPerson.id || hasNewAddress(told);
  return isKnown || !isOther || told.id.startsWith(UNDOING) ? undefined : { ...told, fromPerson, toPerson };
}
