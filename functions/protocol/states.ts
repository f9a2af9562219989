import { StatePayload } from "../executions/begin-state.ts";
import {
  type DepsOf,
  type HandlersOf,
  type HumanActs,
  humanState,
  systemState,
} from "../executions/state-handlers.ts";
import { adviseOnProtocol } from "./advise-on-protocol.ts";
import { confirmFinalProtocol } from "./confirm-final-protocol.ts";
import { createDistributeProtocol } from "./distribute-protocol.ts";
import { createEnterProtocol } from "./enter-protocol.ts";
import { createFixProtocol } from "./fix-protocol.ts";
import { createOpenReview } from "./open-review.ts";
import { createOpenSigning } from "./open-signing.ts";
import { createOpenWithTemplate } from "./open-with-template.ts";
import { createPublishCopy } from "./publish-copy.ts";
import { recordPriorConsultation } from "./record-prior-consultation.ts";
import { reviewProtocol } from "./review-protocol.ts";
import { signAsSecond } from "./sign-as-second.ts";
import { signForApplicant } from "./sign-for-applicant.ts";
import { signForAuthority } from "./sign-for-authority.ts";
import { createStoreProtocol } from "./store-protocol.ts";
import { submitProtocol } from "./submit-protocol.ts";
import { documentWriter } from "../templates/document-writer.ts";
import { createWriteDraft, createWriteProtocol } from "./write-protocol.ts";
import { createWriteVersion } from "./write-version.ts";

/** Functions of the states of step 4, Protocol. `writer` lays out its texts. */
export const protocolStates = (
  acts: HumanActs &
    DepsOf<typeof createEnterProtocol> &
    Omit<DepsOf<typeof createOpenWithTemplate>, "writeDraft"> &
    Omit<DepsOf<typeof createDistributeProtocol>, "publishCopy"> &
    DepsOf<typeof createPublishCopy> &
    DepsOf<typeof createOpenSigning> &
    DepsOf<typeof createWriteProtocol> &
    Omit<DepsOf<typeof createStoreProtocol>, "writeProtocol"> &
    Omit<DepsOf<typeof createWriteVersion>, "storeProtocol" | "writeProtocol"> &
    Omit<DepsOf<typeof createFixProtocol>, "storeProtocol">,
  writer = documentWriter,
): HandlersOf<"protocol"> => {
  const signing = { ...acts, openTask: createOpenSigning(acts) };
  const writeProtocol = createWriteProtocol(acts, writer);
  const storeProtocol = createStoreProtocol({ ...acts, writeProtocol });
  return {
    EnterProtocol: systemState("EnterProtocol", StatePayload, createEnterProtocol(acts)),
    SubmitProtocol: humanState(
      { ...acts, openTask: createOpenWithTemplate({ ...acts, writeDraft: createWriteDraft(acts, writer) }) },
      submitProtocol,
    ),
    WriteProtocol: systemState(
      "WriteProtocol",
      StatePayload,
      createWriteVersion({ ...acts, storeProtocol, writeProtocol }),
    ),
    ReviewProtocol: humanState({ ...acts, openTask: createOpenReview(acts) }, reviewProtocol),
    AdviseOnProtocol: humanState(acts, adviseOnProtocol),
    RecordPriorConsultation: humanState(acts, recordPriorConsultation),
    FixProtocol: systemState("FixProtocol", StatePayload, createFixProtocol({ ...acts, storeProtocol })),
    ConfirmFinalProtocol: humanState(acts, confirmFinalProtocol),
    SignForApplicant: humanState(signing, signForApplicant),
    SignAsSecond: humanState(signing, signAsSecond),
    SignForAuthority: humanState(signing, signForAuthority),
    DistributeProtocol: systemState(
      "DistributeProtocol",
      StatePayload,
      createDistributeProtocol({ ...acts, publishCopy: createPublishCopy(acts) }),
    ),
  };
};
