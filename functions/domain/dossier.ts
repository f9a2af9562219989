import * as z from "zod";
import { STAGES, type Stage } from "../../statemachine/contract.ts";
import { DossierClocks } from "./clocks.ts";
import { Connection, Dpia, EndOfUse, Intake, Planning, Protocol } from "./facts.ts";
import { Organisation } from "./organisation.ts";
import { Actor, Person } from "./people.ts";
import { REFERENCE } from "./reference.ts";
import { storedShape } from "./stored-shape.ts";

const StageName = z.enum(STAGES);

/** A loop starts the next round of its stage at a state, caused by a decided task. */
export const Round = z.object({ number: z.int().min(1), from: z.string(), cause: z.string() });
export type Round = z.infer<typeof Round>;

/**
 * How a hold ends: on its date, by hand, by a decision on a task of the dossier, or because the request was given up.
 */
export const HOLD_ENDS = ["date", "hand", "decision", "closing"] as const;
export type HoldEnd = (typeof HOLD_ENDS)[number];

/** A period on hold, during which the clocks of the tasks stood still. */
export const Pause = z.object({ from: z.string(), to: z.string(), endedBy: z.enum(HOLD_ENDS).optional() });
export type Pause = z.infer<typeof Pause>;

/** Why the use of the LED ends. */
export const ENDING_REASONS = ["term", "purpose", "stopped", "breach"] as const;
export const EndingReason = z.enum(ENDING_REASONS);
export type EndingReason = z.infer<typeof EndingReason>;

/** Why, how and by whom the end of the use was requested. */
const Ending = z.object({ reason: EndingReason, explanation: z.string(), by: Actor, at: z.string() });
export type Ending = z.infer<typeof Ending>;

/** The purpose of a later pass: the next term, or another agreement within the term. */
export const LaterPass = z.object({
  kind: z.enum(["renewal", "amendment"]),
  /** The stage at which it began. Earlier stages stay as the previous pass left them. */
  from: StageName.optional(),
  /** The pass of the access that it renews or amends. */
  of: z.int().min(1),
  /** Last day of that access, if any. The term of a renewal starts the day after. */
  end: z.string().optional(),
  reason: z.string(),
  by: Actor,
  at: z.string(),
});
export type LaterPass = z.infer<typeof LaterPass>;

const shared = {
  /** ULID. */
  id: z.string(),
  reference: z.string().regex(REFERENCE),
  organisation: Organisation,
  people: z.object({
    contact: Person,
    secondContact: Person.optional(),
    dpo: Person.optional(),
    signatory: Person.optional(),
  }),
  stage: StageName,
  /** Start of the current stage. */
  since: z.string(),
  openedAt: z.string(),
  /** Raised only when a person reopens, amends or renews. */
  pass: z.int().min(1),
  /** The outcome of the last later request, when it was given up. The earlier access stayed in force. */
  lastRequest: z
    .object({ pass: z.int(), at: z.string(), outcome: z.string(), reason: z.string(), by: Actor })
    .optional(),
  /** Rounds by stage. A stage without an entry is in its first round. */
  rounds: z.partialRecord(StageName, Round),
  /** Number of the current execution, `<id>-<run>`; 0 before the first. */
  run: z.int().min(0),
  /** Version of the workflow definition of the current execution (statemachine/contract.ts). */
  workflowVersion: z.int().min(1).optional(),
  clocks: DossierClocks,
  /** The hold: the clocks of its tasks stand still until the dossier resumes, by itself on `until`. */
  hold: z.object({ by: Actor, reason: z.string(), since: z.string(), until: z.string() }).optional(),
  /** Earlier holds, oldest first. */
  pauses: z.array(Pause),
  /** A legal hold blocks every deletion from this dossier. */
  legalHold: z.object({ by: Actor, reason: z.string(), at: z.string() }).optional(),
  intake: Intake.optional(),
  planning: Planning.optional(),
  dpia: Dpia.optional(),
  protocol: Protocol.optional(),
  connection: Connection.optional(),
  /** Version number for optimistic locking; every write raises it. */
  version: z.int().min(0),
};

/** Start stage of an execution that was written and perhaps not started yet. */
const start = z.object({ resumeFrom: StageName }).optional();
/**
 * A request that is being given up, before the workflow closed it: by a withdrawal, or by an end of the use that was
 * requested meanwhile (`endingAsked`).
 */
const closing = z.object({ by: Actor, reason: z.string(), at: z.string() }).optional();
/** An end of the use that was requested during another request. It begins after that request is given up. */
const endingAsked = Ending.optional();

/** A request in the onboarding workflow. `laterPass`: its purpose; absent in the first pass. */
const onboarding = { start, closing, endingAsked, laterPass: LaterPass.optional() };
/** An end of the use in the out-of-use workflow. `endOfUse`: confirmed by the LED team. */
const outOfUse = { start, closing, endingAsked, ending: Ending, endOfUse: EndOfUse.optional() };

/** Outcomes with which a dossier closes, before or after its use. */
export const CLOSING_OUTCOMES = [
  "answered",
  "unsuitable",
  "closed",
  "negative",
  "stopped",
  "withdrawn",
  "ended",
] as const;
export type ClosingOutcome = (typeof CLOSING_OUTCOMES)[number];

/** Why the workflow stopped. `lastState`: the last state that succeeded, as far as the execution knows. */
export const Parked = z.object({
  at: z.string(),
  error: z.string(),
  cause: z.string(),
  lastState: z.string().optional(),
});

export const EnquiryDossier = z.object({
  ...shared,
  status: z.literal("ENQUIRY"),
  question: z.string(),
  closing,
});
export const OnboardingDossier = z.object({ ...shared, ...onboarding, status: z.literal("ONBOARDING") });
export const InUseDossier = z.object({
  ...shared,
  status: z.literal("IN_USE"),
  inUseSince: z.string(),
  start,
  endingAsked,
});
/**
 * In use, with an ending under way (`ending` has the reason). The access record determines whether consultation is
 * allowed.
 */
export const EndingDossier = z.object({ ...shared, ...outOfUse, status: z.literal("ENDING") });
/** Waits for the team. `returnsTo`: the status to which resuming restores it. */
const parked = { ...shared, status: z.literal("PARKED"), parked: Parked };
const ParkedDossier = z.discriminatedUnion("returnsTo", [
  z.object({ ...parked, ...onboarding, returnsTo: z.literal("ONBOARDING") }),
  z.object({ ...parked, ...outOfUse, returnsTo: z.literal("ENDING") }),
]);
/** The fields of the former status stay as they were at the closing. */
export const ClosedDossier = z.object({
  ...shared,
  ...{ ...onboarding, ...outOfUse, ending: endingAsked },
  status: z.literal("CLOSED"),
  closed: z.object({ at: z.string(), outcome: z.enum(CLOSING_OUTCOMES), reason: z.string(), by: Actor }),
});

export const Dossier = z.discriminatedUnion("status", [
  EnquiryDossier,
  OnboardingDossier,
  ParkedDossier,
  InUseDossier,
  EndingDossier,
  ClosedDossier,
]);

type KeyOf<Each> = Each extends unknown ? keyof Each : never;
/** A union whose members exclude each other's fields: a change of status must remove the fields of the former one. */
type Exclusive<Each, Keys extends PropertyKey = KeyOf<Each>> = Each extends unknown
  ? Each & { [Key in Exclude<Keys, keyof Each>]?: undefined }
  : never;
export type Dossier = Exclusive<z.infer<typeof Dossier>>;
export type DossierOf<Status extends DossierStatus> = Extract<Dossier, { status: Status }>;
export const DOSSIER_STATUSES = ["ENQUIRY", "ONBOARDING", "PARKED", "IN_USE", "ENDING", "CLOSED"] as const;
export type DossierStatus = z.infer<typeof Dossier>["status"];
export const DossierShape = storedShape(
  Dossier,
  (stored) => ({ pauses: [], ...stored }),
  // `endingAsked` is optional.
  (stored) => stored,
  // Clocks became a closed set (`DOSSIER_CLOCKS`).
  (stored) => stored,
  // Before `returnsTo` existed, `ending` distinguished the former status of a parked dossier.
  (stored) =>
    stored["status"] === "PARKED"
      ? { returnsTo: stored["ending"] === undefined ? "ONBOARDING" : "ENDING", ...stored }
      : stored,
);
/** The facts that decisions establish. */
export type DossierFacts = Partial<
  Pick<Dossier, "people" | "intake" | "planning" | "dpia" | "protocol" | "connection" | "endOfUse">
>;

/** Applies the facts of a decision. Only an ending can have a confirmed `endOfUse`. */
export const withFacts = (dossier: Dossier, { endOfUse, ...facts }: DossierFacts): Dossier =>
  dossier.ending && endOfUse ? { ...dossier, ...facts, endOfUse } : { ...dossier, ...facts };

/** The current round of a stage. */
export const roundOf = (dossier: Dossier, stage: Stage): number => dossier.rounds[stage]?.number ?? 1;

/** Whether the dossier has, or should have, a running execution of a workflow. */
export const isUnderWay = (dossier: Dossier): dossier is DossierOf<"ONBOARDING" | "ENDING"> =>
  dossier.status === "ONBOARDING" || dossier.status === "ENDING";

/** The current execution of the dossier. */
export const executionOf = ({ id, run, ending }: Dossier) => ({
  dossierId: id,
  run,
  workflow: ending ? ("out-of-use" as const) : ("onboarding" as const),
});

/** The start stage of a new execution. */
export const stageToResume = ({ ending, stage }: Dossier): Stage => (ending ? "OUT_OF_USE" : stage);

export const isClosed = (dossier: Dossier): boolean => dossier.status === "CLOSED";
