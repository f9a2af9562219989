import * as z from "zod";
import { STAGES, type Stage } from "../../statemachine/contract.ts";
import { DossierClocks } from "./clocks.ts";
import { DOSSIER_MIGRATIONS } from "./dossier-migrations.ts";
import { Agreement, type EndOfUse, Facts, ProtocolVersion } from "./facts.ts";
import { Handler } from "./handler.ts";
import { Organisation } from "./organisation.ts";
import { Actor, People } from "./people.ts";
import { REFERENCE } from "./reference.ts";
import {
  EndingRequest,
  Enquiry,
  Entering,
  type LaterPass,
  OnboardingRequest,
  type Withdrawal,
} from "./request.ts";
import { type Ending, EndingUse, type GivenEnding, Use } from "./use.ts";
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

const shared = {
  /** ULID. */
  id: z.string(),
  reference: z.string().regex(REFERENCE),
  organisation: Organisation,
  people: People,
  /** Gets the tasks of the LED team; the applicant knows the name. Absent until somebody takes a task. */
  handler: Handler.optional(),
  stage: StageName,
  /** Start of the current stage. */
  since: z.string(),
  openedAt: z.string(),
  /** Raised only when a person reopens, amends or renews. */
  pass: z.int().min(1),
  /** Rounds by stage; a stage without one is in its first. */
  rounds: z.partialRecord(StageName, Round),
  /** The versions of its protocols, oldest first; WriteProtocol numbers them. */
  protocolVersions: z.array(ProtocolVersion).optional(),
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

const EnquiryDossier = z.object({ ...shared, status: z.literal("ENQUIRY"), request: Enquiry });
const EnteringDossier = z.object({
  ...shared,
  ...Facts.shape,
  status: z.literal("ENTERING"),
  request: Entering,
});
/** A request on its way through the onboarding workflow, and what it has gathered so far. */
const onboarding = { ...shared, ...Facts.shape, request: OnboardingRequest };
const OnboardingDossier = z.object({ ...onboarding, status: z.literal("ONBOARDING") });
const InUseDossier = z.object({ ...shared, ...Agreement.shape, status: z.literal("IN_USE"), use: Use });
/** In use, and on its way out of it; the access record says whether the LED may be consulted. */
const ending = { ...shared, ...Agreement.shape, request: EndingRequest, use: EndingUse };
const EndingDossier = z.object({ ...ending, status: z.literal("ENDING") });
/** Put aside for the team. `returnsTo`: the status that it had, and has again once it is resumed. */
const parked = { status: z.literal("PARKED"), parked: Parked };
const ParkedDossier = z.discriminatedUnion("returnsTo", [
  z.object({ ...onboarding, ...parked, returnsTo: z.literal("ONBOARDING") }),
  z.object({ ...ending, ...parked, returnsTo: z.literal("ENDING") }),
]);
/** The fields of the former status stay as they were at the closing. */
export const ClosedDossier = z.object({
  ...{ ...shared, ...Facts.shape, status: z.literal("CLOSED") },
  request: z.union([Enquiry, OnboardingRequest, Entering]),
  use: EndingUse.optional(),
  closed: z.object({
    at: z.string(),
    outcome: z.enum(CLOSING_OUTCOMES),
    /** Absent where nobody gave one. */
    reason: z.string().optional(),
    by: Actor,
  }),
});

export const Dossier = z.discriminatedUnion("status", [
  EnquiryDossier,
  EnteringDossier,
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
/** A dossier with something under way. */
export type OpenDossier = Exclude<Dossier, DossierOf<"IN_USE" | "CLOSED">>;
export const DOSSIER_STATUSES = [
  "ENQUIRY",
  "ENTERING",
  "ONBOARDING",
  "PARKED",
  "IN_USE",
  "ENDING",
  "CLOSED",
] as const;
export type DossierStatus = z.infer<typeof Dossier>["status"];
export const DossierShape = storedShape(Dossier, ...DOSSIER_MIGRATIONS);

/** What decisions establish. */
export type DossierFacts = Partial<Facts & Pick<Dossier, "people"> & { endOfUse: EndOfUse }>;

/**
 * The dossier with what a decision established: a request and a use that is entered gather facts, a use that ends can be confirmed to have ended.
 * Only a later request changes the agreement of a use. A channel that is connected later is the exception.
 */
export function withFacts(
  dossier: Dossier,
  { people = dossier.people, endOfUse, ...facts }: DossierFacts,
): Dossier {
  if (dossier.status === "ENTERING" || dossier.status === "ONBOARDING" || dossier.returnsTo === "ONBOARDING")
    return { ...dossier, people, ...facts };
  if (endOfUse && (dossier.status === "ENDING" || dossier.returnsTo === "ENDING"))
    return { ...dossier, people, use: { ...dossier.use, endOfUse } };
  if (facts.connection && dossier.status === "IN_USE")
    return { ...dossier, people, connection: facts.connection };
  return { ...dossier, people };
}

/** The current round of a stage. */
export const roundOf = (dossier: Dossier, stage: Stage): number => dossier.rounds[stage]?.number ?? 1;

/** Whether the dossier has, or should have, a running execution of a workflow. */
export const isUnderWay = (dossier: Dossier): dossier is DossierOf<"ONBOARDING" | "ENDING"> =>
  dossier.status === "ONBOARDING" || dossier.status === "ENDING";

/** The dossier with something else of its request. */
export const withRequest = <Of extends OpenDossier>(dossier: Of, part: Partial<Of["request"]>): Of => ({
  ...dossier,
  request: { ...dossier.request, ...part },
});

/** The withdrawal of what is under way, until the workflow has closed it. */
export const withdrawalOf = ({ request }: Pick<Dossier, "request">): Withdrawal | undefined =>
  request?.closing;

/** What a later pass is for; undefined in a first pass, and while nothing is under way. */
export const laterPassOf = ({ request }: Pick<Dossier, "request">): LaterPass | undefined =>
  request && "laterPass" in request ? request.laterPass : undefined;

/** Why its use ends, or ended; undefined while it goes on. */
export const endingOf = ({ use }: Pick<Dossier, "use">): Ending | undefined =>
  use && "ending" in use ? use.ending : undefined;

/** The end of its use, as the LED team confirmed it. */
export const endOfUseOf = ({ use }: Pick<Dossier, "use">): EndOfUse | undefined =>
  use && "ending" in use ? use.endOfUse : undefined;

/** The end of the use that waits for a request to be given up, or to begin now that it has been. */
export const endingAskedOf = (dossier: Dossier): GivenEnding | undefined =>
  dossier.status === "IN_USE" ? dossier.use.endingAsked : withdrawalOf(dossier)?.endingAsked;

/** The execution that belongs to the dossier now. */
export const executionOf = (dossier: Dossier) => ({
  dossierId: dossier.id,
  run: dossier.run,
  workflow: endingOf(dossier) ? ("out-of-use" as const) : ("onboarding" as const),
});

/** Where a fresh execution goes on. */
export const stageToResume = (dossier: Dossier): Stage => (endingOf(dossier) ? "OUT_OF_USE" : dossier.stage);

/** The team gave up entering a use: nobody of the consumer knows of the dossier. */
export const wasNeverBegun = ({ run, request }: DossierOf<"CLOSED">): boolean =>
  run === 0 && !("question" in request);

export const isClosed = (dossier: Dossier): boolean => dossier.status === "CLOSED";

/** Nobody needs to do anything for it any more. */
export const isClosedOrWithdrawn = (dossier: Dossier): boolean =>
  isClosed(dossier) || withdrawalOf(dossier) !== undefined;
