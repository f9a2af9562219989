import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * WEBHOOK-01: a webhook has an https address at a host that the configuration names, without a user or a password.
 * Source: OWASP, server-side request forgery: the hosts that a server calls are a list, never input.
 */
export function addressIsAllowed(address: string, hosts: readonly string[]): Verdict {
  const url = URL.parse(address);
  const isAllowed =
    url?.protocol === "https:" && url.username === "" && url.password === "" && hosts.includes(url.host);
  return isAllowed
    ? allowed
    : refused("WEBHOOK-01", hosts.length === 0 ? NONE : `${ONLY} ${hosts.join(", ")}.`, "address");
}

const NONE = "Deze installatie laat geen webhooks toe.";
const ONLY = "Een webhook is een https-adres, zonder gebruiker of wachtwoord, bij een van deze hosts:";
