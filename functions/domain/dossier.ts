import * as z from "zod";
import { STAGES, type Stage } from "../../statemachine/contract.ts";
import { DossierClocks } from "./clocks.ts";
import { Connection, Dpia, EndOfUse, Intake, Planning, Protocol } from "./facts.ts";
import { Organisation } from "./organisation.ts";
import { Actor, Person } from "./people.ts";
import { REFERENCE } from "./reference.ts";
import { storedShape } from "./stored-shape.ts";

const StageName = z.enum(STAGES);

/** A loop starts the next round of its stage, at a state, because of a decided task. */
export const Round = z.object({ number: z.int().min(1), from: z.string(), cause: z.string() });
export type Round = z.infer<typeof Round>;

/** How a hold ends: on its date, by hand, by a decision on what it held, or with what was going on. */
export const HOLD_ENDS = ["date", "hand", "decision", "closing"] as const;
export type HoldEnd = (typeof HOLD_ENDS)[number];

/** A stretch of time in which the dossier was on hold: the clocks of its tasks stood still. */
export const Pause = z.object({ from: z.string(), to: z.string(), endedBy: z.enum(HOLD_ENDS).optional() });
export type Pause = z.infer<typeof Pause>;

/** Why the use of the LED ends. */
export const ENDING_REASONS = ["term", "purpose", "stopped", "breach"] as const;
export const EndingReason = z.enum(ENDING_REASONS);
export type EndingReason = z.infer<typeof EndingReason>;

/** Why, how and by whom the use ends, or was asked to. */
const Ending = z.object({ reason: EndingReason, explanation: z.string(), by: Actor, at: z.string() });
export type Ending = z.infer<typeof Ending>;

/** What a later pass of a dossier is for: the next term, or another agreement within the term. */
export const LaterPass = z.object({
  kind: z.enum(["renewal", "amendment"]),
  /** The stage at which it began: what came before is as the earlier pass left it. */
  from: StageName.optional(),
  /** The pass of the access that it continues or changes. */
  of: z.int().min(1),
  /** Last day of that access, when it has one: the term of a renewal starts the day after. */
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
  /** Since when it is in this stage. */
  since: z.string(),
  openedAt: z.string(),
  /** Raised only when a person reopens, amends or renews. */
  pass: z.int().min(1),
  /** How the last later request ended that was given up: what had been granted went on. */
  lastRequest: z
    .object({ pass: z.int(), at: z.string(), outcome: z.string(), reason: z.string(), by: Actor })
    .optional(),
  /** Rounds by stage; a stage without one is in its first. */
  rounds: z.partialRecord(StageName, Round),
  /** Number of the current execution, `<id>-<run>`; 0 before the first. */
  run: z.int().min(0),
  /** Version of the workflow's definition that the current execution runs (statemachine/contract.ts). */
  workflowVersion: z.int().min(1).optional(),
  clocks: DossierClocks,
  /** The dossier is on hold: the clocks of its tasks stand still until it resumes, on `until` by itself. */
  hold: z.object({ by: Actor, reason: z.string(), since: z.string(), until: z.string() }).optional(),
  /** Earlier holds, oldest first. */
  pauses: z.array(Pause),
  /** Nothing of this dossier is deleted while this stands. */
  legalHold: z.object({ by: Actor, reason: z.string(), at: z.string() }).optional(),
  intake: Intake.optional(),
  planning: Planning.optional(),
  dpia: Dpia.optional(),
  protocol: Protocol.optional(),
  connection: Connection.optional(),
  /** Counts the writes of this item: a write names the version it was based on. */
  version: z.int().min(0),
};

/** Where an execution that was written but perhaps not started must start. */
const start = z.object({ resumeFrom: StageName }).optional();
/**
 * A request that is being given up, on its way to the workflow: by a withdrawal, or for the end of a use that was asked
 * while it ran (`endingAsked`).
 */
const closing = z.object({ by: Actor, reason: z.string(), at: z.string() }).optional();
/** The end of a use that was asked while something else was under way: it begins once that is given up. */
const endingAsked = Ending.optional();

/** A request on its way through the onboarding workflow. `laterPass`: what it is for; absent in the first pass. */
const onboarding = { start, closing, endingAsked, laterPass: LaterPass.optional() };
/** The end of a use on its way through the out-of-use workflow. `endOfUse`: the LED team confirmed it. */
const outOfUse = { start, closing, endingAsked, ending: Ending, endOfUse: EndOfUse.optional() };

/** How a dossier can end before, or after, its use. */
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

/** Why the workflow stopped. `lastState`: the last state that succeeded, as far as the execution tells. */
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
/** In use, and on its way out of it (`ending` says why); the access record says whether the LED may be consulted. */
export const EndingDossier = z.object({ ...shared, ...outOfUse, status: z.literal("ENDING") });
/** Put aside for the team. `returnsTo`: the status that it had, and has again once it is resumed. */
const parked = { ...shared, status: z.literal("PARKED"), parked: Parked };
const ParkedDossier = z.discriminatedUnion("returnsTo", [
  z.object({ ...parked, ...onboarding, returnsTo: z.literal("ONBOARDING") }),
  z.object({ ...parked, ...outOfUse, returnsTo: z.literal("ENDING") }),
]);
/** What was going on when it closed stays as it was. */
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
/** A union in which each has no field of another: to change its status, a dossier must give up what it had by it. */
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
  // `endingAsked` can be absent.
  (stored) => stored,
  // The clocks are those of a table.
  (stored) => stored,
  // What a dossier was doing when it was parked was seen in whether its use was ending.
  (stored) =>
    stored["status"] === "PARKED"
      ? { returnsTo: stored["ending"] === undefined ? "ONBOARDING" : "ENDING", ...stored }
      : stored,
);
/** The parts that decisions establish. */
export type DossierFacts = Partial<
  Pick<Dossier, "people" | "intake" | "planning" | "dpia" | "protocol" | "connection" | "endOfUse">
>;

/** The dossier with what a decision established. Only a use that ends can be confirmed to have ended. */
export const withFacts = (dossier: Dossier, { endOfUse, ...facts }: DossierFacts): Dossier =>
  dossier.ending && endOfUse ? { ...dossier, ...facts, endOfUse } : { ...dossier, ...facts };

/** The round a stage is in. */
export const roundOf = (dossier: Dossier, stage: Stage): number => dossier.rounds[stage]?.number ?? 1;

/** Whether an execution of a workflow is, or should be, running for it. */
export const isUnderWay = (dossier: Dossier): dossier is DossierOf<"ONBOARDING" | "ENDING"> =>
  dossier.status === "ONBOARDING" || dossier.status === "ENDING";

/** The execution that belongs to the dossier now. */
export const executionOf = ({ id, run, ending }: Dossier) => ({
  dossierId: id,
  run,
  workflow: ending ? ("out-of-use" as const) : ("onboarding" as const),
});

/** Where a fresh execution goes on. */
export const stageToResume = ({ ending, stage }: Dossier): Stage => (ending ? "OUT_OF_USE" : stage);

export const isClosed = (dossier: Dossier): boolean => dossier.status === "CLOSED";
