import type { Agreement, Channel, ConnectedChannel, Connection } from "../../functions/domain/facts.ts";
import { NOW } from "./dossier.ts";
import { anIntake } from "./intake.ts";

const SIGNATURE = { at: "2026-11-23", form: "electronic", by: "Sofie Hoofd" } as const;

/** A protocol that both parties signed, open-ended; a test says only what it is about. */
export const aSignedProtocol = (differences: Partial<Agreement["protocol"]> = {}): Agreement["protocol"] => ({
  legalBasis: "protocol",
  term: { start: "2026-12-01" },
  submittedAt: NOW,
  consumerDpoAdvice: { outcome: "positive", date: "2026-11-20", name: "Dirk Privacy" },
  signatures: { applicant: SIGNATURE, authority: SIGNATURE },
  ...differences,
});

/** Channels that were connected and reported at one moment. */
export const aConnection = (
  channels: Channel[],
  differences: Partial<ConnectedChannel> = {},
): Connection => ({
  channels: channels.map((channel) => ({
    channel,
    ...(channel === "web-service" ? { reference: "TAN-2026-123" } : {}),
    productionDate: "2026-11-20",
    reportedBy: "An Voorbeeld",
    at: NOW,
    ...differences,
  })),
});

/** What a use rests on. */
export const anAgreement = (differences: Partial<Agreement> = {}): Agreement => ({
  intake: anIntake({ purpose: "Diploma's nakijken" }),
  planning: {
    dpiaConclusion: "2026-09-01",
    protocolDraft: "2026-09-15",
    dpoAdvice: "2026-10-01",
    signature: "2026-11-01",
    connection: "2026-11-20",
    agreedAt: NOW,
  },
  dpia: {
    conclusion: "not-required",
    suggestion: "not-required",
    questionnaire: "2026-1",
    criteria: [],
    concludedAt: NOW,
  },
  protocol: aSignedProtocol(),
  connection: aConnection(["web-service"]),
  ...differences,
});
