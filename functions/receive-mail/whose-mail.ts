import { isMailedTo } from "../adapters/dynamodb/links.ts";
import { type Dossier, isClosed } from "../domain/dossier.ts";
import {
  type Actor,
  AUDIENCES,
  isConsumerAudience,
  isSameAddress,
  PARTS_OF_AUDIENCE,
  type Person,
} from "../domain/people.ts";
import type { Dossiers, Lines, Links } from "../domain/ports.ts";
import { REFERENCE, readReference } from "../domain/reference.ts";
import { mailWord } from "../domain/search-words.ts";
import type { ReadMail } from "./read-mail.ts";

/** The result of DMARC, as SES gives it. `GRAY`: the domain of the sender has no policy. */
export type Dmarc = "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED";
/** `by`: the sender as a person of the dossier; undefined where that is not confirmed. */
export type Whose = { dossier: Dossier; by: Actor | undefined };

type Deps = {
  links: Pick<Links, "find">;
  dossiers: Pick<Dossiers, "find" | "findIdByReference">;
  lines: Pick<Lines, "findIds">;
  /** Domain that takes mail. */
  domain: string;
};
type Sent = { recipients: readonly string[]; dmarc: Dmarc };

/**
 * MAIL-02: a mail is of the dossier whose reply address it was sent to, else of the dossier whose reference it names when
 * its sender is a person of that dossier, else of the only open dossier of which its sender is a person. The sender is confirmed when it is a person of the dossier and its domain does
 * not deny it; without a reply address, which only that person got, its domain must confirm it. A sender who is not
 * confirmed is shown as such and has no rights.
 * Source: RFC 7489 (DMARC); GDPR 5(1)(f), integrity.
 */
export async function whoseMail(
  deps: Deps,
  mail: ReadMail,
  { recipients, dmarc }: Sent,
): Promise<Whose | undefined> {
  for (const secret of secretsIn([...recipients, ...mail.to], deps.domain)) {
    const dossier = await dossierOfReply(deps, secret);
    if (dossier) return { dossier, by: dmarc === "FAIL" ? undefined : senderOf(dossier, mail.from.address) };
  }
  const dossier = (await namedBy(deps, mail)) ?? (await onlyDossierOf(deps, mail));
  return dossier && { dossier, by: dmarc === "PASS" ? senderOf(dossier, mail.from.address) : undefined };
}

/** The dossier whose reference the mail names, when its sender is a person of it. */
async function namedBy({ dossiers }: Deps, mail: ReadMail): Promise<Dossier | undefined> {
  const reference = [mail.subject, mail.text, mail.quoted]
    .map(readReference)
    .find((one) => REFERENCE.test(one));
  const id = reference === undefined ? undefined : await dossiers.findIdByReference(reference);
  const dossier = id === undefined ? undefined : await dossiers.find(id);
  return dossier && senderOf(dossier, mail.from.address) ? dossier : undefined;
}

/** Dossiers of one sender that are read to see which are open. */
const MOST_READ = 25;

/** The only open dossier of which the sender is a person, as the index of the search knows it. */
async function onlyDossierOf({ lines, dossiers }: Deps, mail: ReadMail): Promise<Dossier | undefined> {
  if (mail.from.address === "") return undefined;
  const { ids, isComplete } = await lines.findIds(mailWord(mail.from.address));
  if (!isComplete || ids.length > MOST_READ) return undefined;
  const found = await Promise.all(ids.map((id) => dossiers.find(id)));
  const open = found.filter(
    (dossier): dossier is Dossier =>
      dossier !== undefined && !isClosed(dossier) && senderOf(dossier, mail.from.address) !== undefined,
  );
  return open.length === 1 ? open[0] : undefined;
}

/** An address of a reply is good while its person belongs to the dossier and has the address of the mail. */
async function dossierOfReply({ links, dossiers }: Deps, secret: string): Promise<Dossier | undefined> {
  const link = await links.find(secret);
  if (link?.target.kind !== "reply") return undefined;
  const dossier = await dossiers.find(link.target.dossierId);
  const person = dossier && partsOf(dossier).find(([, { id }]) => id === link.personId)?.[1];
  return person && isMailedTo(link, secret, person.email) ? dossier : undefined;
}

function secretsIn(addresses: readonly string[], domain: string): string[] {
  const found = addresses.flatMap((address) => {
    const [local = "", host] = address.toLowerCase().split("@");
    return host === domain && local.startsWith("dossier+") ? [local.slice("dossier+".length)] : [];
  });
  return [...new Set(found)];
}

const partsOf = ({ people }: Dossier): [Actor["role"], Person][] =>
  AUDIENCES.filter(isConsumerAudience).flatMap((audience) =>
    PARTS_OF_AUDIENCE[audience].flatMap((part): [Actor["role"], Person][] => {
      const person = people[part];
      return person ? [[audience, person]] : [];
    }),
  );

/** The person of the dossier with this address. */
export function senderOf(dossier: Dossier, address: string): Actor | undefined {
  const found = partsOf(dossier).find(([, { email }]) => isSameAddress(email, address));
  return found && { role: found[0], id: found[1].id, name: found[1].name };
}
