import { toInstant } from "../domain/calendar.ts";
import { roundOf } from "../domain/dossier.ts";
import { GiveUp } from "../domain/errors.ts";
import type { Clock } from "../domain/ports.ts";
import { withReason } from "../mail/mail-with-reason.ts";
import type { SendMail } from "../mail/send-mail.ts";
import type { BeginState, StatePayload } from "../executions/begin-state.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import { communicateDpia } from "./pre-assessment-texts.nl.ts";
import { dossierLinks } from "../domain/texts.nl.ts";
import type { WriteDpiaDocuments } from "./write-dpia-documents.ts";

/**
 * Writes the documents of the pre-assessment, mails its conclusion to the applicant, and records the time and the
 * recipients. Idempotent.
 */
export function createCommunicateDpia(deps: {
  beginState: BeginState;
  sendMail: SendMail;
  changeDossier: ChangeDossier;
  writeDpiaDocuments: WriteDpiaDocuments;
  now: Clock;
}) {
  return async (payload: StatePayload): Promise<void> => {
    const dossier = await deps.beginState(payload);
    const { dpia } = dossier;
    if (!dpia) throw new GiveUp("DPIA_NOT_CONCLUDED", { dossier: dossier.id });
    await deps.writeDpiaDocuments(dossier);
    const { contact } = dossier.people;
    await deps.sendMail({
      key: `dpia-outcome/${dossier.pass}-${roundOf(dossier, "DPIA")}`,
      template: "CommunicateDpia",
      about: dossier,
      to: contact,
      ...withReason(communicateDpia[dpia.conclusion], dpia.motivation),
      action: {
        label: dossierLinks.follow,
        link: { kind: "status", dossierId: dossier.id },
        personId: contact.id,
      },
    });
    const communicated = { at: toInstant(deps.now()), to: [contact.email] };
    await deps.changeDossier(dossier.id, (current) =>
      current.dpia && !current.dpia.communicated
        ? { ...current, dpia: { ...current.dpia, communicated } }
        : undefined,
    );
  };
}
