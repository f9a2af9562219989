import * as z from "zod";
import { CHANNELS } from "../domain/facts.ts";
import { choices, longText } from "../domain/fields.ts";
import { SignatoryFields } from "../domain/signatory-fields.ts";
import { ProtocolForm } from "./protocol-form.ts";

/** What the system needs to know of a protocol whose text is a file of the consumer. */
export const OwnFileForm = z.object({
  legalBasis: ProtocolForm.shape.legalBasis,
  term: ProtocolForm.shape.term,
  channels: choices(CHANNELS),
  signatory: SignatoryFields,
  secondSignatory: SignatoryFields.optional(),
  furtherControllers: ProtocolForm.shape.furtherControllers,
  referenceRegister: longText(500).optional(),
  /** The changes since the previous version. */
  changes: longText(1000).optional(),
  advice: ProtocolForm.shape.advice,
});
export type OwnFileForm = z.infer<typeof OwnFileForm>;
