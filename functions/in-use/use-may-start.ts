import { NAMES } from "../domain/names.ts";
import type { Dossier } from "../domain/dossier.ts";
import { allOf, allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * IN-USE-01: the use starts only after both parties signed the protocol and the connection is made. A protocol that the
 * LED team entered was signed outside this system; an authorisation was of before protocols.
 * Source: e-gov decree, art. 8: no systematic communication without a protocol; design, rule 9; domain, "Protocol".
 */
export function useMayStart({ protocol, connection }: Pick<Dossier, "protocol" | "connection">): Verdict {
  const { signatures, entered } = protocol ?? {};
  return allOf(
    signatures?.applicant || entered
      ? allowed
      : refused("IN-USE-01", "De afnemer heeft het protocol niet ondertekend."),
    signatures?.authority || entered
      ? allowed
      : refused("IN-USE-01", "De LED heeft het protocol niet ondertekend."),
    connection ? allowed : refused("IN-USE-01", `De aansluiting op ${NAMES.platform} is er nog niet.`),
  );
}
