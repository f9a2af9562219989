import type { DocumentKind, StoredDocument } from "../domain/documents.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { HumanTask } from "../domain/human-task.ts";
import type { TaskKind } from "../domain/process.ts";

/** The parties that sign before each task, in order, each with the kind of its signed file. */
const SIGNED_BEFORE = {
  SignForApplicant: [],
  SignAsSecond: [["applicant", "protocol-signed-by-applicant"]],
  SignForAuthority: [
    ["applicant", "protocol-signed-by-applicant"],
    ["second", "protocol-signed-by-second"],
  ],
} as const satisfies Partial<Record<TaskKind, readonly (readonly ["applicant" | "second", DocumentKind])[]>>;

const isSigning = (kind: TaskKind): kind is keyof typeof SIGNED_BEFORE => Object.hasOwn(SIGNED_BEFORE, kind);

/**
 * The one file to sign in a task: the fixed text, with the electronic signatures that are in it already. Undefined in
 * another task, and for a protocol from before texts were fixed.
 */
export function fileToSign(
  { kind }: Pick<HumanTask, "kind">,
  { protocol }: Pick<Dossier, "protocol">,
  whole: { tasks: readonly HumanTask[]; documents: readonly StoredDocument[] },
): StoredDocument | undefined {
  const fixed = protocol?.fixed;
  if (!fixed || !isSigning(kind)) return undefined;
  const named = new Set(whole.tasks.flatMap(({ decision }) => decision?.documents ?? []));
  const signed = SIGNED_BEFORE[kind].flatMap(([party, of]) =>
    protocol.signatures[party]?.form === "electronic"
      ? (whole.documents.findLast((document) => document.kind === of && named.has(document.id)) ?? [])
      : [],
  );
  return signed.at(-1) ?? whole.documents.find(({ id }) => id === fixed.documentId);
}
