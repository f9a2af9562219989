import { createHash } from "node:crypto";
import { dateOf } from "../domain/calendar.ts";
import type { StoredDocument } from "../domain/documents.ts";
import { type Dossier, roundOf, withFacts } from "../domain/dossier.ts";
import type { ProtocolVersion } from "../domain/facts.ts";
import { type Decision, type HumanTask, taskId } from "../domain/human-task.ts";
import type { Documents, HumanTasks } from "../domain/ports.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import type { BeginState, StatePayload } from "../executions/begin-state.ts";
import { ProtocolForm } from "./protocol-form.ts";
import { fileOf } from "./protocol-version.ts";
import type { StoreProtocol } from "./store-protocol.ts";
import type { WriteProtocol } from "./write-protocol.ts";

type Deps = {
  beginState: BeginState;
  changeDossier: ChangeDossier;
  tasks: Pick<HumanTasks, "find">;
  documents: Pick<Documents, "find">;
  storeProtocol: StoreProtocol;
  writeProtocol: WriteProtocol;
};
type Submission = HumanTask & { decision: Decision };

/**
 * Gives the submitted text its version. The system writes the document of a form; the file of the consumer is the
 * document itself. The same text again keeps its version. A protocol that was approved before there were versions stays without one. Idempotent.
 */
export function createWriteVersion(deps: Deps) {
  return async (payload: StatePayload): Promise<void> => {
    const dossier = await deps.beginState(payload);
    const submission = await submissionOf(deps, dossier);
    if (!needsVersion(dossier) || !submission) return;
    const version = await versionOf(deps, dossier, submission);
    await deps.changeDossier(dossier.id, (current) =>
      needsVersion(current) ? withVersion(current, version) : undefined,
    );
  };
}

const needsVersion = ({ protocol }: Dossier): boolean =>
  protocol !== undefined && protocol.version === undefined && protocol.approvedAt === undefined;

export async function submissionOf(
  { tasks }: Pick<Deps, "tasks">,
  dossier: Dossier,
): Promise<Submission | undefined> {
  const of = { kind: "SubmitProtocol", pass: dossier.pass, round: roundOf(dossier, "PROTOCOL") } as const;
  const task = await tasks.find(dossier.id, taskId(of));
  return task?.decision && { ...task, decision: task.decision };
}

async function versionOf(deps: Deps, dossier: Dossier, submission: Submission): Promise<ProtocolVersion> {
  const task = taskId(submission);
  const { at } = submission.decision;
  const known = dossier.protocolVersions?.find((version) => version.task === task);
  if (known) return known;
  const last = dossier.protocolVersions?.at(-1);
  const number = (last?.number ?? 0) + 1;
  const own = await ownFile(deps, submission);
  if (last && (own ? own.sha256 : await hashAs(last, deps, dossier, submission)) === last.file.sha256)
    return last;
  if (own) return { number, at, task, source: "file", file: fileOf(own) };
  const written = await deps.storeProtocol({
    dossier,
    submission,
    version: { number, date: dateOf(at), status: "proposal" },
    kind: "protocol",
    id: `protocol-${task}`,
    name: `protocol-${dossier.reference}-versie-${number}`,
  });
  return { number, at, task, source: "form", file: fileOf(written) };
}

/** The hash of a submitted form, written as if it were that version. The same input gives the same bytes. */
async function hashAs(
  { number, at, source }: ProtocolVersion,
  { writeProtocol }: Deps,
  dossier: Dossier,
  { decision }: Submission,
): Promise<string | undefined> {
  if (source === "file") return undefined;
  const { pdf } = await writeProtocol({
    dossier,
    answers: ProtocolForm.partial().safeParse(decision.fields).data,
    version: { number, date: dateOf(at), status: "proposal" },
    templateOf: decision.at,
  });
  return createHash("sha256").update(pdf).digest("hex");
}

/** The file of the consumer that the submission rests on. */
async function ownFile(
  { documents }: Deps,
  { dossierId, decision }: Submission,
): Promise<StoredDocument | undefined> {
  const found = await Promise.all(decision.documents.map((id) => documents.find(dossierId, id)));
  return found.findLast((document) => document?.kind === "protocol");
}

/** The consumer's advice was given on the text that is submitted with it, unless an earlier one carries over. */
function withVersion(dossier: Dossier, version: ProtocolVersion): Dossier {
  const { protocol, protocolVersions = [] } = dossier;
  if (!protocol) return dossier;
  const { consumerDpoAdvice: advice } = protocol;
  const isKnown = protocolVersions.some(({ number }) => number === version.number);
  return {
    ...withFacts(dossier, {
      protocol: {
        ...protocol,
        version: version.number,
        ...(advice && { consumerDpoAdvice: { ...advice, version: advice.version ?? version.number } }),
      },
    }),
    protocolVersions: isKnown ? protocolVersions : [...protocolVersions, version],
  };
}
