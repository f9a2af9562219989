import * as z from "zod";
import { STAGES, type Stage } from "../../statemachine/contract.ts";
import { Clocks } from "./clocks.ts";
import { Connection, Dpia, Intake, Planning, Protocol } from "./facts.ts";
import { Organisation } from "./organisation.ts";
import { Actor, Person } from "./people.ts";
import { REFERENCE } from "./reference.ts";

/** Version of the stored shape; test/domain/schema-versions.test.ts fails when the shape changes without it. */
export const DOSSIER_SCHEMA_VERSION = 1;

const StageName = z.enum(STAGES);

/** A loop starts the next round of its stage, at a state, because of a decided task. */
export const Round = z.object({ number: z.int().min(1), from: z.string(), cause: z.string() });
export type Round = z.infer<typeof Round>;

const shared = {
  schemaVersion: z.literal(DOSSIER_SCHEMA_VERSION),
  /** ULID. */
  id: z.string(),
  reference: z.string().regex(REFERENCE),
  organisation: Organisation,
  people: z.object({ contact: Person, dpo: Person.optional(), signatory: Person.optional() }),
  stage: StageName,
  /** Since when it is in this stage. */
  since: z.string(),
  openedAt: z.string(),
  /** Raised only when a person reopens, amends or renews. */
  pass: z.int().min(1),
  /** Rounds by stage; a stage without one is in its first. */
  rounds: z.partialRecord(StageName, Round),
  /** Number of the current execution, `<id>-<run>`; 0 before the first. */
  run: z.int().min(0),
  /** Where an execution that was written but perhaps not started must start. */
  start: z.object({ resumeFrom: StageName }).optional(),
  clocks: Clocks,
  /** A withdrawal that is on its way to the workflow. */
  closing: z.object({ by: Actor, reason: z.string(), at: z.string() }).optional(),
  intake: Intake.optional(),
  planning: Planning.optional(),
  dpia: Dpia.optional(),
  protocol: Protocol.optional(),
  connection: Connection.optional(),
  /** Counts the writes of this item: a write names the version it was based on. */
  version: z.int().min(0),
};

/** How a dossier can end before, or after, its use. */
export const CLOSING_OUTCOMES = [
  "answered",
  "unsuitable",
  "closed",
  "negative",
  "stopped",
  "withdrawn",
] as const;
export type ClosingOutcome = (typeof CLOSING_OUTCOMES)[number];

export const EnquiryDossier = z.object({ ...shared, status: z.literal("ENQUIRY"), question: z.string() });
export const OnboardingDossier = z.object({ ...shared, status: z.literal("ONBOARDING") });
export const ParkedDossier = z.object({
  ...shared,
  status: z.literal("PARKED"),
  parked: z.object({ at: z.string(), error: z.string(), cause: z.string() }),
});
export const InUseDossier = z.object({ ...shared, status: z.literal("IN_USE"), inUseSince: z.string() });
export const ClosedDossier = z.object({
  ...shared,
  status: z.literal("CLOSED"),
  closed: z.object({ at: z.string(), outcome: z.enum(CLOSING_OUTCOMES), reason: z.string(), by: Actor }),
});

export const Dossier = z.discriminatedUnion("status", [
  EnquiryDossier,
  OnboardingDossier,
  ParkedDossier,
  InUseDossier,
  ClosedDossier,
]);
export type Dossier = z.infer<typeof Dossier>;
export type DossierStatus = Dossier["status"];
/** The parts that decisions establish. */
export type DossierFacts = Partial<
  Pick<Dossier, "people" | "intake" | "planning" | "dpia" | "protocol" | "connection">
>;

/** The round a stage is in. */
export const roundOf = (dossier: Dossier, stage: Stage): number => dossier.rounds[stage]?.number ?? 1;

export const isClosed = (dossier: Dossier): boolean => dossier.status === "CLOSED";
