import * as z from "zod";
import { choice, choices, date, longText, name, text } from "../domain/fields.ts";
import { LED_DATA_IDS, LedDataDetails } from "./led-data.ts";

/** Legal bases that the form offers; the law has more (domain/facts.ts). */
export const OFFERED_LEGAL_BASES = ["protocol", "legacy-authorisation"] as const;

/** An advice of the consumer's DPO with which a protocol is submitted. */
export const ADVICE_OUTCOMES = ["positive", "conditions"] as const;

/** The consumer as a party. A city has two signatories, and its council decides. */
const Controllers = z.object({
  seat: text(),
  representedBy: name(),
  capacity: name(),
  secondSignatory: name().optional(),
  secondCapacity: name().optional(),
  councilDecisionDate: date("decided-before").optional(),
  dpo: text(),
});

/**
 * The applicant's part of the thirteen elements (protocol-elements.ts), and the other fields of a protocol. The
 * purposes and the ground have the maximum lengths of the intake, from which they are prefilled. With every field full
 * the form stays below MAXIMUM_FORM_BYTES.
 */
export const ProtocolForm = z.object({
  legalBasis: choice(OFFERED_LEGAL_BASES),
  controllers: Controllers,
  purposes: longText(),
  data: z.object({
    items: choices(LED_DATA_IDS).optional(),
    categories: longText(1500),
    proportionality: longText(1500),
  }),
  dataDetails: LedDataDetails.optional(),
  recipients: longText(1000),
  legalGround: z.object({ communication: longText(), collection: longText(1000) }),
  security: longText(1500),
  periodicity: longText(500),
  term: z.object({ start: date("term-start"), end: date("term-end").optional() }),
  /** Beside the clause of the template: nobody has to write the sanctions against itself. */
  sanctions: longText(500).optional(),
  furtherUse: longText(1000).optional(),
  dataQuality: longText(800),
  format: z.object({
    exchange: longText(500),
    logging: longText(500),
    referenceRegister: longText(500).optional(),
  }),
  retention: longText(500),
  /** Of the consumer's DPO. The LED team reads a draft without it first. */
  advice: z.object({ outcome: choice(ADVICE_OUTCOMES), date: date("done"), name: name() }).optional(),
});
export type ProtocolForm = z.infer<typeof ProtocolForm>;
