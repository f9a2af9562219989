import { isSameAddress, type Person } from "./people.ts";
import { isSameName } from "./person-names.ts";

type Known = Pick<Person, "name" | "email">;

/**
 * PEOPLE-07: a person is not an address. Colleagues share a mailbox, so that two people are one only when both name and
 * address are. Where nobody is asked (a form that names people again, a lost link, a mail to several), whoever has another
 * name at the same address is somebody else: links and drafts of the earlier person end.
 * Source: the process, "At any moment": change of contact, DPO or signatory (new links, old ones stop).
 */
export const isSamePerson = (one: Known | undefined, other: Known | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  isSameAddress(one.email, other.email) &&
  isSameName(one.name, other.name);
