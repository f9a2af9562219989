import { NAMES } from "../domain/names.ts";
import type { SignatureForm } from "../domain/facts.ts";
import type { Actor } from "../domain/people.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

type Copies = { form: SignatureForm; receivedOn?: string; returnedOn?: string };

/**
 * PROTOCOL-13: of two paper copies that come by post, the LED team records when it got them, and when it sent one back
 * with the signature of the authority.
 * Source: domain, "Protocol", the LED's own rule: signed in duplicate, one copy for each party.
 */
export function copiesAreRecorded(
  { form, receivedOn, returnedOn }: Copies,
  { role }: Actor,
  party: "consumer" | "authority",
): Verdict {
  if (form !== "paper-copies") return allowed;
  if (party === "authority")
    return returnedOn === undefined
      ? refused("PROTOCOL-13", "Noteer wanneer een exemplaar naar de afnemer terugging.", "returnedOn")
      : allowed;
  if (role !== "led-team")
    return refused(
      "PROTOCOL-13",
      `Stuur de twee exemplaren met de post op. Het ${NAMES.desk} noteert de ontvangst: je hoeft hier niets meer te doen.`,
      "form",
    );
  return receivedOn === undefined
    ? refused("PROTOCOL-13", "Noteer wanneer de twee exemplaren toekwamen.", "receivedOn")
    : allowed;
}
