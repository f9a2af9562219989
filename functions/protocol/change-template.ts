import { createHash } from "node:crypto";
import { toInstant } from "../domain/calendar.ts";
import type { Clock, TemplateFiles, TemplateVersions } from "../domain/ports.ts";
import type { Member } from "../domain/staff.ts";
import type { TemplateVersion } from "../domain/template-version.ts";
import type { Site } from "../mail/send-mail.ts";

type Deps = { templates: TemplateVersions; templateFiles: TemplateFiles; site: Site; now: Clock };
type By = Pick<Member, "subject" | "name">;

export type AcceptTemplate = (
  uploadId: string,
  by: By,
) => Promise<{ status: "accepted" } | { status: "unknown" } | { status: "refused"; problems: string[] }>;
export type RestoreTemplate = (number: number, by: By) => Promise<{ status: "restored" | "unknown" }>;

/** Puts an uploaded template in use, after the same checks as its preview. The same file twice is one version. */
export function createAcceptTemplate(deps: Deps): AcceptTemplate {
  return async (uploadId, by) => {
    const bytes = await deps.templateFiles.readUpload(uploadId);
    if (!bytes) return { status: "unknown" };
    const { checkTemplate } = await import("./check-template.ts");
    const { problems } = await checkTemplate(bytes, deps.site);
    if (typeof bytes === "string" || problems.length > 0) return { status: "refused", problems };
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const versions = await deps.templates.list();
    if (versions.at(-1)?.sha256 === sha256) return { status: "accepted" };
    await deps.templateFiles.store(sha256, bytes);
    await deps.templates.add(nextVersion(deps, versions, by, { sha256 }));
    return { status: "accepted" };
  };
}

/** Puts an earlier version back in use; 0 is the template that ships. */
export function createRestoreTemplate(deps: Omit<Deps, "templateFiles" | "site">): RestoreTemplate {
  return async (number, by) => {
    const versions = await deps.templates.list();
    const earlier = versions.find((version) => version.number === number);
    if (!earlier && number !== 0) return { status: "unknown" };
    const current = versions.at(-1);
    if (current?.sha256 === earlier?.sha256) return { status: "restored" };
    await deps.templates.add(nextVersion(deps, versions, by, { sha256: earlier?.sha256, restores: number }));
    return { status: "restored" };
  };
}

const nextVersion = (
  { now }: Pick<Deps, "now">,
  versions: readonly TemplateVersion[],
  by: By,
  what: Pick<TemplateVersion, "sha256" | "restores">,
): TemplateVersion => ({
  number: (versions.at(-1)?.number ?? 0) + 1,
  at: toInstant(now()),
  by: { id: by.subject, name: by.name },
  ...what,
});
