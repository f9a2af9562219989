import type { ProtocolForm } from "./protocol-form.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * PROTOCOL-03: a protocol is submitted with the positive advice of the consumer's DPO, which may have conditions.
 * Source: e-gov decree of 18/07/2008, art. 8 (advice of both DPOs); domain, "Protocol": it is positive.
 */
export const consumerAdviceIsPositive = (outcome: ProtocolForm["advice"]["outcome"]): Verdict =>
  outcome !== "negative"
    ? allowed
    : refused(
        "PROTOCOL-03",
        `Met een negatief advies kan je het protocol niet indienen. Bespreek met je DPO wat er anders moet, pas het protocol aan en vraag een nieuw advies. Bewaar je antwoorden intussen als ontwerp. Kom je er niet uit? Mail ons, of trek je aanvraag in.`,
        "advice.outcome",
      );
