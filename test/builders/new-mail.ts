import type { NewMail } from "../../functions/domain/new-mail.ts";
import { NOW } from "./dossier.ts";

/** A mail of a stranger that belongs to no dossier. */
export const aNewMail = (differences: Partial<NewMail> = {}): NewMail => ({
  id: "01J00000000000000000000002",
  received: "ses-1",
  at: NOW,
  from: { name: "An Voorbeeld", address: "an@voorbeeldegem.example" },
  isConfirmed: true,
  subject: "Aansluiten",
  text: "Kunnen wij aansluiten?",
  files: [],
  ...differences,
});
