import { isSameAddress, type Person } from "./people.ts";
import { isSameName } from "./person-names.ts";

type Known = Pick<Person, "name" | "email">;

/**
 * PEOPLE-07: an address does not identify a person. Colleagues share a mailbox, so two persons are the same only with
 * the same name and the same address. Where nobody is asked (a form that names people again, a lost link, a mail to
 * several people), another name at the same address is another person: links and drafts of the earlier person end.
 * Source: the process, "At any moment": change of contact, DPO or signatory (new links, old ones stop).
 */
export const isSamePerson = (one: Known | undefined, other: Known | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  isSameAddress(one.email, other.email) &&
  isSameName(one.name, other.name);
