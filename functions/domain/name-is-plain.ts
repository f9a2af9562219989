import { folded } from "./clean-text.ts";
import { allowed, refused, type Verdict } from "./verdict.ts";

/** Where the web begins in a text, as programs for mail see it: a scheme, "www.", a mail address. */
const STARTS = /[a-z][a-z\d+.-]*:\/\/|\bwww\.|\bmailto:|\S@[^\s@]+\.\p{L}{2,}/iu;
/** A domain with a path, whatever its ending: "voorbeeld.gemeente/login". */
const WITH_PATH = /[\p{L}\d-]{2,}\.\p{Ll}{2,}\/\S/u;
/** Endings that programs for mail make a link of, even alone; a country's has two letters. */
const ENDINGS =
  "com|org|net|info|biz|edu|gov|int|app|dev|xyz|top|site|online|shop|click|link|live|vlaanderen|brussels|gent|example|test";
const DOMAIN = new RegExp(
  `(?<![\\p{L}\\d.-])(?:[\\p{L}\\d-]+\\.)*[\\p{L}\\d-]{2,}\\.(?:${ENDINGS}|\\p{L}{2})(?![\\p{L}\\d-])`,
  "giu",
);
/** People write a title against a name: "Dr.de Smet", "Mevr.De Wit". */
const TITLE = /^(?:(?:dr|mevr|mw|dhr|mr|ir|ing|prof|drs|lic|st|burg|sch)\.)+\p{L}{2}$/iu;
/** "St.Jo" is a name, "st.be" and "ST.BE" are domains. */
const isCapitalised = (domain: string) => /\.\p{Lu}\p{Ll}$/u.test(domain);

const holdsDomain = (text: string): boolean =>
  [...text.matchAll(DOMAIN)].some(([domain]) => !TITLE.test(domain) && !isCapitalised(domain));

/** Dots of other scripts, which a browser takes for one in an address. */
const DOTS = /[\u3002\uFF0E\uFF61]/g;

/**
 * NAME-01: the name of a person or an organisation is on one line and holds no address of a website or of mail. Names stand
 * in the greeting and the subject of mails that anybody can have sent to anybody: a link there would carry our sender.
 * Source: abuse of forms that send mail (OWASP ASVS 5.0, 1.2 and 2.2); header injection (RFC 5322, 2.2).
 */
export function nameIsPlain(name: string, field: string): Verdict {
  if (/\p{Cc}|[\u2028\u2029]/u.test(name))
    return refused("NAME-01", "Schrijf de naam op een regel, zonder bijzondere tekens.", field);
  const text = folded(name).replace(DOTS, ".");
  return STARTS.test(text) || WITH_PATH.test(text) || holdsDomain(text)
    ? refused("NAME-01", "Schrijf hier alleen de naam, zonder webadres of e-mailadres.", field)
    : allowed;
}
