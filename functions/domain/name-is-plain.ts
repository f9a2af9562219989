import tlds from "tlds" with { type: "json" };
import { folded } from "./clean-text.ts";
import { allowed, refused, type Verdict } from "./verdict.ts";

/**
 * The start of a web or mail address as mail programs and phones recognise it: a scheme, "www.", a share, a mail
 * address.
 */
const STARTS =
  /[a-z][a-z\d+.-]*:\/\/|\bwww\.|\b(?:mailto|https?|hxxps?|ftps?|tel|sms|callto|skype|whatsapp|javascript):\S|(?<![^\s(])(?:\/\/|\\\\)\S|\S@[^\s@]+\.\p{L}{2,}/iu;
/** A domain with a path, whatever its ending ("voorbeeld.gemeente/login"), or a numeric address. */
const WITH_PATH = /[\p{L}\d-]+\.\p{Ll}{2,}\/\S|\d{1,3}(?:\.\d{1,3}){3}[:/]\S/u;
/** A bare domain, which mail programs turn into a link when they know its ending. */
const DOMAIN = /(?<![\p{L}\d.-])(?:[\p{L}\d-]+\.)+(?:xn--[a-z\d-]+|\p{L}[\p{L}\p{M}]+)(?![\p{L}\p{M}\d])/giu;
/** All top-level domains, and those reserved for examples (RFC 2606). */
const ENDINGS = new Set([...tlds, "example", "test"]);
const isEnding = (text: string) => text.startsWith("xn--") || ENDINGS.has(text);

/** A number that a phone offers to call: Belgian, or international. */
const PHONE = /(?<!\d)(?:\+|0)(?:[\s./()-]{0,2}\d){8}/;

/** Titles and abbreviations without a space before the name: "Dr.de Smet", "Mevr.De Wit", "Chr.De Smet". */
const TITLE = /^(?:(?:dr|mevr|mw|dhr|mr|ir|ing|prof|drs|lic|st|burg|sch)\.)+\p{L}{2}$/iu;
const ABBREVIATION = /^\p{Lu}\p{Ll}{1,2}\.(?:De|Du|La|Le|Di|Da)$/u;
/** Initials without a space before the name: "J.De Smet". "t.co" and "X.com" are domains. */
const INITIALS = /^(?:\p{L}\.)+(?:(?!(?:com|Com|COM)$)\p{Lu}\p{L}+|de|du|la|le|di|da)$/u;
const isName = (domain: string) => [TITLE, ABBREVIATION, INITIALS].some((form) => form.test(domain));

const endsAsDomain = (domain: string) => domain.toLowerCase().split(".").slice(1).some(isEnding);
const holdsDomain = (text: string): boolean =>
  [...text.matchAll(DOMAIN)].some(([domain]) => endsAsDomain(domain) && !isName(domain));

/** Dots of other scripts, which a browser reads as a dot in an address. */
const DOTS = /[\u3002\uFF0E\uFF61]/g;
/** Obfuscated dots that a reader understands: "evil(.)com" and "an [at] evil (punt) com". */
const DRESSED_DOT = /\s*[([{]\s*(?:\.|dot|punt|point)\s*[)\]}]\s*/giu;
const DRESSED_AT = /\s*[([{]\s*(?:@|at|apenstaartje)\s*[)\]}]\s*/giu;
const undressed = (name: string): string =>
  folded(name).replace(DOTS, ".").replace(DRESSED_DOT, ".").replace(DRESSED_AT, "@");

export const NAMES_OF = ["person", "organisation"] as const;
export type NameOf = (typeof NAMES_OF)[number];

/** Some organisations are called by their domain: "Zorg.net". */
const NAMED_BY_DOMAIN = /^(?!xn--)[\p{L}\d-]+\.\p{L}{2,}$/iu;

/**
 * NAME-01: the name of a person or an organisation is on one line, without a web address, a mail address or a phone
 * number. Anybody can make the system send mails with a name in the greeting and the subject: a link there would come
 * from a trusted sender. A domain is accepted as the whole name of an organisation; mails keep it from becoming a link
 * (functions/mail/without-links.ts).
 * Source: abuse of forms that send mail (OWASP ASVS 5.0, 1.2 and 2.2); header injection (RFC 5322, 2.2).
 */
export function nameIsPlain(name: string, field: string, of: NameOf = "person"): Verdict {
  // U+FFFD replaces half a surrogate pair.
  if (/\p{Cc}|[\u2028\u2029\uFFFD]/u.test(name))
    return refused("NAME-01", "Schrijf de naam op een regel, zonder bijzondere tekens.", field);
  const text = undressed(name);
  const isDomain = of === "organisation" && NAMED_BY_DOMAIN.test(name);
  return [STARTS, WITH_PATH, PHONE].some((form) => form.test(text)) || (holdsDomain(text) && !isDomain)
    ? refused(
        "NAME-01",
        "Schrijf hier alleen de naam, zonder webadres, e-mailadres of telefoonnummer.",
        field,
      )
    : allowed;
}
