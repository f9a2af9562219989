import * as z from "zod";

/**
 * Facts that decisions establish about a dossier, by step. Each is written in one transaction with its decision; the
 * task keeps the full answers.
 */

/** "both" is stored as two channels. */
export const CHANNELS = ["web-application", "web-service"] as const;
export const Channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof Channel>;

export const Intake = z.object({
  purpose: z.string(),
  use: z.string(),
  channels: z.array(Channel),
  /** The changes that the consumer wants to be notified of; absent without mutations. */
  mutations: z.string().optional(),
  connectionDate: z.string(),
  dataSubjects: z.string(),
  /** Estimated requests a year. */
  requestsPerYear: z.number(),
  legalBasis: z.string().optional(),
  /** About the data. Absent in an intake of before these questions. */
  dataCategories: z.string().optional(),
  recipients: z.string().optional(),
  retention: z.string().optional(),
  automatedDecisions: z.boolean().optional(),
  /** The supplier that consults the LED for the consumer, and its enterprise number. */
  processor: z.string().optional(),
});
export type Intake = z.infer<typeof Intake>;

/** What is known of a purpose: all answers of an intake, or what the team entered of a use that began elsewhere. */
export const KnownIntake = Intake.partial().required({ purpose: true, channels: true });
export type KnownIntake = z.infer<typeof KnownIntake>;

/** Dates of the protocol phase, YYYY-MM-DD. */
export const Planning = z.object({
  dpiaConclusion: z.string(),
  protocolDraft: z.string(),
  dpoAdvice: z.string(),
  signature: z.string(),
  connection: z.string(),
  /** When both parties agreed; absent for a proposal. */
  agreedAt: z.string().optional(),
});
export type Planning = z.infer<typeof Planning>;

export const RESIDUAL_RISKS = ["low", "medium", "high"] as const;

export const Dpia = z.object({
  conclusion: z.enum(["required", "not-required"]),
  suggestion: z.enum(["required", "not-required"]),
  motivation: z.string().optional(),
  /** Version of the questionnaire, and ids of the criteria that were answered with yes. */
  questionnaire: z.string(),
  criteria: z.array(z.string()),
  concludedAt: z.string(),
  /** When, and to whom, the outcome was communicated. */
  communicated: z.object({ at: z.string(), to: z.array(z.string()) }).optional(),
  /** From a DPIA that was carried out. `acceptedAt`: the review accepted it. */
  residualRisk: z.enum(RESIDUAL_RISKS).optional(),
  acceptedAt: z.string().optional(),
  priorConsultation: z.object({ outcome: z.literal("favourable"), date: z.string() }).optional(),
});
export type Dpia = z.infer<typeof Dpia>;

/** Confirmation by the LED team of the end of the use; dates are YYYY-MM-DD. */
export const EndOfUse = z.object({ consultationEndedOn: z.string(), vdiToldOn: z.string(), at: z.string() });
export type EndOfUse = z.infer<typeof EndOfUse>;

/** A file with the text of a protocol. */
const ProtocolFile = z.object({
  documentId: z.string(),
  name: z.string(),
  sha256: z.string(),
  contentType: z.string(),
});

/**
 * A text of a protocol, as it was submitted. `form`: the system wrote it from the answers. `file`: the consumer handed
 * in its own file.
 */
export const ProtocolVersion = z.object({
  /** Counts through all passes of the dossier. */
  number: z.int().min(1),
  at: z.string(),
  /** Id of the task in which it was submitted. */
  task: z.string(),
  source: z.enum(["form", "file"]),
  /** The text that people advise on. */
  file: ProtocolFile,
});
export type ProtocolVersion = z.infer<typeof ProtocolVersion>;

/** The college of mayor and aldermen, the permanent bureau of a public centre for welfare, or a council. */
export const DECIDING_BODIES = ["college", "permanent-bureau", "council"] as const;

/** How a party signs: in the PDF, on paper with a scan (`paper`), or in two copies on paper by post. */
export const SIGNATURE_FORMS = ["electronic", "paper", "paper-copies"] as const;
export type SignatureForm = (typeof SIGNATURE_FORMS)[number];

const Signature = z.object({
  at: z.string(),
  form: z.enum(SIGNATURE_FORMS),
  by: z.string(),
  capacity: z.string().optional(),
  /** Number of the version that was signed; absent from before texts were fixed. */
  version: z.number().optional(),
});
export type Signature = z.infer<typeof Signature>;
/** Two copies by post: the LED team got them, and sends one back. */
const OfConsumer = Signature.extend({ receivedOn: z.string().optional() });
const OfAuthority = Signature.extend({ returnedOn: z.string().optional() });

/**
 * `legacy-authorisation` is entered by the team (functions/in-use/enter-use.ts). `deliberation` and `general-protocol`
 * exist in law, but no form offers them yet.
 */
export const LEGAL_BASES = ["protocol", "legacy-authorisation", "deliberation", "general-protocol"] as const;

export const Protocol = z.object({
  legalBasis: z.enum(LEGAL_BASES),
  /** An open-ended term has no end. */
  term: z.object({ start: z.string(), end: z.string().optional() }),
  submittedAt: z.string(),
  /** Number of its version; absent until WriteProtocol, and in protocols from before versions. */
  version: z.number().optional(),
  /** Absent from a draft that the LED team reads first. `version`: of the text that it is about. */
  consumerDpoAdvice: z
    .object({
      outcome: z.literal("positive"),
      /** The DPO set conditions, which its advice says. */
      hasConditions: z.boolean().optional(),
      date: z.string(),
      name: z.string(),
      version: z.number().optional(),
      /** The reviewer asked for a change that does not touch the advice: the next text keeps it. */
      carriesOver: z.boolean().optional(),
    })
    .optional(),
  /** When the LED team found the draft in order and asked for that advice. */
  adviceAskedAt: z.string().optional(),
  approvedAt: z.string().optional(),
  ledDpoAdvice: z
    .object({
      outcome: z.literal("positive"),
      at: z.string(),
      by: z.string(),
      version: z.number().optional(),
    })
    .optional(),
  /** The final text of a version, and the only one that is signed. */
  fixed: ProtocolFile.extend({ version: z.number(), at: z.string() }).optional(),
  /** The body of the consumer that decided on the protocol, if one had to. */
  decidedBy: z.object({ body: z.enum(DECIDING_BODIES), date: z.string() }).optional(),
  signatures: z.object({
    applicant: OfConsumer.optional(),
    second: OfConsumer.optional(),
    authority: OfAuthority.optional(),
  }),
  distributedAt: z.string().optional(),
});
export type Protocol = z.infer<typeof Protocol>;

/** Whom the team told of a use that it entered. */
export const TOLD_OF_USE = ["nobody", "contact", "everybody"] as const;

/** What the team entered of what a use rests on that was agreed outside this system. */
const Entered = z.object({
  at: z.string(),
  /** Date of the last signature, or of the authorisation. */
  date: z.string(),
  /** Number of the authorisation. */
  reference: z.string().optional(),
  tells: z.enum(TOLD_OF_USE),
});

/** A protocol of this system, or what the team entered (`entered`): that was not submitted here, and nobody advised on it. */
export const LegalBasis = Protocol.partial({ submittedAt: true, consumerDpoAdvice: true }).extend({
  entered: Entered.optional(),
});
export type LegalBasis = z.infer<typeof LegalBasis>;

/** One channel that is connected, and when that was reported. */
const ConnectedChannel = z.object({
  channel: Channel,
  exploratoryTalkDate: z.string().optional(),
  /** The VDI's reference of a web service (TAN). */
  reference: z.string().optional(),
  testDate: z.string().optional(),
  productionDate: z.string(),
  reportedBy: z.string(),
  at: z.string(),
});
export type ConnectedChannel = z.infer<typeof ConnectedChannel>;
/** Each channel is connected and reported separately, in the order of the reports. */
export const Connection = z.object({ channels: z.array(ConnectedChannel) });
export type Connection = z.infer<typeof Connection>;

/** The facts that a request gathers, one decision at a time. */
export const Facts = z.object({
  intake: KnownIntake.optional(),
  planning: Planning.optional(),
  dpia: Dpia.optional(),
  protocol: LegalBasis.optional(),
  connection: Connection.optional(),
});
export type Facts = z.infer<typeof Facts>;

/** What an onboarding leaves: all facts, with the protocol signed by both parties. */
const Onboarded = z.object({
  intake: Intake,
  planning: Planning,
  dpia: Dpia,
  protocol: Protocol.required({ consumerDpoAdvice: true }).extend({
    signatures: Protocol.shape.signatures.required({ applicant: true, authority: true }),
  }),
  connection: Connection,
});

/** What a use rests on. Of a use that the team entered, planning and DPIA are absent, and the intake is what is known. */
export const Agreement = z.object({
  intake: KnownIntake,
  planning: Planning.optional(),
  dpia: Dpia.optional(),
  protocol: LegalBasis,
  connection: Connection,
});
export type Agreement = z.infer<typeof Agreement>;
const EnteredAgreement = Agreement.extend({ protocol: LegalBasis.required({ entered: true }) });

/** The agreement that the facts make; undefined while something of it is missing. */
export const agreementOf = (facts: Facts): Agreement | undefined =>
  z.union([EnteredAgreement, Onboarded]).safeParse(facts).data;
