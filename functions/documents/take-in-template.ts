import type { ArrivedTemplate, TemplateArrivals } from "../adapters/s3/template-arrivals.ts";
import { type FileRefusal, MAXIMUM_DOCUMENT_BYTES } from "../domain/documents.ts";
import { type CheckResult, refusalOf } from "./settle-check.ts";

type Deps = {
  templates: TemplateArrivals;
  /** Whether files are checked for malware, in quarantine, before people see them. */
  quarantines: boolean;
};
type TakenIn = "offered" | "checking" | "gone" | FileRefusal;

/**
 * Takes in a protocol template that somebody of the team uploaded: like any upload it is in quarantine until it was
 * checked for malware. What it holds is judged by the page that offers it (check-template.ts). Idempotent.
 */
export function createTakeInTemplate({ templates, quarantines }: Deps) {
  return async (object: ArrivedTemplate): Promise<TakenIn> => {
    const { id } = object;
    const bytes = await templates.read(object, MAXIMUM_DOCUMENT_BYTES);
    if (!bytes) return "gone";
    if (bytes === "too-large") await templates.refuse(id, "refused-size");
    else if (quarantines) await templates.quarantine(id, bytes);
    else await templates.offer(id, bytes);
    await templates.remove(object);
    if (bytes === "too-large") return "refused-size";
    return quarantines ? "checking" : "offered";
  };
}

/** Offers a template of which the check found nothing in exactly its bytes, and refuses any other. Idempotent. */
export function createSettleTemplate({ templates }: Pick<Deps, "templates">) {
  return async (object: ArrivedTemplate, result: CheckResult): Promise<TakenIn> => {
    const bytes = await templates.read(object, MAXIMUM_DOCUMENT_BYTES);
    if (!bytes || bytes === "too-large") return "gone";
    const refusal = refusalOf(result);
    if (refusal) await templates.refuse(object.id, refusal);
    else await templates.offer(object.id, bytes);
    await templates.remove(object);
    return refusal ?? "offered";
  };
}
