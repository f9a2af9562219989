import type { Dossier } from "../domain/dossier.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * PROTOCOL-12: nobody is asked to sign a version before its text is fixed. A protocol from before versions has none.
 * Source: domain, "Protocol", the LED's own rule: what both DPOs advise on is what both parties sign.
 */
export const textIsFixed = ({ protocol }: Pick<Dossier, "protocol">): Verdict =>
  protocol?.version === undefined || protocol.fixed?.version === protocol.version
    ? allowed
    : refused("PROTOCOL-12", "De definitieve tekst van het protocol ligt nog niet vast.");
