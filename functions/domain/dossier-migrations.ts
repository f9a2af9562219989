import * as z from "zod";
import type { Migration } from "./stored-shape.ts";

/** A field that says nothing is left out: earlier versions wrote an empty text. */
const text = z
  .string()
  .optional()
  .transform((value) => value || undefined);
const WithReason = z.looseObject({ reason: text });
const Ending = z.looseObject({ reason: z.string(), explanation: text });
const Asked = z.looseObject({ by: z.unknown(), at: z.string(), explanation: z.string() });

/** What version 5 had beside each other of a request and of a use. */
const Version5 = z.looseObject({
  status: z.string(),
  since: z.string(),
  question: z.string().optional(),
  start: z.unknown().optional(),
  closing: z.looseObject({}).optional(),
  endingAsked: Asked.optional(),
  laterPass: WithReason.optional(),
  inUseSince: z.string().optional(),
  lastRequest: WithReason.optional(),
  ending: Ending.optional(),
  endOfUse: z.unknown().optional(),
  closed: WithReason.optional(),
  protocol: z.looseObject({ distributedAt: z.string().optional() }).optional(),
  connection: z.looseObject({ realisedAt: z.string() }).optional(),
});
type Version5 = z.infer<typeof Version5>;

/** A request and a use are parts of their own. */
function intoParts(stored: Record<string, unknown>): Record<string, unknown> {
  const before = Version5.parse(stored);
  const { question, start, laterPass, inUseSince, lastRequest, ending, endOfUse, ...others } = before;
  const { closing: _, endingAsked, ...rest } = others;
  if (rest.status === "IN_USE") return { use: { since: inUseSince, lastRequest, endingAsked }, ...rest };
  const request = { question, start, laterPass, closing: closingOf(before) };
  const use = ending && { since: useSince(before), ending, endOfUse };
  return { request, use, ...rest };
}

/** The end of a use that was asked while something was under way gave that up. */
function closingOf({ closing, endingAsked }: Version5): object | undefined {
  if (!endingAsked) return closing;
  const { by, explanation: reason, at } = endingAsked;
  return { by, reason, at, ...closing, endingAsked };
}

/**
 * While a use ended version 5 kept no moment at which it had begun: that is when its protocol had been distributed and its
 * connection was there.
 */
const useSince = ({ inUseSince, protocol, connection, since }: Version5): string =>
  inUseSince ??
  [protocol?.distributedAt, connection?.realisedAt]
    .filter((at) => at !== undefined)
    .sort()
    .at(-1) ??
  since;

const Connected = z.looseObject({ channels: z.array(z.unknown()), realisedAt: z.string().optional() });

/** A connection of several channels had one reference and one date for all of them. */
export function connectionByChannel({
  connection,
  ...rest
}: Record<string, unknown>): Record<string, unknown> {
  if (connection === undefined) return rest;
  const { channels, realisedAt: at, ...made } = Connected.parse(connection);
  const byChannel = channels.map((channel) =>
    typeof channel === "string" ? { channel, ...made, at } : channel,
  );
  return { ...rest, connection: { channels: byChannel } };
}

/** From each version of a stored dossier to the next. */
export const DOSSIER_MIGRATIONS: Migration[] = [
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
  intoParts,
  connectionByChannel,
  // Every use came from an onboarding, and nothing was entered.
  (stored) => stored,
];
