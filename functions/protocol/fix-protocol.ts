import type { FixProtocolResult } from "../../statemachine/contract.ts";
import { dateOf, toInstant } from "../domain/calendar.ts";
import { type Dossier, roundOf, withFacts } from "../domain/dossier.ts";
import { GiveUp } from "../domain/errors.ts";
import type { ProtocolVersion } from "../domain/facts.ts";
import { parseTaskId, taskId } from "../domain/human-task.ts";
import type { Clock, Documents, HumanTasks } from "../domain/ports.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import type { BeginState, StatePayload } from "../executions/begin-state.ts";
import { currentVersion, fileOf } from "./protocol-version.ts";
import type { StoreProtocol } from "./store-protocol.ts";

type Deps = {
  beginState: BeginState;
  changeDossier: ChangeDossier;
  tasks: Pick<HumanTasks, "find">;
  documents: Pick<Documents, "find">;
  storeProtocol: StoreProtocol;
  now: Clock;
};

/**
 * Makes the advised version final: from now on it is the only text that anybody signs. The system writes the final PDF
 * of a form, with both advices; for a file of the consumer the LED team hands it in (ConfirmFinalProtocol). Idempotent.
 */
export function createFixProtocol(deps: Deps) {
  return async (payload: StatePayload): Promise<FixProtocolResult> => {
    const dossier = await deps.beginState(payload);
    const version = currentVersion(dossier);
    if (!version) return { fixed: "as-before", secondSignatory: secondOf(dossier) };
    const file = await finalFile(deps, dossier, version);
    if (!file) return { fixed: "needs-file", secondSignatory: secondOf(dossier) };
    const at = toInstant(deps.now());
    const fixed = await deps.changeDossier(dossier.id, (current) =>
      current.protocol && !current.protocol.fixed
        ? withFacts(current, {
            protocol: { ...current.protocol, fixed: { ...file, version: version.number, at } },
          })
        : undefined,
    );
    // From here on nobody adds or removes a second signatory (PEOPLE-04).
    return { fixed: "fixed", secondSignatory: secondOf(fixed) };
  };
}

const secondOf = ({ people }: Dossier) => (people.secondSignatory ? "needed" : "not-needed");

/** Undefined while the LED team has not handed in or confirmed the final text of a file. */
const finalFile = (deps: Deps, dossier: Dossier, version: ProtocolVersion) =>
  version.source === "form" ? written(deps, dossier, version) : confirmed(deps, dossier, version);

async function written(
  { tasks, storeProtocol, now }: Deps,
  dossier: Dossier,
  { number, task }: ProtocolVersion,
): Promise<ProtocolVersion["file"]> {
  const submission = parseTaskId(task) && (await tasks.find(dossier.id, task));
  if (!submission) throw new GiveUp("SUBMISSION_MISSING", { dossier: dossier.id, task });
  return fileOf(
    await storeProtocol({
      dossier,
      submission,
      version: { number, date: dateOf(toInstant(now())), status: "final" },
      kind: "protocol-final",
      id: `protocol-final-${dossier.pass}-${roundOf(dossier, "PROTOCOL")}`,
      name: `protocol-${dossier.reference}-versie-${number}-definitief`,
    }),
  );
}

async function confirmed(
  { tasks, documents }: Deps,
  dossier: Dossier,
  { file }: ProtocolVersion,
): Promise<ProtocolVersion["file"] | undefined> {
  const of = {
    kind: "ConfirmFinalProtocol",
    pass: dossier.pass,
    round: roundOf(dossier, "PROTOCOL"),
  } as const;
  const decision = (await tasks.find(dossier.id, taskId(of)))?.decision;
  if (!decision) return undefined;
  if (decision.outcome === "as-submitted") return file;
  const found = await Promise.all(decision.documents.map((id) => documents.find(dossier.id, id)));
  const final = found.findLast((document) => document?.kind === "protocol-final");
  if (!final) throw new GiveUp("FINAL_PROTOCOL_MISSING", { dossier: dossier.id });
  return fileOf(final);
}
